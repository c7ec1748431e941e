// What all steps of reading one file share.
// Thread safety: an object belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>

#include "media/resource_table.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "package/package.hpp"
#include "reader/list_labels.hpp"
#include "reader/note_table.hpp"
#include "reader/style_sheet.hpp"

namespace offprint::docx::reader {

/// What becomes of tracked changes.
enum class Changes {
    accept,
    reject,
    all,  ///< what was inserted is marked as such, what was deleted is struck
};

/// How much was left out, for one diagnostic each at the end.
struct Omissions {
    std::uint64_t hidden_runs = 0;
    std::uint64_t contents = 0;    ///< tables of contents and indexes
    std::uint64_t changes = 0;     ///< tracked insertions, deletions and changes of formatting
    std::uint64_t links = 0;       ///< of kinds that no output may have
    std::uint64_t code_links = 0;  ///< blocks of code that had links
    std::uint64_t comments = 0;
    std::uint64_t placeholders = 0;  ///< content controls that nobody has filled in
    std::uint64_t page_breaks = 0;
    std::uint64_t symbols = 0;  ///< characters of symbol fonts that Unicode does not have
    std::uint64_t fields = 0;   ///< without a result
    std::uint64_t shapes = 0;   ///< drawings without a picture, charts, diagrams
};

struct Conversion {
    Context& context;
    Package& package;
    bool is_own = false;  ///< this program's writer made the file: what it says is meant literally
    Changes changes = Changes::accept;
    bool keeps_comments = false;  ///< as notes
    StyleSheet styles{};
    ListLabels labels{};
    NoteTable notes{};
    Document document{};
    bool right_to_left = false;  ///< the document as a whole
    int text_width = 0;          ///< of the page's column, twips
    ResourceTable resources{document.resources};
    Omissions omitted{};

    /// What an element's properties (`w:rPr`, `w:tcPr`, ...) state: with changes rejected, where their change is
    /// tracked, those before it (17.13.5).
    pugi::xml_node settled(pugi::xml_node properties) const {
        if (changes != Changes::reject) return properties;
        const std::string name = properties.name();
        const pugi::xml_node change = properties.child((name + "Change").c_str());
        return change ? change.child(name.c_str()) : properties;
    }
};

}  // namespace offprint::docx::reader
