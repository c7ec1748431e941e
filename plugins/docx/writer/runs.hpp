// Inline nodes as runs of text, links, pictures, formulas and note references.
// Thread safety: pure but for their arguments.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "story.hpp"

namespace offprint::docx {

/// The bit of a style in `Scope::traits`.
constexpr unsigned trait(Style style) {
    return 1u << static_cast<unsigned>(style);
}

/// True unless there is nothing to see: white space, pictures that are missing and decorative.
bool shows_something(const Inlines& inlines, const Document& document);

/// Appends `inlines` to a paragraph.
void write_inlines(const Inlines& inlines, pugi::xml_node paragraph, const Scope& scope, Story& story);

/// Appends text in the formatting of `scope`.
void write_text(std::string_view text, pugi::xml_node paragraph, const Scope& scope, const Story& story);

/// Appends text in the style of code, as it stands.
void write_code(std::string_view text, pugi::xml_node paragraph, const Scope& scope, const Story& story);

/// Appends a hyperlink to `url` and returns it; `paragraph` itself, with a diagnostic if something is lost,
/// when Word could not follow the link.
pugi::xml_node append_link(std::string_view url, std::string_view title, pugi::xml_node paragraph,
                           const SourceRange& range, Story& story);

/// Appends the reference to a note: the footnote's mark, or a cross-reference to it.
void write_note_reference(std::size_t note, pugi::xml_node paragraph, Story& story);

}  // namespace offprint::docx
