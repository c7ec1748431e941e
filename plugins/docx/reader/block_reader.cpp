#include "reader/block_reader.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "date_line.hpp"
#include "offprint/text.hpp"
#include "package/element.hpp"
#include "reader/table_reader.hpp"

namespace offprint::docx::reader {

namespace {

/// A gap between items that one sees: half a line.
constexpr int loose_gap = 120;

constexpr int deepest_heading = 6;

/// "viii" is 8; 0 for what is no such number.
int roman_value(std::string_view text) {
    constexpr std::string_view digits = "ivxlcdm";
    constexpr int values[] = {1, 5, 10, 50, 100, 500, 1000};
    int total = 0;
    int before = 0;
    for (const char c : text.size() > 16 ? std::string_view("?") : text) {
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) return 0;
        total += values[digit] - (before < values[digit] ? 2 * before : 0);
        before = values[digit];
    }
    return total;
}

/// "c" is 3, "ab" 28; 0 for what is no such number.
int letter_value(std::string_view text) {
    int total = 0;
    for (const char c : text) {
        if (c < 'a' || c > 'z' || total > 1'000'000) return 0;
        total = total * 26 + (c - 'a' + 1);
    }
    return total;
}

/// The number at the beginning of a text that our writer sets where Word cannot count: "-3.\t", "III.\t".
struct WrittenLabel {
    Numbering numbering = Numbering::decimal;
    int value = 0;
    std::size_t size = 0;
};

std::optional<WrittenLabel> written_label(std::string_view text) {
    const std::size_t tab = text.find(".\t");
    if (tab == std::string_view::npos || tab == 0) return std::nullopt;
    const std::string_view label = text.substr(0, tab);
    if (const std::optional<int> value = whole_number(label)) return WrittenLabel{Numbering::decimal, *value, tab + 2};
    const bool is_upper = label.front() < 'a';
    const std::string lower = to_lower_ascii(label);
    if (const int value = roman_value(lower))
        return WrittenLabel{is_upper ? Numbering::upper_roman : Numbering::lower_roman, value, tab + 2};
    if (const int value = letter_value(lower))
        return WrittenLabel{is_upper ? Numbering::upper_alpha : Numbering::lower_alpha, value, tab + 2};
    return std::nullopt;
}

/// True if the first paragraph is the only heading of a text so long that our own writer makes its title one.
bool begins_with_its_only_heading(pugi::xml_node body, const StyleSheet& styles) {
    constexpr std::size_t longest_without_heading = 40;  // paragraphs
    std::size_t paragraphs = 0;
    bool is_first_heading = false;
    for (pugi::xml_node node = body.first_child(); node; node = next_in_tree(node, body)) {
        if (name_of(node) != "w:p") continue;
        ++paragraphs;
        const bool is_heading =
            styles.paragraph(child_value(node.child("w:pPr"), "w:pStyle")).role == ParagraphRole::heading;
        if (paragraphs == 1) is_first_heading = is_heading;
        if (!is_first_heading || (is_heading && paragraphs > 1)) return false;
    }
    return paragraphs > longest_without_heading;
}

/// The language that all of a paragraph is in, taken off its text; empty if there is none.
std::string take_language(Inlines& content) {
    if (content.size() != 1) return {};
    auto* span = std::get_if<Styled>(&content.front());
    if (span == nullptr || span->style != Style::span || !span->attributes || !span->id().empty()) return {};
    std::string language = std::move(span->attributes->language);
    Inlines inner = std::move(span->content);
    content = std::move(inner);
    return language;
}

}  // namespace

Blocks BlockReader::read(pugi::xml_node parent) {
    BlockBuilder out(conversion_.is_own);
    read_children(parent, out);
    return out.finish();
}

Note BlockReader::read_note(pugi::xml_node element) {
    Note note;
    runs_.begin_note();
    note.content = read(element);
    if (std::string id = runs_.take_note_id(); !id.empty()) note.attributes.ensure().id = std::move(id);
    return note;
}

void BlockReader::read_children(pugi::xml_node parent, BlockBuilder& out) {
    for (const pugi::xml_node child : parent.children()) {
        conversion_.context.checkpoint();
        read_child(child, name_of(child), out);
    }
}

void BlockReader::read_child(pugi::xml_node child, std::string_view name, BlockBuilder& out) {
    if (name == "w:p") return read_paragraph(child, out);
    if (name == "w:tbl") return read_table(child, out);
    if (name == "w:sdt") return read_content_control(child, out);
    if (name == "w:bookmarkStart") return runs_.read_bookmark(child);
    if (name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo") {
        if (runs_.is_kept(name)) read_children(child, out);
        return;
    }
    if (name == "w:customXml" || name == "w:smartTag" || name == "mc:AlternateContent")
        return read_children(child, out);
    if (name == "w:altChunk")
        conversion_.context.report(Severity::warning, "docx.chunk-dropped",
                                   "a document of another format is embedded in the text; it was left out");
}

void BlockReader::read_content_control(pugi::xml_node control, BlockBuilder& out) {
    const pugi::xml_node properties = control.child("w:sdtPr");
    const std::string_view gallery = child_value(properties.child("w:docPartObj"), "w:docPartGallery");
    if (gallery == "Table of Contents") {
        ++conversion_.omitted.contents;
    } else if (is_on(properties, "w:showingPlcHdr")) {
        ++conversion_.omitted.placeholders;
    } else {
        read_children(control.child("w:sdtContent"), out);
    }
}

void BlockReader::read_table(pugi::xml_node element, BlockBuilder& out) {
    is_in_head_ = false;
    const pugi::xml_node properties = element.child("w:tblPr");
    const int indent = twips(properties.child("w:tblInd").attribute("w:w").value()).value_or(0);
    Table table = TableReader(conversion_, *this).read(element);
    conversion_.context.count_nodes(1);
    out.add_table(std::move(table), indent, clean_xml_text(child_value(properties, "w:tblCaption")));
}

/// True if the end of the paragraph is a change that undoes it.
bool BlockReader::joins_next(pugi::xml_node paragraph_properties) {
    const pugi::xml_node mark = paragraph_properties.child("w:rPr");
    const char* const changes[] = {"w:ins", "w:del", "w:moveFrom", "w:moveTo"};
    return std::ranges::any_of(changes,
                               [&](const char* change) { return mark.child(change) && !runs_.is_kept(change); });
}

void BlockReader::read_paragraph(pugi::xml_node element, BlockBuilder& out) {
    const pugi::xml_node stated = element.child("w:pPr");
    if (stated.child("w:pPrChange")) ++conversion_.omitted.changes;
    const pugi::xml_node properties = conversion_.settled(stated);
    const ResolvedStyle& style = conversion_.styles.paragraph(child_value(properties, "w:pStyle"));
    runs_.read(element, style);
    if (joins_next(stated)) return;
    conversion_.context.count_nodes(1);
    FlowParagraph paragraph = flow_paragraph(properties, style);
    const std::vector<pugi::xml_node> boxes = runs_.take_boxes();
    add(std::move(paragraph), out);
    for (const pugi::xml_node box : boxes) {
        Group group;
        group.kind = GroupKind::aside;
        group.content = read(box);
        if (group.content.empty()) continue;
        is_in_head_ = false;
        out.add(std::move(group), 0);
    }
}

// ---------------------------------------------------------------- what a paragraph is

FlowParagraph BlockReader::flow_paragraph(pugi::xml_node properties, const ResolvedStyle& style) {
    const ParagraphFormat direct = paragraph_format(properties);
    const ParagraphFormat format = direct.over(style.paragraph);
    FlowParagraph paragraph;
    paragraph.role = style.role;
    paragraph.heading_level = std::clamp(style.heading_level, 1, deepest_heading);
    const int outline = direct.outline_level.value_or(9);
    if (style.role == ParagraphRole::body && outline >= 0 && outline < 9) {
        paragraph.role = ParagraphRole::heading;
        paragraph.heading_level = std::min(outline + 1, deepest_heading);
    }
    if (is_in_article_ && has_title_) paragraph.heading_level = std::max(style.heading_level - 1, 1);
    paragraph.indent = format.indent.value_or(0);
    paragraph.own_indent = style.paragraph.indent.value_or(0);
    if (format.page_break_before.value_or(false) && body_ != nullptr && conversion_.is_own) begin_article(*body_);
    set_label(paragraph, properties, style, direct);
    set_text(paragraph);
    const bool is_empty = paragraph.content.empty() && paragraph.code.empty();
    if (runs_.take_rule() || (is_empty && direct.bottom_border.value_or(false))) {
        if (is_empty) paragraph.role = ParagraphRole::rule;
    } else if (paragraph.role == ParagraphRole::rule && !is_empty) {
        paragraph.role = ParagraphRole::body;
    }
    if (!is_empty || paragraph.label || paragraph.role == ParagraphRole::rule)
        set_attributes(paragraph, format.right_to_left.value_or(false));
    return paragraph;
}

void BlockReader::set_label(FlowParagraph& paragraph, pugi::xml_node properties, const ResolvedStyle& style,
                            const ParagraphFormat& direct) {
    const bool may_have_one = paragraph.role != ParagraphRole::heading && paragraph.role != ParagraphRole::title &&
                              paragraph.role != ParagraphRole::subtitle && paragraph.role != ParagraphRole::caption &&
                              paragraph.role != ParagraphRole::table_caption &&
                              paragraph.role != ParagraphRole::contents;
    if (!may_have_one) return;
    const ParagraphFormat format = direct.over(style.paragraph);
    const int definition = format.numbering.value_or(0);
    ListLabels& labels = conversion_.labels;
    if (definition != 0 && labels.has(definition)) {
        const std::string style_id(child_value(properties, "w:pStyle"));
        const int level = direct.numbering_level.value_or(
            labels.level_of_style(definition, style_id).value_or(format.numbering_level.value_or(0)));
        if (!direct.indent) paragraph.indent = labels.indent(definition, level).value_or(paragraph.indent);
        if (labels.is_unlabelled(definition, level)) {
            paragraph.continued_level = level;
            return;
        }
        paragraph.label = labels.next(definition, level);
        paragraph.own_indent = paragraph.label->indent / (level + 1);
    } else if (definition != 0) {
        conversion_.context.report(
            Severity::warning, "docx.numbering-missing",
            "a list refers to a numbering that the file does not define; it became a bulleted one");
        paragraph.label.emplace();
        paragraph.label->definition = definition;
        paragraph.label->level = format.numbering_level.value_or(0);
    } else if (paragraph.role == ParagraphRole::list_item) {
        const std::optional<WrittenLabel> written =
            conversion_.is_own ? written_label(runs_.text().verbatim()) : std::nullopt;
        paragraph.label.emplace();
        if (written) {
            runs_.text().remove_prefix(written->size);
            paragraph.label->is_ordered = true;
            paragraph.label->value = written->value;
            paragraph.label->numbering = written->numbering;
        }
        paragraph.own_indent = -direct.first_line.value_or(0);
    }
    if (!paragraph.label) return;
    const int gap = std::max(format.space_before.value_or(0), format.space_after.value_or(0));
    paragraph.is_tight = conversion_.is_own ? direct.contextual_spacing.value_or(true)
                                            : format.contextual_spacing.value_or(false) || gap < loose_gap;
    paragraph.checked = runs_.text().take_box();
}

void BlockReader::set_text(FlowParagraph& paragraph) {
    InlineBuilder& text = runs_.text();
    paragraph.is_picture = text.is_picture();
    const bool is_code =
        paragraph.role == ParagraphRole::code
            ? !text.has_nodes()
            : !conversion_.is_own && paragraph.role == ParagraphRole::body && !paragraph.label && text.is_all_code();
    if (is_code) {
        paragraph.role = ParagraphRole::code;
        if (text.has_links()) ++conversion_.omitted.code_links;
        paragraph.code = text.verbatim();
        while (paragraph.code.ends_with('\n')) paragraph.code.pop_back();
        text.finish();
        return;
    }
    if (paragraph.role == ParagraphRole::code) paragraph.role = ParagraphRole::body;
    if (paragraph.role == ParagraphRole::heading && !conversion_.is_own)
        text.drop_if_everywhere(trait(Style::strong) | trait(Style::underline) | trait(Style::emphasis));
    paragraph.content = text.finish();
    if (paragraph.role == ParagraphRole::figure && !conversion_.is_own && !paragraph.is_picture)
        paragraph.role = ParagraphRole::caption;
}

void BlockReader::set_attributes(FlowParagraph& paragraph, bool right_to_left) {
    std::vector<std::string> ids = runs_.take_ids();
    if (!ids.empty()) paragraph.attributes.id = std::move(ids.front());
    if (!ids.empty()) ids.erase(ids.begin());
    Inlines more = anchors(std::move(ids));
    paragraph.attributes.language = take_language(paragraph.content);
    paragraph.content.insert(paragraph.content.begin(), std::make_move_iterator(more.begin()),
                             std::make_move_iterator(more.end()));
    if (right_to_left != conversion_.right_to_left)
        paragraph.attributes.direction = right_to_left ? Direction::right_to_left : Direction::left_to_right;
}

void BlockReader::add(FlowParagraph paragraph, BlockBuilder& out) {
    const bool is_empty = paragraph.content.empty() && paragraph.code.empty() && !paragraph.label &&
                          paragraph.role != ParagraphRole::rule;
    if (is_empty) return;
    if (paragraph.role == ParagraphRole::contents) {
        ++conversion_.omitted.contents;
        return;
    }
    if (body_ == &out && is_in_head_ && take_into_head(paragraph)) return;
    if (body_ == &out) is_in_head_ = false;
    if (paragraph.role == ParagraphRole::title) {
        paragraph.role = ParagraphRole::heading;
        paragraph.heading_level = 1;
    }
    out.add(std::move(paragraph));
}

// ---------------------------------------------------------------- heads and articles

bool BlockReader::take_into_head(FlowParagraph& paragraph) {
    const bool is_title = is_title_a_heading_ || (is_in_article_ && !has_title_);
    if (!is_title || paragraph.role != ParagraphRole::heading) return head_.take(paragraph);
    FlowParagraph title = paragraph;
    title.role = ParagraphRole::title;
    has_title_ = head_.take(title);
    is_title_a_heading_ = false;
    return has_title_;
}

void BlockReader::begin_article(BlockBuilder& out) {
    if (is_in_article_ || !out.empty()) end_article(out);
    if (!is_in_article_) head_.apply(conversion_.document.metadata);
    is_in_article_ = true;
    is_in_head_ = true;
    has_title_ = false;
    head_ = TitleBlock(true);
    article_ = Group();
    article_.kind = GroupKind::article;
    article_.metadata = Metadata();
}

void BlockReader::end_article(BlockBuilder& out) {
    article_.content = out.finish();
    if (!article_.metadata) {  // what came before the first break is an article, too
        article_.kind = GroupKind::article;
        article_.metadata = Metadata();
    }
    if (is_in_article_) {
        head_.apply(*article_.metadata);
        if (!head_.id().empty()) article_.attributes.ensure().id = head_.id();
    }
    conversion_.document.content.emplace_back(std::exchange(article_, {}));
}

void BlockReader::read_body(pugi::xml_node body) {
    BlockBuilder out(conversion_.is_own);
    body_ = &out;
    is_in_head_ = true;
    Document& document = conversion_.document;
    std::string creator;
    for (const Contributor& person : document.metadata.contributors)
        creator += (creator.empty() ? "" : ", ") + person.name;
    is_title_a_heading_ = conversion_.is_own && begins_with_its_only_heading(body, conversion_.styles);
    head_ =
        TitleBlock(conversion_.is_own, std::move(creator), date_line(document.metadata, document.metadata.language));
    read_children(body, out);
    if (is_in_article_) return end_article(out);
    head_.apply(document.metadata);
    if (!head_.id().empty()) document.attributes.ensure().id = head_.id();
    document.content = out.finish();
}

}  // namespace offprint::docx::reader
