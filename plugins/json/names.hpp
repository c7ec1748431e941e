// The names that the JSON format gives to the model's enumerators: the only place where they stand.
// Thread safety: constants only.
#pragma once

#include "json/names.hpp"
#include "offprint/document.hpp"

namespace offprint::json {

/// Node types of styled text; mdast's names where it has one.
inline constexpr Name<Style> style_names[] = {
    {Style::emphasis, "emphasis"},
    {Style::strong, "strong"},
    {Style::underline, "underline"},
    {Style::strike, "delete"},
    {Style::subscript, "subscript"},
    {Style::superscript, "superscript"},
    {Style::small_caps, "smallCaps"},
    {Style::small, "small"},
    {Style::mark, "mark"},
    {Style::quote, "quotation"},
    {Style::cite, "cite"},
    {Style::keyboard, "keyboard"},
    {Style::sample, "sample"},
    {Style::variable, "variable"},
    {Style::definition, "definedTerm"},
    {Style::abbreviation, "abbreviation"},
    {Style::insertion, "insertion"},
    {Style::span, "span"},
};

/// Node types of groups.
inline constexpr Name<GroupKind> group_names[] = {
    {GroupKind::plain, "group"}, {GroupKind::section, "section"}, {GroupKind::aside, "aside"},
    {GroupKind::verse, "verse"}, {GroupKind::byline, "byline"},   {GroupKind::article, "article"},
};

/// Values of `list.numbering`.
inline constexpr Name<Numbering> numbering_names[] = {
    {Numbering::decimal, "decimal"},        {Numbering::lower_alpha, "lowerAlpha"},
    {Numbering::upper_alpha, "upperAlpha"}, {Numbering::lower_roman, "lowerRoman"},
    {Numbering::upper_roman, "upperRoman"},
};

/// Values of `align`; unspecified is null or left out.
inline constexpr Name<Alignment> alignment_names[] = {
    {Alignment::left, "left"},
    {Alignment::center, "center"},
    {Alignment::right, "right"},
};

/// Values of `table.sections[].kind`.
inline constexpr Name<SectionKind> section_names[] = {
    {SectionKind::head, "head"},
    {SectionKind::body, "body"},
    {SectionKind::foot, "foot"},
};

/// Values of `attributes.dir`, as in HTML; unspecified is left out.
inline constexpr Name<Direction> direction_names[] = {
    {Direction::left_to_right, "ltr"},
    {Direction::right_to_left, "rtl"},
    {Direction::automatic, "auto"},
};

}  // namespace offprint::json
