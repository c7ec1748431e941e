// Styles: what a paragraph or a run is by the name of its style, and how the style looks (ECMA-376 Part 1, 17.7).
// Thread safety: an object belongs to one thread.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "reader/format.hpp"

namespace offprint::docx::reader {

/// What a paragraph is by its style.
enum class ParagraphRole {
    body,
    title,
    subtitle,
    author,
    date,
    heading,
    quote,
    quote_source,
    aside,
    verse,
    code,
    figure,
    caption,
    table_caption,
    definition_term,
    definition,
    list_item,
    list_continue,
    table_heading,
    spacer,  ///< holds a place and nothing else
    rule,
    contents,  ///< an entry of a table of contents or its heading
};

/// What a run is by its style.
enum class RunRole {
    none,
    strong,
    emphasis,
    code,
    keyboard,
    sample,
    variable,
    cite,
    definition,
    abbreviation,
    small,
    hyperlink,
    note_mark,  ///< the mark of a foot- or endnote
};

/// A style with what it inherits.
struct ResolvedStyle {
    ParagraphRole role = ParagraphRole::body;
    int heading_level = 0;  ///< 1..9, of a heading
    RunRole run_role = RunRole::none;
    ParagraphFormat paragraph;
    RunFormat run;
    bool has_header_look = false;  ///< of a table style: the first row looks different
};

class StyleSheet {
public:
    /// Nothing is known: every style is called as its id.
    StyleSheet() = default;

    /// Reads the root of a styles part; a null node has none.
    explicit StyleSheet(pugi::xml_node root);

    /// The style of a paragraph, run or table; for an empty id the default one of paragraphs. A style that is not
    /// there is what its id says.
    const ResolvedStyle& paragraph(std::string_view id) const;
    const ResolvedStyle& run(std::string_view id) const;
    const ResolvedStyle& table(std::string_view id) const;

    /// What holds where no style says otherwise.
    const RunFormat& default_run() const { return default_run_; }

    /// True if text is in a monospaced font where nothing else is said: it means nothing then.
    bool is_typewritten() const { return is_typewritten_; }

private:
    struct Definition {
        std::string name;
        std::string based_on;
        ParagraphFormat paragraph;
        RunFormat run;
        bool has_header_look = false;
    };
    /// Those of one type, by id: a paragraph's and a run's may share one.
    using Definitions = std::map<std::string, Definition, std::less<>>;
    using Resolved = std::map<std::string, ResolvedStyle, std::less<>>;

    static ResolvedStyle resolve(const Definitions& definitions, std::string_view id);
    static const ResolvedStyle& resolved(const Definitions& definitions, Resolved& known, std::string_view id);

    Definitions paragraphs_;
    Definitions runs_;
    Definitions tables_;
    mutable Resolved resolved_paragraphs_;
    mutable Resolved resolved_runs_;
    mutable Resolved resolved_tables_;
    std::string default_paragraph_;
    RunFormat default_run_;
    bool is_typewritten_ = false;
};

}  // namespace offprint::docx::reader
