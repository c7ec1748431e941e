#include "title_block.hpp"

#include <algorithm>

#include "date_line.hpp"
#include "languages.hpp"
#include "offprint/text.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

Inlines text(std::string value) {
    if (value.empty()) return {};
    return {Text(std::move(value))};
}

/// True if the text itself begins with a byline, so that the block before it need not have one.
bool has_byline(const Blocks& content) {
    constexpr std::size_t beginning = 5;  // blocks: a picture and a standfirst may come first
    for (std::size_t i = 0; i < std::min(content.size(), beginning); ++i) {
        const Group* group = std::get_if<Group>(&content[i]);
        if (group && group->kind == GroupKind::byline) return true;
    }
    return false;
}

/// What makes the highest heading of `content` one of Word's `first_level`.
int heading_shift(const Blocks& content, int first_level) {
    int highest = 0;
    walk(content, overloaded{[&](const Heading& heading) {
                                 highest = highest == 0 ? heading.level : std::min(highest, heading.level);
                             },
                             [](const auto&) {}});
    return highest == 0 ? 0 : first_level - highest;
}

/// "Ada Quill, Ben Marsh; Cy Dent (translator)"
std::string byline(const Metadata& metadata) {
    std::string line = joined_names(metadata, "author");
    for (const Contributor& contributor : metadata.contributors) {
        if (contributor.role == "author") continue;
        if (!line.empty()) line += "; ";
        line += contributor.name;
        if (!contributor.role.empty()) line += " (" + contributor.role + ")";
    }
    return line;
}

void write_subtitle_and_byline(const Metadata& metadata, const Blocks& content, pugi::xml_node body, const Scope& scope,
                               BlockWriter& blocks) {
    if (!opens_with(content, metadata.subtitle))
        blocks.write_paragraph(text(metadata.subtitle), body, style_id::subtitle, scope);
    if (!has_byline(content)) blocks.write_paragraph(text(byline(metadata)), body, style_id::author, scope);
    blocks.write_paragraph(text(date_line(metadata, scope.language)), body, style_id::date, scope);
}

bool is_book(const Document& document) {
    const auto is_article = [](const Block& block) {
        const Group* group = std::get_if<Group>(&block);
        return group && group->kind == GroupKind::article;
    };
    return std::any_of(document.content.begin(), document.content.end(), is_article);
}

}  // namespace

std::string joined_names(const Metadata& metadata, std::string_view role) {
    std::string names;
    for (const Contributor& contributor : metadata.contributors) {
        if (contributor.role != role) continue;
        if (!names.empty()) names += ", ";
        names += contributor.name;
    }
    return names;
}

void write_title_block(const Document& document, pugi::xml_node body, const Scope& scope, BlockWriter& blocks) {
    if (document.attributes) blocks.wait_for_paragraph(document.attributes->id);
    blocks.write_paragraph(text(document.metadata.title), body, style_id::title, scope);
    write_subtitle_and_byline(document.metadata, document.content, body, scope, blocks);
}

void write_content(const Document& document, pugi::xml_node body, const Scope& scope, BlockWriter& blocks) {
    Scope inner = scope;
    if (!is_book(document)) inner.heading_shift = heading_shift(document.content, 1);
    blocks.write(document.content, body, inner);
}

void write_article(const Group& article, pugi::xml_node body, const Scope& scope, BlockWriter& blocks) {
    static const Metadata unknown;
    const Metadata& metadata = article.metadata ? *article.metadata : unknown;
    static const Attributes none;
    const Attributes& attributes = article.attributes ? *article.attributes : none;
    Scope inner = scope;
    if (attributes.language.empty() && !metadata.language.empty()) {
        inner.language = metadata.language;
        if (attributes.direction == Direction::unspecified) inner.right_to_left = is_right_to_left(metadata.language);
    }
    if (body.first_child()) blocks.break_page();
    blocks.write_heading(text(metadata.title), 1, body, inner);
    write_subtitle_and_byline(metadata, article.content, body, inner, blocks);
    inner.heading_shift = heading_shift(article.content, metadata.title.empty() ? 1 : 2);
    blocks.write(article.content, body, inner);
}

}  // namespace offprint::docx
