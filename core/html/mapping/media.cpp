// Images and drawings.
#include <algorithm>
#include <string_view>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/image_source.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr int icon_size = 32;

int attribute_size(const Dom& dom, NodeIndex node, const char* name) {
    const std::string_view value = trim(dom.attribute(node, name));
    if (value.ends_with('%')) return 0;
    return std::max(0, parse_integer(value).value_or(0));
}

struct Size {
    int width = 0;
    int height = 0;
};

/// What the page says in pixels; 0 where it does not. Attributes beside a size in CSS tell the proportions alone.
Size declared_size(const Dom& dom, NodeIndex node) {
    const std::string_view style = dom.attribute(node, "style");
    const auto css_size = [&](const char* name) { return parse_length(style_value(style, name)).value_or(0); };
    const Size css{css_size("width"), css_size("height")};
    if (css.width > 0 || css.height > 0) return css;
    return {attribute_size(dom, node, "width"), attribute_size(dom, node, "height")};
}

/// An image that only counts readers or fills space, or a sheet of symbols.
bool is_invisible(const Dom& dom, NodeIndex image) {
    const std::optional<int> width = parse_integer(dom.attribute(image, "width"));
    const std::optional<int> height = parse_integer(dom.attribute(image, "height"));
    return (width && *width <= 1) || (height && *height <= 1);
}

/// True if nothing is drawn: a sheet of symbols for other drawings, or a reference into one that is not in this
/// drawing.
bool is_drawn_elsewhere(const Dom& dom, NodeIndex svg) {
    bool holds_symbols = false;
    bool uses_symbols = false;
    for (NodeIndex node = svg + 1; node < dom.end(svg); ++node) {
        const std::string_view name = dom[node].name;
        if (name == "symbol" || name == "defs") {
            holds_symbols = true;
            node = dom.end(node) - 1;
        } else if (name == "use") {
            uses_symbols = true;
        } else if (!name.empty() && name != "title" && name != "desc" && name != "g") {
            return false;
        }
    }
    return !holds_symbols || !uses_symbols;
}

/// Small by its size or, where the style sheet gives that, by its coordinates or its name.
bool is_icon(const Dom& dom, NodeIndex svg, Size size) {
    const bool is_line = size.height != 0 && size.height <= icon_size;
    if (size.width != 0 || is_line) return size.width <= icon_size && size.height <= icon_size;
    const std::vector<std::string> tokens = name_tokens(dom.attribute(svg, "class"));
    if (std::find(tokens.begin(), tokens.end(), "icon") != tokens.end()) return true;
    const std::string_view box = trim(dom.attribute(svg, "viewBox"));
    const std::size_t last = box.find_last_of(" ,");
    return last != std::string_view::npos && parse_integer(box.substr(last + 1)).value_or(icon_size + 1) <= icon_size;
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

/// The image in a `noscript`, which a browser without scripts would show; else no_node.
NodeIndex image_without_scripts(const Dom& dom, NodeIndex noscript) {
    const NodeIndex image = dom.find(noscript, Tag::img);
    return image != no_node && !is_invisible(dom, image) && !image_source(dom, image).empty() ? image : no_node;
}

/// What `noscript` stands in for: the element before it or, when that is none, after it.
NodeIndex twin_of(const Dom& dom, NodeIndex noscript) {
    for (const NodeIndex twin : {dom.previous_element(noscript), dom.next_element(noscript)})
        if (twin != no_node && is_media(dom.tag(twin))) return twin;
    return no_node;
}

/// True if the real image is in a `noscript` beside this one. A saved page's own copy is the real one.
bool has_noscript_twin(const Dom& dom, NodeIndex image, const LinkResolver& links) {
    const std::string_view source = image_source(dom, image);
    const bool is_beside = !source.empty() && url_scheme(source).empty() && !source.starts_with("//");
    const bool is_copy = is_beside || links.holds(source);
    for (const NodeIndex noscript : {dom.next_element(image), dom.previous_element(image)})
        if (noscript != no_node && dom.tag(noscript) == Tag::noscript && twin_of(dom, noscript) == image)
            return !is_copy && image_without_scripts(dom, noscript) != no_node;
    return false;
}

/// True if a `source` of a picture came with the page.
bool holds_source(const Dom& dom, NodeIndex picture, const LinkResolver& links) {
    for (NodeIndex node = picture + 1; node < dom.end(picture); ++node)
        if (dom.tag(node) == Tag::source && !held_image(dom, node, links).empty()) return true;
    return false;
}

/// True for pictographs, dingbats, arrows and what joins and colours them.
bool is_emoji(std::string_view text) {
    constexpr std::size_t longest = 48;
    if (text.empty() || text.size() > longest) return false;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::string_view rest = text.substr(i);
        const bool is_picture = lead == 0xF0 && rest.starts_with("\xF0\x9F");
        const bool is_symbol = rest.starts_with("\xE2") || rest.starts_with("\uFE0F") || rest.starts_with("\u3030");
        if (!is_picture && !is_symbol) return false;
        i += is_picture ? 4 : 3;
    }
    return true;
}

/// The text that an image of an emoji or a smiley stands for; empty for all others.
std::string emoji_of(const Dom& dom, NodeIndex image) {
    const std::string alt = collapse_space(dom.attribute(image, "alt"));
    if (is_emoji(alt)) return alt;
    const bool is_named = has_class(dom, image, {"emoji", "wp-smiley", "smiley", "emoticon", "twemoji", "smilies"});
    return is_named ? alt : std::string();
}

}  // namespace

std::string Mapper::source_of(NodeIndex image) const {
    std::string_view source = held_image(dom_, image, links_);
    if (source.empty()) source = image_source(dom_, image);
    return std::string(source.empty() ? small_image(dom_, image) : source);
}

bool Mapper::has_usable_source(NodeIndex image) const {
    return !image_source(dom_, image).empty();
}

void Mapper::map_image(NodeIndex node, Flow& flow) {
    if (std::string emoji = emoji_of(dom_, node); !emoji.empty()) return flow.text(emoji, range_of(node));
    if (map_formula_image(node, flow)) return;
    const NodeIndex frame = dom_.tag(dom_.parent(node)) == Tag::picture ? dom_.parent(node) : node;
    if (has_noscript_twin(dom_, frame, links_)) return;
    Image image;
    image.source = source_of(node);
    if (image.source.empty() || is_invisible(dom_, node)) return;
    image.attributes = attributes_of(node, false);
    image.range = range_of(node);
    if (dom_.has_attribute(node, "alt")) image.alt = collapse_space(dom_.attribute(node, "alt"));
    image.title = title_of(node);
    const Size size = declared_size(dom_, node);
    image.width = size.width;
    image.height = size.height;
    flow.atom(std::move(image));
}

/// The `img` of a picture is what every reader can show; a `source` stands in only when it has none.
void Mapper::map_picture(NodeIndex node, Flow& flow) {
    const NodeIndex img = dom_.find(node, Tag::img);
    const bool is_elsewhere =
        img != no_node && held_image(dom_, img, links_).empty() && holds_source(dom_, node, links_);
    if (img != no_node && has_usable_source(img) && !is_elsewhere) return map_image(img, flow);
    if (has_noscript_twin(dom_, node, links_)) return;
    Image image;
    for (NodeIndex child = node + 1; child < dom_.end(node) && image.source.empty(); ++child) {
        if (dom_.tag(child) != Tag::source) continue;
        image.source = is_elsewhere ? std::string(held_image(dom_, child, links_)) : source_of(child);
    }
    if (image.source.empty() && img != no_node) return map_image(img, flow);
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
    const NodeIndex twin = twin_of(dom_, node);
    const NodeIndex image = twin == no_node ? no_node : dom_.find(twin, Tag::img);
    const bool is_shown = image != no_node && has_usable_source(image) && !selection_.removed[twin];
    if (is_shown && !has_noscript_twin(dom_, twin, links_)) return;
    if (const NodeIndex real = image_without_scripts(dom_, node);
        real != no_node && figure_place_.caption_flow != nullptr)
        figure_place_.files_without_scripts->insert(std::string(file_name(image_source(dom_, real))));
    map_children(node, flow);
}

void Mapper::map_svg(NodeIndex node, Flow& flow) {
    const Size size = declared_size(dom_, node);
    if (is_invisible(dom_, node) || is_icon(dom_, node, size) || is_drawn_elsewhere(dom_, node)) return;
    if (dom_.attribute(node, "aria-hidden") == "true") return;
    Image image;
    image.source = data_url(dom_.to_xml(node));
    image.range = range_of(node);
    image.width = size.width;
    image.height = size.height;
    std::string alt = collapse_space(dom_.attribute(node, "aria-label"));
    for (const NodeIndex child : dom_.children(node))
        if (alt.empty() && dom_[child].name == "title") alt = dom_.text(child);
    if (!alt.empty()) image.alt = std::move(alt);
    flow.atom(std::move(image));
}

}  // namespace offprint::html
