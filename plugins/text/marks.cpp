#include "marks.hpp"

#include <algorithm>
#include <array>

#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::array<std::string_view, 8> bullets = {"-", "*", "+", "•", "‣", "◦", "▪", "●"};

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

std::optional<ListMarker> ordered_marker(std::string_view text) {
    constexpr std::size_t most_digits = 3;  // four are a year
    ListMarker marker{.ordered = true};
    std::size_t at = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        if (at == most_digits) return std::nullopt;
        marker.number = marker.number * 10 + (text[at] - '0');
    }
    if (at == 0 || at == text.size() || (text[at] != '.' && text[at] != ')')) return std::nullopt;
    marker.sign = text.substr(at, 1);
    marker.size = at + 1;
    return marker;
}

}  // namespace

std::optional<ListMarker> list_marker(std::string_view text) {
    std::optional<ListMarker> marker = ordered_marker(text);
    for (std::string_view bullet : bullets)
        if (!marker && text.starts_with(bullet)) marker = ListMarker{.sign = bullet, .size = bullet.size()};
    if (!marker) return std::nullopt;
    const std::size_t space = space_after(text, marker->size);
    if (space == 0) return std::nullopt;
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
    return Fence{text.front(), size, info.substr(0, std::min(info.find_first_of(" \t{"), info.size()))};
}

bool Fence::closed_by(std::string_view text) const {
    return text.size() >= size && run_length(text, sign) == text.size();
}

bool is_scene_break(std::string_view text) {
    if (text == "⁂") return true;
    if (text.size() < 3) return false;
    const char sign = text.front();
    if (sign != '*' && sign != '-' && sign != '_' && sign != '~') return false;
    std::size_t signs = 0;
    for (char c : text) {
        if (c != sign && c != ' ' && c != '\t') return false;
        if (c == sign) ++signs;
    }
    return signs >= 3;
}

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 6> closing = {"\"", "'", ")", "”", "’", "»"};
    const auto drop_one = [&] {
        for (std::string_view mark : closing) {
            if (!text.ends_with(mark)) continue;
            text.remove_suffix(mark.size());
            return true;
        }
        return false;
    };
    while (drop_one()) {
    }
    constexpr std::array<std::string_view, 6> terminal = {".", "!", "?", "…", "。", "؟"};
    return std::any_of(terminal.begin(), terminal.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace offprint::text
