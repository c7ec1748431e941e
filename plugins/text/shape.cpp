#include "shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// Nobody wraps by hand beyond this.
constexpr std::size_t widest_wrap = 100;

struct Evidence {
    std::size_t longest = 0;                      ///< code points
    std::size_t wrapped = 0;                      ///< breaks between neighbouring lines that only a full line explains
    std::size_t meant = 0;                        ///< breaks between neighbouring lines that were meant
    std::array<std::size_t, 9> first_lines = {};  ///< lines set in below a flush one, by indent
    std::size_t headings = 0;                     ///< "# ..."
    std::size_t fences = 0;
    std::size_t links = 0;   ///< "](http"
    std::size_t strong = 0;  ///< lines with "**" next to a word
};

void weigh_marks(const Line& line, Evidence& evidence) {
    if (atx_heading(line.text)) ++evidence.headings;
    if (opening_fence(line.text)) ++evidence.fences;
    if (line.text.find("](http") != std::string_view::npos) ++evidence.links;
    const std::size_t stars = line.text.find("**");
    if (stars != std::string_view::npos && line.text.find("**", stars + 3) != std::string_view::npos &&
        !is_scene_break(line.text))
        ++evidence.strong;
}

std::size_t columns(const Line& line) {
    return line.indent + code_points(line.text);
}

Evidence weigh(Lines lines) {
    Evidence evidence;
    for (const Line& line : lines) {
        weigh_marks(line, evidence);
        // A line of one long word, an address mostly, cannot be wrapped and says nothing.
        if (line.text.find(' ') != std::string_view::npos) evidence.longest = std::max(evidence.longest, columns(line));
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        // What is set in is structure: a first line, verse, an example.
        const bool set_in = lines[i].indent > lines[i - 1].indent || lines[i].indent >= 4;
        if (lines[i].blank_lines == 0 && lines[i - 1].indent == 0 && lines[i].indent < evidence.first_lines.size())
            ++evidence.first_lines[lines[i].indent];
        if (lines[i].blank_lines != 0 || set_in) continue;
        const bool meant = is_deliberate_break(lines[i - 1], lines[i], evidence.longest);
        ++(meant ? evidence.meant : evidence.wrapped);
    }
    return evidence;
}

TextStyle choose(const Evidence& evidence) {
    const std::size_t kinds =
        (evidence.headings > 0) + (evidence.fences > 0) + (evidence.links > 0) + (evidence.strong > 0);
    if (kinds >= 2 || evidence.headings >= 2 || evidence.fences >= 2 || evidence.links >= 2) return TextStyle::markdown;
    const bool could_be_wrapped = evidence.longest <= widest_wrap;
    return could_be_wrapped && evidence.wrapped > evidence.meant ? TextStyle::blocks : TextStyle::lines;
}

/// The indent of paragraphs' first lines; 0 when it happens once or never, which may mean anything.
std::uint32_t first_line_indent(const Evidence& evidence) {
    const auto begin = evidence.first_lines.begin() + 2;
    const auto most = std::max_element(begin, evidence.first_lines.end());
    return *most < 2 ? 0 : static_cast<std::uint32_t>(most - evidence.first_lines.begin());
}

}  // namespace

const char* name_of(TextStyle style) noexcept {
    switch (style) {
        case TextStyle::lines:
            return "lines";
        case TextStyle::blocks:
            return "blocks";
        case TextStyle::markdown:
            return "markdown";
    }
    return "unknown";
}

bool is_deliberate_break(const Line& line, const Line& next, std::size_t width) {
    constexpr std::size_t room = 3;  // wrapping is not exact: hyphens, wide characters, a typist's eye
    const std::string_view word = next.text.substr(0, std::min(next.text.find(' '), next.text.size()));
    return columns(line) + 1 + code_points(word) + room <= width;
}

Shape detect_shape(Lines lines, std::string_view forced) {
    constexpr std::size_t sample = 20'000;
    const Evidence evidence = weigh(lines.first(std::min(lines.size(), sample)));
    Shape shape;
    shape.width = evidence.longest;
    shape.style = choose(evidence);
    for (TextStyle style : {TextStyle::lines, TextStyle::blocks, TextStyle::markdown})
        if (forced == name_of(style)) shape.style = style;
    if (shape.style == TextStyle::blocks) shape.first_line_indent = first_line_indent(evidence);
    shape.evidence = fmt::format(
        "longest line {}, {} breaks from wrapping and {} meant, Markdown: {} headings, {} fences, "
        "{} links, {} lines with strong text",
        evidence.longest, evidence.wrapped, evidence.meant, evidence.headings, evidence.fences, evidence.links,
        evidence.strong);
    return shape;
}

}  // namespace offprint::text
