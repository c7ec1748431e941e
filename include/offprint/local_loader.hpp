// The resource loader of every conversion that is allowed nothing else: data: URLs and regular files
// beneath one folder.
// Thread safety: a loader belongs to one conversion on one thread.
#pragma once

#include <filesystem>
#include <memory>

#include "offprint/context.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// Reads `data:` URLs and, beneath `folder`, regular files named by relative references (percent-
/// encoded or not). Symbolic links are resolved before the open and must not lead out of the folder.
/// An empty folder: `data:` URLs only. Nothing else is ever opened, and nothing on the network.
OFFPRINT_API std::unique_ptr<ResourceLoader> make_local_loader(const std::filesystem::path& folder);

}  // namespace offprint
