// One plugin library: opened, checked, never closed. The only place that uses Boost.DLL.
// Thread safety: `open_library` may be called from any thread.
#pragma once

#include <filesystem>
#include <string>

#include "offprint/plugin.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint {

/// Opens the library at an absolute path and checks, before any of its functions is called: the
/// descriptor's symbol, ABI, size, build key, and the format against the file's name. The library
/// stays loaded for ever: exceptions, vtables and thread-locals of it outlive any safe point.
/// Throws `Error{plugin_refused}` that says what was expected and what was found.
const PluginDescriptor& open_library(const std::filesystem::path& path);

/// What a descriptor says, as owned values.
FormatInfo describe(const PluginDescriptor& descriptor);

/// The folder that this core library was loaded from, absolute and without symbolic links.
std::filesystem::path core_library_folder();

/// "offprint-epub.so" -> "epub"; empty for another kind of name.
std::string format_of_file(const std::filesystem::path& path);

}  // namespace offprint
