#include "lines/hyphenation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "lines/letters.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::string_view hyphen = "-";
constexpr std::string_view typographic_hyphen = "\u2010";
constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::size_t longest_word = 80;  // bytes

/// Languages that write compounds in one word, so that a hyphen before a small letter is a line's.
constexpr std::array<std::string_view, 12> closed_compound_languages = {"de", "nl", "sv", "da", "nb", "nn",
                                                                        "no", "fi", "is", "hu", "et", "lb"};

/// First parts that keep their hyphen in many words.
constexpr std::array<std::string_view, 24> prefixes = {"well", "self", "non",   "half", "co",    "re",   "pre",  "anti",
                                                       "ex",   "semi", "multi", "post", "cross", "all",  "high", "low",
                                                       "long", "off",  "on",    "up",   "mid",   "much", "full", "two"};

/// Second parts that are no words.
constexpr std::array<std::string_view, 30> endings = {
    "tion",   "tions", "sion",  "sions", "ment",  "ments", "ness", "able",  "ible",   "ity",
    "ities",  "ing",   "ings",  "ence",  "ances", "ance",  "ious", "ously", "cially", "tive",
    "tively", "ture",  "tures", "ally",  "eur",   "eurs",  "ité",  "ción",  "ciones", "zione"};

/// Words after which a hyphen hangs: "Vor- und Nachteile".
constexpr std::array<std::string_view, 12> conjunctions = {"and", "or", "to",  "und",   "oder", "bis",
                                                           "en",  "of", "och", "eller", "og",   "ou"};

template <class Table>
bool holds(const Table& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

std::size_t hyphen_size(std::string_view text) {
    for (std::string_view sign : {hyphen, typographic_hyphen, soft_hyphen})
        if (text.ends_with(sign)) return sign.size();
    return 0;
}

/// The letters, digits and inner hyphens that `text` begins with.
std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end < longest_word) {
        const Character character = first_character(text.substr(end));
        if (!character.is_word() && character.code != '-') break;
        end += character.size;
    }
    return text.substr(0, end);
}

/// The letters that `text` ends with.
std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    for (std::size_t at = text.size(); at > 0 && text.size() - at < longest_word;) {
        --at;
        if ((text[at] & 0xC0) == 0x80) continue;
        if (!first_character(text.substr(at)).is_word()) break;
        begin = at;
    }
    return text.substr(begin);
}

bool ends_with_ending(std::string_view word) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// A word that a line's end breaks, in lower case.
struct BrokenWord {
    std::string first;
    std::string second;

    std::string joined() const { return first + second; }
    std::string hyphenated() const { return first + "-" + second; }
};

BrokenWord broken_word(std::string_view line, std::string_view next) {
    line.remove_suffix(hyphen_size(line));
    return {to_lower_ascii(last_word(line)), to_lower_ascii(first_word(next))};
}

bool breaks_word(std::string_view line, std::string_view next) {
    const std::size_t size = hyphen_size(line);
    if (size == 0 || next.empty() || first_character(next).kind == CharacterKind::other) return false;
    return !last_word(line.substr(0, line.size() - size)).empty();
}

/// Calls `use` with each word of the text, inner hyphens included.
template <class F>
void for_each_word(Lines lines, const F& use) {
    for (const Line& line : lines) {
        for (std::string_view rest = line.text; !rest.empty();) {
            const std::string_view word = first_word(rest);
            if (!word.empty()) use(word);
            rest.remove_prefix(word.empty() ? first_character(rest).size : word.size());
        }
    }
}

}  // namespace

bool has_broken_words(Lines lines) {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (lines[i].blank_lines == 0 && breaks_word(lines[i - 1].text, lines[i].text)) return true;
    return false;
}

Hyphenation::Hyphenation(Lines lines, std::string_view language) : drops_(true) {
    closed_compounds_ = holds(closed_compound_languages, language.substr(0, language.find('-')));
    std::unordered_set<std::string> wanted;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].blank_lines != 0 || !breaks_word(lines[i - 1].text, lines[i].text)) continue;
        const BrokenWord word = broken_word(lines[i - 1].text, lines[i].text);
        wanted.insert({word.first, word.second, word.joined(), word.hyphenated()});
    }
    if (wanted.empty()) return;
    for_each_word(lines, [&](std::string_view word) {
        const std::string lower = to_lower_ascii(word);
        if (wanted.contains(lower)) words_.insert(lower);
    });
}

LineJoin Hyphenation::join(std::string_view line, std::string_view next) const {
    if (line.ends_with("--")) return LineJoin::none;
    if (!breaks_word(line, next)) return LineJoin::space;
    if (holds(conjunctions, to_lower_ascii(first_word(next)))) return LineJoin::space;
    if (!drops_) return LineJoin::none;
    if (line.ends_with(soft_hyphen)) return LineJoin::drop_hyphen;
    if (first_character(next).kind != CharacterKind::lower) return LineJoin::none;
    const BrokenWord word = broken_word(line, next);
    if (knows(word.joined())) return LineJoin::drop_hyphen;
    if (knows(word.hyphenated()) || holds(prefixes, word.first)) return LineJoin::none;
    if (closed_compounds_) return LineJoin::drop_hyphen;
    const bool is_plain = ends_with_ending(word.second) && !knows(word.first);
    return is_plain ? LineJoin::drop_hyphen : LineJoin::none;
}

}  // namespace offprint::text
