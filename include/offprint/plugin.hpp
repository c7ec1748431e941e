// What a plugin library exports: one constant, `offprint_plugin`, that describes it.
// Thread safety: constants; the factories may be called from any thread.
//
// A plugin is a shared library named `offprint-<format>.so`. The host reads the descriptor and checks
// abi, size, build key and format, in this order, before it calls any of the plugin's code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "offprint/checker.hpp"
#include "offprint/document.hpp"
#include "offprint/export.hpp"
#include "offprint/fetcher.hpp"
#include "offprint/image_converter.hpp"
#include "offprint/options.hpp"
#include "offprint/reader.hpp"
#include "offprint/writer.hpp"

namespace offprint {

/// Raised whenever `PluginDescriptor` or the meaning of one of its fields changes.
inline constexpr std::uint32_t plugin_abi = 3;

namespace detail {

struct BuildKey {
    char text[160] = {};
    std::size_t length = 0;

    constexpr void add(std::string_view part) {
        for (char c : part) text[length++] = c;
    }
    constexpr void add(std::size_t number) {
        if (number >= 10) add(number / 10);
        text[length++] = static_cast<char>('0' + number % 10);
    }
};

constexpr BuildKey make_build_key() {
    BuildKey key;
#if defined(_LIBCPP_VERSION)
    key.add("libc++");
#else
    key.add("libstdc++ cxx11=");
    key.add(std::size_t{_GLIBCXX_USE_CXX11_ABI});
#if defined(_GLIBCXX_DEBUG)
    key.add(" debug");
#endif
#if defined(_GLIBCXX_ASSERTIONS)
    key.add(" assertions");
#endif
#endif
    key.add(" abi=");
    key.add(std::size_t{__GXX_ABI_VERSION});
    key.add(" sizes=");
    for (std::size_t size :
         {sizeof(void*), sizeof(Inline), sizeof(Block), sizeof(Document), sizeof(Metadata), sizeof(Resource),
          sizeof(Diagnostic), sizeof(Limits), sizeof(Options), sizeof(Context), sizeof(FetchSettings)}) {
        key.add(size);
        key.add(",");
    }
    return key;
}

inline constexpr BuildKey build_key_text = make_build_key();

}  // namespace detail

/// What must be equal for C++ objects to cross between host and plugin: the standard library and its
/// debug mode, and the sizes of the model's types.
inline constexpr const char* build_key = detail::build_key_text.text;

/// What a library is: a format, or a helper that core asks for when the work calls for it.
enum class PluginKind : std::uint32_t { format, service };

/// How sure a probe is that the input is of its format.
enum class ProbeResult : std::int32_t { no, maybe, likely, certain };

/// C layout. A plugin sets what it has and leaves the rest. Every pointer is to static storage of the
/// plugin; lists end with a null (options: with an entry whose name is null) and may themselves be null.
struct PluginDescriptor {
    std::uint32_t size = sizeof(PluginDescriptor);
    std::uint32_t abi = plugin_abi;
    const char* build_key = offprint::build_key;
    PluginKind kind = PluginKind::format;
    const char* format = nullptr;              ///< "epub": the file is then offprint-epub.so
    const char* title = nullptr;               ///< "EPUB 3 e-book"
    const char* version = nullptr;             ///< the plugin's own
    const char* const* extensions = nullptr;   ///< without dots, the usual one first
    const char* const* media_types = nullptr;  ///< the usual one first
    bool binary_output = false;                ///< refused on a terminal
    const OptionDeclaration* reader_options = nullptr;
    const OptionDeclaration* writer_options = nullptr;
    const OptionDeclaration* checker_options = nullptr;
    const char* const* image_types = nullptr;                            ///< what the writer can embed; null: anything
    ProbeResult (*probe)(const char* head, std::size_t size) = nullptr;  ///< of the first 4 KiB
    Reader* (*make_reader)() = nullptr;    ///< `new`; the host deletes. Null: cannot be read
    Writer* (*make_writer)() = nullptr;    ///< `new`; the host deletes. Null: cannot be written
    Checker* (*make_checker)() = nullptr;  ///< `new`; the host deletes. Null: cannot be checked
    // Of services, whose `format` is "image" or "fetch".
    ImageConverter* (*make_image_converter)() = nullptr;                       ///< `new`; the host deletes
    ResourceLoader* (*make_fetcher)(const FetchSettings& settings) = nullptr;  ///< `new`; the host deletes
};

}  // namespace offprint

extern "C" {
/// The one symbol of a plugin, found by this name. Define it with constants only.
OFFPRINT_API extern const offprint::PluginDescriptor offprint_plugin;
}
