// The plugin: what it is called, what can be set, and how its writer and its checker are made.
#include "checker/epub_checker.hpp"
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
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
    .make_writer = []() -> offprint::Writer* { return new offprint::epub::EpubWriter; },
    .make_checker = []() -> offprint::Checker* { return new offprint::epub::EpubChecker; },
};
