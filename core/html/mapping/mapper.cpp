#include "html/mapping/mapper.hpp"

#include <utility>

#include "html/mapping/asides.hpp"
#include "html/mapping/drawn_rule.hpp"
#include "html/mapping/formulas.hpp"
#include "html/mapping/values.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

/// Elements that only hold others.
bool is_container(Tag tag) {
    switch (tag) {
        case Tag::address:
        case Tag::article:
        case Tag::body:
        case Tag::caption:
        case Tag::center:
        case Tag::dd:
        case Tag::dialog:
        case Tag::div:
        case Tag::dt:
        case Tag::fieldset:
        case Tag::figcaption:
        case Tag::footer:
        case Tag::form:
        case Tag::header:
        case Tag::hgroup:
        case Tag::html:
        case Tag::legend:
        case Tag::li:
        case Tag::main:
        case Tag::nav:
        case Tag::search:
        case Tag::section:
        case Tag::summary:
        case Tag::tbody:
        case Tag::td:
        case Tag::tfoot:
        case Tag::th:
        case Tag::thead:
        case Tag::tr:
            return true;
        default:
            return false;
    }
}

/// Controls, resources and what is not shown.
bool is_left_out(Tag tag) {
    switch (tag) {
        case Tag::area:
        case Tag::base:
        case Tag::button:
        case Tag::col:
        case Tag::colgroup:
        case Tag::datalist:
        case Tag::foreign:
        case Tag::frameset:
        case Tag::head:
        case Tag::input:
        case Tag::link:
        case Tag::meta:
        case Tag::meter:
        case Tag::noembed:
        case Tag::noframes:
        case Tag::optgroup:
        case Tag::option:
        case Tag::param:
        case Tag::progress:
        case Tag::rp:
        case Tag::select:
        case Tag::source:
        case Tag::style:
        case Tag::template_:
        case Tag::textarea:
        case Tag::text:
        case Tag::title:
        case Tag::track:
        case Tag::wbr:
            return true;
        default:
            return false;
    }
}

std::optional<Style> style_of(Tag tag) {
    switch (tag) {
        case Tag::em:
        case Tag::i:
            return Style::emphasis;
        case Tag::strong:
        case Tag::b:
            return Style::strong;
        case Tag::u:
            return Style::underline;
        case Tag::s:
        case Tag::strike:
        case Tag::del:
            return Style::strike;
        case Tag::ins:
            return Style::insertion;
        case Tag::sub:
            return Style::subscript;
        case Tag::sup:
            return Style::superscript;
        case Tag::small:
            return Style::small;
        case Tag::mark:
            return Style::mark;
        case Tag::q:
            return Style::quote;
        case Tag::cite:
            return Style::cite;
        case Tag::kbd:
            return Style::keyboard;
        case Tag::samp:
            return Style::sample;
        case Tag::var:
            return Style::variable;
        case Tag::dfn:
            return Style::definition;
        case Tag::abbr:
        case Tag::acronym:
            return Style::abbreviation;
        default:
            return std::nullopt;
    }
}

}  // namespace

Direction page_direction(const Dom& dom) {
    for (const NodeIndex node : {dom.root(), dom.body()}) {
        const Direction direction = parse_direction(trim(dom.attribute(node, "dir")));
        if (direction == Direction::left_to_right || direction == Direction::right_to_left) return direction;
    }
    return Direction::unspecified;
}

Mapper::Mapper(const Dom& dom, const Selection& selection, const LinkResolver& links,
               const encoding::OffsetMap& offsets, std::string_view language, Context& context, Reading reading)
    : dom_(dom),
      selection_(selection),
      links_(links),
      offsets_(offsets),
      context_(context),
      is_literal_(reading == Reading::literal),
      language_(language),
      direction_(page_direction(dom) == Direction::right_to_left ? Direction::right_to_left : Direction::left_to_right),
      notes_(find_notes(dom, selection, links, context)),
      tabs_(is_literal_ ? Tabs() : find_tabs(dom)),
      sets_formulas_(sets_formulas(dom)) {
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        if (notes_.marks.contains(node)) node = dom.end(node) - 1;
        if (dom.tag(node) != Tag::a || notes_.references.contains(node)) continue;
        if (const std::string_view id = links.fragment(dom.attribute(node, "href")); !id.empty())
            wanted_ids_.insert(id);
    }
}

void Mapper::map_into(Document& document) {
    Flow flow;
    for (const NodeIndex root : selection_.roots) {
        flow.end_paragraph();
        if (root == dom_.body() || root == dom_.root())
            map_children(root, flow);
        else
            map_node(root, flow);
    }
    if (dom_.tag(dom_.body()) == Tag::frameset) map_frames_substitute(flow);
    document.content = flow.finish();
    map_notes(document);
}

Blocks Mapper::map_root(NodeIndex root, std::string_view language) {
    std::string outer_language = std::exchange(language_, std::string(language));
    Flow flow;
    map_node(root, flow);
    language_ = std::move(outer_language);
    return flow.finish();
}

/// Of a page of frames the text for browsers without them.
void Mapper::map_frames_substitute(Flow& flow) {
    for (NodeIndex node = 0; node < dom_.size(); ++node)
        if (dom_.tag(node) == Tag::noframes) map_inner_page(node, dom_.raw_text(node), flow);
}

/// A page inside the page, which the parser left as text. It has no pages inside, no notes and no ids, which would
/// mean nothing outside.
void Mapper::map_inner_page(NodeIndex node, std::string_view markup, Flow& flow) {
    flow.end_paragraph();
    if (is_inner_) return;
    const Dom page{std::string(markup), context_};
    const LinkResolver links(page, links_.base(), links_.container(), context_);
    const Selection selection{{page.body()}, std::vector<bool>(page.size())};
    Mapper mapper(page, selection, links, offsets_, language_, context_);
    mapper.is_inner_ = true;
    mapper.notes_ = {};
    Document document;
    mapper.map_into(document);
    walk(document.content, [&](auto& inner) {
        inner.range = range_of(node);
        if (inner.attributes) inner.attributes->id.clear();
    });
    for (Block& block : document.content) flow.block(std::move(block));
}

void Mapper::map_node(NodeIndex node, Flow& flow) {
    if (selection_.removed[node]) return;
    if (dom_.tag(node) == Tag::text) return map_text(node, flow);
    context_.checkpoint();
    if (notes_.references.contains(node)) return map_note_reference(node, flow);
    if (notes_.marks.contains(node)) return;
    if (notes_.definitions.contains(node)) {
        if (is_phrasing(dom_.tag(node))) return;
        flow.end_paragraph();
        return drop_title_of_notes(flow.blocks().size(), node, flow);
    }
    if (node == callout_title_) return map_strong_line(node, flow);
    if (node == figure_place_.caption) return map_caption(node);
    if (tabs_.labels.contains(node)) return;
    if (const auto tab = tabs_.label_of_panel.find(node); tab != tabs_.label_of_panel.end())
        map_strong_line(tab->second, flow);
    std::string outer_language = language_;
    const Direction outer_direction = direction_;
    const std::size_t blocks_before = flow.blocks().size();
    map_element(node, flow);
    language_ = std::move(outer_language);
    direction_ = outer_direction;
    drop_title_of_notes(blocks_before, node, flow);
}

void Mapper::map_children(NodeIndex node, Flow& flow) {
    for (const NodeIndex child : dom_.children(node)) map_node(child, flow);
}

Blocks Mapper::map_blocks(NodeIndex node, const Flow& outer) {
    Flow flow = Flow::inside(outer);
    map_children(node, flow);
    return flow.finish();
}

void Mapper::map_element(NodeIndex node, Flow& flow) {
    const Tag tag = dom_.tag(node);
    if (is_left_out(tag)) return leave_out(node);
    const bool in_figure = figure_place_.caption_flow != nullptr;
    if (tag == Tag::figcaption && in_figure) return map_caption(node);
    if (tag == Tag::label && in_figure && !is_literal_) return leave_out(node);
    if (heading_.node != no_node && dom_.has_word(node, "class", "mw-editsection")) return;
    if (labels_code(node)) return;
    if (map_formula_element(node, flow)) return;
    if (!is_literal_ && map_pull_quote(node, flow)) return;
    if (tag == Tag::unknown && (map_custom_element(node, flow) || map_custom_code(node, flow))) return;
    if (is_heading(tag) || dom_.has_word(node, "role", "heading")) return map_heading(node, flow);
    if (tag == Tag::center && !is_literal_ && is_drawn_rule(dom_, node)) return map_rule(node, flow);
    if (is_container(tag)) return map_wrapper(node, flow);
    if (const std::optional<Style> style = style_of(tag)) return map_styled(node, *style, flow);
    if (map_block_element(node, flow) || map_media_element(node, flow)) return;
    map_inline_element(node, flow);
}

/// Nothing is said of what has nothing to show, such as metadata, and of the box of a task.
void Mapper::leave_out(NodeIndex node) {
    const Tag tag = dom_.tag(node);
    const std::string type = tag == Tag::input ? to_lower_ascii(dom_.attribute(node, "type")) : std::string();
    const bool is_task = type == "checkbox" && dom_.closest(node, Tag::li) != no_node;
    const bool is_shown_input = tag == Tag::input && type != "hidden" && !is_task;
    if (is_shown_input || tag == Tag::button || tag == Tag::a || tag == Tag::label || tag == Tag::select ||
        tag == Tag::textarea || tag == Tag::meter || tag == Tag::progress)
        context_.report(Severity::info, "html.control-dropped", "a form control was left out", range_of(node));
}

/// Each of these says whether the element is of its kind.
bool Mapper::map_block_element(NodeIndex node, Flow& flow) {
    switch (dom_.tag(node)) {
        case Tag::p:
            map_paragraph(node, flow);
            return true;
        case Tag::ul:
        case Tag::ol:
        case Tag::menu:
        case Tag::dir:
            map_list(node, flow);
            return true;
        case Tag::dl:
            map_definition_list(node, flow);
            return true;
        case Tag::table:
            map_table(node, flow);
            return true;
        case Tag::pre:
        case Tag::listing:
        case Tag::xmp:
        case Tag::plaintext:
            map_preformatted(node, flow);
            return true;
        case Tag::blockquote:
            if (is_guessed_callout(node))
                map_callout(node, flow);
            else
                map_quote(node, flow);
            return true;
        case Tag::figure:
            if (is_guessed_callout(node))
                map_callout(node, flow);
            else
                map_figure(node, flow);
            return true;
        case Tag::aside:
            if (is_guessed_callout(node))
                map_callout(node, flow);
            else
                map_group(node, GroupKind::aside, flow);
            return true;
        case Tag::details:
            map_details(node, flow);
            return true;
        case Tag::hr:
            map_rule(node, flow);
            return true;
        default:
            return false;
    }
}

bool Mapper::map_media_element(NodeIndex node, Flow& flow) {
    switch (dom_.tag(node)) {
        case Tag::img:
            map_image(node, flow);
            return true;
        case Tag::picture:
            map_picture(node, flow);
            return true;
        case Tag::noscript:
            map_noscript(node, flow);
            return true;
        case Tag::svg:
            map_svg(node, flow);
            return true;
        case Tag::video:
        case Tag::audio:
        case Tag::iframe:
        case Tag::embed:
        case Tag::object:
            map_embed(node, flow);
            return true;
        case Tag::math:
            map_math(node, flow);
            return true;
        case Tag::script:
            map_script(node, flow);
            return true;
        default:
            return false;
    }
}

/// What nobody knows is like a span: its text is shown.
void Mapper::map_inline_element(NodeIndex node, Flow& flow) {
    switch (dom_.tag(node)) {
        case Tag::code:
        case Tag::tt:
            return map_code(node, flow);
        case Tag::a:
            return map_link(node, flow);
        case Tag::ruby:
            return map_ruby(node, flow);
        case Tag::br:
            return flow.line_break(range_of(node));
        case Tag::canvas:
        case Tag::map:
            return map_children(node, flow);  // what old browsers would show
        default:
            return map_span(node, flow);
    }
}

SourceRange Mapper::range_of(NodeIndex node) const {
    return {offsets_.original(dom_[node].source_begin), offsets_.original(dom_[node].source_end)};
}

bool Mapper::is_wanted_id(NodeIndex node) const {
    return wanted_ids_.contains(dom_.attribute(node, "id")) || wanted_ids_.contains(dom_.attribute(node, "name"));
}

/// The title attribute, which may be repeated in every paragraph that a block inside the element starts.
std::string Mapper::title_of(NodeIndex node) const {
    constexpr std::size_t longest_title = 1024;
    const std::string title = collapse_space(dom_.attribute(node, "title"));
    if (title.size() > longest_title)
        context_.report(Severity::info, "html.title-shortened", "a title attribute of more than 1 KiB was cut",
                        range_of(node));
    return std::string(utf8_prefix(title, longest_title));
}

std::string Mapper::unique_id(NodeIndex node) {
    std::string id(dom_.attribute(node, "id"));
    if (id.empty() && dom_.tag(node) == Tag::a) id = dom_.attribute(node, "name");
    if (id.find_first_of(" \t\n\r\f") != std::string::npos || id.empty()) return {};
    return used_ids_.insert(id).second ? id : std::string();
}

/// The classes as they stand, which `class_words` would put in lower case.
std::vector<std::string> Mapper::class_list(NodeIndex node) const {
    std::vector<std::string> classes;
    std::string_view words = dom_.attribute(node, "class").substr(0, longest_name_list);
    while (!words.empty()) {
        const std::size_t length = std::min(words.find_first_of(" \t\n\r\f"), words.size());
        if (length != 0) classes.emplace_back(words.substr(0, length));
        words.remove_prefix(std::min(length + 1, words.size()));
    }
    return classes;
}

/// What the element says of its direction, which becomes the current one. Blocks that say again what holds anyway, or
/// leave it to their letters, say nothing: those are counted when all is there.
Direction Mapper::direction_of(NodeIndex node) {
    const Direction said = parse_direction(trim(dom_.attribute(node, "dir")));
    if (said == Direction::unspecified) return said;
    const bool is_block = !is_literal_ && !is_phrasing(dom_.tag(node));
    if (is_block && (said == Direction::automatic || said == direction_)) return Direction::unspecified;
    direction_ = said;
    return said;
}

/// Also makes the element's language the current one.
Box<Attributes> Mapper::attributes_of(NodeIndex node, bool keep_id) {
    Attributes attributes;
    if (keep_id || is_literal_ || is_wanted_id(node)) attributes.id = unique_id(node);
    if (is_literal_) attributes.classes = class_list(node);
    const std::string_view named = trim(dom_.attribute(node, dom_.has_attribute(node, "lang") ? "lang" : "xml:lang"));
    if (std::string language = language_tag(named); !language.empty() && language != language_) {
        attributes.language = language;
        language_ = std::move(language);
    }
    attributes.direction = direction_of(node);
    const bool explains = dom_.tag(node) == Tag::abbr || dom_.tag(node) == Tag::acronym || dom_.tag(node) == Tag::dfn;
    if (std::string title = explains ? title_of(node) : std::string(); !title.empty())
        attributes.extra.emplace_back("title", std::move(title));
    return attributes.empty() ? Box<Attributes>() : Box<Attributes>(std::move(attributes));
}

}  // namespace offprint::html
