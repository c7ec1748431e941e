#include "html/mapping/values.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr int largest = 1'000'000'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digits, with at most one point among them, that `text` begins with; they are taken off it.
std::optional<double> take_decimal(std::string_view& text) {
    double value = 0;
    double digit = 1;
    bool fraction = false;
    std::size_t digits = 0;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !fraction) {
            fraction = true;
        } else if (!is_digit(c)) {
            break;
        } else if (fraction) {
            digit /= 10;
            value += (c - '0') * digit;
        } else {
            value = value * 10 + (c - '0');
        }
        digits += is_digit(c) ? 1 : 0;
    }
    text.remove_prefix(at);
    if (digits == 0) return std::nullopt;
    return value;
}

struct Unit {
    std::string_view name;
    double pixels;
};

constexpr Unit units[] = {{"px", 1},         {"pt", 96.0 / 72}, {"pc", 16},        {"in", 96},
                          {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"q", 96 / 101.6}, {"em", 16},
                          {"rem", 16},       {"ex", 8},         {"ch", 8}};

}  // namespace

std::optional<int> parse_integer(std::string_view text) {
    text = trim(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    long long value = 0;
    for (char c : text) {
        if (!is_digit(c)) break;
        value = std::min<long long>(value * 10 + (c - '0'), largest);
    }
    return static_cast<int>(negative ? -value : value);
}

std::optional<double> parse_percentage(std::string_view text) {
    text = trim(text);
    const std::optional<double> value = take_decimal(text);
    if (!value || trim(text) != "%" || *value <= 0 || *value > 100) return std::nullopt;
    return *value / 100;
}

std::optional<int> parse_length(std::string_view text) {
    text = trim(text);
    const std::optional<double> value = take_decimal(text);
    if (!value) return std::nullopt;
    const std::string name = to_lower_ascii(text);
    for (const Unit& unit : units)
        if (unit.name == name) return static_cast<int>(std::min<double>(*value * unit.pixels, largest) + 0.5);
    return std::nullopt;
}

std::string style_value(std::string_view style, std::string_view property) {
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        if (to_lower_ascii(trim(declaration.substr(0, colon))) != property) continue;
        std::string value = to_lower_ascii(trim(declaration.substr(colon + 1)));
        if (value.ends_with("!important")) value = trim(std::string_view(value).substr(0, value.size() - 10));
        return value;
    }
    return {};
}

Direction parse_direction(std::string_view value) {
    const std::string direction = to_lower_ascii(value);
    if (direction == "ltr") return Direction::left_to_right;
    if (direction == "rtl") return Direction::right_to_left;
    if (direction == "auto") return Direction::automatic;
    return Direction::unspecified;
}

Alignment parse_alignment(std::string_view value) {
    const std::string alignment = to_lower_ascii(trim(value));
    if (alignment == "left" || alignment == "start") return Alignment::left;
    if (alignment == "right" || alignment == "end") return Alignment::right;
    if (alignment == "center" || alignment == "middle") return Alignment::center;
    return Alignment::unspecified;
}

}  // namespace offprint::html
