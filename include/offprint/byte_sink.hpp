// Where output bytes go, and the files beside them. Nothing exists under the target's name until `commit()`.
// Thread safety: a sink belongs to one conversion on one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// Takes bytes in order. Destroyed without `commit()`, it leaves the target as it was.
class OFFPRINT_API ByteSink {
public:
    virtual ~ByteSink();
    ByteSink(const ByteSink&) = delete;
    ByteSink& operator=(const ByteSink&) = delete;

    /// Appends. Throws `Error{output}`; after that only destruction is useful.
    virtual void write(std::string_view bytes) = 0;

    /// Does what can fail for want of space, and lets go of memory and descriptors: for a host that holds many
    /// sinks back before it commits any. Optional; nothing may be written after it. Throws `Error{output}`.
    virtual void prepare();

    /// Makes what was written the target's content, all at once where the target is a file. To be
    /// called once, by the host (never by a writer). Throws `Error{output}`.
    virtual void commit() = 0;

    /// Gives the output a file of its own, an image that it shows, and returns the address that it can refer to it by:
    /// relative, of ASCII letters, digits, '/' and `-._~%` only. Empty, as by default, where the output is to stand
    /// alone: what it needs belongs into it. `name` is of ASCII letters, digits, '-' and '.' and made of the bytes
    /// alone
    /// (`image_file_name`), so that equal names are equal files, of which one is kept. Nothing exists before
    /// `commit()`.
    virtual std::string add_file(std::string_view name, std::shared_ptr<const std::string> bytes);

protected:
    ByteSink();
};

/// A file that is replaced atomically: bytes go to a file without a name in the same folder (where the file
/// system cannot do that, to an exclusive temporary one), which `commit()` syncs and renames over `path`, following
/// a symbolic link to a file there. A target that is a device or pipe is written to at `commit()`. Throws
/// `Error{output}`: no such folder, the target is a folder, the folder is not writable.
OFFPRINT_API std::unique_ptr<ByteSink> create_file(const std::filesystem::path& path);

/// A descriptor that stays the caller's, standard output for example. Bytes are kept in memory and
/// written at `commit()`.
OFFPRINT_API std::unique_ptr<ByteSink> create_descriptor(int descriptor, std::string name = {});

/// Memory: `target`, which must outlive the sink, is assigned at `commit()`.
OFFPRINT_API std::unique_ptr<ByteSink> create_memory(std::string& target);

/// `output` with its files in `folder`, which is made if there are any and it is not there. The addresses lead there
/// from `base`, the folder of the output. All appear together: a failure takes the files of this output and the folder
/// away again. A file that is there already under the same name is kept if its bytes are the same, else replaced.
/// Throws `Error{output}`: `folder` is no folder, or would lie in none.
OFFPRINT_API std::unique_ptr<ByteSink> with_files(std::unique_ptr<ByteSink> output, std::filesystem::path folder,
                                                  const std::filesystem::path& base);

}  // namespace offprint
