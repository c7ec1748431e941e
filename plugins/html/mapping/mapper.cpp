#include "mapping/mapper.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

Direction direction_from(std::string_view value) {
    const std::string direction = to_lower_ascii(value);
    if (direction == "ltr") return Direction::left_to_right;
    if (direction == "rtl") return Direction::right_to_left;
    if (direction == "auto") return Direction::automatic;
    return Direction::unspecified;
}

/// A language tag in BCP 47's shape, or empty.
std::string clean_language(std::string_view value) {
    std::string language(trim(value));
    std::replace(language.begin(), language.end(), '_', '-');
    const bool plausible =
        !language.empty() && language.size() <= 35 && std::all_of(language.begin(), language.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
    return plausible ? language : std::string();
}

}  // namespace

Mapper::Mapper(const Dom& dom, const Selection& selection, const LinkResolver& links,
               const encoding::OffsetMap& offsets, std::string_view language, Context& context)
    : dom_(dom),
      selection_(selection),
      links_(links),
      offsets_(offsets),
      context_(context),
      language_(language),
      notes_(find_notes(dom, selection, links)) {
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        if (notes_.back_links.contains(node)) node = dom.end(node) - 1;
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
    document.content = flow.finish();
    map_notes(document);
}

/// Notes are mapped last, and may refer to further notes.
void Mapper::map_notes(Document& document) {
    in_note_ = true;
    for (std::size_t i = 0; i < note_order_.size(); ++i) {
        const NodeIndex definition = note_order_[i];
        Note note;
        note.range = range_of(definition);
        note.attributes = attributes_of(definition, true);
        note.content = map_blocks(definition, Flow());
        document.notes.push_back(std::move(note));
    }
    in_note_ = false;
    // A note whose reference went with something that the model cannot hold is text of its own.
    for (const NodeIndex definition : notes_.definitions)
        if (!note_numbers_.contains(definition) && selection_.includes(dom_, definition))
            for (Block& block : map_blocks(definition, Flow())) document.content.push_back(std::move(block));
}

void Mapper::map_node(NodeIndex node, Flow& flow) {
    if (selection_.removed[node]) return;
    if (dom_.tag(node) == Tag::text) return flow.text(dom_[node].text, range_of(node));
    if (notes_.definitions.contains(node) || notes_.back_links.contains(node)) return;
    context_.checkpoint();
    const std::string_view outer_language = language_;
    const std::size_t blocks_before = flow.blocks().size();
    map_element(node, flow);
    language_ = outer_language;
    drop_title_of_notes(blocks_before, node, flow);
}

/// When all that an element held went into the notes, a heading or rule right before it announces nothing.
void Mapper::drop_title_of_notes(std::size_t blocks_before, NodeIndex node, Flow& flow) {
    Blocks& blocks = flow.blocks();
    if (in_note_ || blocks.size() != blocks_before || !notes_.has_definition_in(dom_, node)) return;
    while (!blocks.empty() &&
           (std::holds_alternative<Heading>(blocks.back()) || std::holds_alternative<Rule>(blocks.back())))
        blocks.pop_back();
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
    switch (dom_.tag(node)) {
        case Tag::p:
            return map_paragraph(node, flow);
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
        case Tag::h5:
        case Tag::h6:
            return map_heading(node, flow);
        case Tag::ul:
        case Tag::ol:
        case Tag::menu:
        case Tag::dir:
            return map_list(node, flow);
        case Tag::dl:
            return map_definition_list(node, flow);
        case Tag::table:
            return map_table(node, flow);
        case Tag::pre:
        case Tag::listing:
        case Tag::xmp:
        case Tag::plaintext:
            return map_preformatted(node, flow);
        case Tag::blockquote:
            return map_quote(node, flow);
        case Tag::figure:
            return map_figure(node, flow);
        case Tag::aside:
            return map_group(node, GroupKind::aside, flow);
        case Tag::details:
            return map_details(node, flow);
        case Tag::hr:
            return map_rule(node, flow);

        case Tag::em:
        case Tag::i:
            return map_styled(node, Style::emphasis, flow);
        case Tag::strong:
        case Tag::b:
            return map_styled(node, Style::strong, flow);
        case Tag::u:
            return map_styled(node, Style::underline, flow);
        case Tag::s:
        case Tag::strike:
        case Tag::del:
            return map_styled(node, Style::strike, flow);
        case Tag::ins:
            return map_styled(node, Style::insertion, flow);
        case Tag::sub:
            return map_styled(node, Style::subscript, flow);
        case Tag::sup:
            return map_styled(node, Style::superscript, flow);
        case Tag::small:
            return map_styled(node, Style::small, flow);
        case Tag::mark:
            return map_styled(node, Style::mark, flow);
        case Tag::q:
            return map_styled(node, Style::quote, flow);
        case Tag::cite:
            return map_styled(node, Style::cite, flow);
        case Tag::kbd:
            return map_styled(node, Style::keyboard, flow);
        case Tag::samp:
            return map_styled(node, Style::sample, flow);
        case Tag::var:
            return map_styled(node, Style::variable, flow);
        case Tag::dfn:
            return map_styled(node, Style::definition, flow);
        case Tag::abbr:
        case Tag::acronym:
            return map_styled(node, Style::abbreviation, flow);
        case Tag::code:
        case Tag::tt:
            return map_code(node, flow);
        case Tag::a:
            return map_link(node, flow);
        case Tag::ruby:
            return map_ruby(node, flow);
        case Tag::br:
            return flow.line_break(range_of(node));
        case Tag::span:
        case Tag::bdi:
        case Tag::bdo:
        case Tag::font:
        case Tag::big:
        case Tag::time:
        case Tag::data:
        case Tag::label:
        case Tag::unknown:
        case Tag::rb:
        case Tag::rt:
        case Tag::rtc:
        case Tag::output:
            return map_span(node, flow);

        case Tag::img:
            return map_image(node, flow);
        case Tag::picture:
            return map_picture(node, flow);
        case Tag::noscript:
            return map_noscript(node, flow);
        case Tag::svg:
            return map_svg(node, flow);
        case Tag::video:
        case Tag::audio:
        case Tag::iframe:
        case Tag::embed:
        case Tag::object:
            return map_embed(node, flow);
        case Tag::math:
            return map_math(node, flow);
        case Tag::script:
            return map_script(node, flow);

        case Tag::address:
        case Tag::article:
        case Tag::body:
        case Tag::caption:
        case Tag::center:
        case Tag::dd:
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
            return map_wrapper(node, flow);

        case Tag::canvas:
        case Tag::map:
            return map_children(node, flow);  // what old browsers would show

        // Controls, resources and what is not shown.
        case Tag::area:
        case Tag::base:
        case Tag::button:
        case Tag::col:
        case Tag::colgroup:
        case Tag::datalist:
        case Tag::dialog:
        case Tag::foreign:
        case Tag::frameset:
        case Tag::head:
        case Tag::input:
        case Tag::link:
        case Tag::meta:
        case Tag::meter:
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
            return;
    }
}

SourceRange Mapper::range_of(NodeIndex node) const {
    return {offsets_.original(dom_[node].source_begin), offsets_.original(dom_[node].source_end)};
}

bool Mapper::is_wanted_id(NodeIndex node) const {
    return wanted_ids_.contains(dom_.attribute(node, "id")) || wanted_ids_.contains(dom_.attribute(node, "name"));
}

std::string Mapper::unique_id(NodeIndex node) {
    std::string id(dom_.attribute(node, "id"));
    if (id.empty() && dom_.tag(node) == Tag::a) id = dom_.attribute(node, "name");
    if (id.find_first_of(" \t\n\r\f") != std::string::npos || id.empty()) return {};
    return used_ids_.insert(id).second ? id : std::string();
}

/// Also makes the element's language the current one.
Box<Attributes> Mapper::attributes_of(NodeIndex node, bool keep_id) {
    Attributes attributes;
    if (keep_id || is_wanted_id(node)) attributes.id = unique_id(node);
    const std::string_view named = trim(dom_.attribute(node, dom_.has_attribute(node, "lang") ? "lang" : "xml:lang"));
    if (std::string language = clean_language(named); !language.empty() && named != language_) {
        attributes.language = std::move(language);
        language_ = named;
    }
    attributes.direction = direction_from(trim(dom_.attribute(node, "dir")));
    const bool explains = dom_.tag(node) == Tag::abbr || dom_.tag(node) == Tag::acronym || dom_.tag(node) == Tag::dfn;
    if (const std::string title = collapse_space(dom_.attribute(node, "title")); explains && !title.empty())
        attributes.extra.emplace_back("title", title);
    return attributes.empty() ? Box<Attributes>() : Box<Attributes>(std::move(attributes));
}

}  // namespace offprint::html
