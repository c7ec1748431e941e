// The options of the program and of the plugins that are installed, as data: what help, manual and completions are made
// of, so that none of them can say anything else.
// Thread safety: values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// One option as the command line takes it.
struct OptionEntry {
    std::vector<std::string> names;  ///< "-o", "--output"; of a flag with an opposite, "--no-toc" too
    std::string value;  ///< what stands for its value: "FILE", "FOLDER", "FORMAT", "text|json"; empty: a flag
    std::string help;   ///< one line
    std::string group;  ///< "Options", "Options of html, text"

    /// The values that there are, where they can be listed: those that '|' separates.
    std::vector<std::string> choices() const;

    /// True if the value is, or may be beside the choices, of that kind: "FILE", "FOLDER", "FORMAT".
    bool takes(std::string_view kind) const;
};

/// Every option, in the order of help.
std::vector<OptionEntry> list_options(const PluginRegistry& registry);

}  // namespace offprint::cli
