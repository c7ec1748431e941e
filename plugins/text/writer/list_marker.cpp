#include "writer/list_marker.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace offprint::text {

namespace {

std::string roman(int number) {
    static constexpr std::pair<int, std::string_view> digits[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string text;
    for (const auto& [value, digit] : digits)
        for (; number >= value; number -= value) text += digit;
    return text;
}

std::string alphabetic(int number) {
    std::string text;
    for (; number > 0; number = (number - 1) / 26)
        text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
    return text;
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
    return text;
}

}  // namespace

std::string list_marker(int number, Numbering numbering) {
    constexpr int most = 3999;
    if (number < 1 || number > most) return fmt::format("{}. ", number);
    switch (numbering) {
        case Numbering::decimal:
            break;
        case Numbering::lower_alpha:
            return alphabetic(number) + ". ";
        case Numbering::upper_alpha:
            return upper(alphabetic(number)) + ". ";
        case Numbering::lower_roman:
            return roman(number) + ". ";
        case Numbering::upper_roman:
            return upper(roman(number)) + ". ";
    }
    return fmt::format("{}. ", number);
}

}  // namespace offprint::text
