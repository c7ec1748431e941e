// What one conversion may load: what is beside the input, and the network's resources where the user allows it.
// Thread safety: a loader belongs to one conversion on one thread.
#pragma once

#include <filesystem>
#include <memory>

#include "offprint/context.hpp"
#include "offprint/converter.hpp"

namespace offprint {

/// The loader for what an input in `folder` refers to. Remote references go to the service `fetch`, which is opened for
/// the first of them and ends when `context` is told to; without `request.fetch` nothing does. `registry` must outlive
/// it.
std::unique_ptr<ResourceLoader> make_resource_access(const PluginRegistry& registry, const ReadRequest& request,
                                                     const std::filesystem::path& folder, const Context& context);

}  // namespace offprint
