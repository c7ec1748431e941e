#include "reader/semantics.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace offprint::epub {

namespace {

// In EPUB 3 a book's notes are endnotes, and footnotes where a page has an end; EPUB 2.01 spoke of rearnotes.
constexpr auto roles = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"noteref", "doc-noteref"},
    {"footnote", "doc-footnote"},
    {"endnote", "doc-footnote"},
    {"rearnote", "doc-footnote"},
    {"note", "doc-footnote"},
    {"footnotes", "doc-endnotes"},
    {"endnotes", "doc-endnotes"},
    {"rearnotes", "doc-endnotes"},
    {"backlink", "doc-backlink"},
    {"referrer", "doc-backlink"},
});

}  // namespace

std::string_view semantic_type(pugi::xml_node element) {
    for (const pugi::xml_attribute attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name.ends_with(":type") && !name.starts_with("xlink:")) return attribute.value();
    }
    return {};
}

std::string roles_of(std::string_view types) {
    // A reference says, too, what kind of note it leads to.
    if (ocf::has_word(types, "noteref")) types = "noteref";
    std::string result;
    for (const std::string_view type : ocf::split_words(types)) {
        const auto* role = std::ranges::find(roles, type, &std::pair<std::string_view, std::string_view>::first);
        if (role != roles.end() && !ocf::has_word(result, role->second))
            result.append(result.empty() ? "" : " ").append(role->second);
    }
    return result;
}

bool is_page_break(std::string_view types, std::string_view role) {
    return ocf::has_word(types, "pagebreak") || ocf::has_word(role, "doc-pagebreak");
}

}  // namespace offprint::epub
