// Pictures and other content with captions.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "html/mapping/captions.hpp"
#include "html/mapping/image_source.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/notes.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// The picture that a paragraph is, links around it aside; null for all others.
const Image* only_image(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    const Inlines* content = paragraph != nullptr ? &paragraph->content : nullptr;
    while (content != nullptr && content->size() == 1) {
        if (const auto* image = std::get_if<Image>(&content->front())) return image;
        const auto* link = std::get_if<Link>(&content->front());
        content = link != nullptr ? &link->content : nullptr;
    }
    return nullptr;
}

/// Of a file twice in a row, the second time out of a `noscript`, the first is a blurred preview.
void drop_previews(Blocks& content, const std::set<std::string>& files_without_scripts) {
    Blocks kept;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const Image* image = only_image(content[i]);
        const Image* next = image != nullptr && i + 1 < content.size() ? only_image(content[i + 1]) : nullptr;
        const bool is_preview = next != nullptr && file_name(image->source) == file_name(next->source) &&
                                files_without_scripts.contains(std::string(file_name(next->source)));
        if (!is_preview) kept.push_back(std::move(content[i]));
    }
    content = std::move(kept);
}

bool is_image(const Inline& inline_node) {
    if (const auto* link = std::get_if<Link>(&inline_node))
        return link->content.size() == 1 && is_image(link->content.front());
    return std::holds_alternative<Image>(inline_node);
}

/// What stands behind the only picture of a figure, and in no caption, is one, or says whose the picture is.
void move_words_to_caption(Figure& figure) {
    constexpr std::size_t longest_caption = 300;
    Blocks pictures;
    Blocks words;
    for (const Block& block : figure.content) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) return;
        const bool holds_picture = !paragraph->content.empty() && is_image(paragraph->content.front());
        if (holds_picture != pictures.empty()) return;
        Paragraph text(*paragraph);
        if (holds_picture) {
            Paragraph picture(*paragraph);
            picture.content.erase(picture.content.begin() + 1, picture.content.end());
            pictures.emplace_back(std::move(picture));
            text.attributes.reset();
            text.content.erase(text.content.begin());
        }
        const bool is_caption = std::none_of(text.content.begin(), text.content.end(), is_image) &&
                                plain_text(text.content).size() <= longest_caption;
        if (!is_caption) return;
        if (has_content(text.content)) words.emplace_back(std::move(text));
    }
    if (pictures.empty()) return;
    figure.content = std::move(pictures);
    std::move(words.begin(), words.end(), std::back_inserter(figure.caption));
}

bool holds_media(const Dom& dom, NodeIndex figure) {
    for (const Tag tag : {Tag::img, Tag::video, Tag::iframe})
        if (dom.find(figure, tag) != no_node) return true;
    return false;
}

/// The address of the picture that a figure says to be, whose element a script would have put there (schema.org,
/// ImageObject; WHATWG HTML, section 5.2.2, itemid).
std::string_view described_image(const Dom& dom, NodeIndex figure) {
    if (!dom.attribute(figure, "itemtype").ends_with("schema.org/ImageObject")) return {};
    const std::string_view address = trim(dom.attribute(figure, "itemid"));
    const std::string scheme = url_scheme(address);
    return scheme == "http" || scheme == "https" ? address : std::string_view();
}

}  // namespace

void Mapper::map_figure(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Figure figure;
    figure.attributes = attributes_of(node, true);
    figure.range = range_of(node);
    map_figure_content(node, is_literal_ ? no_node : side_note_in(dom_, node), figure, flow);
    if (!is_literal_) move_words_to_caption(figure);
    if (const std::string_view address = is_literal_ ? std::string_view() : described_image(dom_, node);
        !address.empty() && !holds_media(dom_, node)) {
        Image image;
        image.source = address;
        image.range = range_of(node);
        Paragraph picture;
        picture.content.emplace_back(std::move(image));
        figure.content.insert(figure.content.begin(), std::move(picture));
    }
    append_figure(std::move(figure), flow);
}

/// A figure that is none dissolves: one without content, or around what stands for itself.
void Mapper::append_figure(Figure figure, Flow& flow) {
    Blocks& content = figure.content;
    if (content.size() == 1 && !is_literal_)
        if (auto* quote = std::get_if<Quote>(&content.front()); quote != nullptr && quote->attribution.empty())
            quote->attribution = without_leading_dash(take_leading_inlines(figure.caption));
    const bool is_image = content.size() == 1 && std::holds_alternative<Paragraph>(content.front());
    if (content.empty()) std::swap(content, figure.caption);
    if (is_literal_ || !figure.caption.empty() || is_image) return flow.block(std::move(figure));
    for (Block& block : content) flow.block(std::move(block));
}

/// The caption may stand anywhere inside: map_node sends it to the caption's flow.
void Mapper::map_captioned_wrapper(NodeIndex node, NodeIndex caption, Flow& flow) {
    flow.end_paragraph();
    Figure figure;
    figure.attributes = attributes_of(node, false);
    figure.range = range_of(node);
    map_figure_content(node, caption, figure, flow);
    append_figure(std::move(figure), flow);
}

void Mapper::map_figure_content(NodeIndex node, NodeIndex caption, Figure& figure, Flow& flow) {
    Flow content = Flow::inside(flow);
    Flow caption_flow = Flow::inside(flow);
    std::set<std::string> files_without_scripts;
    const FigurePlace outer = std::exchange(figure_place_, FigurePlace{&caption_flow, caption, &files_without_scripts});
    map_children(node, content);
    figure_place_ = outer;
    figure.content = content.finish();
    figure.caption = caption_flow.finish();
    drop_previews(figure.content, files_without_scripts);
}

/// Credits are lines of their own, though most pages leave that to the style sheet.
void Mapper::map_caption(NodeIndex node) {
    Flow& flow = *figure_place_.caption_flow;
    const FigurePlace outer = std::exchange(figure_place_, FigurePlace{});
    flow.end_paragraph();
    for (const NodeIndex child : dom_.children(node)) {
        const bool stands_alone = dom_.tag(child) != Tag::text && is_credit(dom_, child);
        if (stands_alone) flow.end_paragraph();
        map_node(child, flow);
        if (stands_alone) flow.end_paragraph();
    }
    flow.end_paragraph();
    figure_place_ = outer;
}

}  // namespace offprint::html
