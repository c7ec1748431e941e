// The descriptor of the HTML format.
#include <array>
#include <string_view>

#include "containers/open_container.hpp"
#include "html_reader.hpp"
#include "offprint/plugin.hpp"
#include "offprint/text.hpp"
#include "offprint/version.hpp"
#include "writer/html_writer.hpp"
#include "writer/image_sources.hpp"

namespace offprint::html {

namespace {

constexpr const char* extensions[] = {"html", "htm", "xhtml", "mht", "mhtml", "webarchive", "zip", nullptr};
constexpr const char* media_types[] = {"text/html",
                                       "application/xhtml+xml",
                                       "multipart/related",
                                       "application/x-mimearchive",
                                       "application/x-webarchive",
                                       "application/zip",
                                       nullptr};

constexpr OptionDeclaration reader_options[] = {
    {"article", OptionType::choice, "auto", "auto|always|never",
     "take the article out of the page: if there is more around it, always, or never"},
    {"article-selector", OptionType::text, "", nullptr,
     "the article is what this CSS selector finds, for example 'main > .post'"},
    {"encoding", OptionType::text, "", nullptr, "the text's encoding, for example windows-1252, if the page is wrong"},
    {"base-url", OptionType::text, "", nullptr, "where the page came from; relative links resolve against it"},
    {"strip-trackers", OptionType::flag, "false", nullptr, "take the parameters off links that only track readers"},
    {},
};

constexpr OptionDeclaration writer_options[] = {
    {"standalone", OptionType::flag, "true", nullptr,
     "a whole page; without, the content alone, to be put into another page"},
    {"toc", OptionType::flag, "false", nullptr, "a table of contents after the title"},
    {"toc-depth", OptionType::integer, "2", "0..7", "levels of headings in the table of contents"},
    {"css", OptionType::file, "", nullptr, "a style sheet that replaces the one that comes with the program"},
    {"extra-css", OptionType::file, "", nullptr, "a style sheet that adds to it and prevails over it"},
    extract_media_option,
    {},
};

ProbeResult probe(const char* head, std::size_t size) {
    if (const ProbeResult container = container_probe({head, size}); container != ProbeResult::no) return container;
    const std::string text = to_lower_ascii({head, size});
    const std::string_view start = trim(std::string_view(text).substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) return ProbeResult::certain;
    if (text.find("<html") != std::string::npos || text.find("<body") != std::string::npos) return ProbeResult::likely;
    constexpr std::array<std::string_view, 8> blocks{"<p>",   "<div",   "<article", "<h1",
                                                     "<head", "<table", "<!--",     "<br"};
    for (std::string_view block : blocks)
        if (start.starts_with(block)) return ProbeResult::likely;
    return start.starts_with('<') && text.find("</") != std::string::npos ? ProbeResult::maybe : ProbeResult::no;
}

}  // namespace

}  // namespace offprint::html

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .format = "html",
    .title = "Web page (HTML)",
    .version = OFFPRINT_VERSION,
    .extensions = offprint::html::extensions,
    .media_types = offprint::html::media_types,
    .reader_options = offprint::html::reader_options,
    .writer_options = offprint::html::writer_options,
    .image_types = offprint::html::image_types,
    .probe = offprint::html::probe,
    .make_reader = [] { return static_cast<offprint::Reader*>(new offprint::html::HtmlReader); },
    .make_writer = [] { return static_cast<offprint::Writer*>(new offprint::html::HtmlWriter); },
};
