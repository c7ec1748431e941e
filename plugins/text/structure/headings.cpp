#include "structure/headings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "credits/words.hpp"
#include "inline/addresses.hpp"
#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

using credits::holds_word;
using credits::split_words;

namespace {

constexpr std::size_t longest_heading = 80;  // characters
constexpr std::size_t shortest_prose = 60;   // characters of what a heading heads
constexpr std::size_t longest_bytes = 4 * 120;
constexpr std::size_t longest_label = 20;  // characters of a chapter's number, with its title below

/// Words before a number that name a part of a book; in lower case of ASCII, so that other capitals stand there, too.
constexpr std::string_view part_words =
    "part book volume teil buch band partie livre tome parte libro volumen część czĘŚĆ księga tom bok bog deel boek "
    "část kniha osa Часть ЧАСТЬ Книга КНИГА Том ТОМ";
constexpr std::string_view chapter_words =
    "chapter kapitel chapitre capítulo capÍtulo capitulo capitolo rozdział rozdziaŁ hoofdstuk kapitola luku fejezet "
    "bölüm bÖlÜm letter stave canto act akt acte acto atto appendix anhang annexe Глава ГЛАВА Розділ РОЗДІЛ Акт АКТ";
constexpr std::string_view number_words =
    "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth last "
    "eins zwei drei vier fünf sechs sieben acht neun zehn erster zweiter dritter "
    "un deux trois quatre cinq six sept huit neuf dix premier première deuxième "
    "uno dos tres cuatro cinco seis siete ocho nueve diez primero primera segunda tercera "
    "primo secondo terzo первая вторая третья первый второй третий the";

std::size_t leading_digits(std::string_view text) {
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

bool is_roman_numeral(std::string_view word) {
    return !word.empty() && word.size() <= 7 && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

/// `word` without what closes a number.
std::string_view bare(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == ')' || word.back() == ','))
        word.remove_suffix(1);
    return word;
}

bool is_number(std::string_view word, bool last) {
    const std::string_view number = bare(word);
    if (number.empty()) return false;
    const bool letter = number.size() == 1 && number.front() >= 'A' && number.front() <= 'Z';
    return leading_digits(number) == number.size() || is_roman_numeral(number) ||
           (letter && (last || number.size() < word.size())) || holds_word(number_words, to_lower_ascii(number));
}

/// "第三章", "제 2 장": a numbered part in the scripts of East Asia.
bool is_east_asian_chapter(std::string_view text) {
    const bool ordinal = text.starts_with("第") || text.starts_with("제");
    constexpr std::array<std::string_view, 8> units = {"章", "节", "節", "回", "部", "卷", "장", "話"};
    const std::string_view head = text.substr(0, std::min<std::size_t>(text.size(), 24));
    return ordinal && std::any_of(units.begin(), units.end(),
                                  [&](std::string_view unit) { return head.find(unit) != std::string_view::npos; });
}

/// What a text is by its first words alone.
std::optional<HeadingKind> kind_by_label(std::string_view text) {
    if (is_east_asian_chapter(text)) return HeadingKind::chapter;
    const std::vector<std::string_view> words = split_words(text);
    if (words.size() == 1 && text.size() <= 8) {
        const std::string_view word = bare(text);
        if (is_roman_numeral(word) || (word.size() <= 3 && leading_digits(word) == word.size()))
            return word.empty() ? std::nullopt : std::optional(HeadingKind::number);
    }
    if (words.size() < 2 || !is_number(words[1], words.size() == 2) || begins_low(text)) return std::nullopt;
    const std::string first = to_lower_ascii(words.front());
    if (holds_word(chapter_words, first)) return HeadingKind::chapter;
    return holds_word(part_words, first) ? std::optional(HeadingKind::part) : std::nullopt;
}

/// Parts of the number at the start of "2.1 Methods" or "3. Results"; 0 when there is none.
int number_depth(std::string_view text) {
    int depth = 0;
    bool dotted = false;
    while (true) {
        const std::size_t digits = leading_digits(text);
        if (digits == 0 || digits > 3) break;
        ++depth;
        text.remove_prefix(digits);
        if (!text.starts_with('.')) break;
        text.remove_prefix(1);
        dotted = true;
    }
    // "14 March 2001" is a date.
    const bool ends_well = dotted && text.size() > 1 && text.front() == ' ';
    return ends_well && !begins_low(text) && text.find_first_not_of(' ') != std::string_view::npos ? depth : 0;
}

/// Most of the longer words begin with a capital, and there are two of those.
bool is_in_title_case(std::string_view text) {
    std::size_t high = 0;
    std::size_t low = 0;
    for (std::string_view word : split_words(text)) {
        const LetterCount count = count_letters(word);
        if (count.letters() < 4 && high + low > 0) continue;
        ++(begins_low(word) ? low : high);
    }
    return high >= 2 && high >= low * 4;
}

bool is_in_capitals(std::string_view text) {
    const LetterCount count = count_letters(text);
    return count.all_capitals() && count.upper >= 4;
}

/// "FINCH: Do you miss it?": who speaks, in capitals, and what is said.
bool is_speech(std::string_view text) {
    constexpr std::size_t longest_name = 40;
    const std::size_t colon = text.substr(0, longest_name).find(": ");
    if (colon == std::string_view::npos) return false;
    return count_letters(text.substr(0, colon)).all_capitals() && count_letters(text.substr(colon)).lower > 0;
}

/// True for a question; Greek ends it with what others call a semicolon.
bool asks(std::string_view text) {
    for (std::string_view mark : {"?", "？", "؟", "\u037E"})
        if (text.ends_with(mark)) return true;
    const bool is_greek = text.size() > 3 && (text[text.size() - 3] & 0xFE) == 0xCE;
    return text.ends_with(';') && is_greek;
}

/// Words that stand in a line as a name, a time, an address or a piece of speech do.
bool is_something_else(std::string_view text) {
    constexpr std::array<std::string_view, 15> openings = {"\"", "“", "„", "«", "‘", "'",   "—", "–",
                                                           "-",  "(", "[", "*", "…", "...", ">"};
    for (std::string_view opening : openings)
        if (text.starts_with(opening)) return true;
    constexpr std::array<std::string_view, 9> closings = {",", ";", ":", "—", "–", "-", "]", "，", "："};
    for (std::string_view closing : closings)
        if (text.ends_with(closing) && !asks(text)) return true;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((text[at] == ':' || text[at] == '.' || text[at] == '@') && address_around(text, at)) return true;
    return is_speech(text) || text.find_first_of("\t|") != std::string_view::npos ||
           (list_marker(text) && !number_depth(text));
}

/// "He came. She": a full stop after a word of some length, and more behind it.
bool holds_sentence_end(std::string_view text) {
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        const std::size_t space = text.rfind(' ', at);
        const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
        if (at - begin > 3) return true;
    }
    return text.find("。") != std::string_view::npos;
}

/// Whether what stands at the start of `lines` is running text, a list or the like, which a heading may head.
bool is_headed(Lines lines, const Shape& shape) {
    if (lines.empty()) return false;
    std::size_t characters = 0;
    const std::size_t to_blank = shape.layout == Layout::lines ? 1 : 3;
    for (std::size_t i = 0; i < std::min(to_blank, lines.size()); ++i) {
        if (i > 0 && lines[i].blank_lines != 0) break;
        if (lines[i].text.size() > longest_bytes) return true;
        characters += code_points(lines[i].text);
    }
    // A character of the scripts of East Asia says as much as three letters.
    const LetterCount count = count_letters(lines.front().text);
    if (count.caseless * 2 > count.characters) characters *= 3;
    const std::string_view text = lines.front().text;
    return characters >= shortest_prose || list_marker(text) || opening_fence(text) || text.front() == '>' ||
           text.front() == '|' || text.find('\t') != std::string_view::npos;
}

/// What is known of a line that may be a heading.
struct Candidate {
    std::string_view text;
    LetterCount count;
    bool alone_before = false;
    bool alone_after = false;
    bool after_sentence = false;
    bool heads_prose = false;
    bool heads_heading = false;       ///< what follows could be a heading itself
    bool between_long_lines = false;  ///< each a paragraph of a few sentences
};

Candidate weigh(Lines lines, const Before& before, const Shape& shape) {
    const Line* previous = before.line;
    const Line& line = lines.front();
    Candidate candidate{.text = line.text, .count = count_letters(line.text)};
    candidate.heads_prose = is_headed(lines.subspan(1), shape);
    candidate.heads_heading = lines.size() > 2 && lines[1].text.size() <= shortest_prose &&
                              !ends_sentence(lines[1].text) && !begins_low(lines[1].text) &&
                              !is_something_else(lines[1].text) && lines[2].blank_lines == lines[1].blank_lines &&
                              is_headed(lines.subspan(2), shape);
    // Where a line is a paragraph, blank lines may come and go; short lines that stand together are something else.
    const bool by_line = shape.layout == Layout::lines;
    const bool after_prose = previous != nullptr && previous->text.size() >= shortest_prose;
    constexpr std::size_t long_line = 200;  // bytes
    candidate.between_long_lines = by_line && previous != nullptr && previous->text.size() >= long_line &&
                                   lines.size() > 1 && lines[1].text.size() >= long_line;
    candidate.alone_before =
        previous == nullptr || line.blank_lines != 0 || (by_line && (after_prose || !shape.blank_lines_part));
    candidate.alone_after =
        lines.size() > 1 &&
        (lines[1].blank_lines != 0 || (by_line && (candidate.heads_prose || !shape.blank_lines_part)) ||
         (shape.layout == Layout::indented && lines[1].indent == line.indent + shape.first_line_indent));
    if (shape.layout == Layout::wrapped && lines.size() > 1) {
        const bool ends_paragraph = previous != nullptr && ends_sentence(previous->text);
        candidate.alone_before = candidate.alone_before || ends_paragraph;
        candidate.alone_after = candidate.alone_after || (is_deliberate_break(line, lines[1], shape.width) &&
                                                          !begins_low(lines[1].text) && ends_paragraph);
    }
    candidate.after_sentence = previous == nullptr || before.could_be_heading || (by_line && after_prose) ||
                               ends_sentence(previous->text) || previous->text.ends_with(':') ||
                               is_scene_break(previous->text);
    return candidate;
}

std::optional<HeadingKind> kind_by_letters(const Candidate& candidate, const Shape& shape) {
    const std::string_view text = candidate.text;
    const LetterCount& count = candidate.count;
    if (is_in_capitals(text)) return HeadingKind::capitals;
    if (asks(text)) {
        if (!candidate.heads_prose || count.characters < 12) return std::nullopt;
        const bool stands_out = candidate.between_long_lines && count.characters <= 40;
        return stands_out ? HeadingKind::plain : HeadingKind::question;
    }
    if (ends_sentence(text)) return std::nullopt;
    if (!(candidate.heads_prose || candidate.heads_heading) || holds_sentence_end(text) ||
        count.digits * 2 > count.letters())
        return std::nullopt;
    if (candidate.heads_prose && is_in_title_case(text)) return HeadingKind::titled;
    const std::size_t longest = count.caseless * 2 > count.characters ? 25 : 60;
    if (!candidate.after_sentence || count.characters > longest || count.letters() < 3) return std::nullopt;
    // A line that wrapping made short is the end of a paragraph; one in a message may be a name.
    if (shape.genre == Genre::mail) return std::nullopt;
    if (shape.layout != Layout::lines && shape.layout != Layout::blocks) return std::nullopt;
    return candidate.heads_prose ? HeadingKind::plain : HeadingKind::stacked;
}

/// A label may have its title on the next line: "CHAPTER I" / "The Harbour".
std::size_t lines_with_title(Lines lines, const Shape& shape) {
    if (lines.size() < 3 || code_points(lines.front().text) > longest_label || lines[1].blank_lines > 2) return 1;
    const std::string_view title = lines[1].text;
    if (title.size() > longest_bytes || code_points(title) > longest_heading || is_something_else(title)) return 1;
    if (lines[2].blank_lines == 0 && shape.layout != Layout::lines) return 1;
    const bool is_title =
        is_in_capitals(title) || (!ends_sentence(title) && !begins_low(title) && is_headed(lines.subspan(2), shape));
    return is_title && !kind_by_label(title) ? 2 : 1;
}

/// Where the running text is set in, a line at the margin is a heading.
std::optional<PlainHeading> heading_at_margin(const Candidate& candidate, const Line& line, const Shape& shape) {
    if (shape.margin == 0 || line.indent >= shape.margin || !candidate.alone_before || !candidate.alone_after)
        return std::nullopt;
    const int depth = number_depth(candidate.text);
    return PlainHeading{HeadingKind::numbered, std::max(depth, 1), 1};
}

/// "1. ..." with another number as the next line or paragraph is a list, or nothing at all.
bool goes_on_as_list(Lines lines) {
    const std::optional<ListMarker> next = lines.size() > 1 ? list_marker(lines[1].text) : std::nullopt;
    return next && next->ordered;
}

}  // namespace

std::optional<PlainHeading> find_plain_heading(Lines lines, const Before& before, const Shape& shape) {
    const Line& line = lines.front();
    if (shape.genre == Genre::markdown || line.text.size() > longest_bytes) return std::nullopt;
    // The first line of most paragraphs, which is not worth a closer look.
    const bool goes_on = shape.layout == Layout::blocks && lines.size() > 1 && lines[1].blank_lines == 0;
    if (goes_on && line.text.size() > 2 * longest_label) return std::nullopt;
    const Candidate candidate = weigh(lines, before, shape);
    if (!candidate.alone_before || candidate.count.characters > longest_heading + 20) return std::nullopt;
    if (const std::optional<PlainHeading> heading = heading_at_margin(candidate, line, shape)) return heading;
    if (shape.margin != 0 || line.indent > shape.width / 2) return std::nullopt;

    if (const std::optional<HeadingKind> kind = kind_by_label(line.text)) {
        const std::size_t size = lines_with_title(lines, shape);
        if (size == 1 && !candidate.alone_after) return std::nullopt;
        if (candidate.count.characters > 12 && ends_sentence(line.text) && !is_in_capitals(line.text))
            return std::nullopt;
        return PlainHeading{size > 1 && *kind == HeadingKind::number ? HeadingKind::chapter : *kind, 1, size};
    }
    if (!candidate.alone_after || candidate.count.characters > longest_heading || begins_low(line.text) ||
        is_something_else(line.text))
        return std::nullopt;
    if (const int depth = number_depth(line.text)) {
        const bool heads_section = lines.size() > 1 && number_depth(lines[1].text) > depth;
        const bool heads_something = candidate.heads_prose || heads_section || ends_sentence(lines[1].text);
        if (ends_sentence(line.text) || goes_on_as_list(lines) || !heads_something) return std::nullopt;
        return PlainHeading{HeadingKind::numbered, depth, 1};
    }
    const std::optional<HeadingKind> kind = kind_by_letters(candidate, shape);
    return kind ? std::optional(PlainHeading{*kind, 1, 1}) : std::nullopt;
}

}  // namespace offprint::text
