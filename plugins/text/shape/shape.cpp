#include "shape/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"
#include "shape/genre.hpp"

namespace offprint::text {

namespace {

/// Nobody wraps prose by hand beyond these, in columns; lines that are shorter are verse, or a list.
constexpr std::size_t widest_wrap = 100;
constexpr std::size_t narrowest_wrap = 45;
constexpr std::size_t narrowest_wrap_of_ideographs = 15;

struct StyleName {
    const char* name;
    Genre genre;
    Layout layout;
};
constexpr std::array style_names = {
    StyleName{"lines", Genre::plain, Layout::lines},        StyleName{"blocks", Genre::plain, Layout::blocks},
    StyleName{"indented", Genre::plain, Layout::indented},  StyleName{"wrapped", Genre::plain, Layout::wrapped},
    StyleName{"markdown", Genre::markdown, Layout::blocks}, StyleName{"rfc", Genre::rfc, Layout::blocks},
    StyleName{"mail", Genre::mail, Layout::blocks},         StyleName{"gutenberg", Genre::gutenberg, Layout::blocks},
};

std::size_t columns(const Line& line) {
    return line.indent + code_points(line.text);
}

/// How many lines have each width; wider ones count as the widest.
class WidthHistogram {
public:
    void add(std::size_t width) {
        ++counts_[std::min(width, counts_.size() - 1)];
        ++total_;
    }

    std::size_t total() const { return total_; }

    /// The width that all but one in `share` lines keep to.
    std::size_t width_of_most(std::size_t share) const {
        std::size_t over = total_ / share;
        std::size_t width = counts_.size() - 1;
        while (width > 0 && counts_[width] <= over) over -= counts_[width--];
        return width;
    }

private:
    std::array<std::size_t, 1024> counts_{};
    std::size_t total_ = 0;
};

/// What the breaks between lines of running text say.
struct BreakEvidence {
    std::size_t width = 0;            ///< of the lines that another follows directly
    std::size_t wrapped = 0;          ///< breaks that only a full line explains
    std::size_t meant = 0;            ///< breaks that were meant
    std::size_t wrapped_columns = 0;  ///< of the lines before such breaks
    std::size_t meant_columns = 0;
    std::size_t sentence_ends = 0;                ///< breaks that were meant, at the end of a sentence
    std::size_t blank = 0;                        ///< breaks with blank lines
    std::array<std::size_t, 9> first_lines = {};  ///< lines further in than those around them, by how much
    std::size_t set_in_after_blank = 0;           ///< of those, the ones that follow a blank line
};

/// True for lines that are what they are by a mark or by standing further in, and tell nothing of the running text.
bool is_structure(const Line& line) {
    constexpr std::uint32_t far_in = 9;
    return line.indent >= far_in || line.text.front() == '>' || line.text.front() == '|' || list_marker(line.text) ||
           is_scene_break(line.text) || setext_level(line.text) != 0;
}

/// A line of one long word, an address mostly, cannot be wrapped.
bool is_one_word(const Line& line) {
    return line.text.find(' ') == std::string_view::npos;
}

std::size_t wrapped_width(Lines lines) {
    WidthHistogram followed;
    WidthHistogram all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_structure(lines[i]) || is_one_word(lines[i])) continue;
        all.add(columns(lines[i]));
        if (i + 1 < lines.size() && lines[i + 1].blank_lines == 0) followed.add(columns(lines[i]));
    }
    constexpr std::size_t outliers = 30;
    const bool unwrapped = all.width_of_most(10) > widest_wrap;
    return unwrapped || followed.total() < 3 ? all.width_of_most(outliers) : followed.width_of_most(outliers);
}

void weigh_break(const Line& line, const Line& next, BreakEvidence& evidence) {
    if (is_structure(line) || is_structure(next) || is_one_word(line)) return;
    const bool between_sentences = ends_sentence(line.text) && !begins_low(next.text);
    if (is_deliberate_break(line, next, evidence.width)) {
        ++evidence.meant;
        evidence.meant_columns += columns(line);
        if (between_sentences) ++evidence.sentence_ends;
    } else if (!between_sentences) {
        ++evidence.wrapped;
        evidence.wrapped_columns += columns(line);
    }
}

BreakEvidence weigh_breaks(Lines lines) {
    BreakEvidence evidence{.width = wrapped_width(lines)};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const std::uint32_t further_in = line.indent - std::min(line.indent, lines[i - 1].indent);
        // What is set in as a whole has its second line where its first is.
        const bool goes_on = i + 1 < lines.size() && lines[i + 1].blank_lines == 0 &&
                             lines[i + 1].indent == line.indent && begins_low(lines[i + 1].text);
        const bool back = i + 1 < lines.size() && lines[i + 1].blank_lines == 0 && lines[i + 1].indent < line.indent;
        // As the entries of a bibliography are set: all lines but the first.
        const bool hangs = line.blank_lines == 0 && lines[i - 1].blank_lines != 0 && !back;
        if (!hangs && further_in >= 2 && further_in < evidence.first_lines.size() && !list_marker(line.text) &&
            (back || (line.blank_lines == 0 && !goes_on))) {
            ++evidence.first_lines[further_in];
            if (line.blank_lines != 0) ++evidence.set_in_after_blank;
        }
        if (line.blank_lines == 0) {
            if (further_in == 0 || hangs) weigh_break(lines[i - 1], line, evidence);
        } else if (!is_structure(line) && !is_structure(lines[i - 1]))
            ++evidence.blank;
    }
    return evidence;
}

/// The indent of paragraphs' first lines; 0 when it is too rare to be a habit.
std::uint32_t first_line_indent(const BreakEvidence& evidence) {
    const auto most = std::max_element(evidence.first_lines.begin(), evidence.first_lines.end());
    const bool habit = *most >= 2 && *most * 20 >= evidence.wrapped;
    return habit ? static_cast<std::uint32_t>(most - evidence.first_lines.begin()) : 0;
}

/// True if most letters are of scripts that say in a line what others say in three.
bool is_dense(Lines lines) {
    constexpr std::size_t sample = 200;
    LetterCount sum;
    for (const Line& line : lines.first(std::min(lines.size(), sample))) {
        const LetterCount count = count_letters(utf8_prefix(line.text, sample));
        sum.caseless += count.caseless;
        sum.characters += count.characters;
    }
    return sum.caseless * 2 > sum.characters;
}

Layout layout_from(const BreakEvidence& evidence, std::size_t narrowest) {
    const bool could_be_wrapped = evidence.width >= narrowest && evidence.width <= widest_wrap;
    // The short last lines of paragraphs are breaks that were meant, where nothing else parts them.
    if (!could_be_wrapped || evidence.wrapped == 0 || evidence.wrapped_columns * 2 <= evidence.meant_columns)
        return Layout::lines;
    const std::size_t set_in =
        std::accumulate(evidence.first_lines.begin(), evidence.first_lines.end(), std::size_t{0});
    if (first_line_indent(evidence) != 0 && set_in > evidence.blank + evidence.set_in_after_blank) {
        // In verse every other line is set in, and none but by chance is full.
        return set_in >= evidence.wrapped * 2 ? Layout::lines : Layout::indented;
    }
    // Paragraphs of thirty lines on end are a text that has other means to part them.
    return evidence.blank * 30 >= evidence.wrapped && evidence.blank >= evidence.sentence_ends ? Layout::blocks
                                                                                               : Layout::wrapped;
}

/// The most common indent.
std::uint32_t margin(Lines lines) {
    std::array<std::size_t, 9> counts{};
    for (const Line& line : lines)
        if (line.indent < counts.size()) ++counts[line.indent];
    return static_cast<std::uint32_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// The indent of lines that are paragraphs, where a third of them or more have it.
std::uint32_t common_indent(Lines lines) {
    std::array<std::size_t, 9> counts{};
    for (const Line& line : lines)
        if (line.indent < counts.size()) ++counts[line.indent];
    const auto most = std::max_element(counts.begin() + 1, counts.end());
    return *most * 3 >= lines.size() ? static_cast<std::uint32_t>(most - counts.begin()) : 0;
}

}  // namespace

const char* Shape::name() const noexcept {
    for (const StyleName& style : style_names)
        if (style.genre == genre && (genre != Genre::plain || style.layout == layout)) return style.name;
    return "unknown";
}

bool is_deliberate_break(const Line& line, const Line& next, std::size_t width) {
    constexpr std::size_t room = 3;  // wrapping is not exact: hyphens, wide characters, a typist's eye
    const std::string_view word = next.text.substr(0, std::min(next.text.find(' '), next.text.size()));
    return columns(line) + 1 + code_points(word) + room <= width;
}

Shape detect_shape(Lines lines, std::string_view forced) {
    constexpr std::size_t sample = 20'000;
    lines = lines.first(std::min(lines.size(), sample));
    const GenreEvidence genre = weigh_genre(lines);
    // The header of a message is broken by its fields, whatever the message is.
    const BreakEvidence breaks =
        weigh_breaks(genre.genre == Genre::mail ? lines.subspan(lines_to_blank(lines)) : lines);
    Shape shape;
    shape.width = breaks.width;
    shape.layout = layout_from(breaks, is_dense(lines) ? narrowest_wrap_of_ideographs : narrowest_wrap);
    shape.genre = genre.genre;
    for (const StyleName& style : style_names) {
        if (forced != style.name) continue;
        shape.genre = style.genre;
        if (style.genre == Genre::plain) shape.layout = style.layout;
    }
    const auto after_blank =
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.blank_lines != 0; });
    shape.blank_lines_part = static_cast<std::size_t>(after_blank) * 6 >= lines.size() && after_blank > 0;
    // Markdown joins lines, but for pages whose paragraphs are lines without blank ones between them.
    if (shape.genre == Genre::markdown && (shape.blank_lines_part || shape.width <= widest_wrap))
        shape.layout = Layout::blocks;
    shape.first_line_indent = shape.layout == Layout::lines ? common_indent(lines) : first_line_indent(breaks);
    if (shape.genre == Genre::rfc) shape.margin = margin(lines);
    shape.evidence = fmt::format("width {}, breaks: {} from wrapping, {} meant, {} blank; {}", breaks.width,
                                 breaks.wrapped, breaks.meant, breaks.blank, genre.evidence);
    return shape;
}

}  // namespace offprint::text
