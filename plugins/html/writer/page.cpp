#include "writer/page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "html/writing/attribute_values.hpp"
#include "html/writing/link_address.hpp"
#include "html/writing/style_sheet.hpp"
#include "html/writing/title_block.hpp"
#include "offprint/language.hpp"
#include "offprint/version.hpp"
#include "package/xml.hpp"
#include "wording/wording.hpp"
#include "writer/page_style.hpp"

namespace offprint::html {

using package::append;
using package::set;

namespace {

// Nothing but what the page itself holds and files of its own: no script, nothing from the network, whatever a style
// sheet of the user's asks for.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; font-src data:; base-uri 'none'; "
    "form-action 'none'";

class Head {
public:
    explicit Head(pugi::xml_node head) : head_(head) {}

    void add_meta(const char* kind, const char* name, std::string_view content) {
        if (content.empty()) return;
        pugi::xml_node meta = append(head_, "meta");
        set(meta, kind, name);
        set(meta, "content", content);
    }

    void add_link(const char* relation, std::string_view address) {
        const std::string url = link_address(address);
        if (url.empty()) return;
        pugi::xml_node link = append(head_, "link");
        set(link, "rel", relation);
        set(link, "href", url);
    }

    void add_metadata(const Metadata& metadata) {
        for (const Contributor& contributor : metadata.contributors)
            if (contributor.role == "author") add_meta("name", "author", contributor.name);
        add_meta("name", "description", metadata.description);
        add_meta("name", "keywords", fmt::format("{}", fmt::join(metadata.keywords, ", ")));
        add_meta("property", "og:title", metadata.title);
        add_meta("property", "og:site_name", metadata.publisher);
        if (metadata.published) add_meta("property", "article:published_time", metadata.published->to_string());
        if (metadata.modified) add_meta("property", "article:modified_time", metadata.modified->to_string());
        add_meta("name", "dcterms.identifier", metadata.identifier);
        if (link_address(metadata.rights).empty()) add_meta("name", "dcterms.rights", metadata.rights);
        add_link("license", metadata.rights);
        add_link("canonical", metadata.source_url);
    }

    void add_style(const std::string& own, const std::string& extra) {
        std::string sheet = own.empty() ? std::string(style_sheet).append(page_style) : own;
        if (!extra.empty()) sheet.append("\n").append(extra);
        append(head_, "style", sheet);
    }

private:
    pugi::xml_node head_;
};

// For the style sheet, which cannot tell by itself.
std::string class_of(const Document& document, std::string_view language) {
    std::string classes;
    if (document.attributes && document.attributes->direction == Direction::right_to_left) classes = "rtl";
    if (lacks_italics(language)) classes += classes.empty() ? "upright" : " upright";
    return classes;
}

bool says_something(const Metadata& metadata) {
    return !metadata.title.empty() || !metadata.subtitle.empty() || !metadata.contributors.empty() ||
           !metadata.publisher.empty() || metadata.published || !metadata.source_url.empty();
}

}  // namespace

pugi::xml_node start_page(pugi::xml_document& page, const Document& document, const Options& options) {
    const Metadata& metadata = document.metadata;
    const std::string language = language_tag(metadata.language);
    pugi::xml_node html = append(page, "html");
    if (!language.empty()) set(html, "lang", language);
    if (document.attributes && document.attributes->direction != Direction::unspecified)
        set(html, "dir", name_of(document.attributes->direction));
    pugi::xml_node element = append(html, "head");
    set(append(element, "meta"), "charset", "utf-8");
    Head head(element);
    head.add_meta("name", "viewport", "width=device-width, initial-scale=1");
    head.add_meta("http-equiv", "Content-Security-Policy", policy);
    head.add_meta("name", "referrer", "no-referrer");
    head.add_meta("name", "generator", "Offprint " OFFPRINT_VERSION);
    append(element, "title", metadata.title.empty() ? "Untitled" : metadata.title);
    head.add_metadata(metadata);
    head.add_style(options.text("css"), options.text("extra-css"));
    pugi::xml_node body = append(html, "body");
    if (const std::string classes = class_of(document, language); !classes.empty()) set(body, "class", classes);
    return body;
}

void append_header(pugi::xml_node article, const Metadata& metadata, std::string_view title_id, const Blocks& content,
                   Context& context) {
    if (!says_something(metadata)) return;
    pugi::xml_node header = append(article, "header");
    set(header, "class", "article-title");
    append_title_block(header, {metadata.title, title_id, metadata.language}, metadata, content, context);
}

void append_footer(pugi::xml_node body, const Document& document, std::size_t missing_images) {
    pugi::xml_node footer = append(body, "footer");
    set(footer, "class", "colophon");
    if (!append_colophon(footer, document, document.metadata.language, missing_images)) body.remove_child(footer);
}

}  // namespace offprint::html
