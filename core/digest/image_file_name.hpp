// Names for images as files, made of nothing but their bytes.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/resource.hpp"

namespace offprint {

/// "9f86d081884c7d65.png": the first 64 bits of the SHA-256, which tell ten thousand images apart, and the extension of
/// the type that the bytes show, "bin" where nobody knows it. Another image more or less renames none.
std::string image_file_name(const Resource& image);

}  // namespace offprint
