#include "credits/byline.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "credits/ascii.hpp"
#include "credits/byline_label.hpp"
#include "credits/byline_words.hpp"
#include "credits/date_line.hpp"
#include "credits/month_names.hpp"
#include "credits/name.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_line = 200;
constexpr std::string_view marks = " \t/|-–—,;:&.";

std::string lower_without_marks(std::string_view word) {
    const std::size_t begin = std::min(word.find_first_not_of(".,;:()"), word.size());
    const std::size_t end = std::max(word.find_last_not_of(".,;:()") + 1, begin);
    return to_lower_ascii(word.substr(begin, end - begin));
}

bool has_job_word(std::string_view text) {
    const std::vector<std::string_view> words = split_words(text);
    return std::any_of(words.begin(), words.end(),
                       [](std::string_view word) { return is_job_word(lower_without_marks(word)); });
}

/// A part of a name as it is printed: with a capital, in a script that has none, or a particle.
bool is_printed_part(std::string_view word) {
    return !is_lower(word.front()) || is_name_particle(word);
}

/// True for names of people and agencies, not for jobs, days, ends of sentences or what is written small.
bool is_printed_name(std::string_view text) {
    const std::vector<std::string_view> words = split_words(text);
    if (words.empty() || !is_name(with_plain_spaces(text)) || has_job_word(text)) return false;
    if (is_digit(text.front()) || !std::all_of(words.begin(), words.end(), is_printed_part)) return false;
    const std::string first = lower_without_marks(words.front());
    if (month_from_name(first) != 0 && words.size() == 1) return false;
    constexpr std::size_t longest_abbreviation = 4;
    const bool ends_sentence = words.back().ends_with('.') && words.back().size() > longest_abbreviation;
    return !ends_sentence && !is_weekday(first);
}

/// A part of a byline between commas, strokes and words such as "and".
struct Piece {
    std::string_view text;
    bool after_and = false;
};

/// The pieces of `text`; views into it.
std::vector<Piece> pieces_of(std::string_view text) {
    constexpr std::string_view signs[] = {",", ";", "/", "|", "&", "+", "、", "，", "،", "（", "("};
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    bool after_and = false;
    const auto end_piece = [&](std::size_t end, std::size_t next, bool is_and) {
        const std::string_view piece = trim(text.substr(begin, end - begin));
        if (!piece.empty()) pieces.push_back({piece, after_and});
        after_and = is_and || (after_and && piece.empty());
        begin = next;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
        const bool starts_word = at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t');
        // "Ortega y Gasset" is one name: a single letter parts names of two words or more.
        const bool is_and = starts_word && is_and_word(to_lower_ascii(word)) &&
                            (word.size() > 1 || !is_lower(word.front()) ||
                             (split_words(text.substr(begin, at - begin)).size() > 1 &&
                              split_words(rest.substr(0, rest.find_first_of(",;/|&"))).size() > 2));
        const auto sign =
            std::find_if(std::begin(signs), std::end(signs), [&](std::string_view s) { return rest.starts_with(s); });
        if (is_and)
            end_piece(at, at + word.size(), true);
        else if (sign != std::end(signs))
            end_piece(at, at + sign->size(), *sign == "&" || *sign == "+");
        at += is_and ? word.size() : sign != std::end(signs) ? sign->size() : 1;
    }
    end_piece(text.size(), text.size(), false);
    return pieces;
}

/// "Ada Quill in Arvenholm": how much of `piece` is a name of two words or more that a few words about it follow; 0
/// if it is something else.
std::size_t name_before_place(std::string_view piece) {
    constexpr std::string_view links = "in at for from aus für à em en bei w från i";
    const std::vector<std::string_view> words = split_words(piece);
    constexpr std::size_t most_words_about = 5;
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (!holds_word(links, words[i])) continue;
        const auto size = static_cast<std::size_t>(words[i].data() - piece.data());
        const bool is_about =
            words.size() - i >= 2 && words.size() - i <= most_words_about &&
            std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(),
                        [](std::string_view word) { return !is_lower(word.front()) || word == "the"; });
        return is_about && is_printed_name(trim(piece.substr(0, size))) ? size : 0;
    }
    return 0;
}

/// "of Wexcombe", "aus Bad Orb".
bool is_place_of_somebody(const std::vector<std::string_view>& words) {
    constexpr std::string_view links = "of from in at aus de di da do uit te z av från fra";
    constexpr std::size_t most_words = 5;
    return words.size() > 1 && words.size() <= most_words && holds_word(links, words.front()) &&
           std::all_of(words.begin() + 1, words.end(), is_printed_part);
}

/// True for a text that says what somebody is, or how to reach them.
bool is_about_somebody(std::string_view text) {
    constexpr std::string_view newsrooms =
        "redação redazione rédaction redaktion redactie redakcja redacción newsroom desk";
    const std::vector<std::string_view> words = split_words(text);
    const bool is_sentence = text.ends_with('.') && words.size() > 2 && is_lower(words.back().front());
    return !is_sentence &&
           (has_job_word(text) || is_place_of_somebody(words) ||
            holds_word(newsrooms, lower_without_marks(words.back())) || text.find('@') != std::string_view::npos ||
            std::all_of(words.begin(), words.end(), is_printed_part));
}

/// Reads the names of a byline.
class NameList {
public:
    explicit NameList(std::string_view role) : role_(role) {}

    std::optional<Byline> read(std::string_view text) {
        bool had_and = false;
        for (const Piece& piece : pieces_of(text)) {
            const auto at = static_cast<std::size_t>(piece.text.data() - text.data());
            const bool has_people = !byline_.people.empty();
            if (has_people && is_suffix(piece.text)) {
                byline_.people.back().name.append(", ").append(piece.text);
                continue;
            }
            // After "A and B" a comma leads to where they work; behind a full name one word is a place.
            const bool is_affiliation =
                has_people && !piece.after_and &&
                (had_and || (piece.text.find(' ') == std::string_view::npos && is_full(byline_.people.back().name)));
            had_and = had_and || piece.after_and;
            if (!is_affiliation && is_printed_name(piece.text)) {
                add(piece.text);
                continue;
            }
            if (const std::size_t size = is_affiliation ? 0 : name_before_place(piece.text); size != 0) {
                add(trim(piece.text.substr(0, size)));
                byline_.about = text.substr(at + size);
            } else if ((has_people || has_job_word(piece.text)) && is_about_somebody(text.substr(at))) {
                byline_.about = trim(text.substr(at));
            } else {
                return std::nullopt;
            }
            break;
        }
        return std::move(byline_);
    }

private:
    static bool is_full(std::string_view name) {
        // Scripts without spaces write names in one word.
        return name.find(' ') != std::string_view::npos;
    }

    static bool is_suffix(std::string_view text) { return is_degree(text) || holds_word("Jr. Jr Sr. Sr", text); }

    void add(std::string_view name) {
        const std::string plain = collapse_space(with_plain_spaces(name));
        const bool known = std::any_of(byline_.people.begin(), byline_.people.end(),
                                       [&](const Contributor& person) { return person.name == plain; });
        if (!known) byline_.people.push_back({plain, std::string(role_), {}, {}});
    }

    std::string_view role_;
    Byline byline_;
};

/// "김민수 기자", "王小明 記者", "本报记者 王小明": the job beside the name says that the line is a byline.
std::optional<Byline> parse_name_and_job(std::string_view line) {
    constexpr std::string_view jobs[] = {"기자", "特派員", "記者", "记者"};
    const auto is_job = [&](std::string_view word) {
        return std::any_of(std::begin(jobs), std::end(jobs), [&](auto job) { return word.ends_with(job); });
    };
    const std::vector<std::string_view> words = split_words(line);
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    const auto last = static_cast<std::size_t>(words.back().data() - line.data());
    if (is_job(words.back())) return NameList("author").read(trim(line.substr(0, last)));
    if (is_job(words.front())) return NameList("author").read(trim(line.substr(words.front().size())));
    return std::nullopt;
}

}  // namespace

std::optional<Byline> parse_names(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > longest_line) return std::nullopt;
    return NameList("author").read(text);
}

std::optional<Byline> parse_byline(std::string_view line) {
    line = trim(line);
    if (line.size() > longest_line) return std::nullopt;
    const BylineLabel label = byline_label(line);
    if (label.size == 0) return parse_name_and_job(line);
    if (!label.is_known || label.role.empty()) return std::nullopt;
    constexpr std::size_t most_words_of_label = 3;  // "Text und Fotos:", not "The story so far:"
    const std::string word = to_lower_ascii(trim(line.substr(0, label.size)));
    if (split_words(word).size() > most_words_of_label) return std::nullopt;
    const std::string_view names = trim(line.substr(label.size));
    const bool is_empty_slot = names.find_first_not_of(marks) == std::string_view::npos;
    constexpr std::size_t most_words_of_placeholder = 3;  // "the author", "super user"
    const std::size_t words = split_words(names).size();
    if (is_empty_slot || (words <= most_words_of_placeholder && is_placeholder(to_lower_ascii(names)))) return Byline{};
    // "De Gaulle": what is a part of names as well leads a byline only before a full name.
    if (is_by_word(word) && !is_only_by_word(word) && words < 2) return std::nullopt;
    return NameList(label.role).read(names);
}

}  // namespace offprint::credits
