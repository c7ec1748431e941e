#include "metadata/people.hpp"

#include <algorithm>
#include <array>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_line = 1024;  // longer ones name no people
constexpr std::size_t most_people = 100;
constexpr std::size_t longest_name = 60;
constexpr std::ptrdiff_t most_words = 6;

/// Takes "By" and the like off the front, which pages print and metadata should not repeat.
std::string_view without_preposition(std::string_view name) {
    static constexpr std::array<std::string_view, 9> prepositions{"by ",  "by: ", "von ",        "par ",    "por ",
                                                                  "da: ", "di: ", "written by ", "author: "};
    const std::string lower = to_lower_ascii(name.substr(0, 16));
    for (std::string_view preposition : prepositions)
        if (std::string_view(lower).starts_with(preposition)) return trim(name.substr(preposition.size()));
    return name;
}

bool is_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name * 2 || code_points(name) > longest_name || code_points(name) < 2)
        return false;
    if (name.find_first_of("@/<>{}[]=|:_?!\"") != std::string_view::npos) return false;
    if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    return std::count(name.begin(), name.end(), ' ') < most_words;
}

/// The next name of an enumeration; moves `text` behind its separator.
std::string_view next_name(std::string_view& text) {
    static constexpr std::array<std::string_view, 9> separators{",",    ";",  " and ", " & ", " und ",
                                                                " et ", "、", " | ",   "|"};
    std::size_t end = text.size();
    std::size_t length = 0;
    for (std::string_view separator : separators) {
        const std::size_t at = text.find(separator);
        if (at >= end) continue;
        end = at;
        length = separator.size();
    }
    const std::string_view name = text.substr(0, end);
    text.remove_prefix(end + length);
    return trim(name);
}

/// "Quill, Ada" -> "Ada Quill": one word, a comma and one or two more are one person in a library's order.
/// Empty for anything else, and for the capitals of agencies.
std::string turned_around(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return {};
    const std::string_view last = trim(text.substr(0, comma));
    const std::string_view first = trim(text.substr(comma + 1));
    const bool is_one_person = is_name(last) && is_name(first) && last.find(' ') == std::string_view::npos &&
                               std::count(first.begin(), first.end(), ' ') <= 1 &&
                               first.find_first_of(",;&") == std::string_view::npos &&
                               first.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
    return is_one_person ? std::string(first).append(" ").append(last) : std::string();
}

void add_person(Contributor person, std::vector<Contributor>& people) {
    if (people.size() >= most_people) return;
    const bool known =
        std::any_of(people.begin(), people.end(), [&](const Contributor& other) { return other.name == person.name; });
    if (!known) people.push_back(std::move(person));
}

}  // namespace

void add_people(std::string_view text, std::string_view url, std::vector<Contributor>& people) {
    if (text.size() > longest_line) return;
    const std::string line = collapse_space(text);
    std::string_view rest = without_preposition(line);
    if (std::string name = turned_around(rest); !name.empty())
        return add_person({std::move(name), "author", std::string(rest), std::string(url)}, people);
    while (!rest.empty() && people.size() < most_people) {
        std::string_view name = next_name(rest);
        if (name.starts_with("and ")) name.remove_prefix(4);
        if (!is_name(name)) continue;
        add_person({std::string(name), "author", {}, std::string(url)}, people);
    }
}

}  // namespace offprint::html
