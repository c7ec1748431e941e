#include "front/credit_line.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "boilerplate/phrases.hpp"
#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "front/literary_title.hpp"
#include "front_matter/fields.hpp"
#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_line = 300;
using Order = std::optional<credits::DayOrder>;

/// What stands before the name or address of the place where a text appeared, in lower case (of ASCII).
constexpr std::string_view source_labels[] = {"source:",
                                              "sources:",
                                              "quelle:",
                                              "fuente:",
                                              "fonte:",
                                              "bron:",
                                              "źródło:",
                                              "Źródło:",
                                              "источник:",
                                              "Источник:",
                                              "джерело:",
                                              "Джерело:",
                                              "來源：",
                                              "來源:",
                                              "来源：",
                                              "来源:",
                                              "出典：",
                                              "出典:",
                                              "출처:",
                                              "المصدر:",
                                              "منبع:",
                                              "מקור:",
                                              "πηγή:",
                                              "Πηγή:",
                                              "kaynak:",
                                              "zdroj:",
                                              "forrás:",
                                              "lähde:",
                                              "kilde:",
                                              "källa:",
                                              "via:",
                                              "url:",
                                              "link:",
                                              "originally published at",
                                              "originally published in",
                                              "originally published on",
                                              "originally published by",
                                              "originally appeared in",
                                              "originally appeared on",
                                              "first published in",
                                              "first published on",
                                              "first published at",
                                              "first published by",
                                              "this article first appeared in",
                                              "this article originally appeared in",
                                              "this article originally appeared on",
                                              "zuerst erschienen in",
                                              "zuerst erschienen auf",
                                              "publié initialement sur",
                                              "publié initialement dans",
                                              "publicado originalmente en",
                                              "pubblicato originariamente su",
                                              "publicado originalmente em",
                                              "oorspronkelijk gepubliceerd op",
                                              "pierwotnie opublikowano w"};

/// `part` without white space, emphasis and brackets around it: credits are often set in italics.
std::string_view without_marks(std::string_view part) {
    part = trim(part);
    const auto is_framed = [&](char front, char back) { return part.front() == front && part.back() == back; };
    while (part.size() > 2 && (is_framed('*', '*') || is_framed('_', '_') || is_framed('(', ')')))
        part = trim(part.substr(1, part.size() - 2));
    return part;
}

std::vector<std::string_view> split_parts(std::string_view line) {
    constexpr std::string_view separators[] = {" | ", " · ", " • ", " — ", " – ", " / ", "｜", "  ", "\u3000", "\t"};
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t end = line.size();
        std::size_t size = 0;
        for (std::string_view separator : separators) {
            const std::size_t at = line.find(separator);
            if (at < end) {
                end = at;
                size = separator.size();
            }
        }
        if (const std::string_view part = without_marks(line.substr(0, end)); !part.empty()) parts.push_back(part);
        if (size == 0) return parts;
        line.remove_prefix(end + size);
    }
}

std::string_view without_brackets(std::string_view text) {
    const bool is_bracketed = text.size() > 2 && text.front() == '<' && text.back() == '>';
    return is_bracketed ? text.substr(1, text.size() - 2) : text;
}

/// What follows a label of a source at the front of `text`.
std::optional<std::string_view> after_source_label(std::string_view text) {
    constexpr std::size_t longest_label = 48;
    const std::string head = to_lower_ascii(text.substr(0, longest_label));
    for (std::string_view label : source_labels) {
        if (!head.starts_with(label)) continue;
        std::string_view rest = trim(text.substr(label.size()));
        while (rest.starts_with(':')) rest = trim(rest.substr(1));
        return rest;
    }
    return std::nullopt;
}

class CreditLineReader {
public:
    explicit CreditLineReader(Order order) : order_(order) {}

    std::optional<CreditLine> read(std::string_view line) {
        // The stroke of an empty slot ("By: /") is no separator.
        if (read_byline(without_marks(line))) return std::move(found_);
        std::vector<std::string_view> names;
        for (std::string_view part : split_parts(line)) {
            if (read_part(part)) continue;
            if (!could_be_name(part)) return std::nullopt;
            names.push_back(part);
        }
        const bool tells_something = !found_.bylines.empty() || has_date();
        if (!names.empty() && !tells_something) return std::nullopt;
        for (std::string_view name : names) {
            // Beside those who are named as authors a name is the paper's.
            if (!found_.bylines.empty())
                found_.publisher = name;
            else
                add_bare(name);
        }
        const bool is_empty = !tells_something && found_.publisher.empty() && found_.source_url.empty();
        return is_empty ? std::nullopt : std::optional(std::move(found_));
    }

private:
    bool has_date() const { return found_.dates.published || found_.dates.modified; }

    bool read_part(std::string_view part) {
        return read_dates(part) || read_source(part) || read_encyclopedia(part) || read_byline(part) ||
               read_small_print(part) || read_byline_and_date(part) || read_two_bylines(part) ||
               read_genre_and_byline(part);
    }

    bool read_dates(std::string_view text) {
        const std::optional<credits::DateLine> dates = credits::parse_date_line(text, order_);
        if (!dates) return false;
        if (!found_.dates.published) found_.dates.published = dates->published;
        if (!found_.dates.modified) found_.dates.modified = dates->modified;
        return true;
    }

    bool read_byline(std::string_view text) {
        std::optional<credits::Byline> byline = credits::parse_byline(text);
        // What follows the names may be a date: "By Ada Quill, 3 May 2020".
        if (!byline || (!byline->about.empty() && has_digit(byline->about))) return false;
        found_.bylines.push_back(std::move(*byline));
        return true;
    }

    bool read_small_print(std::string_view text) {
        const Phrase phrase = phrase_at_front(text);
        if (phrase != Phrase::read_time && phrase != Phrase::counter && phrase != Phrase::button) return false;
        found_.small_print.push_back(text);
        return true;
    }

    bool read_source(std::string_view text) {
        constexpr std::size_t most_words = 6;
        if (front_matter::is_web_address(without_brackets(text))) {
            found_.source_url = without_brackets(text);
            return true;
        }
        const std::optional<std::string_view> source = after_source_label(text);
        if (!source || source->empty()) return false;
        if (front_matter::is_web_address(without_brackets(*source)))
            found_.source_url = without_brackets(*source);
        else if (credits::split_words(*source).size() <= most_words && !has_digit(*source))
            found_.publisher = source->ends_with('.') ? source->substr(0, source->size() - 1) : *source;
        else
            return false;
        return true;
    }

    /// "From Openpedia, the open encyclopedia".
    bool read_encyclopedia(std::string_view text) {
        constexpr std::string_view stems[] = {"encyclop", "enzyklop", "encyklop", "enciclop", "энциклоп"};
        constexpr std::string_view fronts = "from aus de da från fra uit z из Из origem: article un материал Материал";
        constexpr std::size_t most_words = 10;
        const std::vector<std::string_view> words = credits::split_words(text);
        const bool names_one = words.size() > 2 && words.size() <= most_words &&
                               std::any_of(words.begin() + 2, words.end(), [&](auto word) {
                                   const std::string lower = to_lower_ascii(word);
                                   return std::any_of(std::begin(stems), std::end(stems),
                                                      [&](auto stem) { return lower.find(stem) != std::string::npos; });
                               });
        if (!names_one || !credits::holds_word(fronts, to_lower_ascii(words.front()))) return false;
        const auto name = std::find_if(words.begin() + 1, words.end(),
                                       [](std::string_view word) { return word.size() > 2 && !begins_low(word); });
        if (name == words.end()) return false;
        found_.publisher = name->substr(0, name->find_first_of(",;"));
        return true;
    }

    /// "By Ada Quill, 3 May 2020", "Ada Quill on May 3, 2020", "Posted on May 3, 2020 by Ada Quill".
    bool read_byline_and_date(std::string_view text) {
        if (!has_digit(text)) return false;
        for (std::string_view word : credits::split_words(text)) {
            const auto at = static_cast<std::size_t>(word.data() - text.data());
            const std::string_view front = trim(text.substr(0, at));
            const std::string_view back = text.substr(at);
            if (front.empty()) continue;
            if (credits::parse_date_line(back, order_) && read_names_before(front)) return read_dates(back);
            if (credits::parse_date_line(front, order_) && read_byline(back)) return read_dates(front);
        }
        return false;
    }

    /// "A memoir by Ada Quill".
    bool read_genre_and_byline(std::string_view text) {
        const std::vector<std::string_view> words = credits::split_words(text);
        constexpr std::size_t most_words_of_genre = 4;
        for (std::size_t i = 1; i < std::min(words.size(), most_words_of_genre); ++i) {
            const auto at = static_cast<std::size_t>(words[i].data() - text.data());
            const std::string_view genre = trim(text.substr(0, at));
            if (!is_literary_genre(genre) || !read_byline(text.substr(at))) continue;
            found_.genre = genre;
            return true;
        }
        return false;
    }

    void add_bare(std::string_view name) {
        found_.bylines.push_back(*credits::parse_names(name));
        found_.is_bare = true;
    }

    /// "Words by Ada Quill. Photographs by Cy Vogt."
    bool read_two_bylines(std::string_view text) {
        constexpr std::string_view stop = ". ";
        if (text.ends_with('.')) text.remove_suffix(1);
        for (std::size_t at = text.find(stop); at != std::string_view::npos; at = text.find(stop, at + 1)) {
            const std::string_view back = trim(text.substr(at + 1));
            if (credits::parse_byline(back) && read_byline(text.substr(0, at))) return read_byline(back);
        }
        return false;
    }

    bool read_names_before(std::string_view text) {
        while (text.ends_with(',') || text.ends_with('-')) text = trim(text.substr(0, text.size() - 1));
        if (read_byline(text)) return true;
        if (!could_be_name(text)) return false;
        add_bare(text);
        return true;
    }

    /// A full name that nothing says to be one; what stands around it must.
    static bool could_be_name(std::string_view text) {
        constexpr std::size_t most_words_of_name = 4;
        const std::size_t words = credits::split_words(text).size();
        if (words < 2 || has_digit(text)) return false;
        const std::optional<credits::Byline> names = credits::parse_names(text);
        if (!names || names->people.empty() || !names->about.empty()) return false;
        const std::size_t people = names->people.size();
        return words <= most_words_of_name * people && words >= 2 * people;
    }

    static bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), credits::is_digit); }

    Order order_;
    CreditLine found_;
};

}  // namespace

std::optional<CreditLine> parse_credit_line(std::string_view line, Order order) {
    if (line.empty() || line.size() > longest_line) return std::nullopt;
    return CreditLineReader(order).read(line);
}

std::optional<DatedLine> parse_dated_line(std::string_view line, Order order) {
    constexpr std::size_t longest = 160;
    constexpr std::size_t most_words = 16;
    constexpr std::string_view signs = " ,-:|(";
    const std::vector<std::string_view> words =
        line.size() > longest ? std::vector<std::string_view>() : credits::split_words(line);
    if (words.size() < 2 || words.size() > most_words || ends_sentence(line)) return std::nullopt;
    const auto date_in = [&](std::string_view text) -> std::optional<Date> {
        while (text.ends_with(')') || text.ends_with(',') || text.ends_with(':')) text.remove_suffix(1);
        const std::optional<credits::DateLine> dates = credits::parse_date_line(text, order);
        return dates ? dates->published : std::nullopt;
    };
    // A month is enough below the name of a place: "London, March 1931".
    const auto is_full = [](const Date& date, std::string_view front) {
        constexpr std::size_t most_words_of_place = 3;
        return date.day != 0 ||
               (date.month != 0 && front.ends_with(',') && credits::split_words(front).size() <= most_words_of_place);
    };
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto at = static_cast<std::size_t>(words[i].data() - line.data());
        std::string_view front = line.substr(0, at);
        std::string_view back = line.substr(at);
        back.remove_prefix(std::min(back.find_first_not_of(signs), back.size()));
        if (const std::optional<Date> date = date_in(back); date && is_full(*date, trim(front))) {
            front = front.substr(0, front.find_last_not_of(signs) + 1);
            return front.empty() ? std::nullopt : std::optional(DatedLine{front, *date});
        }
        if (const std::optional<Date> date = date_in(trim(front)); date && date->day != 0 && !begins_low(back))
            return DatedLine{back, *date};
    }
    return std::nullopt;
}

std::string_view address_of_source(std::string_view line) {
    if (line.size() > longest_line) return {};
    const std::string_view source = without_brackets(after_source_label(without_marks(line)).value_or(""));
    return front_matter::is_web_address(source) ? source : std::string_view();
}

}  // namespace offprint::text
