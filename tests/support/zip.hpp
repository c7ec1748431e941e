// A finished archive as a string, for tests that look at its bytes.
// Thread safety: none needed; an archive belongs to one thread.
#pragma once

#include <memory>
#include <string>

#include "package/zip_archive.hpp"

namespace offprint::testing {

/// To be called once, last.
inline std::string finish(package::ZipArchive& archive) {
    std::string bytes;
    const std::unique_ptr<ByteSink> memory = create_memory(bytes);
    archive.finish(*memory);
    memory->commit();
    return bytes;
}

}  // namespace offprint::testing
