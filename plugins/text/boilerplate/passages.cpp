#include "boilerplate/passages.hpp"

#include <algorithm>
#include <string>

#include "lines/marks.hpp"

namespace offprint::text {

namespace {

/// A line of ten signs or more that parts what is above it from what is below.
bool is_rule(std::string_view line) {
    constexpr std::size_t shortest = 10;
    return line.size() >= shortest && line.find_first_of("-_=*~") == 0 &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// True if the paragraph may go on behind `line`. How to end a subscription is told with an address below it.
bool may_go_on(std::string_view line) {
    const Phrase phrase = phrase_at_front(line);
    return !is_rule(line) && (phrase == Phrase::none || phrase == Phrase::unsubscribe);
}

std::vector<TextPassage> passages_of(Lines lines, const Shape& shape, std::size_t begin, std::size_t end) {
    std::vector<TextPassage> passages;
    while (begin < end) {
        std::size_t next = begin + 1;
        // Buttons stand on lines of their own wherever they are.
        while (shape.layout != Layout::lines && next < end && lines[next].blank_lines == 0 &&
               phrase_at_front(lines[next].text) == Phrase::none && may_go_on(lines[next - 1].text))
            ++next;
        const bool is_apart =
            (begin == 0 || lines[begin].blank_lines > 0) && (next == lines.size() || lines[next].blank_lines > 0);
        TextPassage passage{begin,
                            next,
                            0,
                            Phrase::none,
                            ends_sentence(lines[next - 1].text),
                            is_apart,
                            next == begin + 1 && is_rule(lines[begin].text)};
        constexpr std::size_t longest_judged = 1500;
        std::string text;
        for (const Line& line : lines.subspan(begin, next - begin)) {
            if (text.size() > longest_judged) break;
            text.append(text.empty() ? "" : " ").append(line.text.substr(0, longest_judged + 1));
        }
        passage.words = count_words(text);
        passage.phrase = phrase_of(text);
        passages.push_back(passage);
        begin = next;
    }
    return passages;
}

}  // namespace

std::vector<TextPassage> passages_at_head(Lines lines, const Shape& shape, std::size_t begin, std::size_t most_lines) {
    return passages_of(lines, shape, begin, begin + std::min(lines.size() - begin, most_lines));
}

std::vector<TextPassage> passages_at_tail(Lines lines, const Shape& shape, std::size_t most_lines) {
    std::size_t begin = lines.size() - std::min(lines.size(), most_lines);
    // The first one begins where a paragraph does.
    while (begin > 0 && begin < lines.size() && shape.layout != Layout::lines && lines[begin].blank_lines == 0) ++begin;
    return passages_of(lines, shape, begin, lines.size());
}

std::size_t count_words(std::string_view text) {
    std::size_t words = text.empty() ? 0 : 1;
    for (std::size_t i = 1; i < text.size(); ++i) words += text[i] != ' ' && text[i - 1] == ' ' ? 1U : 0U;
    return words;
}

}  // namespace offprint::text
