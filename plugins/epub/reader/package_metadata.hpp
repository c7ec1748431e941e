// What the package document of a book says about it (EPUB 3.3, section 5.5; OPF 2.0.1, section 2.2).
// Thread safety: pure but for their arguments.
#pragma once

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"
#include "package/package.hpp"

namespace offprint::epub {

/// Reads the `metadata` of a package of EPUB 2 or 3. In a book of this program's (`is_own`) the unique identifier is
/// made up and no one's but the file's. The cover is not set.
Metadata read_metadata(const ocf::Package& package, bool is_own, Context& context);

}  // namespace offprint::epub
