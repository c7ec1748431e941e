// Completion of the command line for the shells that people use.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// A script for `shell`, "bash", "zsh" or "fish", that completes options, their values and names of files. It knows the
/// options of the registry's plugins. Throws `Error{usage}` for another shell.
std::string completions(std::string_view shell, const PluginRegistry& registry);

}  // namespace offprint::cli
