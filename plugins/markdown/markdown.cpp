// What the plugin `markdown` offers.

#include <algorithm>
#include <string_view>

#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "reader/header.hpp"
#include "reader/markdown_reader.hpp"
#include "writer/markdown_writer.hpp"

namespace {

using namespace offprint;

constexpr const char* extensions[] = {"md", "markdown", nullptr};
constexpr const char* media_types[] = {"text/markdown", nullptr};
constexpr OptionDeclaration reader_options[] = {
    {"encoding", OptionType::text, "", nullptr,
     "encoding of the input, such as windows-1252; found out when not given"},
    {"base-url", OptionType::text, "", nullptr, "address of the text, against which relative ones resolve"},
    {},
};

constexpr OptionDeclaration writer_options[] = {
    {"front-matter", OptionType::flag, "true", nullptr,
     "metadata as YAML before the text; without it title, names and date stand above the text"},
    extract_media_option,
    {},
};

/// Marks of Markdown are frequent in plain texts, too: only a header of metadata before a heading or a link is a sign.
ProbeResult probe(const char* head, std::size_t size) {
    const std::string_view text(head, size);
    const auto header = markdown::find_header(text);
    if (!header) return ProbeResult::no;
    const bool is_yaml = header->syntax == markdown::HeaderSyntax::yaml;
    if (header->content.find(is_yaml ? ": " : "=") == std::string_view::npos) return ProbeResult::no;
    const std::string_view body = text.substr(header->size);
    const bool has_marks = body.find("\n# ") != std::string_view::npos ||
                           body.find("\n## ") != std::string_view::npos || body.find("](") != std::string_view::npos ||
                           body.find("\n```") != std::string_view::npos;
    return has_marks ? ProbeResult::likely : ProbeResult::no;
}

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "markdown",
    .title = "Markdown",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .reader_options = reader_options,
    .writer_options = writer_options,
    .probe = probe,
    .make_reader = []() -> Reader* { return new markdown::MarkdownReader; },
    .make_writer = []() -> Writer* { return new markdown::MarkdownWriter; },
};
