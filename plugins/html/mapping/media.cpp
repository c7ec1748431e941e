// Images, drawings and what only a browser can play.
#include <algorithm>
#include <string_view>

#include "mapping/image_source.hpp"
#include "mapping/mapper.hpp"
#include "mapping/values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr int icon_size = 32;

int declared_size(const Dom& dom, NodeIndex node, const char* name) {
    const std::string_view value = trim(dom.attribute(node, name));
    if (value.ends_with('%')) return 0;
    return std::max(0, parse_integer(value).value_or(0));
}

/// An image that only counts readers or fills space.
bool is_invisible(const Dom& dom, NodeIndex image) {
    const std::optional<int> width = parse_integer(dom.attribute(image, "width"));
    const std::optional<int> height = parse_integer(dom.attribute(image, "height"));
    return (width && *width <= 1) || (height && *height <= 1);
}

/// One reference into a sheet of symbols that is not in the drawing itself.
bool is_drawn_elsewhere(const Dom& dom, NodeIndex svg) {
    for (NodeIndex node = svg + 1; node < dom.end(svg); ++node) {
        const std::string_view name = dom[node].name;
        if (!name.empty() && name != "use" && name != "title" && name != "g") return false;
    }
    return true;
}

bool is_media(Tag tag) {
    switch (tag) {
        case Tag::img:
        case Tag::picture:
        case Tag::iframe:
        case Tag::video:
        case Tag::audio:
        case Tag::figure:
            return true;
        default:
            return false;
    }
}

/// The host of an address without "www.".
std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("//");
    if (begin == std::string_view::npos) return {};
    std::string_view host = url.substr(begin + 2);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

/// Where the content of an embedding element is.
std::string embed_source(const Dom& dom, NodeIndex node) {
    for (std::string_view name : {"src", "data-src", "data"})
        if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty()) return std::string(value);
    for (const NodeIndex child : dom.children(node))
        if (dom.tag(child) == Tag::source)
            if (const std::string_view value = trim(dom.attribute(child, "src")); !value.empty())
                return std::string(value);
    return {};
}

/// A drawing as a data: URI. In its own text '%' and '#' are no part of the address' syntax.
std::string data_url(std::string_view svg) {
    std::string url = "data:image/svg+xml,";
    for (char c : svg) {
        if (c == '%')
            url += "%25";
        else if (c == '#')
            url += "%23";
        else
            url += c;
    }
    return encode_url(url);
}

/// True if the real image is in a `noscript` beside this one.
bool has_noscript_twin(const Dom& dom, NodeIndex image) {
    for (const NodeIndex twin : {dom.previous_element(image), dom.next_element(image)})
        if (twin != no_node && dom.tag(twin) == Tag::noscript && dom.find(twin, Tag::img) != no_node) return true;
    return false;
}

}  // namespace

bool Mapper::has_usable_source(NodeIndex image) const {
    return !image_source(dom_, image).empty();
}

void Mapper::map_image(NodeIndex node, Flow& flow) {
    Image image;
    image.source = image_source(dom_, node);
    if (image.source.empty() && !has_noscript_twin(dom_, node)) image.source = small_image(dom_, node);
    if (image.source.empty() || is_invisible(dom_, node)) return;
    image.attributes = attributes_of(node, false);
    image.range = range_of(node);
    if (dom_.has_attribute(node, "alt")) image.alt = collapse_space(dom_.attribute(node, "alt"));
    image.title = title_of(node);
    image.width = declared_size(dom_, node, "width");
    image.height = declared_size(dom_, node, "height");
    flow.atom(std::move(image));
}

/// The `img` of a picture is what every reader can show; a `source` stands in only when it has none.
void Mapper::map_picture(NodeIndex node, Flow& flow) {
    const NodeIndex img = dom_.find(node, Tag::img);
    if (img != no_node && has_usable_source(img)) return map_image(img, flow);
    Image image;
    for (NodeIndex child = node + 1; child < dom_.end(node) && image.source.empty(); ++child)
        if (dom_.tag(child) == Tag::source) image.source = image_source(dom_, child);
    if (image.source.empty() && img != no_node && !has_noscript_twin(dom_, node)) return map_image(img, flow);
    if (image.source.empty()) return;
    image.range = range_of(node);
    if (img != no_node && dom_.has_attribute(img, "alt")) image.alt = collapse_space(dom_.attribute(img, "alt"));
    flow.atom(std::move(image));
}

/// Without scripts a lazy image is only here; of two twins one is enough.
void Mapper::map_noscript(NodeIndex node, Flow& flow) {
    bool holds_media = false;
    for (NodeIndex child = node + 1; child < dom_.end(node); ++child) holds_media |= is_media(dom_.tag(child));
    if (!holds_media) return;
    for (const NodeIndex twin : {dom_.previous_element(node), dom_.next_element(node)}) {
        if (twin == no_node || !is_media(dom_.tag(twin))) continue;
        const NodeIndex image = dom_.find(twin, Tag::img);
        if (image != no_node && has_usable_source(image)) return;
    }
    map_children(node, flow);
}

void Mapper::map_svg(NodeIndex node, Flow& flow) {
    const int width = declared_size(dom_, node, "width");
    const int height = declared_size(dom_, node, "height");
    const bool icon = width != 0 && width <= icon_size && height <= icon_size;
    if (icon || is_drawn_elsewhere(dom_, node) || dom_.attribute(node, "aria-hidden") == "true") return;
    Image image;
    image.source = data_url(dom_.to_xml(node));
    image.range = range_of(node);
    image.width = width;
    image.height = height;
    std::string alt = collapse_space(dom_.attribute(node, "aria-label"));
    for (const NodeIndex child : dom_.children(node))
        if (alt.empty() && dom_[child].name == "title") alt = dom_.text(child);
    if (!alt.empty()) image.alt = std::move(alt);
    flow.atom(std::move(image));
}

/// What plays or loads elsewhere: its poster, if any, and a link with its title or its host.
void Mapper::map_embed(NodeIndex node, Flow& flow) {
    const std::string source = embed_source(dom_, node);
    const std::string type = to_lower_ascii(dom_.attribute(node, "type"));
    const bool is_image = type.starts_with("image/");
    std::string url;
    if (!source.empty() && !is_image) url = links_.absolute(source);
    if (url_scheme(url) != "http" && url_scheme(url) != "https") url.clear();
    const std::string_view poster = trim(dom_.attribute(node, "poster"));
    flow.end_paragraph();
    if (!poster.empty() || (is_image && !source.empty())) {
        Image image;
        image.source = is_image ? source : std::string(poster);
        image.range = range_of(node);
        flow.atom(std::move(image));
        flow.end_paragraph();
    }
    if (is_image) return;
    std::string label = collapse_space(dom_.attribute(node, "title"));
    if (label.empty()) label = collapse_space(dom_.attribute(node, "aria-label"));
    if (label.empty()) label = host_of(url);
    if (url.empty() || label.empty()) {
        // The content of these is for browsers that do not know them; a frame's is text, not markup.
        if (dom_.tag(node) != Tag::iframe) map_children(node, flow);
        return flow.end_paragraph();
    }
    Link link;
    link.range = range_of(node);
    link.url = std::move(url);
    flow.begin_paragraph(attributes_of(node, true), range_of(node));
    const bool opened = flow.open(std::move(link));
    flow.text(label, range_of(node));
    if (opened) flow.close();
    flow.end_paragraph();
}

}  // namespace offprint::html
