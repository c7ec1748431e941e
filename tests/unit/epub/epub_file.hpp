// A written EPUB file as the tests look at it, and short cuts to build documents.
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

/// The files of a book.
class EpubFile {
public:
    explicit EpubFile(const std::string& bytes);

    const std::vector<std::string>& names() const { return names_; }
    bool has(const std::string& name) const { return files_.count(name) != 0; }
    const std::string& bytes(const std::string& name) const { return files_.at(name); }

    /// The root element of a file beneath "EPUB/".
    pugi::xml_node xml(const std::string& name) const;
    pugi::xml_node package() const { return xml("package.opf"); }

    /// The files of the spine, in its order.
    std::vector<std::string> spine() const;

    /// What stands in the body of a file, on one line.
    std::string body(const std::string& name) const;

    /// The texts of the elements that an XPath finds in the package document.
    std::vector<std::string> package_texts(const char* xpath) const;

private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> files_;
    mutable std::map<std::string, std::unique_ptr<pugi::xml_document>> trees_;
};

struct Written {
    EpubFile file;
    std::vector<std::string> codes;  ///< of the diagnostics
};

/// Writes `document` and checks the whole file, with `expect_sound` and with the checker.
Written write_epub(const Document& document, const OptionValues& options = {}, ContextSettings settings = {});

/// Manifest, archive and spine name the same files; every link inside the book leads to an id that exists;
/// ids are XML names and unique in their file; there is no link in a link.
void expect_sound(const EpubFile& file);

Paragraph paragraph(std::string text);
Paragraph paragraph(Inlines content);
Heading heading(int level, std::string text, std::string id = {});
NoteRef note_ref(std::size_t note);
Link link(std::string url, std::string text);
Note note(std::string text);

/// A document with a title and a language.
Document article(Blocks content);

/// Gives a node an id.
template <class N>
N with_id(N node, std::string id) {
    node.attributes.ensure().id = std::move(id);
    return node;
}

}  // namespace offprint::testing
