// A written DOCX file as the tests look at it, and short cuts to build documents.
// Thread safety: values of one test.
#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/converter.hpp"
#include "offprint/document.hpp"

namespace offprint::testing {

/// The parts of a DOCX file.
class DocxFile {
public:
    explicit DocxFile(std::string bytes);

    const std::vector<std::string>& names() const { return names_; }
    bool has(const std::string& name) const { return parts_.count(name) != 0; }
    const std::string& bytes(const std::string& name) const { return parts_.at(name); }

    /// The XML of a part.
    pugi::xml_node xml(const std::string& name) const;
    pugi::xml_node document() const { return xml("word/document.xml"); }

    /// Elements of the document part.
    std::vector<pugi::xml_node> all(const char* xpath) const { return all(document(), xpath); }
    static std::vector<pugi::xml_node> all(pugi::xml_node root, const char* xpath);

    /// "style: text" of each paragraph of the body, with the label of a numbered one as "style[numId/level]".
    std::vector<std::string> paragraphs() const;

private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> parts_;
    mutable std::map<std::string, std::unique_ptr<pugi::xml_document>> trees_;
};

struct Written {
    DocxFile file;
    std::vector<std::string> codes;  ///< of the diagnostics
};

/// Writes `document` and checks the whole file with `expect_sound`.
Written write_docx(const Document& document, const OptionValues& options = {});

/// Everything in the file that is referred to exists: parts, relationships, styles, numbering, notes, bookmarks;
/// ids are unique; every table has a grid that its rows fill and every cell ends with a paragraph.
void expect_sound(const DocxFile& file);

/// The text of all `w:t` and `m:t` below a node.
std::string text_of(pugi::xml_node node);

/// The element without namespace declarations, on one line.
std::string markup_of(pugi::xml_node node);

Paragraph paragraph(Inlines content);
Paragraph paragraph(std::string text);
Styled styled(Style style, Inlines content);
Link link(std::string url, Inlines content);
NoteRef note_ref(std::size_t note);
ListItem item(Blocks content);
List list(std::vector<ListItem> items, bool ordered = false);
Document document(Blocks content);

/// Gives a node attributes.
template <class N>
N with(N node, Attributes attributes) {
    node.attributes = std::move(attributes);
    return node;
}

}  // namespace offprint::testing
