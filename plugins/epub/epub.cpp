// The plugin: what it is called, what can be set, and how its reader, writer and checker are made.
#include "checker/epub_checker.hpp"
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "reader/epub_reader.hpp"
#include "writer/epub_writer.hpp"
#include "writer/image_files.hpp"

namespace {

using offprint::OptionDeclaration;
using offprint::OptionType;

constexpr const char* extensions[] = {"epub", nullptr};
constexpr const char* media_types[] = {"application/epub+zip", nullptr};

constexpr OptionDeclaration writer_options[] = {
    {"split-level", OptionType::integer, "1", "0..6",
     "start a new file at headings of this level and above (0: never)"},
    {"split-size", OptionType::integer, "240", nullptr, "start a new file when one reaches this many kilobytes"},
    {"notes", OptionType::choice, "chapter", "chapter|end", "where notes stand: after their chapter or the article"},
    {"toc", OptionType::flag, "false", nullptr, "a page with the table of contents after the title page"},
    {"toc-depth", OptionType::integer, "2", "0..7", "levels of headings in the table of contents"},
    {"profile", OptionType::choice, "generic", "generic|kindle|kobo|apple", "the device that the book is made for"},
    {"kepub", OptionType::flag, "false", nullptr, "sentences marked as Kobo wants them; name the file NAME.kepub.epub"},
    offprint::cover_option,
    {"css", OptionType::file, "", nullptr, "a style sheet that replaces the one that comes with the program"},
    {"extra-css", OptionType::file, "", nullptr, "a style sheet that adds to it and prevails over it"},
    {"colophon", OptionType::flag, "true", nullptr, "a last page that says where the text is from"},
    {},
};

/// The first entry of an EPUB says what it is (EPUB 3.3, section 4.3.4).
offprint::ProbeResult probe(const char* head, std::size_t size) {
    constexpr std::size_t name_at = 30;  // in a local file header (APPNOTE 4.3.7)
    const std::string_view text(head, size);
    if (!text.starts_with("PK\x03\x04") || size < name_at) return offprint::ProbeResult::no;
    if (text.substr(name_at).starts_with("mimetypeapplication/epub+zip")) return offprint::ProbeResult::certain;
    const bool is_package = text.find("META-INF/container.xml") != std::string_view::npos;
    return is_package ? offprint::ProbeResult::likely : offprint::ProbeResult::no;
}

}  // namespace

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .format = "epub",
    .title = "EPUB 3 e-book",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .binary_output = true,
    .writer_options = writer_options,
    .image_types = offprint::epub::image_types,
    .probe = probe,
    .make_reader = []() -> offprint::Reader* { return new offprint::epub::EpubReader; },
    .make_writer = []() -> offprint::Writer* { return new offprint::epub::EpubWriter; },
    .make_checker = []() -> offprint::Checker* { return new offprint::epub::EpubChecker; },
};
