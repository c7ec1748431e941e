// Formatting as the file states it: properties of runs and paragraphs (ECMA-376 Part 1, 17.3). What is not stated is
// left to a style.
// Thread safety: values; the functions are pure.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "offprint/document.hpp"

namespace offprint::docx::reader {

enum class VerticalPosition { baseline, superscript, subscript };

/// Of characters, as far as it has a meaning.
struct RunFormat {
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> strike;
    std::optional<bool> small_caps;
    std::optional<bool> underline;
    std::optional<bool> marked;  ///< highlighted, or on a ground of a colour of its own
    std::optional<bool> hidden;
    std::optional<VerticalPosition> position;
    std::optional<int> size;  ///< half-points
    std::string font;         ///< of Latin text; empty when not stated
    std::string language;     ///< of Latin text
    std::string east_asian_language;
    std::string complex_language;
    bool is_east_asian = false;  ///< `w:hint` asks for the East Asian font
    bool is_complex = false;     ///< of a complex script

    /// This format with what it does not state from `base`.
    RunFormat over(const RunFormat& base) const;
};

/// Reads a `w:rPr`; a null node states nothing.
RunFormat run_format(pugi::xml_node properties);

/// Of a paragraph, as far as it has a meaning. Lengths are twips.
struct ParagraphFormat {
    std::optional<int> outline_level;    ///< 0..8; 9: body text
    std::optional<int> numbering;        ///< id of a numbering definition; 0: none
    std::optional<int> numbering_level;  ///< 0..8
    std::optional<int> indent;           ///< of the leading edge
    std::optional<int> first_line;       ///< of the first line from there; negative when it hangs
    std::optional<int> space_before;
    std::optional<int> space_after;
    std::optional<bool> contextual_spacing;  ///< none between paragraphs of one style
    std::optional<bool> right_to_left;
    std::optional<bool> page_break_before;
    std::optional<bool> bottom_border;
    std::optional<Alignment> alignment;

    /// This format with what it does not state from `base`.
    ParagraphFormat over(const ParagraphFormat& base) const;
};

/// Reads a `w:pPr`; a null node states nothing.
ParagraphFormat paragraph_format(pugi::xml_node properties);

/// True for fonts all of whose letters have one width.
bool is_monospaced(std::string_view font);

}  // namespace offprint::docx::reader
