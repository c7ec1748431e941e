// What only a browser can play or load becomes a link to it.
#include <array>
#include <string_view>

#include "html/mapping/image_source.hpp"
#include "html/mapping/mapper.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// Players of films, and the pages that show the same to people.
struct Player {
    std::string_view embedded;
    std::string_view page;
};
constexpr std::array players{
    Player{"youtube.com/embed/", "https://www.youtube.com/watch?v="},
    Player{"youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
    Player{"player.vimeo.com/video/", "https://vimeo.com/"},
    Player{"dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"},
};

/// An address without its scheme and "www.".
std::string_view without_scheme(std::string_view url) {
    const std::size_t begin = url.find("//");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 2);
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url;
}

std::string host_of(std::string_view url) {
    std::string_view host = without_scheme(url);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    return std::string(host);
}

/// The page for people where `url` is that of a known player.
std::string page_of(const std::string& url) {
    const std::string_view address = without_scheme(url);
    for (const Player& player : players) {
        if (!address.starts_with(player.embedded)) continue;
        const std::string_view rest = address.substr(player.embedded.size());
        const std::string_view id = rest.substr(0, rest.find_first_of("/?&#"));
        if (!id.empty() && id != "videoseries") return std::string(player.page) + std::string(id);
    }
    return url;
}

/// Elements of sites' own that stand for a film: <lite-youtube videoid>, <amp-youtube data-videoid>.
std::string source_of_custom_element(const Dom& dom, NodeIndex node) {
    std::string_view id = trim(dom.attribute(node, "videoid"));
    if (id.empty()) id = trim(dom.attribute(node, "data-videoid"));
    if (id.empty()) return {};
    const std::string_view name = dom[node].name;
    if (name.ends_with("youtube")) return "https://www.youtube.com/watch?v=" + std::string(id);
    if (name.ends_with("vimeo")) return "https://vimeo.com/" + std::string(id);
    return {};
}

/// Where the content of an embedding element is.
std::string embed_source(const Dom& dom, NodeIndex node) {
    if (std::string source = source_of_custom_element(dom, node); !source.empty()) return source;
    for (std::string_view name : {"src", "data-src", "data-lazy-src", "data"})
        if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty() && value != "about:blank")
            return std::string(value);
    for (const NodeIndex child : dom.children(node))
        if (dom.tag(child) == Tag::source)
            if (const std::string_view value = trim(dom.attribute(child, "src")); !value.empty())
                return std::string(value);
    return {};
}

std::string label_of(const Dom& dom, NodeIndex node) {
    for (std::string_view name : {"title", "data-title", "aria-label", "playlabel"})
        if (std::string label = collapse_space(dom.attribute(node, name)); !label.empty()) return label;
    return {};
}

}  // namespace

/// True for the elements that pages made for other programs have in place of HTML's own.
bool Mapper::map_custom_element(NodeIndex node, Flow& flow) {
    const std::string_view name = dom_[node].name;
    if (name == "amp-img" || name == "amp-anim") {
        map_image(node, flow);
        return true;
    }
    const bool plays = name == "amp-video" || name == "amp-audio" || name == "amp-iframe" || name == "frame";
    if (!plays && source_of_custom_element(dom_, node).empty()) return false;
    map_embed(node, flow);
    return true;
}

/// What plays or loads elsewhere: its poster, if any, and a link with its title or its host.
void Mapper::map_embed(NodeIndex node, Flow& flow) {
    const std::string source = embed_source(dom_, node);
    const bool is_image = to_lower_ascii(dom_.attribute(node, "type")).starts_with("image/");
    std::string url;
    if (!source.empty() && !is_image) url = page_of(links_.absolute(source));
    if (url_scheme(url) != "http" && url_scheme(url) != "https") url.clear();
    flow.end_paragraph();
    append_poster(node, is_image ? source : std::string(trim(dom_.attribute(node, "poster"))), flow);
    if (is_image) return;
    std::string label = label_of(dom_, node);
    if (label.empty()) label = host_of(url);
    if (!url.empty() && !label.empty()) return append_embed_link(node, label, std::move(url), flow);
    if (dom_[node].name == "frame") return;
    // The content of these is for browsers that do not know them; a frame's is text, not markup.
    if (dom_.tag(node) != Tag::iframe) return map_children(node, flow);
    if (dom_.has_attribute(node, "srcdoc")) return map_inner_page(node, dom_.attribute(node, "srcdoc"), flow);
    context_.report(Severity::info, "html.embed-dropped", "a frame without an address of its own was left out",
                    range_of(node));
}

void Mapper::append_poster(NodeIndex node, std::string source, Flow& flow) {
    if (source.empty() || keeps_a_place(source)) return;
    Image image;
    image.source = std::move(source);
    image.range = range_of(node);
    flow.atom(std::move(image));
    flow.end_paragraph();
}

void Mapper::append_embed_link(NodeIndex node, std::string_view label, std::string url, Flow& flow) {
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
