// What the plugin `text` offers.

#include "offprint/text.hpp"

#include <algorithm>
#include <string_view>

#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "text_reader.hpp"
#include "writer/text_writer.hpp"

namespace {

using namespace offprint;

constexpr const char* extensions[] = {"txt", "text", "asc", nullptr};
constexpr const char* media_types[] = {"text/plain", nullptr};
constexpr OptionDeclaration reader_options[] = {
    {"encoding", OptionType::text, "", nullptr,
     "encoding of the input, such as windows-1252; found out when not given"},
    {"text-style", OptionType::choice, "auto", "auto|lines|blocks|indented|wrapped|markdown|rfc|mail|gutenberg",
     "shape of the text: one line a paragraph; wrapped paragraphs parted by blank lines, by a first line set in, or by "
     "their short last line; or a text with the marks of Markdown, RFCs, e-mail or Project Gutenberg"},
    {"article", OptionType::choice, "auto", "auto|always|never",
     "whether title, bylines and dates at the head are taken as such, and boilerplate around the text is left out: "
     "where "
     "it looks like an article, whatever it looks like, or not at all"},
    {"typography", OptionType::flag, "false", nullptr,
     "print typewriter quotes, dashes and dots as the language of the text does"},
    {},
};

constexpr OptionDeclaration writer_options[] = {
    {"wrap", OptionType::integer, "0", "0..1000", "break paragraphs at this many columns (0: each is one line)"},
    {"links", OptionType::flag, "false", nullptr, "number the links, and list their addresses after the text"},
    {},
};

/// Plain text has no signature: anything that is UTF-8 without control characters and does not begin
/// like markup, data or a program's format may be it.
ProbeResult probe(const char* head, std::size_t size) {
    const std::string_view text(head, size);
    constexpr std::size_t longest_character = 4;
    const bool cut_off = size - std::min(size, xml_text_prefix(text)) < longest_character;
    const std::string_view content = trim(text);
    if (!cut_off || content.empty() || content.front() == '<' || content.front() == '{') return ProbeResult::no;
    return content.starts_with("%PDF") || content.starts_with("PK") ? ProbeResult::no : ProbeResult::maybe;
}

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "text",
    .title = "Plain text",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .reader_options = reader_options,
    .writer_options = writer_options,
    .probe = probe,
    .make_reader = []() -> Reader* { return new text::TextReader; },
    .make_writer = []() -> Writer* { return new text::TextWriter; },
};
