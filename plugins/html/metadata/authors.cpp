#include "metadata/authors.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/byline.hpp"
#include "credits/name.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

using People = std::vector<Contributor>;

/// A name that somebody logs in with: one word without a capital.
bool is_login(const Contributor& person) {
    const std::string& name = person.name;
    return name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == std::string::npos &&
           std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string letters_of(std::string_view text) {
    std::string letters = credits::comparable(text);
    std::erase(letters, '-');
    return letters;
}

/// True if `name` is all of the host ("tide.example") or one of its labels.
bool is_spelled_by(std::string_view host, std::string_view name) {
    const std::string letters = letters_of(name);
    if (letters.empty()) return false;
    if (host.starts_with("www.")) host.remove_prefix(4);
    if (letters == letters_of(host)) return true;
    while (!host.empty()) {
        const std::string_view label = host.substr(0, host.find('.'));
        host.remove_prefix(std::min(label.size() + 1, host.size()));
        if (letters == letters_of(label)) return true;
    }
    return false;
}

/// The address alone tells names of one word only, for people have addresses made of their names. What looks like a
/// job in the site's name was taken off a person's ("Slow Travel Expert").
bool is_of_site(const Contributor& person, const Site& site) {
    return credits::same_words(person.name, site.name) ||
           credits::same_words(person.name, credits::without_additions(site.name)) ||
           (person.name.find(' ') == std::string::npos && is_spelled_by(site.host, person.name));
}

bool is_letter(char c) {
    return credits::is_lower(c) || credits::is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool holds_whole_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

/// True if the page's text is long enough to tell that none of `words`, which have capitals, is used without its own.
bool are_names_only(const Dom& dom, const std::vector<std::string_view>& words, Context& context) {
    constexpr std::size_t shortest_word = 2;
    constexpr std::size_t shortest_text = 500;
    std::size_t size = 0;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::text || dom.tag(dom.parent(node)) == Tag::script) continue;
        const std::string_view text = dom[node].text;
        for (std::string_view word : words)
            if (word.size() >= shortest_word && holds_whole_word(text, to_lower_ascii(word))) return false;
        size += trim(text).size();
    }
    return size >= shortest_text;
}

/// Sites of one person bear that person's name; those of others are called by words of the language, or by one word.
bool is_named_after_person(const Dom& dom, const Site& site, Context& context) {
    const std::optional<credits::Byline> byline = credits::parse_names(site.name);
    if (!byline || byline->people.size() != 1 || !byline->about.empty()) return false;
    constexpr std::size_t most_words = 3;
    const std::vector<std::string_view> words = credits::split_words(site.name);
    const bool is_in_capitals = std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word.size() > 1 && std::all_of(word.begin(), word.end(), credits::is_upper);
    });
    return words.size() > 1 && words.size() <= most_words && !is_in_capitals && are_names_only(dom, words, context);
}

/// "Tide Post Team", "Tide": as many words of the site's name as either has, and of nobody else's.
bool looks_like_site(const Contributor& person, const Site& site) {
    const std::vector<std::string> own = credits::words_of(person.name);
    const std::vector<std::string> others = credits::words_of(site.name);
    const std::size_t shared = credits::shared_words(own, others);
    return shared != 0 && shared == std::min(own.size(), others.size());
}

bool names(const People& people, const Contributor& wanted) {
    return std::any_of(people.begin(), people.end(),
                       [&](const Contributor& person) { return credits::same_words(person.name, wanted.name); });
}

/// True if a word of one's names is one of the other's.
bool share_names(const People& left, const People& right) {
    const auto words = [](const People& people) {
        std::string names;
        for (const Contributor& person : people) names.append(person.name).append(" ");
        return credits::words_of(names);
    };
    return credits::shared_words(words(left), words(right)) > 0;
}

/// True if a text of the page holds one of the first names.
bool are_printed(const Dom& dom, const People& people, Context& context) {
    constexpr std::size_t most_names = 3;
    const auto end = people.begin() + static_cast<std::ptrdiff_t>(std::min(people.size(), most_names));
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::text || dom.tag(dom.parent(node)) == Tag::script) continue;
        const std::string_view text = dom[node].text;
        const auto is_here = [&](const Contributor& person) {
            return text.find(person.name) != std::string_view::npos;
        };
        if (std::any_of(people.begin(), end, is_here)) return true;
    }
    return false;
}

}  // namespace

void drop_doubtful_authors(const Dom& dom, Claims& json_ld, Claims& meta, Credits& credits, const Site& site,
                           Context& context) {
    People& printed = credits.claims.contributors;
    std::erase_if(printed, [&](const Contributor& person) {
        if (is_login(person)) return credits.trust < Trust::class_near;
        const bool is_second = names(json_ld.contributors, person) || names(json_ld.organisations, person) ||
                               names(meta.contributors, person);
        return is_of_site(person, site) && credits.trust < (is_second ? Trust::byline_text : Trust::class_near);
    });
    // "Ada Quill, Tide Post": a name is followed by where it is from.
    for (People* people : {&printed, &json_ld.contributors, &meta.contributors})
        if (people->size() > 1 && !is_of_site(people->front(), site))
            std::erase_if(*people, [&](const Contributor& person) { return is_of_site(person, site); });
    std::erase_if(json_ld.helpers,
                  [&](const Contributor& person) { return is_login(person) || is_of_site(person, site); });
    const bool is_byline = credits.trust >= Trust::byline_text && !printed.empty() &&
                           !std::all_of(printed.begin(), printed.end(),
                                        [&](const Contributor& person) { return looks_like_site(person, site); });
    std::optional<bool> is_personal;
    const auto is_persons_site = [&](const Contributor& person) {
        if (!printed.empty() || !credits::same_words(person.name, site.name)) return false;
        if (names(json_ld.organisations, person)) return false;
        if (!is_personal) is_personal = is_named_after_person(dom, site, context);
        return *is_personal;
    };
    for (Claims* claims : {&json_ld, &meta}) {
        People& people = claims->contributors;
        std::erase_if(people, [&](const Contributor& person) {
            return (is_login(person) || (is_of_site(person, site) && !is_persons_site(person))) &&
                   !names(printed, person);
        });
        // Whom no reader of the page sees, while a byline names somebody else, is somebody who works the site.
        if (is_byline && !people.empty() && !share_names(people, printed) && !are_printed(dom, people, context))
            people.clear();
    }
}

}  // namespace offprint::html
