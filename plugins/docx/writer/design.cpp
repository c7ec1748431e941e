#include "design.hpp"

#include <utility>

#include "markup.hpp"
#include "properties.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

/// A footer with the number of the page.
PageMargin numbered_footer() {
    pugi::xml_document part;
    const pugi::xml_node paragraph = append(start_story(part, "w:ftr"), "w:p");
    append_value(append(paragraph, "w:pPr"), "w:pStyle", style_id::footer);
    const pugi::xml_node field = append(paragraph, "w:fldSimple");
    set(field, "w:instr", " PAGE ");
    append_run_text(append(field, "w:r"), "1");
    return {"footer", "default", {"word/footer1.xml", word_type("footer"), package::serialize(part)}};
}

void append_section(pugi::xml_node parent, const Page& page) {
    const pugi::xml_node section = append(parent, "w:sectPr");
    const pugi::xml_node size = append(section, "w:pgSz");
    set_number(size, "w:w", page.width);
    set_number(size, "w:h", page.height);
    const pugi::xml_node margins = append(section, "w:pgMar");
    set_number(margins, "w:top", page.top_margin);
    set_number(margins, "w:right", page.right_margin);
    set_number(margins, "w:bottom", page.bottom_margin);
    set_number(margins, "w:left", page.left_margin);
    for (const char* edge : {"w:header", "w:footer"}) set_number(margins, edge, page.top_margin / 2);
    set_number(margins, "w:gutter", 0);
}

}  // namespace

std::string word_type(std::string_view part) {
    return std::string("application/vnd.openxmlformats-officedocument.wordprocessingml.").append(part).append("+xml");
}

Design own_design(std::string_view language, const Page& page) {
    Design design;
    design.page = page;
    design.styles = {"word/styles.xml", word_type("styles"), styles_xml(language)};
    design.theme = {"word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme_xml()};
    design.font_table = {"word/fontTable.xml", word_type("fontTable"), font_table_xml(language)};
    append_section(design.section, page);
    design.margins.push_back(numbered_footer());
    return design;
}

}  // namespace offprint::docx
