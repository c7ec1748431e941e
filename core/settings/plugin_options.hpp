// The options of plugins as the user gave them, sorted out and made ready for the plugins.
// Thread safety: pure but for the files that are read.
#pragma once

#include <string_view>
#include <vector>

#include "offprint/converter.hpp"
#include "offprint/limits.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint {

/// True if a format of the registry has an option of that name, of its reader, writer or checker.
bool is_plugin_option(const PluginRegistry& registry, std::string_view name);

/// True if that option is one of type `file`.
bool is_file_option(const PluginRegistry& registry, std::string_view name);

/// Options of type `file` name a file; the plugin gets its content. Throws `Error{input}`.
OptionValues read_option_files(OptionValues options, const PluginRegistry& registry, const Limits& limits);

/// Those of `given` that are among `declared`.
OptionValues options_for(const std::vector<OptionInfo>& declared, const OptionValues& given);

/// An option that neither side of a conversion declares would be lost in silence: throws `Error{usage}`.
void require_declared(const OptionValues& given, const FormatInfo& reader, const FormatInfo& writer);

}  // namespace offprint
