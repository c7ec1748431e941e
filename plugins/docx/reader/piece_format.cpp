#include "reader/piece_format.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint::docx::reader {

namespace {

struct RoleTrait {
    RunRole role;
    unsigned traits;
};

constexpr RoleTrait role_traits[] = {
    {RunRole::strong, trait(Style::strong)},
    {RunRole::emphasis, trait(Style::emphasis)},
    {RunRole::code, code_trait},
    {RunRole::keyboard, trait(Style::keyboard)},
    {RunRole::sample, trait(Style::sample)},
    {RunRole::variable, trait(Style::variable)},
    {RunRole::cite, trait(Style::cite)},
    {RunRole::definition, trait(Style::definition)},
    {RunRole::abbreviation, trait(Style::abbreviation)},
    {RunRole::small, trait(Style::small)},
};

constexpr unsigned code_like = code_trait | trait(Style::keyboard) | trait(Style::sample);
constexpr int small_size = 18;  // half-points, of our own writer

unsigned traits_of_role(RunRole role) {
    const auto* const found = std::ranges::find(role_traits, role, &RoleTrait::role);
    return found == std::end(role_traits) ? 0 : found->traits;
}

std::string primary(std::string_view tag) {
    return to_lower_ascii(tag.substr(0, tag.find_first_of("-_")));
}

std::string language_of(const RunFormat& direct, const ResolvedStyle& style, const Conversion& conversion) {
    const std::string& document = conversion.document.metadata.language;
    if (conversion.is_own) {
        for (const std::string* tag : {&direct.language, &direct.east_asian_language, &direct.complex_language})
            if (!tag->empty()) return language_tag(*tag);
        return {};
    }
    const auto stated = [&](std::string RunFormat::*field) {
        return (direct.*field).empty() ? style.run.*field : direct.*field;
    };
    const std::string tag = language_tag(direct.is_complex      ? stated(&RunFormat::complex_language)
                                         : direct.is_east_asian ? stated(&RunFormat::east_asian_language)
                                                                : stated(&RunFormat::language));
    const bool says_nothing = tag.empty() || primary(tag) == primary(document) || primary(tag) == "x";
    return says_nothing || document.empty() ? std::string() : tag;
}

}  // namespace

bool toggled(const std::optional<bool>& first, const std::optional<bool>& second) {
    return first.value_or(false) != second.value_or(false);
}

PieceFormat piece_format(const RunFormat& direct, const ResolvedStyle& style, const ResolvedStyle& paragraph_style,
                         bool is_link, const Conversion& conversion) {
    const RunFormat& paragraph = paragraph_style.run;
    PieceFormat format;
    format.traits = traits_of_role(style.run_role);
    // How a style with a meaning looks means nothing more.
    static const RunFormat no_look;
    const RunFormat& look = style.run_role == RunRole::none ? style.run : no_look;
    const auto add = [&](Style which, const std::optional<bool> RunFormat::*field) {
        const bool base = (paragraph.*field).value_or(false);
        const bool is_on = (direct.*field).value_or(toggled(paragraph.*field, look.*field));
        // In our own files what a run says itself is meant.
        const bool counts = !base || (conversion.is_own && direct.*field);
        if (is_on && counts) format.traits |= trait(which);
        if (direct.*field && !*(direct.*field)) format.traits &= ~trait(which);
    };
    add(Style::strong, &RunFormat::bold);
    add(Style::emphasis, &RunFormat::italic);
    add(Style::strike, &RunFormat::strike);
    add(Style::small_caps, &RunFormat::small_caps);
    add(Style::mark, &RunFormat::marked);

    const bool underlines = direct.underline.value_or(look.underline.value_or(false));
    if (underlines && (!is_link || (conversion.is_own && style.run_role == RunRole::hyperlink)) &&
        !paragraph.underline.value_or(false))
        format.traits |= trait(Style::underline);

    const VerticalPosition position = direct.position.value_or(look.position.value_or(VerticalPosition::baseline));
    if (position == VerticalPosition::superscript || (style.run_role == RunRole::note_mark && !direct.position))
        format.traits |= trait(Style::superscript);
    else if (position == VerticalPosition::subscript)
        format.traits |= trait(Style::subscript);

    if (conversion.is_own) {
        if (direct.size == small_size) format.traits |= trait(Style::small);
    } else if ((format.traits & code_like) == 0 && !conversion.styles.is_typewritten()) {
        const std::string& font = !direct.font.empty() ? direct.font : !look.font.empty() ? look.font : paragraph.font;
        if (is_monospaced(font)) format.traits |= code_trait;
    }
    format.language = language_of(direct, style, conversion);
    return format;
}

}  // namespace offprint::docx::reader
