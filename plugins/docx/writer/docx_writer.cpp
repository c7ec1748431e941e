#include "docx_writer.hpp"

#include "blocks.hpp"
#include "languages.hpp"
#include "markup.hpp"
#include "parts.hpp"
#include "properties.hpp"
#include "runs.hpp"
#include "story.hpp"
#include "styles.hpp"
#include "title_block.hpp"

namespace offprint::docx {

namespace {

constexpr std::string_view word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string word_type(std::string_view part) {
    return std::string(word_types).append(part).append("+xml");
}

Page page_for(std::string_view page_size, std::string_view language) {
    const bool takes_letter = page_size == "letter" || (page_size == "auto" && uses_letter_paper(language));
    return takes_letter ? letter : a4;
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

void append_section(pugi::xml_node body, const Page& page, bool right_to_left) {
    const pugi::xml_node section = append(body, "w:sectPr");
    const pugi::xml_node size = append(section, "w:pgSz");
    set_number(size, "w:w", page.width);
    set_number(size, "w:h", page.height);
    const pugi::xml_node margins = append(section, "w:pgMar");
    set_number(margins, "w:top", page.top_margin);
    set_number(margins, "w:right", page.side_margin);
    set_number(margins, "w:bottom", page.top_margin);
    set_number(margins, "w:left", page.side_margin);
    for (const char* edge : {"w:header", "w:footer"}) set_number(margins, edge, page.top_margin / 2);
    set_number(margins, "w:gutter", 0);
    if (right_to_left) append(section, "w:bidi");
}

std::string document_xml(const Document& document, Story& story) {
    pugi::xml_document part;
    const pugi::xml_node body = append(start_story(part, "w:document"), "w:body");
    BlockWriter blocks(story);
    write_document(document, body, story.scope, blocks);
    write_stray_notes(body, blocks, story);
    blocks.finish(body, story.scope);
    append_section(body, story.shared.page, story.scope.right_to_left);
    return package::serialize(part);
}

/// Adds the parts that text refers to by what they are, not by an id.
void add_supporting_parts(const Conversion& conversion, Parts& parts, Relationships& relationships) {
    const std::string& language = conversion.document.metadata.language;
    const auto add = [&](const char* type, const std::string& target, const std::string& content_type,
                         std::string content) {
        relationships.add(type, target);
        parts.add("word/" + target, content_type, std::move(content));
    };
    const bool has_notes = !conversion.notes.entered().empty();
    add("styles", "styles.xml", word_type("styles"), styles_xml(language));
    add("settings", "settings.xml", word_type("settings"), settings_xml(language, has_notes));
    add("webSettings", "webSettings.xml", word_type("webSettings"), web_settings_xml());
    add("fontTable", "fontTable.xml", word_type("fontTable"), font_table_xml(language));
    add("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme_xml());
    if (!conversion.numbering.empty())
        add("numbering", "numbering.xml", word_type("numbering"), conversion.numbering.xml());
}

/// Adds the document's properties and returns the relationships of the package.
Relationships add_properties(const Document& document, const Context& context, Parts& parts) {
    constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";
    Relationships relationships;
    relationships.add("officeDocument", "word/document.xml");
    relationships.add_typed("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml");
    parts.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
              core_properties_xml(document, context.source_date_epoch()));
    relationships.add("extended-properties", "docProps/app.xml");
    parts.add("docProps/app.xml", std::string(office).append("extended-properties+xml"),
              extended_properties_xml(document.metadata));
    if (std::string custom = custom_properties_xml(document.metadata); !custom.empty()) {
        relationships.add("custom-properties", "docProps/custom.xml");
        parts.add("docProps/custom.xml", std::string(office).append("custom-properties+xml"), std::move(custom));
    }
    return relationships;
}

}  // namespace

void DocxWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    Conversion conversion{document, context, page_for(options.text("page-size"), document.metadata.language)};
    const Scope scope = outermost_scope(document, conversion.page);
    Parts parts;

    Story body{conversion, scope};
    std::string text = document_xml(document, body);
    if (!conversion.notes.entered().empty()) {
        Story notes{conversion, scope};
        parts.add("word/footnotes.xml", word_type("footnotes"), footnotes_xml(document, notes), notes.relationships);
        body.relationships.add("footnotes", "footnotes.xml");
    }
    add_supporting_parts(conversion, parts, body.relationships);
    parts.add("word/document.xml", word_type("document.main"), std::move(text), body.relationships);
    conversion.pictures.add_to(parts);
    const Relationships package_relationships = add_properties(document, context, parts);
    parts.zip(package_relationships, sink);
}

}  // namespace offprint::docx
