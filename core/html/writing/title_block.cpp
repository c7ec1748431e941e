#include "html/writing/title_block.hpp"

#include <fmt/format.h>

#include <string>
#include <variant>

#include "html/writing/link_address.hpp"
#include "html/writing/reading_time.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/xml.hpp"
#include "wording/wording.hpp"

namespace offprint::html {

using package::append;
using package::append_text;
using package::set;

namespace {

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

// "15 January 2014 · 7 min": the sign for minutes is the same in every language.
void append_date(pugi::xml_node parent, const std::optional<Date>& published, int minutes, std::string_view language) {
    if (!published && minutes == 0) return;
    pugi::xml_node line = append(parent, "p");
    set(line, "class", "date");
    if (published) {
        Date day = *published;
        day.time.reset();
        set(append(line, "time", date_text(day, language)), "datetime", day.to_string());
    }
    if (minutes > 0) append_text(line, fmt::format("{}{} min", published ? " \u00B7 " : "", minutes));
}

// Nothing where a book can hold no link to `address`.
void append_link(pugi::xml_node parent, const char* name, std::string_view text, std::string_view address) {
    const std::string url = link_address(address);
    if (url.empty()) return;
    pugi::xml_node line = append(parent, "p");
    set(line, "class", name);
    set(append(line, "a", text), "href", url);
}

std::string site(const Metadata& metadata) {
    std::string host = url_host(metadata.source_url);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host.empty() ? metadata.source_url : host;
}

void append_phrase(pugi::xml_node parent, std::string_view pattern, const std::string& value) {
    if (!pattern.empty()) append(parent, "p", fmt::format(fmt::runtime(pattern), value));
}

void append_statement(pugi::xml_node parent, const Metadata& metadata, std::string_view language) {
    const Wording& words = wording(language);
    append_line(parent, "name", metadata.title);
    append_line(parent, "publisher", metadata.publisher);
    append_link(parent, "source", metadata.source_url, metadata.source_url);
    if (metadata.published) append_phrase(parent, words.published, date_text(*metadata.published, language));
    if (metadata.modified) append_phrase(parent, words.updated, date_text(*metadata.modified, language));
    if (link_address(metadata.rights).empty())
        append_line(parent, "rights", metadata.rights);
    else
        append_link(parent, "rights", metadata.rights, metadata.rights);
}

// What a title page does not say.
bool has_more_to_say(const Metadata& metadata) {
    return !metadata.source_url.empty() || !metadata.rights.empty() || metadata.modified;
}

}  // namespace

void append_title_block(pugi::xml_node parent, const TitleBlock& block, const Metadata& metadata, const Blocks& content,
                        Context& context) {
    append_line(parent, "publisher", metadata.publisher);
    if (!block.title.empty()) {
        pugi::xml_node heading = append(parent, "h1", block.title);
        set(heading, "class", "title");
        if (!block.id.empty()) set(heading, "id", block.id);
    }
    if (!opens_with(content, metadata.subtitle)) append_line(parent, "subtitle", metadata.subtitle);
    pugi::xml_node imprint = append(parent, "div");
    set(imprint, "class", "imprint");
    append_line(imprint, "byline", byline(metadata));
    append_date(imprint, metadata.published, reading_minutes(content, context), block.language);
    append_link(imprint, "source", site(metadata), metadata.source_url);
    if (!imprint.first_child()) parent.remove_child(imprint);
}

bool append_colophon(pugi::xml_node section, const Document& document, std::string_view language,
                     std::size_t missing_images) {
    if (has_more_to_say(document.metadata)) append_statement(section, document.metadata, language);
    for (const Block& block : document.content) {
        const auto* article = std::get_if<Group>(&block);
        if (article != nullptr && article->metadata && has_more_to_say(*article->metadata))
            append_statement(append(section, "div"), *article->metadata, language);
    }
    if (missing_images > 0) append_phrase(section, wording(language).missing_images, fmt::to_string(missing_images));
    return static_cast<bool>(section.first_child());
}

}  // namespace offprint::html
