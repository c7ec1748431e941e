#include "reader/article_head.hpp"

#include <algorithm>
#include <string_view>

#include "offprint/date.hpp"
#include "offprint/text.hpp"
#include "reader/semantics.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

/// "Ada Quill, Ben Stone (translator)", as the writer joins them.
void add_contributors(std::string_view byline, Metadata& metadata) {
    while (!byline.empty()) {
        const std::size_t end = std::min(byline.find(", "), byline.size());
        std::string_view name = byline.substr(0, end);
        byline.remove_prefix(std::min(end + 2, byline.size()));
        Contributor contributor;
        if (const std::size_t role = name.rfind(" ("); role != std::string_view::npos && name.ends_with(')')) {
            contributor.role = name.substr(role + 2, name.size() - role - 3);
            name = name.substr(0, role);
        }
        contributor.name = name;
        metadata.contributors.push_back(std::move(contributor));
    }
}

void set(Metadata& metadata, MetadataField field, std::string& place, std::string value) {
    place = std::move(value);
    metadata.provenance[field] = Origin::dom;
}

void add_line(pugi::xml_node line, std::string_view name, Metadata& metadata) {
    if (name == "title") {
        set(metadata, MetadataField::title, metadata.title, text_of(line));
    } else if (name == "subtitle") {
        set(metadata, MetadataField::subtitle, metadata.subtitle, text_of(line));
    } else if (name == "publisher") {
        set(metadata, MetadataField::publisher, metadata.publisher, text_of(line));
    } else if (name == "source") {
        set(metadata, MetadataField::source_url, metadata.source_url,
            unescape(line.child("a").attribute("href").value()));
    } else if (name == "byline") {
        add_contributors(text_of(line), metadata);
        metadata.provenance[MetadataField::contributors] = Origin::dom;
    } else if (name == "date") {
        metadata.published = parse_iso_date(line.child("time").attribute("datetime").value());
        if (metadata.published) metadata.provenance[MetadataField::published] = Origin::dom;
    }
}

}  // namespace

ArticleHead read_title_block(pugi::xml_node parent) {
    ArticleHead head;
    head.id = parent.child("h1").attribute("id").value();
    for (const pugi::xml_node lines : {parent, parent.find_child_by_attribute("div", "class", "imprint")})
        for (const pugi::xml_node line : lines.children())
            add_line(line, line.attribute("class").value(), head.metadata);
    return head;
}

std::optional<ArticleHead> take_article_head(pugi::xml_node body) {
    const pugi::xml_node header = first_element(body);
    if (local_name(header.name()) != "header" || !ocf::has_word(header.attribute("class").value(), "article-title"))
        return std::nullopt;
    ArticleHead head = read_title_block(header);
    body.remove_child(header);
    return head;
}

}  // namespace offprint::epub
