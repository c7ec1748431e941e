// A file that appears complete or not at all.
// Thread safety: a sink belongs to one conversion on one thread.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "io/system.hpp"
#include "offprint/byte_sink.hpp"

namespace offprint {

/// Throws `Error{output}` with what `errno` means.
[[noreturn]] void fail_output(std::string_view what, const std::string& place);

/// Takes the place of whatever lies at its target, a symbolic link included, when it is committed.
class FileSink final : public ByteSink {
public:
    /// `replaced` is the mode of the file that is there already; a new one gets what the umask says.
    FileSink(std::filesystem::path target, std::optional<mode_t> replaced);
    ~FileSink() override;
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;

    void write(std::string_view bytes) override;
    void prepare() override;
    void commit() override;

private:
    mode_t first_mode() const { return replaced_ ? 0600 : 0666; }

    /// A file without a name vanishes by itself, however the process ends. Not every file system can.
    void open_nameless();

    /// Exclusive, beside the target, so that the rename stays within one file system.
    void open_named();

    void give_name();

    template <class Create>
    void try_names(Create&& create);

    void flush();
    void write_out(std::string_view bytes);

    std::filesystem::path target_;
    std::filesystem::path temporary_;  ///< empty while the file has no name
    std::optional<mode_t> replaced_;
    FileDescriptor file_;
    std::string buffer_;
};

}  // namespace offprint
