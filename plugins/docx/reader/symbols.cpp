#include "reader/symbols.hpp"

#include <algorithm>
#include <iterator>

#include "offprint/text.hpp"

namespace offprint::docx::reader {

namespace {

// From 0x20 on, a code each. Adobe's Symbol encoding, which Windows' font follows.
constexpr std::u32string_view symbol_low =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
// From 0xA0 on. U+F8FF: a maker's mark, for which there is no character.
constexpr std::u32string_view symbol_high =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uF8FF〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

struct Picture {
    char32_t code;
    char32_t character;
};

constexpr Picture wingdings[] = {
    {0x20, U' '},    {0x21, U'✏'}, {0x22, U'✂'}, {0x23, U'✁'}, {0x26, U'🕮'}, {0x28, U'☎'}, {0x29, U'✆'},
    {0x2A, U'✉'},    {0x36, U'⌛'}, {0x3E, U'✇'}, {0x3F, U'✍'}, {0x41, U'✌'},    {0x43, U'👍'}, {0x44, U'👎'},
    {0x45, U'☜'},    {0x46, U'☞'}, {0x47, U'☝'}, {0x48, U'☟'}, {0x4A, U'☺'},    {0x4C, U'☹'}, {0x4E, U'☠'},
    {0x50, U'🏱'}, {0x51, U'✈'}, {0x52, U'☼'}, {0x54, U'❄'}, {0x56, U'✞'},    {0x58, U'✠'}, {0x59, U'✡'},
    {0x5A, U'☪'},    {0x5B, U'☯'}, {0x5C, U'ॐ'}, {0x5D, U'☸'}, {0x6C, U'●'},    {0x6D, U'❍'}, {0x6E, U'■'},
    {0x6F, U'□'},    {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'⬧'}, {0x74, U'⧫'},    {0x75, U'◆'}, {0x76, U'❖'},
    {0x77, U'⬥'},    {0x78, U'⌧'}, {0x7B, U'❀'}, {0x7C, U'✿'}, {0x80, U'⓪'},    {0x81, U'①'}, {0x82, U'②'},
    {0x83, U'③'},    {0x84, U'④'}, {0x85, U'⑤'}, {0x86, U'⑥'}, {0x87, U'⑦'},    {0x88, U'⑧'}, {0x89, U'⑨'},
    {0x8A, U'⑩'},    {0x8C, U'❶'}, {0x8D, U'❷'}, {0x8E, U'❸'}, {0x8F, U'❹'},    {0x90, U'❺'}, {0x91, U'❻'},
    {0x92, U'❼'},    {0x93, U'❽'}, {0x94, U'❾'}, {0x95, U'❿'}, {0x9E, U'·'},    {0x9F, U'•'}, {0xA1, U'○'},
    {0xA7, U'▪'},    {0xA8, U'☐'}, {0xAA, U'✦'}, {0xAB, U'★'}, {0xAC, U'✶'},    {0xB1, U'⌖'}, {0xD5, U'⌫'},
    {0xD6, U'⌦'},    {0xD8, U'➢'}, {0xDC, U'➲'}, {0xDF, U'←'}, {0xE0, U'→'},    {0xE1, U'↑'}, {0xE2, U'↓'},
    {0xE3, U'↖'},    {0xE4, U'↗'}, {0xE5, U'↙'}, {0xE6, U'↘'}, {0xE7, U'⬅'},    {0xE8, U'➔'}, {0xEF, U'⇦'},
    {0xF0, U'⇨'},    {0xF1, U'⇧'}, {0xF2, U'⇩'}, {0xF3, U'⬄'}, {0xFB, U'✗'},    {0xFC, U'✓'}, {0xFD, U'☒'},
    {0xFE, U'☑'},
};

std::string utf8(char32_t c) {
    std::string text;
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    return text;
}

/// Fonts of pictures that no table here names.
bool is_picture_font(std::string_view font) {
    static constexpr std::string_view names[] = {"Webdings",     "Wingdings 2", "Wingdings 3",
                                                 "ZapfDingbats", "Marlett",     "MT Extra"};
    return std::ranges::find(names, font) != std::end(names);
}

char32_t symbol_character(char32_t code) {
    if (code >= 0x20 && code - 0x20 < symbol_low.size()) return symbol_low[code - 0x20];
    if (code >= 0xA0 && code - 0xA0 < symbol_high.size()) return symbol_high[code - 0xA0];
    return 0;
}

}  // namespace

bool is_symbol_font(std::string_view font) {
    return font == "Symbol" || font == "Wingdings";
}

std::string symbol(std::string_view font, char32_t code) {
    if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
    if (!is_symbol_font(font)) {
        const bool is_unknown = is_picture_font(font) || (code >= 0xE000 && code <= 0xF8FF);
        return is_unknown ? std::string() : utf8(code);
    }
    char32_t character = 0;
    if (font == "Symbol") {
        character = symbol_character(code);
    } else {
        const auto* const found = std::ranges::find(wingdings, code, &Picture::code);
        if (found != std::end(wingdings)) character = found->character;
    }
    return character == 0 || character == U'\uF8FF' ? std::string() : utf8(character);
}

std::string symbol_text(std::string_view font, std::string_view text, int& lost) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_character(text, at);
        // Real characters in such a font are shown in another one.
        const bool is_encoded = (c >= 0xF000 && c <= 0xF0FF) || (c > 0x20 && c < 0x100);
        const std::string shown = is_encoded ? symbol(font, c) : std::string(text.substr(begin, at - begin));
        if (shown.empty()) ++lost;
        result += shown;
    }
    return result;
}

}  // namespace offprint::docx::reader
