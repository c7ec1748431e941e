#include "boilerplate/cut_boilerplate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "boilerplate/cut.hpp"
#include "boilerplate/gutenberg.hpp"
#include "boilerplate/heading_controls.hpp"
#include "boilerplate/passages.hpp"
#include "boilerplate/phrases.hpp"
#include "boilerplate/tail.hpp"
#include "front/keyword_line.hpp"
#include "front/yaml_header.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t lines_of_head = 60;
constexpr std::size_t lines_of_tail = 300;

/// Buttons and notices above the body; an article's first words may look like appeals.
void find_head_boilerplate(const std::vector<TextPassage>& head, Cuts& cuts) {
    constexpr std::size_t words_of_full_paragraph = 40;
    constexpr std::size_t most_passages = 20;
    for (std::size_t i = 0; i < std::min(head.size(), most_passages); ++i) {
        switch (head[i].phrase) {
            case Phrase::none:
            case Phrase::teaser:
            case Phrase::appeal:
            case Phrase::call:
                if (head[i].words >= words_of_full_paragraph) return;
                break;
            case Phrase::press_release:
                // Above another title it is none itself.
                if (i + 1 < head.size() && !head[i + 1].is_sentence && head[i + 1].words < words_of_full_paragraph)
                    cuts.push_back({head[i].begin, head[i].end, Certainty::phrase, reason_of(head[i].phrase)});
                break;
            case Phrase::end_mark:
            case Phrase::tags:
                break;
            case Phrase::cookies:
                cuts.push_back({head[i].begin, head[i].end, Certainty::phrase, reason_of(head[i].phrase)});
                break;
            case Phrase::follow:
            case Phrase::related:
            case Phrase::copyright:
            case Phrase::photo_credit:
                // Titles may begin so: "Follow us on the road".
                if (i == 0) break;
                [[fallthrough]];
            default:
                if (head[i].words < words_of_full_paragraph && is_button_in_place(head, i))
                    cuts.push_back({head[i].begin, head[i].end, Certainty::phrase, reason_of(head[i].phrase)});
        }
    }
}

/// "Advertisement" and "Read more: ..." on lines of their own, anywhere.
void find_lone_marks(Lines lines, std::size_t begin, Context& context, Cuts& cuts) {
    constexpr std::size_t longest = 160;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        context.checkpoint();
        if (lines[i].text.size() > longest || lines[i].indent != 0) continue;
        const bool is_lone =
            (i == 0 || lines[i].blank_lines > 0) && (i + 1 == lines.size() || lines[i + 1].blank_lines > 0);
        if (!is_lone) continue;
        const Phrase phrase = phrase_at_front(lines[i].text);
        // A heading "Related" is a heading; only with the title of another article it is none.
        const bool names_another = phrase == Phrase::related && lines[i].text.find(':') + 2 < lines[i].text.size();
        if (phrase == Phrase::advertisement || names_another)
            cuts.push_back({i, i + 1, Certainty::phrase, reason_of(phrase)});
    }
}

/// "-- " and what follows it in a mail.
void find_signature(Lines lines, const Shape& shape, Cuts& cuts) {
    constexpr std::size_t longest = 15;
    if (shape.genre != Genre::mail) return;
    const std::size_t first = lines.size() - std::min(lines.size(), longest);
    for (std::size_t i = first; i < lines.size(); ++i) {
        if (lines[i].text != "--") continue;
        cuts.push_back({i, lines.size(), Certainty::phrase, "the signature of a mail"});
        return;
    }
}

std::size_t words_in(Lines lines) {
    std::size_t words = 0;
    for (const Line& line : lines) words += count_words(line.text);
    return words;
}

/// The cuts in the order of the text, none within another.
Cuts disjoint(Cuts cuts) {
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut& a, const Cut& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    Cuts result;
    for (Cut& cut : cuts) {
        if (!result.empty()) cut.begin = std::max(cut.begin, result.back().end);
        if (cut.begin < cut.end) result.push_back(std::move(cut));
    }
    return result;
}

/// `cuts` without the lines in them that tell what the article is about: these are metadata.
Cuts without_keywords(Lines lines, const Cuts& cuts) {
    Cuts result;
    for (Cut cut : cuts) {
        for (std::size_t i = cut.begin; cut.certainty != Certainty::licence && i < cut.end; ++i) {
            if (!keywords_in(lines[i].text)) continue;
            if (cut.begin < i) result.push_back({cut.begin, i, cut.certainty, cut.reason});
            cut.begin = i + 1;
        }
        if (cut.begin < cut.end) result.push_back(cut);
    }
    return result;
}

/// Takes out of `cuts` those that would leave out too much, the least certain first.
void keep_within_bound(Lines lines, const BlockReader& blocks, Context& context, Cuts& cuts) {
    std::size_t left = words_in(lines) * 3 / 10;
    std::vector<std::size_t> order(cuts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cuts[a].certainty < cuts[b].certainty; });
    for (std::size_t i : order) {
        Cut& cut = cuts[i];
        const Lines part = lines.subspan(cut.begin, cut.end - cut.begin);
        const std::size_t words = words_in(part);
        if (words <= left) {
            left -= words;
            continue;
        }
        context.report(Severity::info, "text.boilerplate-kept",
                       fmt::format("kept, for without it too little would be left: {}", cut.reason),
                       blocks.range(part));
        cut.end = cut.begin;
    }
    cuts.erase(std::remove_if(cuts.begin(), cuts.end(), [](const Cut& cut) { return cut.begin == cut.end; }),
               cuts.end());
}

std::vector<Line> without(std::vector<Line> lines, const Cuts& cuts) {
    std::size_t to = cuts.front().begin;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::size_t next = i + 1 < cuts.size() ? cuts[i + 1].begin : lines.size();
        std::uint32_t blank_lines = 0;
        for (std::size_t cut = cuts[i].begin; cut < cuts[i].end; ++cut)
            blank_lines = std::max(blank_lines, lines[cut].blank_lines);
        for (std::size_t from = cuts[i].end; from < next; ++from) {
            lines[to] = lines[from];
            // What stood around a cut is parted as it was.
            if (from == cuts[i].end) lines[to].blank_lines = std::max(lines[to].blank_lines, blank_lines);
            ++to;
        }
    }
    lines.resize(to);
    return lines;
}

}  // namespace

std::vector<Line> cut_boilerplate(std::vector<Line> lines, const Shape& shape, const BlockReader& blocks,
                                  Context& context) {
    cut_heading_controls(lines, blocks, context);
    Cuts cuts;
    find_gutenberg_licence(lines, cuts);
    const std::size_t header = yaml_header_size(lines);
    find_head_boilerplate(passages_at_head(lines, shape, header, lines_of_head), cuts);
    find_lone_marks(lines, header, context, cuts);
    find_signature(lines, shape, cuts);
    find_tail_boilerplate(passages_at_tail(lines, shape, lines_of_tail), cuts);
    cuts = without_keywords(lines, disjoint(std::move(cuts)));
    if (cuts.empty()) return lines;
    keep_within_bound(lines, blocks, context, cuts);
    for (const Cut& cut : cuts)
        context.report(Severity::info, "text.boilerplate", fmt::format("left out: {}", cut.reason),
                       blocks.range(Lines(lines).subspan(cut.begin, cut.end - cut.begin)));
    return cuts.empty() ? lines : without(std::move(lines), cuts);
}

}  // namespace offprint::text
