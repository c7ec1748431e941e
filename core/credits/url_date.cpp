#include "credits/url_date.hpp"

#include <algorithm>
#include <array>

#include "credits/ascii.hpp"
#include "credits/month_names.hpp"

namespace offprint::credits {

namespace {

/// Bytes of characters beyond ASCII count as letters.
bool is_letter_or_digit(char c) {
    return is_lower(c) || is_upper(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

int number(std::string_view digits) {
    int value = 0;
    for (char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<Date> made(std::string_view year, int month, std::string_view day) {
    const Date date{number(year), month, number(day), {}};
    return exists(date) && date.month != 0 && date.day != 0 && date.year >= 1990 && date.year <= 2100
               ? std::optional(date)
               : std::nullopt;
}

/// The words and numbers that a path begins with, as many as a date has, and the single mark behind each.
struct Parts {
    explicit Parts(std::string_view path) {
        while (count < texts.size()) {
            const auto end = std::find_if_not(path.begin(), path.end(), is_letter_or_digit);
            const auto size = static_cast<std::size_t>(end - path.begin());
            if (size == 0) return;
            texts[count] = path.substr(0, size);
            const bool goes_on =
                size < path.size() && std::string_view("/-_").find(path[size]) != std::string_view::npos;
            marks[count++] = goes_on ? path[size] : ' ';
            if (!goes_on) return;
            path.remove_prefix(size + 1);
        }
    }

    bool is_number(std::size_t part, std::size_t fewest, std::size_t most) const {
        const std::string_view text = texts[part];
        return text.size() >= fewest && text.size() <= most && std::all_of(text.begin(), text.end(), is_digit);
    }

    bool are_folders() const { return marks[0] == '/' && marks[1] == '/'; }

    std::array<std::string_view, 3> texts;
    std::array<char, 3> marks{' ', ' ', ' '};
    std::size_t count = 0;
};

/// "2014/01/15", "2014-01/15", "2014/1/15", "2014/jan/15"
std::optional<Date> year_first(const Parts& parts) {
    const auto& [year, month, day] = parts.texts;
    const std::size_t fewest = parts.are_folders() ? 1 : 2;
    if (!parts.is_number(0, 4, 4) || !parts.is_number(2, fewest, 2)) return std::nullopt;
    if (parts.is_number(1, fewest, 2)) return made(year, number(month), day);
    return parts.are_folders() ? made(year, month_from_name(month), day) : std::nullopt;
}

/// "15-01-2014", "01-15-2014": a day that is no month says which of the two is which.
std::optional<Date> year_last(const Parts& parts) {
    const auto& [first, second, year] = parts.texts;
    const bool is_date = parts.is_number(0, 2, 2) && parts.is_number(1, 2, 2) && parts.is_number(2, 4, 4);
    if (!is_date || parts.marks[0] != parts.marks[1]) return std::nullopt;
    if (number(first) > 12) return made(year, number(second), first);
    return number(second) > 12 ? made(year, number(first), second) : std::nullopt;
}

std::optional<Date> leading_date(std::string_view path) {
    const Parts parts(path);
    const std::string_view first = parts.texts[0];
    const std::string_view second = parts.texts[1];
    // Eight digits that nothing follows may be any number.
    if (parts.is_number(0, 8, 8))
        return parts.marks[0] == ' ' ? std::nullopt
                                     : made(first.substr(0, 4), number(first.substr(4, 2)), first.substr(6));
    if (parts.is_number(0, 4, 4) && parts.is_number(1, 4, 4))
        return parts.are_folders() ? made(first, number(second.substr(0, 2)), second.substr(2)) : std::nullopt;
    if (parts.count < parts.texts.size()) return std::nullopt;
    if (std::optional<Date> date = year_first(parts)) return date;
    return year_last(parts);
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url) {
    const std::string_view path = url.substr(std::min(url.find('/', 8), url.size()));
    for (std::size_t at = 1; at < path.size(); ++at) {
        if (!is_digit(path[at]) || is_digit(path[at - 1])) continue;
        // A letter may say of what kind the page is: "/t20140115_1.html".
        const bool is_after_kind = at > 1 && path[at - 2] == '/';
        if (is_letter_or_digit(path[at - 1]) && !is_after_kind) continue;
        if (std::optional<Date> date = leading_date(path.substr(at))) return date;
    }
    return std::nullopt;
}

}  // namespace offprint::credits
