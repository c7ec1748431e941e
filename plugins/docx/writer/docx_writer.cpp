#include "docx_writer.hpp"

#include "blocks.hpp"
#include "contents.hpp"
#include "design.hpp"
#include "languages.hpp"
#include "markup.hpp"
#include "package/element.hpp"
#include "parts.hpp"
#include "properties.hpp"
#include "reference_document.hpp"
#include "runs.hpp"
#include "story.hpp"
#include "styles.hpp"
#include "title_block.hpp"

namespace offprint::docx {

namespace {

/// The paper that is asked for by name.
std::optional<Page> named_paper(std::string_view name) {
    if (name == "a4") return a4;
    if (name == "letter") return letter;
    return std::nullopt;
}

Design design_for(const Options& options, std::string_view language, Context& context) {
    const std::optional<Page> paper = named_paper(options.text("page-size"));
    const std::string& reference = options.text("reference-doc");
    if (!reference.empty()) return reference_design(reference, language, paper, context);
    return own_design(language, paper.value_or(uses_letter_paper(language) ? letter : a4));
}

Scope outermost_scope(const Document& document, const Page& page) {
    Scope scope;
    scope.width = page.text_width();
    scope.language = document.metadata.language;
    scope.right_to_left = is_right_to_left(document.metadata.language);
    return scope.inside(document);
}

/// Notes that nothing refers to would be lost: their marks make a last paragraph.
void write_stray_notes(pugi::xml_node body, BlockWriter& blocks, Story& story) {
    pugi::xml_node paragraph;
    for (std::size_t note = 0; note < story.shared.document.notes.size(); ++note) {
        if (story.shared.notes.number(note) != 0) continue;
        if (paragraph)
            write_text(" ", paragraph, story.scope, story);
        else
            paragraph = blocks.open_paragraph(body, nullptr, story.scope);
        write_note_reference(note, paragraph, story);
    }
}

/// The target of a relationship of the parts with text.
std::string target_of(const Part& part) {
    return part.name.substr(std::string_view("word/").size());
}

/// Ends the body with its section, whose direction is that of the text (17.6.1).
void append_section(pugi::xml_node body, const Design& design, Story& story) {
    pugi::xml_node section = body.append_copy(design.section.document_element());
    pugi::xml_node last;
    for (const PageMargin& margin : design.margins) {
        const std::string name = "w:" + margin.kind + "Reference";
        last = last ? section.insert_child_after(name.c_str(), last) : section.prepend_child(name.c_str());
        set(last, "w:type", margin.pages);
        set(last, "r:id", story.relationships.add(margin.kind, target_of(margin.part)));
    }
    section.remove_child("w:bidi");
    if (!story.scope.right_to_left) return;
    pugi::xml_node next;
    for (const char* name : {"w:printerSettings", "w:docGrid", "w:rtlGutter"})
        if (const pugi::xml_node child = section.child(name)) next = child;
    next ? section.insert_child_before("w:bidi", next) : section.append_child("w:bidi");
}

/// A long text without headings has its title as one: Word's accessibility checker, and who moves about by headings,
/// want one.
void make_title_a_heading(pugi::xml_node body) {
    constexpr std::size_t longest_text = 40;  // paragraphs
    pugi::xml_node title;
    std::size_t paragraphs = 0;
    for (pugi::xml_node node = body.first_child(); node; node = next_in_tree(node, body)) {
        if (name_of(node) != "w:p") continue;
        ++paragraphs;
        const std::string_view style = child_value(node.child("w:pPr"), "w:pStyle");
        if (style_id::heading_level(style) != 0) return;
        if (style == style_id::title) title = node;
    }
    if (title && paragraphs > longest_text) set(title.child("w:pPr").child("w:pStyle"), "w:val", style_id::heading(1));
}

/// `contents_depth`: levels of headings in the contents; 0: none are wanted.
std::string document_xml(const Document& document, int contents_depth, Story& story) {
    pugi::xml_document part;
    const pugi::xml_node body = append(start_story(part, "w:document"), "w:body");
    BlockWriter blocks(story);
    write_title_block(document, body, story.scope, blocks);
    const pugi::xml_node title_end = body.last_child();
    write_content(document, body, story.scope, blocks);
    write_stray_notes(body, blocks, story);
    blocks.finish(body, story.scope);
    make_title_a_heading(body);
    if (contents_depth > 0) insert_contents(body, title_end, contents_depth, story);
    append_section(body, story.shared.design, story);
    return package::serialize(part);
}

/// Adds the parts that text refers to by what they are, not by an id.
void add_supporting_parts(const Conversion& conversion, Parts& parts, Relationships& relationships) {
    const Design& design = conversion.design;
    const auto add = [&](const char* type, Part part) {
        relationships.add(type, target_of(part));
        parts.add(std::move(part));
    };
    const std::string& language = conversion.document.metadata.language;
    const bool has_notes = !conversion.notes.entered().empty();
    add("styles", design.styles);
    add("settings", {"word/settings.xml", word_type("settings"),
                     settings_xml(language, has_notes, design.settings.document_element())});
    add("webSettings", {"word/webSettings.xml", word_type("webSettings"), web_settings_xml()});
    add("fontTable", design.font_table);
    add("theme", design.theme);
    if (!conversion.numbering.empty())
        add("numbering",
            {"word/numbering.xml", word_type("numbering"), conversion.numbering.xml(), design.numbering.relationships});
    for (const PageMargin& margin : design.margins) parts.add(margin.part);
    for (const Part& medium : design.media) parts.add(medium);
}

/// Adds the document's properties and returns the relationships of the package.
Relationships add_properties(const Document& document, const Context& context, Parts& parts) {
    constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";
    Relationships relationships;
    relationships.add("officeDocument", "word/document.xml");
    relationships.add_typed("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml");
    parts.add({"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
               core_properties_xml(document, context.source_date_epoch())});
    relationships.add("extended-properties", "docProps/app.xml");
    parts.add({"docProps/app.xml", std::string(office).append("extended-properties+xml"),
               extended_properties_xml(document.metadata)});
    if (std::string custom = custom_properties_xml(document.metadata); !custom.empty()) {
        relationships.add("custom-properties", "docProps/custom.xml");
        parts.add({"docProps/custom.xml", std::string(office).append("custom-properties+xml"), std::move(custom)});
    }
    return relationships;
}

}  // namespace

void DocxWriter::narrow(ImageRequest& images, const Options&) const {
    images.keep_drawings = true;
}

void DocxWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    const std::string& language = document.metadata.language;
    const Design design = design_for(options, language, context);
    Conversion conversion{document, context, design};
    const Scope scope = outermost_scope(document, design.page);
    Parts parts;

    Story body{conversion, scope};
    const int contents_depth = options.flag("toc") ? static_cast<int>(options.integer("toc-depth")) : 0;
    std::string text = document_xml(document, contents_depth, body);
    if (!conversion.notes.entered().empty()) {
        Story notes{conversion, scope};
        std::string content = footnotes_xml(document, notes);
        parts.add({"word/footnotes.xml", word_type("footnotes"), std::move(content), notes.relationships});
        body.relationships.add("footnotes", "footnotes.xml");
    }
    add_supporting_parts(conversion, parts, body.relationships);
    parts.add({"word/document.xml", word_type("document.main"), std::move(text), body.relationships});
    conversion.pictures.add_to(parts);
    const Relationships package_relationships = add_properties(document, context, parts);
    parts.zip(package_relationships, sink);
}

}  // namespace offprint::docx
