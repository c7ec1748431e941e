#include "front_matter/mail_date.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/month_names.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::front_matter {

namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_number = error == std::errc() && end == digits.data() + digits.size() && value >= 0;
    return is_number ? std::optional(value) : std::nullopt;
}

std::optional<int> utc_offset_minutes(std::string_view zone) {
    struct Zone {
        std::string_view name;
        int hours;
    };
    constexpr Zone zones[] = {{"GMT", 0},  {"UT", 0},   {"UTC", 0},  {"Z", 0},    {"EST", -5}, {"EDT", -4},
                              {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
    for (const Zone& each : zones)
        if (each.name == zone) return each.hours * 60;
    constexpr std::size_t size = 5;
    if (zone.size() != size || (zone.front() != '+' && zone.front() != '-') || zone == "-0000") return std::nullopt;
    const std::optional<int> hours = number(zone.substr(1, 2));
    const std::optional<int> minutes = number(zone.substr(3, 2));
    if (!hours || !minutes) return std::nullopt;
    return (zone.front() == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<Date::Time> time_of_day(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return std::nullopt;
    const std::optional<int> hour = number(text.substr(0, 2));
    const std::optional<int> minute = number(text.substr(3, 2));
    const std::optional<int> second = text.size() == 8 ? number(text.substr(6, 2)) : 0;
    if (text[2] != ':' || !hour || !minute || !second) return std::nullopt;
    return Date::Time{*hour, *minute, *second, std::nullopt};
}

}  // namespace

std::optional<Date> parse_mail_date(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest) return std::nullopt;
    std::vector<std::string_view> words = credits::split_words(text);
    if (!words.empty() && words.front().ends_with(',')) words.erase(words.begin());
    if (words.size() < 4) return std::nullopt;
    const std::optional<int> day = number(words[0]);
    const std::optional<int> year = number(words[2]);
    Date date{year.value_or(0), credits::month_from_name(words[1]), day.value_or(0), time_of_day(words[3])};
    if (!day || !year || !date.time) return std::nullopt;
    if (words.size() > 4) date.time->utc_offset_minutes = utc_offset_minutes(words[4]);
    return exists(date) ? std::optional(date) : std::nullopt;
}

}  // namespace offprint::front_matter
