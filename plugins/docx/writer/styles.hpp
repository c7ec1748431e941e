// The styles: Word's own where it has one for the purpose, ours where it has none.
// Thread safety: constants and pure functions.
#pragma once

#include <string>
#include <string_view>

namespace offprint::docx {

/// Ids of the styles that text refers to.
namespace style_id {

inline constexpr const char* title = "Title";
inline constexpr const char* subtitle = "Subtitle";
inline constexpr const char* author = "Author";
inline constexpr const char* date = "Date";
inline constexpr const char* quote = "Quote";
inline constexpr const char* quote_source = "QuoteSource";
inline constexpr const char* aside = "Aside";
inline constexpr const char* verse = "Verse";
inline constexpr const char* list_bullet = "ListBullet";
inline constexpr const char* list_number = "ListNumber";
inline constexpr const char* list_continue = "ListContinue";
inline constexpr const char* definition_term = "DefinitionTerm";
inline constexpr const char* definition = "Definition";
inline constexpr const char* source_code = "SourceCode";
inline constexpr const char* figure = "Figure";
inline constexpr const char* caption = "Caption";
inline constexpr const char* table_grid = "TableGrid";
inline constexpr const char* table_text = "TableText";
inline constexpr const char* table_heading = "TableHeading";
inline constexpr const char* after_table = "AfterTable";
inline constexpr const char* horizontal_rule = "HorizontalRule";
inline constexpr const char* footnote_text = "FootnoteText";
inline constexpr const char* footnote_reference = "FootnoteReference";
inline constexpr const char* hyperlink = "Hyperlink";
inline constexpr const char* strong = "Strong";
inline constexpr const char* emphasis = "Emphasis";
inline constexpr const char* small = "SmallPrint";
inline constexpr const char* code = "HTMLCode";
inline constexpr const char* keyboard = "HTMLKeyboard";
inline constexpr const char* sample = "HTMLSample";
inline constexpr const char* variable = "HTMLVariable";
inline constexpr const char* cite = "HTMLCite";
inline constexpr const char* definition_instance = "HTMLDefinition";
inline constexpr const char* acronym = "HTMLAcronym";

inline constexpr const char* footer = "Footer";
inline constexpr const char* contents_heading = "TOCHeading";

/// The style of a heading of level 1..9.
std::string heading(int level);

/// The level of a heading's style; 0 for any other style.
int heading_level(std::string_view style);

/// The style of an entry of the contents for a heading of level 1..9.
std::string contents(int level);

}  // namespace style_id

/// The fonts of the design, which exist on Windows and macOS; the font table names others for the rest.
inline constexpr std::string_view text_font = "Georgia";
inline constexpr std::string_view code_font = "Consolas";
inline constexpr std::string_view complex_font = "Times New Roman";

/// Half-points, Word's unit of type size.
inline constexpr int text_size = 22;

inline constexpr const char* link_color = "1F4E79";

/// How far the design sets the style's paragraphs in from the leading edge, twips.
int indent_of(std::string_view style);

/// The styles part (ECMA-376 Part 1, 17.7) for a document in `language` (BCP 47, may be empty).
std::string styles_xml(std::string_view language);

}  // namespace offprint::docx
