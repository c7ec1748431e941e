#include "metadata/titles.hpp"

#include <algorithm>

#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Marks between the parts of a title; those at the front are seldom part of a title themselves.
constexpr std::string_view separators[] = {" | ", "|",   "｜",  " :: ", " » ", " « ", " · ",
                                           " • ", " / ", " — ", " – ",  " - ", " › ", "_"};
constexpr std::size_t strong_separators = 8;

std::string letters_of(std::string_view text) {
    std::string letters = credits::comparable(text);
    std::erase(letters, '-');
    return letters;
}

/// True if `part` is the site's name, or what its address is made of.
bool names_site(std::string_view part, std::string_view site, std::string_view host) {
    if (credits::same_words(part, site)) return true;
    const std::string letters = letters_of(part);
    constexpr std::size_t shortest = 4;
    if (letters.size() < shortest) return false;
    const std::string host_letters = letters_of(host);
    const std::string site_letters = letters_of(site);
    return host_letters.find(letters) != std::string::npos ||
           (site_letters.size() >= shortest &&
            (site_letters.find(letters) != std::string::npos || letters.find(site_letters) != std::string::npos));
}

/// `title` without its last or first part if that is the site's; unchanged otherwise.
std::string_view without_part(std::string_view title, std::string_view separator, bool strong, std::string_view site,
                              std::string_view host) {
    const std::size_t last = title.rfind(separator);
    if (last == std::string_view::npos) return title;
    const std::string_view before_last = trim(title.substr(0, last));
    const std::string_view last_part = trim(title.substr(last + separator.size()));
    const std::size_t first = title.find(separator);
    const std::string_view first_part = trim(title.substr(0, first));
    const std::string_view after_first = trim(title.substr(first + separator.size()));
    if (before_last.empty() || after_first.empty()) return title;
    if (names_site(last_part, site, host)) return before_last;
    if (names_site(first_part, site, host)) return after_first;
    // The name of a site is short; a title in two parts is balanced.
    const std::size_t words_before = credits::words_of(before_last).size();
    const std::size_t words_last = credits::words_of(last_part).size();
    if (strong ? words_before >= words_last : words_last <= 3 && words_before >= 3) return before_last;
    return title;
}

}  // namespace

std::string title_without_site(std::string_view title, std::string_view site, std::string_view host) {
    constexpr std::size_t longest_title = 512;
    std::string_view rest = trim(title);
    if (rest.size() > longest_title || credits::same_words(rest, site)) return std::string(rest);
    for (std::size_t i = 0; i < std::size(separators); ++i) {
        const bool strong = i < strong_separators;
        std::string_view longer;
        do {  // "Title | Section | Site"
            longer = rest;
            rest = without_part(longer, separators[i], strong, site, host);
        } while (strong && rest.size() < longer.size());
        if (rest.size() < longer.size()) break;
    }
    return std::string(rest);
}

std::string without_permalink(std::string heading) {
    for (std::string_view mark : {"¶", "#", "§"})
        if (heading.size() > mark.size() && heading.ends_with(mark)) heading.resize(heading.size() - mark.size());
    return std::string(trim(heading));
}

std::size_t agreed_title(const std::vector<std::string>& titles) {
    std::size_t best = 0;
    std::ptrdiff_t most = -1;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const auto votes = std::count_if(titles.begin(), titles.end(), [&](const std::string& other) {
            return credits::same_words(titles[i], other);
        });
        if (titles[i].empty() || votes <= most) continue;
        best = i;
        most = votes;
    }
    return best;
}

}  // namespace offprint::html
