#include "run_properties.hpp"

#include "languages.hpp"
#include "markup.hpp"
#include "runs.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

struct CharacterStyle {
    unsigned trait;
    const char* id;
};

// A run has one character style. The first of these that applies is it, the others become direct formatting.
constexpr CharacterStyle character_styles[] = {
    {code_trait, style_id::code},
    {trait(Style::keyboard), style_id::keyboard},
    {trait(Style::sample), style_id::sample},
    {link_trait, style_id::hyperlink},
    {trait(Style::variable), style_id::variable},
    {trait(Style::cite), style_id::cite},
    {trait(Style::definition), style_id::definition_instance},
    {trait(Style::strong), style_id::strong},
    {trait(Style::emphasis), style_id::emphasis},
    {trait(Style::abbreviation), style_id::acronym},
    {trait(Style::small), style_id::small},
};

constexpr unsigned fixed_width_traits = code_trait | trait(Style::keyboard) | trait(Style::sample);
constexpr unsigned italic_traits =
    trait(Style::emphasis) | trait(Style::cite) | trait(Style::variable) | trait(Style::definition);
constexpr unsigned underline_traits = trait(Style::underline) | trait(Style::insertion);

/// Appends the character style and returns the traits that it does not show.
unsigned append_character_style(pugi::xml_node properties, unsigned traits) {
    for (const CharacterStyle& style : character_styles) {
        if (!(traits & style.trait)) continue;
        append_value(properties, "w:rStyle", style.id);
        return traits & ~style.trait;
    }
    return traits;
}

void append_fonts(pugi::xml_node properties, bool fixed_width, bool east_asian) {
    if (!fixed_width && !east_asian) return;
    const pugi::xml_node fonts = append(properties, "w:rFonts");
    if (east_asian) set(fonts, "w:hint", "eastAsia");
    if (!fixed_width) return;
    set(fonts, "w:ascii", code_font);
    set(fonts, "w:hAnsi", code_font);
}

void append_language(pugi::xml_node properties, const Scope& scope, std::string_view document_language,
                     bool right_to_left) {
    std::string language = word_language(scope.language);
    if (language.empty()) return;
    Script script = script_of(scope.language);
    // Word proofs a right-to-left run in its complex-script language, whatever the document's is.
    if (right_to_left && script != Script::complex) return;
    if (language == word_language(document_language)) return;
    set(append(properties, "w:lang"), language_attribute(script), language);
}

}  // namespace

void append_run_properties(pugi::xml_node run, const Scope& scope, const Story& story, bool right_to_left) {
    const pugi::xml_node properties = append(run, "w:rPr");
    const unsigned direct = append_character_style(properties, scope.traits);
    append_fonts(properties, direct & fixed_width_traits, script_of(scope.language) == Script::east_asian);
    // Bold in a character style turns off the bold of a paragraph style (17.7.3); said directly, it stays.
    const bool bold = (direct & trait(Style::strong)) || (scope.bold_paragraph && scope.traits & trait(Style::strong));
    if (bold) {
        append(properties, "w:b");
        append(properties, "w:bCs");
    }
    if (direct & italic_traits) {
        append(properties, "w:i");
        append(properties, "w:iCs");
    }
    if (direct & trait(Style::small_caps)) append(properties, "w:smallCaps");
    if (direct & trait(Style::strike)) append(properties, "w:strike");
    if (direct & link_trait) append_value(properties, "w:color", link_color);
    const int small_size = direct & trait(Style::small) ? text_size - 4 : 0;
    if (const int size = scope.size != 0 ? scope.size : small_size; size != 0) {
        append_value(properties, "w:sz", size);
        append_value(properties, "w:szCs", size);
    }
    if (direct & trait(Style::mark)) append_value(properties, "w:highlight", "yellow");
    if (direct & (underline_traits | link_trait)) append_value(properties, "w:u", "single");
    if (direct & trait(Style::superscript))
        append_value(properties, "w:vertAlign", "superscript");
    else if (direct & trait(Style::subscript))
        append_value(properties, "w:vertAlign", "subscript");
    if (right_to_left) append(properties, "w:rtl");
    append_language(properties, scope, story.shared.document.metadata.language, right_to_left);
    if (!properties.first_child()) run.remove_child(properties);
}

}  // namespace offprint::docx
