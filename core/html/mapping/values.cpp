#include "html/mapping/values.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr int largest = 1'000'000'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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
    if (!text.ends_with('%')) return std::nullopt;
    double value = 0;
    double digit = 1;
    bool fraction = false;
    for (char c : trim(text.substr(0, text.size() - 1))) {
        if (c == '.' && !fraction) {
            fraction = true;
        } else if (!is_digit(c)) {
            return std::nullopt;
        } else if (fraction) {
            digit /= 10;
            value += (c - '0') * digit;
        } else {
            value = value * 10 + (c - '0');
        }
    }
    if (value <= 0 || value > 100) return std::nullopt;
    return value / 100;
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

Alignment parse_alignment(std::string_view value) {
    const std::string alignment = to_lower_ascii(trim(value));
    if (alignment == "left" || alignment == "start") return Alignment::left;
    if (alignment == "right" || alignment == "end") return Alignment::right;
    if (alignment == "center" || alignment == "middle") return Alignment::center;
    return Alignment::unspecified;
}

}  // namespace offprint::html
