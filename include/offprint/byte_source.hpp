// Where input bytes come from: a file, memory, a stream. One interface for all.
// Thread safety: a source belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "offprint/export.hpp"
#include "offprint/limits.hpp"

namespace offprint {

/// A stream of bytes that is read once, from front to back, with a look ahead.
class OFFPRINT_API ByteSource {
public:
    virtual ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Up to `size` of the bytes that come next, without consuming them. Fewer only at the end.
    /// The view is valid until the next call. Throws `Error{input}`.
    std::string_view peek(std::size_t size);

    /// Everything that is left. Throws `Error{limit_exceeded}` beyond `limits.input_bytes`, without
    /// reading more than one byte beyond it, and `Error{input}`.
    std::string read_all(const Limits& limits);

    /// The file's name without its folder; empty for a stream.
    const std::string& name() const noexcept { return name_; }

    /// The folder beneath which local resources may be read; empty when there is none.
    const std::filesystem::path& folder() const noexcept { return folder_; }

protected:
    ByteSource(std::string name, std::filesystem::path folder);

    /// Reads up to `size` bytes to `to`; 0 only at the end. Throws `Error{input}`.
    virtual std::size_t read_some(char* to, std::size_t size) = 0;

    /// How many bytes are left, if that is known beforehand; a hint only.
    virtual std::size_t size_hint() const noexcept { return 0; }

private:
    std::string ahead_;
    std::string name_;
    std::filesystem::path folder_;
};

/// Opens a regular file (or a pipe or device that the user names). Throws `Error{input}`: not found,
/// a directory, not readable.
OFFPRINT_API std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path);

/// Reads from a file descriptor that stays the caller's, standard input for example.
OFFPRINT_API std::unique_ptr<ByteSource> open_descriptor(int descriptor, std::string name = {});

/// Reads from memory; the bytes are copied in. `folder` as in `ByteSource::folder`.
OFFPRINT_API std::unique_ptr<ByteSource> open_memory(std::string bytes, std::string name = {},
                                                     std::filesystem::path folder = {});

}  // namespace offprint
