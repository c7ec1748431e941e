#include "lines/marks.hpp"

#include <algorithm>
#include <array>

#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::array<std::string_view, 15> bullets = {"-", "*", "o", "・", "+", "•", "‣", "◦",
                                                      "▪", "●", "·", "–",  "○", "■", "►"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t run_length(std::string_view text, char c) {
    return std::min(text.find_first_not_of(c), text.size());
}

std::size_t space_after(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of(" \t", std::min(at, text.size()));
    return end == std::string_view::npos ? 0 : end - at;
}

/// Reads the digits at `at`, and sets `at` behind them. Four digits are a year, and nothing here.
std::optional<int> read_digits(std::string_view text, std::size_t& at) {
    constexpr std::size_t most_digits = 3;
    const std::size_t begin = at;
    int number = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        if (at - begin == most_digits) return std::nullopt;
        number = number * 10 + (text[at] - '0');
    }
    return at == begin ? std::nullopt : std::optional(number);
}

int roman_digit(char c) {
    constexpr std::array<int, 7> values = {1, 5, 10, 50, 100, 500, 1000};
    const std::size_t at = std::string_view("ivxlcdm").find(static_cast<char>(c | 0x20));
    return at == std::string_view::npos ? 0 : values[at];
}

/// The value of a short Roman numeral; 0 for anything else.
int roman_value(std::string_view numeral) {
    constexpr std::size_t longest = 6;
    if (numeral.size() > longest) return 0;
    int value = 0;
    for (std::size_t i = 0; i < numeral.size(); ++i) {
        const int digit = roman_digit(numeral[i]);
        if (digit == 0) return 0;
        value += i + 1 < numeral.size() && digit < roman_digit(numeral[i + 1]) ? -digit : digit;
    }
    return value;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads a letter or a Roman numeral at `at` into `marker`, and sets `at` behind it.
bool read_letters(std::string_view text, std::size_t& at, ListMarker& marker) {
    const std::size_t begin = at;
    constexpr std::size_t longest = 6;
    while (at < text.size() && at - begin <= longest && is_ascii_letter(text[at])) ++at;
    const std::string_view letters = text.substr(begin, at - begin);
    if (letters.empty()) return false;
    const bool high = letters.front() <= 'Z';
    marker.roman = roman_value(letters);
    // A list that begins with "i" counts in Roman numerals, since none has a letter nine first.
    const bool roman = letters.size() > 1 || (letters.front() | 0x20) == 'i';
    if (roman && marker.roman == 0) return false;
    marker.number = roman ? marker.roman : (letters.front() | 0x20) - 'a' + 1;
    if (roman)
        marker.numbering = high ? Numbering::upper_roman : Numbering::lower_roman;
    else
        marker.numbering = high ? Numbering::upper_alpha : Numbering::lower_alpha;
    return true;
}

std::optional<ListMarker> ordered_marker(std::string_view text) {
    ListMarker marker{.ordered = true};
    const bool bracketed = text.starts_with('(');
    std::size_t at = bracketed ? 1 : 0;
    if (at < text.size() && is_digit(text[at])) {
        const std::optional<int> number = read_digits(text, at);
        if (!number) return std::nullopt;
        marker.number = *number;
    } else if (!read_letters(text, at, marker)) {
        return std::nullopt;
    }
    if (at == text.size() || (text[at] != ')' && (bracketed || text[at] != '.'))) return std::nullopt;
    marker.sign = text.substr(bracketed ? 0 : at, 1);
    marker.size = at + 1;
    return marker;
}

}  // namespace

std::optional<ListMarker> ListMarker::continued_by(const ListMarker& next) const {
    if (ordered != next.ordered || sign != next.sign) return std::nullopt;
    if (!ordered) return next;
    const bool in_roman = numbering == Numbering::lower_roman || numbering == Numbering::upper_roman;
    if (is_plain() != next.is_plain()) return std::nullopt;
    ListMarker read = next;
    read.numbering = numbering;
    if (in_roman) read.number = next.roman;
    return read.number == number + 1 ? std::optional(read) : std::nullopt;
}

std::optional<ListMarker> list_marker(std::string_view text) {
    std::optional<ListMarker> marker = ordered_marker(text);
    for (std::string_view bullet : bullets)
        if (!marker && text.starts_with(bullet)) marker = ListMarker{.sign = bullet, .size = bullet.size()};
    if (!marker) return std::nullopt;
    const std::size_t space = space_after(text, marker->size);
    // Signs that are nothing but bullets may touch the text.
    if (space == 0 && !(marker->sign == "•" || marker->sign == "・")) return std::nullopt;
    if (marker->size + space == text.size()) return std::nullopt;
    marker->size += space;
    return marker;
}

std::optional<AtxHeading> atx_heading(std::string_view text) {
    const std::size_t level = run_length(text, '#');
    if (level < 1 || level > 6 || space_after(text, level) == 0) return std::nullopt;
    std::string_view title = trim(text.substr(level));
    const std::size_t last = title.find_last_not_of('#');
    if (last == std::string_view::npos) return std::nullopt;
    // A closing run of '#' counts only when it stands apart: "# C#" keeps its name.
    if (last + 1 < title.size() && title[last] == ' ') title = trim(title.substr(0, last));
    return AtxHeading{static_cast<int>(level), title};
}

int setext_level(std::string_view text) {
    if (text.size() < 3 || (text.front() != '=' && text.front() != '-')) return 0;
    if (run_length(text, text.front()) != text.size()) return 0;
    return text.front() == '=' ? 1 : 2;
}

std::optional<Fence> opening_fence(std::string_view text) {
    if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
    const std::size_t size = run_length(text, text.front());
    const std::string_view info = trim(text.substr(size));
    if (size < 3 || info.find('`') != std::string_view::npos) return std::nullopt;
    // What is more than a language's name and its settings are words that nobody may lose.
    const bool has_settings = info.find_first_of("{=") != std::string_view::npos;
    if (info.find_first_of(" \t") != std::string_view::npos && !has_settings) return std::nullopt;
    return Fence{text.front(), size, info.substr(0, std::min(info.find_first_of(" \t{"), info.size()))};
}

bool Fence::closed_by(std::string_view text) const {
    return text.size() >= size && run_length(text, sign) == text.size();
}

bool is_scene_break(std::string_view text) {
    if (text == "⁂") return true;
    if (text.size() < 3) return false;
    const char sign = text.front();
    if (sign == '=') return run_length(text, sign) == text.size();
    if (sign != '*' && sign != '-' && sign != '_' && sign != '~') return false;
    std::size_t signs = 0;
    for (char c : text) {
        if (c != sign && c != ' ' && c != '\t') return false;
        if (c == sign) ++signs;
    }
    return signs >= 3;
}

bool ends_sentence(std::string_view text) {
    // French sets a space before the closing mark.
    constexpr std::array<std::string_view, 12> closing = {"\"", "'", ")",  "]",  "”", "’",
                                                          "»",  "“", "」", "』", " ", "\u00A0"};
    constexpr std::size_t longest_note_mark = 6;
    const auto drop_one = [&] {
        const std::size_t bracket = text.ends_with(']') ? text.rfind('[') : std::string_view::npos;
        if (bracket != std::string_view::npos && bracket > 0 && text.size() - bracket <= longest_note_mark) {
            text = text.substr(0, bracket);
            return true;
        }
        for (std::string_view mark : closing) {
            if (!text.ends_with(mark)) continue;
            text.remove_suffix(mark.size());
            return true;
        }
        return false;
    };
    while (drop_one()) {
    }
    constexpr std::array<std::string_view, 10> terminal = {".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔"};
    return std::any_of(terminal.begin(), terminal.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace offprint::text
