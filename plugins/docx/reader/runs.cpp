#include "reader/runs.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/element.hpp"
#include "reader/office_math.hpp"
#include "reader/piece_format.hpp"
#include "reader/symbols.hpp"

namespace offprint::docx::reader {

namespace {

/// A name of Word's as an id: without white space.
std::string id_of(std::string_view bookmark) {
    std::string id = clean_xml_text(bookmark);
    std::ranges::replace_if(
        id, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
    return id;
}

}  // namespace

void RunReader::read(pugi::xml_node paragraph, const ResolvedStyle& style) {
    paragraph_style_ = &style;
    read_children(paragraph);
}

void RunReader::read_children(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
        conversion_.context.checkpoint();
        read_child(child, name_of(child));
    }
}

void RunReader::read_child(pugi::xml_node child, std::string_view name) {
    if (name == "w:r") return read_run(child);
    if (name == "w:hyperlink") return read_link(child);
    if (name == "w:bookmarkStart") return read_bookmark(child);
    if (name == "w:fldSimple") return read_simple_field(child);
    if (name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo")
        return read_change(child, name);
    if (name == "w:sdt") return read_content_control(child);
    if (name == "m:oMath") return read_formula(child, false);
    if (name == "m:oMathPara") {
        for (const pugi::xml_node formula : child.children("m:oMath")) read_formula(formula, true);
        return;
    }
    if (name == "w:smartTag" || name == "w:customXml" || name == "w:dir" || name == "w:bdo" ||
        name == "mc:AlternateContent" || name == "w:sdtContent")
        return read_children(child);
}

/// Where a link leads: a place in the document or an address of a kind that any output may have; else nowhere.
std::string RunReader::link_address(std::string_view target) {
    if (target.starts_with('#')) return std::string("#").append(id_of(target.substr(1)));
    std::string address = clean_xml_text(target);
    if (address.empty() || is_safe_link(address)) return address;
    ++conversion_.omitted.links;
    return {};
}

void RunReader::read_link(pugi::xml_node hyperlink) {
    const Relationship* relationship = relationships_.find(hyperlink.attribute("r:id").value());
    std::string target = relationship != nullptr && relationship->is_external ? relationship->target : std::string();
    if (const std::string_view anchor = hyperlink.attribute("w:anchor").value(); !anchor.empty())
        target.append("#").append(anchor);
    const std::string outer_url = std::exchange(url_, link_address(target));
    const std::string outer_title =
        std::exchange(title_, collapse_space(clean_xml_text(hyperlink.attribute("w:tooltip").value())));
    const std::uint64_t outer_link = std::exchange(link_, ++links_);
    read_children(hyperlink);
    link_ = outer_link;
    url_ = outer_url;
    title_ = outer_title;
}

bool RunReader::is_kept(std::string_view change) {
    ++conversion_.omitted.changes;
    const bool is_insertion = change == "w:ins" || change == "w:moveTo";
    switch (conversion_.changes) {
        case Changes::accept:
            return is_insertion;
        case Changes::reject:
            return !is_insertion;
        case Changes::all:
            return true;
    }
    return true;
}

void RunReader::read_change(pugi::xml_node change, std::string_view name) {
    if (!is_kept(name)) return;
    const unsigned outer = change_traits_;
    if (conversion_.changes == Changes::all)
        change_traits_ |= trait(name == "w:ins" || name == "w:moveTo" ? Style::insertion : Style::strike);
    read_children(change);
    change_traits_ = outer;
}

void RunReader::read_content_control(pugi::xml_node control) {
    if (is_on(control.child("w:sdtPr"), "w:showingPlcHdr")) {
        ++conversion_.omitted.placeholders;
        return;
    }
    read_children(control.child("w:sdtContent"));
}

void RunReader::read_bookmark(pugi::xml_node bookmark) {
    std::string id = id_of(bookmark.attribute("w:name").value());
    // Ours around the reference of a note that something refers to again.
    if (id.empty() || (conversion_.is_own && id.starts_with("_Note"))) return;
    if (text_.empty()) {
        ids_.push_back(std::move(id));
        return;
    }
    Styled anchor;
    anchor.attributes.ensure().id = std::move(id);
    text_.add(std::move(anchor), {});
}

// ---------------------------------------------------------------- runs

void RunReader::read_run(pugi::xml_node run) {
    if (run.child("w:rPr").child("w:rPrChange")) ++conversion_.omitted.changes;
    const pugi::xml_node properties = conversion_.settled(run.child("w:rPr"));
    const RunFormat direct = run_format(properties);
    const std::string_view style_id = child_value(properties, "w:rStyle");
    static const ResolvedStyle no_style;
    const ResolvedStyle& style = style_id.empty() ? no_style : conversion_.styles.run(style_id);
    const bool is_hidden = direct.hidden.value_or(toggled(paragraph_style_->run.hidden, style.run.hidden));
    if (is_hidden) {
        if (run.child("w:t")) ++conversion_.omitted.hidden_runs;
        // The marks of fields count nevertheless.
        for (const pugi::xml_node mark : run.children()) {
            if (name_of(mark) == "w:fldChar") read_field_mark(mark);
            if (name_of(mark) == "w:instrText") fields_.add_instruction(mark.text().get());
        }
        return;
    }
    const bool is_link = !url_.empty() || fields_.link() != nullptr;
    format_ = piece_format(direct, style, *paragraph_style_, is_link, conversion_);
    format_.traits |= change_traits_;
    is_note_mark_ = style.run_role == RunRole::note_mark;
    has_custom_mark_ = false;
    read_run_children(run, direct);
}

void RunReader::read_run_children(pugi::xml_node run, const RunFormat& direct) {
    for (const pugi::xml_node child : run.children()) read_run_child(child, direct);
}

void RunReader::read_run_child(pugi::xml_node child, const RunFormat& direct) {
    const std::string_view name = name_of(child);
    if (name == "w:t" || name == "w:delText") {
        const std::string_view text = child.text().get();
        if (!is_symbol_font(direct.font)) return add_text(clean_xml_text(text));
        int lost = 0;
        const std::string shown = symbol_text(direct.font, clean_xml_text(text), lost);
        conversion_.omitted.symbols += static_cast<std::uint64_t>(lost);
        return add_text(shown);
    }
    if (name == "w:tab" || name == "w:ptab") return add_text("\t");
    if (name == "w:br" || name == "w:cr") return read_break(child);
    if (name == "w:noBreakHyphen") return add_text("\u2011");
    if (name == "w:softHyphen") return add_text("\u00AD");
    if (name == "w:sym") return read_symbol(child);
    if (name == "w:bookmarkStart") return read_bookmark(child);  // where calibre sets it, against the schema
    if (name == "w:fldChar") return read_field_mark(child);
    if (name == "w:instrText") return fields_.add_instruction(child.text().get());
    if (name == "w:drawing" || name == "w:pict" || name == "w:object") return read_drawing(child);
    if (name == "w:footnoteReference" || name == "w:endnoteReference")
        return read_note(child, name == "w:endnoteReference" ? NoteKind::endnote : NoteKind::footnote);
    if (name == "w:commentReference") return read_note(child, NoteKind::comment);
    if (name == "w:footnoteRef" || name == "w:endnoteRef" || name == "w:annotationRef") {
        after_note_mark_ = true;
        at_note_beginning_ = false;
        if (ids_.empty()) return;
        note_id_ = std::move(ids_.front());
        ids_.erase(ids_.begin());
        return;
    }
    if (name == "w:ruby") return read_ruby(child);
    if (name == "mc:AlternateContent") return read_run_children(child, direct);
}

PieceFormat RunReader::current() {
    PieceFormat format = format_;
    std::string url = url_;
    std::string title = title_;
    std::uint64_t number = link_;
    if (const OpenField* field = fields_.link()) {
        url = field->url;
        title = field->title;
        number = field->number;
    }
    if (!url.empty()) format.link = text_.add_link(std::move(url), std::move(title), number);
    return format;
}

void RunReader::add_text(std::string_view text) {
    if (!is_shown()) return;
    if (std::exchange(at_note_beginning_, false) && is_note_mark_) {
        after_note_mark_ = true;  // that which the author chose
        return;
    }
    if (std::exchange(after_note_mark_, false)) {
        // Word sets a space or a tab behind the mark.
        if (text == " " || text == "\t") return;
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    if (has_custom_mark_) return;
    text_.add_text(text, current());
}

void RunReader::read_break(pugi::xml_node element) {
    const std::string_view type = element.attribute("w:type").value();
    if (type == "page" || type == "column") {
        ++conversion_.omitted.page_breaks;
        return;
    }
    if (is_shown()) text_.add(LineBreak{}, current());
}

void RunReader::read_symbol(pugi::xml_node element) {
    const std::string_view digits = element.attribute("w:char").value();
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const std::string text = is_xml_character(code) ? symbol(element.attribute("w:font").value(), code) : std::string();
    if (text.empty())
        ++conversion_.omitted.symbols;
    else
        add_text(text);
}

void RunReader::read_drawing(pugi::xml_node drawing) {
    if (!is_shown()) return;
    Drawing read = pictures_.read(drawing, relationships_);
    for (Drawing::Picture& picture : read.pictures) {
        PieceFormat format = current();
        format.traits = 0;
        format.language.clear();
        if (format.link == 0 && !picture.url.empty()) format.link = text_.add_link(picture.url, {}, ++links_);
        text_.add(std::move(picture.image), format);
    }
    boxes_.insert(boxes_.end(), read.boxes.begin(), read.boxes.end());
    has_rule_ = has_rule_ || read.is_rule;
}

void RunReader::read_note(pugi::xml_node reference, NoteKind kind) {
    if (!is_shown()) return;
    const pugi::xml_attribute custom = reference.attribute("w:customMarkFollows");
    has_custom_mark_ = custom && std::string_view(custom.value()) != "0" && std::string_view(custom.value()) != "false";
    if (kind == NoteKind::comment) {
        ++conversion_.omitted.comments;
        if (!conversion_.keeps_comments) return;
    }
    const std::string_view id = reference.attribute("w:id").value();
    if (const std::optional<std::size_t> note = conversion_.notes.enter(kind, id)) return add_note(*note);
    conversion_.context.report(
        Severity::warning, "docx.note-missing",
        "the text refers to a note or comment that is not in the file; the reference was left out");
}

void RunReader::add_note(std::size_t note) {
    NoteRef reference;
    reference.note = note;
    // Our writer sets the mark of a note that only a note refers to behind the mark of that one.
    if (conversion_.is_own && text_.take_back(", ")) return;
    text_.add(std::move(reference), {});
}

void RunReader::read_ruby(pugi::xml_node ruby) {
    if (!is_shown()) return;
    const auto read_part = [&](const char* name) {
        InlineBuilder outer = std::exchange(text_, InlineBuilder(conversion_.is_own));
        read_children(ruby.child(name));
        return std::exchange(text_, std::move(outer)).finish();
    };
    const PieceFormat format = current();
    Ruby node;
    node.annotation = read_part("w:rt");
    node.base = read_part("w:rubyBase");
    format_ = format;
    text_.add(std::move(node), {0, format.link, {}});
}

void RunReader::read_formula(pugi::xml_node formula, bool is_display) {
    if (!is_shown()) return;
    Math math;
    math.mathml = mathml_of(formula, is_display);
    math.display = is_display;
    if (math.mathml.empty()) return;
    format_ = {};
    text_.add(std::move(math), {0, current().link, {}});
}

// ---------------------------------------------------------------- fields

void RunReader::read_field_mark(pugi::xml_node mark) {
    const std::string_view type = mark.attribute("w:fldCharType").value();
    if (type == "begin") {
        OpenField field;
        if (const pugi::xml_node box = mark.child("w:ffData").child("w:checkBox"))
            field.box =
                on_off(box.child("w:checked") ? box.child("w:checked") : box.child("w:default")).value_or(false);
        fields_.begin(std::move(field));
    } else if (type == "separate") {
        if (!fields_.empty() && !fields_.innermost().is_in_result) begin_result();
    } else if (type == "end") {
        end_field();
    }
}

void RunReader::begin_result() {
    fields_.begin_result();
    OpenField& field = fields_.innermost();
    const FieldInstruction parsed = parse_field(clean_xml_text(field.instruction));
    if (parsed.name == "HYPERLINK") {
        field.url = link_address(hyperlink_target(parsed));
        field.title = collapse_space(parsed.value('o'));
    } else if ((parsed.name == "REF" || parsed.name == "PAGEREF") && parsed.has('h') && !parsed.arguments.empty()) {
        field.url = std::string("#").append(id_of(parsed.arguments.front()));
    } else if (parsed.name == "TOC" || parsed.name == "INDEX" || parsed.name == "TOA") {
        if (is_shown()) ++conversion_.omitted.contents;
        fields_.silence();
    } else if (parsed.name == "NOTEREF" && !parsed.arguments.empty()) {
        add_note_again(parsed.arguments.front());
        fields_.silence();
    } else if (parsed.name == "EQ") {
        add_phonetic_guide(clean_xml_text(field.instruction));
    }
    if (!field.url.empty()) {
        field.kind = OpenField::Kind::link;
        field.number = ++links_;
    }
}

void RunReader::add_note_again(const std::string& bookmark) {
    if (!is_shown()) return;
    if (const std::optional<std::size_t> note = conversion_.notes.enter_bookmark(bookmark)) add_note(*note);
}

/// What the field draws has no result.
void RunReader::add_phonetic_guide(const std::string& instruction) {
    if (!is_shown()) return;
    const PhoneticGuide guide = phonetic_guide(instruction);
    if (guide.base.empty()) {
        ++conversion_.omitted.fields;
        return;
    }
    Ruby ruby;
    ruby.base = {Text(guide.base)};
    ruby.annotation = {Text(guide.reading)};
    text_.add(std::move(ruby), {0, current().link, {}});
}

void RunReader::end_field() {
    if (fields_.empty()) return;
    if (!fields_.innermost().is_in_result) {
        // What has no result says itself what it shows, or shows nothing, as the mark of an entry of an index does.
        const std::optional<bool> box = fields_.innermost().box;
        begin_result();
        if (box && is_shown()) text_.add_text(*box ? "☑ " : "☐ ", current());
    }
    fields_.end();
}

void RunReader::read_simple_field(pugi::xml_node element) {
    OpenField field;
    field.instruction = element.attribute("w:instr").value();
    fields_.begin(std::move(field));
    const std::size_t depth = fields_.size();
    begin_result();
    read_children(element);
    // Marks that do not fit together end with the element.
    while (fields_.size() >= depth) end_field();
}

}  // namespace offprint::docx::reader
