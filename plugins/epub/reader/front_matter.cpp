#include "reader/front_matter.hpp"

#include <algorithm>
#include <unordered_set>

#include "offprint/text.hpp"
#include "package/container.hpp"
#include "reader/semantics.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

/// The lower-case words of a text without the marks between them.
template <class Take>
void for_each_word(std::string_view text, Take&& take) {
    constexpr std::string_view marks = " .,;:!?()[]\"'/-";
    while (!text.empty()) {
        const std::size_t length = std::min(text.find_first_of(marks), text.size());
        if (length != 0) take(to_lower_ascii(text.substr(0, length)));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
}

std::unordered_set<std::string> words_of(const Metadata& metadata) {
    std::unordered_set<std::string> words{"by"};
    const auto add = [&](std::string_view text) { for_each_word(text, [&](std::string word) { words.insert(word); }); };
    for (const std::string* text : {&metadata.title, &metadata.subtitle, &metadata.publisher, &metadata.source_url,
                                    &metadata.rights, &metadata.description})
        add(*text);
    for (const Contributor& contributor : metadata.contributors) {
        add(contributor.name);
        add(contributor.role);
    }
    if (metadata.published) add(metadata.published->to_string());
    return words;
}

bool says_nothing_new(pugi::xml_node body, const Metadata& metadata) {
    const std::unordered_set<std::string> known = words_of(metadata);
    bool is_known = true;
    for_each_word(text_of(body), [&](const std::string& word) { is_known = is_known && known.contains(word); });
    return is_known;
}

/// The types of the body and of the one element that it begins with.
std::string types_of(pugi::xml_node body) {
    return std::string(semantic_type(body)) + " " + std::string(semantic_type(first_element(body)));
}

bool shows_only(pugi::xml_node body, const std::string& file, const std::string& picture) {
    int pictures = 0;
    bool is_other = false;
    for (pugi::xml_node node = next_node(body, body); node; node = next_node(node, body)) {
        const std::string_view name = local_name(node.name());
        if (name != "img" && name != "image") continue;
        ++pictures;
        for (const pugi::xml_attribute attribute : node.attributes())
            if (const std::string_view key = local_name(attribute.name()); key == "src" || key == "href")
                is_other |= ocf::resolve_path(file, unescape(attribute.value())) != picture;
    }
    return pictures == 1 && !is_other;
}

}  // namespace

bool repeats_metadata(pugi::xml_node html, const FileUse& use, const Metadata& metadata, const std::string& cover,
                      bool is_own) {
    const pugi::xml_node body = body_of(html);
    const std::string types = types_of(body);
    const auto is_any = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::any_of(
            names, [&](std::string_view name) { return ocf::has_word(types, name) || use.guide_type == name; });
    };
    if (use.is_navigation || is_any({"toc", "landmarks", "loi", "lot"})) return true;
    if (is_own) return is_any({"cover", "titlepage", "colophon"});
    if (is_any({"cover", "titlepage", "halftitlepage", "title-page"})) return says_nothing_new(body, metadata);
    return !cover.empty() && shows_only(body, use.path, cover) && says_nothing_new(body, metadata);
}

}  // namespace offprint::epub
