// The resource loader of every conversion that is allowed nothing else: regular files beneath some folders.
// Thread safety: a loader belongs to one conversion on one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/export.hpp"

namespace offprint {

/// Reads, beneath the first of `folders` that has them, regular files named by relative references (percent-encoded or
/// not) and `file:` URLs. Symbolic links are resolved before the open and must not lead out of the folder. Empty paths
/// are skipped. Nothing else is ever opened, and nothing on the network.
OFFPRINT_API std::unique_ptr<ResourceLoader> make_local_loader(const std::vector<std::filesystem::path>& folders);

}  // namespace offprint
