// The names that pandoc's AST gives to what the model has enumerators for: the only place where they stand.
// Thread safety: constants only.
//
// Classes are those that pandoc's own readers and writers use for the same thing, where there are such.
#pragma once

#include <string_view>

#include "json/names.hpp"
#include "offprint/document.hpp"

namespace offprint::pandoc {

/// Inline elements whose content is nothing but inline elements.
inline constexpr json::Name<Style> style_elements[] = {
    {Style::emphasis, "Emph"},        {Style::strong, "Strong"},       {Style::underline, "Underline"},
    {Style::strike, "Strikeout"},     {Style::subscript, "Subscript"}, {Style::superscript, "Superscript"},
    {Style::small_caps, "SmallCaps"},
};

/// Classes of `Span` for the styles that have no element.
inline constexpr json::Name<Style> style_classes[] = {
    {Style::mark, "mark"},     {Style::keyboard, "kbd"},      {Style::definition, "dfn"},
    {Style::small, "small"},   {Style::abbreviation, "abbr"}, {Style::cite, "cite"},
    {Style::insertion, "ins"}, {Style::sample, "samp"},       {Style::variable, "var"},
};

/// How such text is shown by those who do not know the class; `span` for nothing particular.
constexpr Style shown_style(Style style) {
    if (style == Style::insertion) return Style::underline;
    return style == Style::cite || style == Style::variable ? Style::emphasis : Style::span;
}

/// Classes of `Code` for the styles that HTML sets as code.
inline constexpr json::Name<Style> code_classes[] = {
    {Style::sample, "sample"},
    {Style::variable, "variable"},
};

/// Classes of `Div`. Verse that is nothing but lines is a `LineBlock`.
inline constexpr json::Name<GroupKind> group_classes[] = {
    {GroupKind::section, "section"}, {GroupKind::aside, "aside"},     {GroupKind::verse, "verse"},
    {GroupKind::byline, "byline"},   {GroupKind::article, "article"},
};

/// Of `Div`: what pandoc makes of a figure where its AST has none, and the caption within.
inline constexpr std::string_view figure_class = "figure";
inline constexpr std::string_view caption_class = "caption";

/// Of `Div` in a `BlockQuote`: who said it.
inline constexpr std::string_view attribution_class = "attribution";

/// Of `Span`: a base text, and within it the reading.
inline constexpr std::string_view ruby_class = "ruby";
inline constexpr std::string_view ruby_text_class = "rt";

/// Before the title of an image that is a figure, up to API 1.22.
inline constexpr std::string_view figure_mark = "fig:";

/// Boxes of tasks, at the beginning of list items.
inline constexpr std::string_view open_box = "\u2610";
inline constexpr std::string_view checked_box = "\u2612";

/// Styles of `ListAttributes`. Decimal numbers are those of `DefaultStyle`, too.
inline constexpr json::Name<Numbering> numbering_names[] = {
    {Numbering::decimal, "Decimal"},        {Numbering::lower_alpha, "LowerAlpha"},
    {Numbering::upper_alpha, "UpperAlpha"}, {Numbering::lower_roman, "LowerRoman"},
    {Numbering::upper_roman, "UpperRoman"},
};

inline constexpr json::Name<Alignment> alignment_names[] = {
    {Alignment::unspecified, "AlignDefault"},
    {Alignment::left, "AlignLeft"},
    {Alignment::center, "AlignCenter"},
    {Alignment::right, "AlignRight"},
};

/// Values of the attribute `dir`.
inline constexpr json::Name<Direction> direction_names[] = {
    {Direction::left_to_right, "ltr"},
    {Direction::right_to_left, "rtl"},
    {Direction::automatic, "auto"},
};

}  // namespace offprint::pandoc
