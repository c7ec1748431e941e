#include "writer/page.hpp"

#include "offprint/text.hpp"
#include "package/xml.hpp"
#include "writer/links.hpp"

namespace offprint::epub {

using package::append;
using package::set;

namespace {

const char* name_of(Direction direction) {
    switch (direction) {
        case Direction::unspecified:
            return "";
        case Direction::left_to_right:
            return "ltr";
        case Direction::right_to_left:
            return "rtl";
        case Direction::automatic:
            return "auto";
    }
    return "";
}

void append_line(pugi::xml_node parent, const char* name, std::string_view text) {
    if (!text.empty()) set(append(parent, "p", text), "class", name);
}

// Authors by their names; whoever did something else with what it was.
std::string byline(const Metadata& metadata) {
    std::string line;
    for (const Contributor& contributor : metadata.contributors) {
        if (!line.empty()) line += ", ";
        line += contributor.name;
        if (contributor.role != "author" && !contributor.role.empty()) line += " (" + contributor.role + ")";
    }
    return line;
}

void append_date(pugi::xml_node parent, Date date) {
    date.time.reset();
    pugi::xml_node line = append(parent, "p");
    set(line, "class", "date");
    set(append(line, "time", date.to_string()), "datetime", date.to_string());
}

}  // namespace

pugi::xml_node start_page(pugi::xml_document& document, const PageHead& head) {
    pugi::xml_node html = append(document, "html");
    set(html, "xmlns", xhtml_namespace);
    set(html, "xmlns:epub", ops_namespace);
    set_language(html, head.language, head.direction);
    pugi::xml_node element = append(html, "head");
    append(element, "title", head.title);
    pugi::xml_node link = append(element, "link");
    set(link, "rel", "stylesheet");
    set(link, "type", "text/css");
    set(link, "href", style_sheet_file);
    return append(html, "body");
}

std::string finish_page(const pugi::xml_document& document) {
    return package::serialize(document, "<!DOCTYPE html>");
}

void set_language(pugi::xml_node element, std::string_view language, Direction direction) {
    if (!language.empty()) {
        set(element, "lang", language);
        set(element, "xml:lang", language);
    }
    if (direction != Direction::unspecified) set(element, "dir", name_of(direction));
}

void append_title_block(pugi::xml_node parent, const Metadata& metadata, const Blocks& content, std::string_view title,
                        std::string_view id) {
    pugi::xml_node heading = append(parent, "h1", title);
    set(heading, "class", "title");
    if (!id.empty()) set(heading, "id", id);
    if (!opens_with(content, metadata.subtitle)) append_line(parent, "subtitle", metadata.subtitle);
    append_line(parent, "byline", byline(metadata));
    if (metadata.published) append_date(parent, *metadata.published);
    append_line(parent, "publisher", metadata.publisher);
    if (const std::string url = link_address(metadata.source_url); !url.empty()) {
        pugi::xml_node line = append(parent, "p");
        set(line, "class", "source");
        set(append(line, "a", metadata.source_url), "href", url);
    }
}

}  // namespace offprint::epub
