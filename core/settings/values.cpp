#include "settings/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "offprint/error.hpp"

namespace offprint {

namespace {

[[noreturn]] void refuse(std::string_view option, std::string_view wanted, std::string_view text) {
    throw Error(ErrorCode::usage, fmt::format("{} wants {}, not '{}'", option, wanted, text));
}

/// A whole number from `least` to `most`, which is all of `text`.
template <class Number>
std::optional<Number> number_in(std::string_view text, Number least, Number most) {
    Number number = 0;
    const char* const text_end = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), text_end, number);
    if (error != std::errc() || end != text_end || number < least || number > most) return std::nullopt;
    return number;
}

}  // namespace

std::pair<std::string, std::string> split_assignment(std::string_view option, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) refuse(option, "NAME=VALUE", text);
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::uint64_t parse_amount(std::string_view option, std::string_view text) {
    std::uint64_t number = 0;
    const char* const text_end = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), text_end, number);
    const std::string_view unit(end, static_cast<std::size_t>(text_end - end));
    constexpr std::pair<std::string_view, int> shifts[] = {{"", 0}, {"K", 10}, {"M", 20}, {"G", 30}};
    const auto* const shift = std::ranges::find(shifts, unit, [](const auto& entry) { return entry.first; });
    if (error != std::errc() || shift == std::end(shifts) || number > (UINT64_MAX >> shift->second))
        refuse(option, "a number such as 1000, 64M or 2G", text);
    return number << shift->second;
}

bool parse_flag(std::string_view option, std::string_view text) {
    if (text != "true" && text != "false") refuse(option, "true or false", text);
    return text == "true";
}

int parse_number(std::string_view option, std::string_view text, int least, int most) {
    const std::optional<int> number = number_in(text, least, most);
    if (!number) refuse(option, fmt::format("a number from {} to {}", least, most), text);
    return *number;
}

std::int64_t parse_epoch(std::string_view option, std::string_view text) {
    constexpr std::int64_t end_of_year_9999 = 253402300799;
    const std::optional<std::int64_t> seconds = number_in<std::int64_t>(text, 0, end_of_year_9999);
    if (!seconds)
        throw Error(ErrorCode::usage, fmt::format("{} is '{}', not a number of seconds since 1970", option, text));
    return *seconds;
}

void set_limit(Limits& limits, std::string_view assignment) {
    const auto [name, value] = split_assignment("--limit", assignment);
    std::string known;
    for (const LimitSpec& spec : limit_specs()) {
        if (spec.name == name) {
            limits.*spec.value = parse_amount("--limit " + name, value);
            return;
        }
        known += (known.empty() ? "" : ", ") + std::string(spec.name);
    }
    throw Error(ErrorCode::usage, fmt::format("unknown limit '{}'; known are {}", name, known));
}

void set_max_image(ImageRequest& request, std::string_view text) {
    constexpr int most = 1'000'000;
    const std::size_t by = std::min(text.find('x'), text.size());
    const std::optional<int> width = number_in(text.substr(0, by), 1, most);
    const std::optional<int> height = by < text.size() ? number_in(text.substr(by + 1), 1, most) : std::nullopt;
    if (!width || !height) refuse("--max-image", "WIDTHxHEIGHT such as 1600x2400", text);
    request.max_width = *width;
    request.max_height = *height;
}

void set_jpeg_quality(ImageRequest& request, std::string_view text) {
    request.jpeg_quality = parse_number("--jpeg-quality", text, 1, 100);
}

}  // namespace offprint
