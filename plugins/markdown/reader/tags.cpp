#include "reader/tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "offprint/text.hpp"
#include "reader/page.hpp"

namespace offprint::markdown {

namespace {

/// Elements whose content is no markup: one that is not ended would swallow the rest of the page.
constexpr std::array<std::string_view, 9> raw_elements{"iframe", "noembed",  "noframes", "plaintext", "script",
                                                       "style",  "textarea", "title",    "xmp"};

}  // namespace

std::string attribute(const char* name, const MD_ATTRIBUTE& value) {
    if (value.text == nullptr || value.size == 0) return {};
    Page escaped;
    for (int i = 0; value.substr_offsets[i] < value.size; ++i) {
        const MD_OFFSET begin = value.substr_offsets[i];
        const std::string_view part(value.text + begin, value.substr_offsets[i + 1] - begin);
        if (value.substr_types[i] == MD_TEXT_ENTITY)
            escaped.markup(part, 0);
        else
            escaped.text(part);
    }
    return fmt::format(" {}=\"{}\"", name, escaped.html());
}

const char* tag_of(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return "blockquote";
        case MD_BLOCK_UL:
            return "ul";
        case MD_BLOCK_OL:
            return "ol";
        case MD_BLOCK_LI:
            return "li";
        case MD_BLOCK_P:
            return "p";
        case MD_BLOCK_TABLE:
            return "table";
        case MD_BLOCK_THEAD:
            return "thead";
        case MD_BLOCK_TBODY:
            return "tbody";
        case MD_BLOCK_TR:
            return "tr";
        case MD_BLOCK_TH:
            return "th";
        case MD_BLOCK_TD:
            return "td";
        default:
            return "";
    }
}

const char* tag_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "strong";
        case MD_SPAN_A:
            return "a";
        case MD_SPAN_CODE:
            return "code";
        case MD_SPAN_DEL:
            return "s";
        case MD_SPAN_LATEXMATH:
        case MD_SPAN_LATEXMATH_DISPLAY:
            return "math-renderer";
        case MD_SPAN_U:
            return "u";
        case MD_SPAN_IMG:
        case MD_SPAN_WIKILINK:
            return "span";
    }
    return "span";
}

std::string tag_name(std::string_view html, bool slash) {
    constexpr std::size_t longest = 12;
    const std::string_view mark = slash ? "</" : "<";
    if (!html.starts_with(mark)) return {};
    const std::string_view name = html.substr(mark.size(), longest);
    return to_lower_ascii(name.substr(0, name.find_first_of(" \t\r\n/>")));
}

bool is_raw(std::string_view name) {
    return std::binary_search(raw_elements.begin(), raw_elements.end(), name);
}

bool is_version(const MD_ATTRIBUTE& href) {
    const std::string_view url(href.text == nullptr ? "" : href.text, href.size);
    const bool ends_in_digit = !url.empty() && url.back() >= '0' && url.back() <= '9';
    return ends_in_digit && url.starts_with("mailto:") && url.find_last_of("@?") != std::string_view::npos &&
           url[url.find_last_of("@?")] == '@';
}

bool begins_like_raw(std::string_view html) {
    constexpr std::size_t longest = 10;
    const std::string head = to_lower_ascii(html.substr(0, longest));
    for (const std::string_view start : {"<pre", "<script", "<style", "<textarea"})
        if (head.starts_with(start))
            return head.size() > start.size() &&
                   std::string_view(" \t\r\n>").find(head[start.size()]) == std::string_view::npos;
    return false;
}

std::string code_language(const MD_ATTRIBUTE& info) {
    std::string_view language(info.text == nullptr ? "" : info.text, info.size);
    if (language.starts_with('{')) language.remove_prefix(1);
    if (language.starts_with('.')) language.remove_prefix(1);
    return std::string(language.substr(0, language.find_first_of(" \t{}\"'<>&,;")));
}

}  // namespace offprint::markdown
