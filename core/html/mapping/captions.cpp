#include "html/mapping/captions.hpp"

#include <algorithm>

#include "html/dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_named_caption(const Dom& dom, NodeIndex node) {
    if (dom.tag(node) == Tag::figcaption) return true;
    const std::string_view name = dom.attribute(node, "class");
    if (name.empty() || is_phrasing(dom.tag(node))) return false;
    const std::vector<std::string> tokens = name_tokens(name);
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token.find("caption") != std::string::npos || token == "imagedescription" || token == "annotation" ||
               token == "gallerytext" || token == "legend";
    });
}

/// What a look into a small box tells of it.
struct BoxContent {
    NodeIndex caption = no_node;
    bool has_image = false;
    bool has_words = false;  ///< outside the caption and the credits
};

BoxContent look_into(const Dom& dom, NodeIndex box) {
    constexpr NodeIndex most_nodes = 80;
    BoxContent content;
    if (dom.end(box) - box > most_nodes) return content;
    for (NodeIndex node = box + 1; node < dom.end(box); ++node) {
        const Tag tag = dom.tag(node);
        if (tag == Tag::text) {
            content.has_words |= !trim(dom[node].text).empty();
        } else if (tag == Tag::img) {
            content.has_image = true;
        } else if (content.caption == no_node && is_named_caption(dom, node) && dom.find(node, Tag::img) == no_node) {
            content.caption = node;
            node = dom.end(node) - 1;
        } else if (is_credit(dom, node) || tag == Tag::noscript || tag == Tag::script || tag == Tag::button) {
            node = dom.end(node) - 1;
        }
    }
    return content;
}

}  // namespace

bool is_credit(const Dom& dom, NodeIndex node) {
    if (dom[node].attribute_count == 0) return false;
    const std::vector<std::string> tokens = name_tokens(dom.attribute(node, "class"));
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token == "credit" || token == "credits" || token == "copyright" || token == "photographer";
    });
}

namespace {

/// The only element with words in a box that is named after the picture in it ("img-wrapper"): what they say of it.
NodeIndex words_beside_picture(const Dom& dom, NodeIndex box) {
    constexpr NodeIndex most_nodes = 24;
    constexpr std::size_t longest = 200;
    if (dom[box].attribute_count == 0 || dom.end(box) - box > most_nodes) return no_node;
    const std::vector<std::string> tokens = name_tokens(dom.attribute(box, "class"));
    const bool is_named = std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token == "img" || token == "image" || token == "photo" || token == "picture" || token == "pic";
    });
    if (!is_named) return no_node;
    NodeIndex words = no_node;
    int pictures = 0;
    for (NodeIndex node = box + 1; node < dom.end(box); ++node) {
        if (dom.tag(node) == Tag::img) ++pictures;
        if (dom.tag(node) == Tag::a && dom.find(node, Tag::img) == no_node) return no_node;
        if (dom.tag(node) != Tag::text || trim(dom[node].text).empty()) continue;
        if (words != no_node || dom.parent(node) == box || dom[node].text.size() > longest) return no_node;
        words = dom.parent(node);
    }
    const bool is_behind = pictures == 1 && words != no_node && dom.find(box, Tag::img) < words;
    return is_behind && !is_heading(dom.tag(words)) ? words : no_node;
}

}  // namespace

NodeIndex caption_of_wrapper(const Dom& dom, NodeIndex node) {
    const Tag tag = dom.tag(node);
    if (tag != Tag::div && tag != Tag::section && tag != Tag::table && tag != Tag::dl && tag != Tag::li) return no_node;
    const BoxContent content = look_into(dom, node);
    if (content.caption != no_node) return content.has_image && !content.has_words ? content.caption : no_node;
    return tag == Tag::div ? words_beside_picture(dom, node) : no_node;
}

}  // namespace offprint::html
