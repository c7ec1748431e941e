#include "shape/genre.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "front_matter/fields.hpp"
#include "lines/marks.hpp"
#include "lines/pages.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

struct Counts {
    std::size_t headings = 0;  ///< "# ..."
    std::size_t fences = 0;
    std::size_t links = 0;   ///< "](http"
    std::size_t strong = 0;  ///< lines with "**" around words
    std::size_t page_footers = 0;
};

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// "**word**", apart from letters before it: "2**3**4" is a sum.
bool holds_strong(std::string_view text) {
    const std::size_t begin = text.find("**");
    if (begin == std::string_view::npos || is_scene_break(text)) return false;
    const bool apart = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '(' || text[begin - 1] == '"';
    const std::size_t end = text.find("**", begin + 3);
    return apart && end != std::string_view::npos && text[begin + 2] != ' ' && text[end - 1] != ' ';
}

void count_marks(const Line& line, bool first, Counts& counts) {
    const std::string_view text = line.text;
    if (atx_heading(text) && (first || line.blank_lines != 0) && line.indent < 4) ++counts.headings;
    if (opening_fence(text)) ++counts.fences;
    if (contains(text, "](http")) ++counts.links;
    if (is_page_footer(text)) ++counts.page_footers;
    if (holds_strong(text)) ++counts.strong;
}

bool is_markdown(const Counts& counts) {
    const int kinds = (counts.headings > 0) + (counts.fences > 0) + (counts.links > 0) + (counts.strong > 0);
    return kinds >= 2 || counts.headings >= 2 || counts.fences >= 2 || counts.links >= 2;
}

bool names_an_rfc(Lines lines) {
    constexpr std::size_t head = 20;
    return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), head)),
                       [](const Line& line) {
                           return line.text.starts_with("Request for Comments:") ||
                                  line.text.starts_with("Internet-Draft") || line.text.starts_with("INTERNET-DRAFT");
                       });
}

/// True if the text begins with header fields of a message (RFC 5322, section 3.6), or an mbox line before them.
bool begins_like_mail(Lines lines) {
    constexpr std::size_t head = 12;
    constexpr std::size_t longest_name = 32;
    std::size_t found = 0;
    bool has_subject_or_sender = false;
    for (std::size_t i = 0; i < std::min(lines.size(), head); ++i) {
        if (i > 0 && lines[i].blank_lines != 0) break;
        const std::string_view text = lines[i].text.substr(0, longest_name);
        const std::size_t colon = std::min(text.find(':'), text.find("："));
        if (colon == std::string_view::npos || !front_matter::is_mail_field(text.substr(0, colon))) continue;
        ++found;
        has_subject_or_sender = has_subject_or_sender || front_matter::is_mail_subject(text.substr(0, colon)) ||
                                to_lower_ascii(text.substr(0, colon)) == "from";
    }
    return found >= 2 && has_subject_or_sender;
}

bool has_gutenberg_marker(Lines lines) {
    constexpr std::size_t head = 400;
    return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), head)),
                       [](const Line& line) {
                           if (!line.text.starts_with("***")) return false;
                           const std::string lower = to_lower_ascii(line.text.substr(0, 60));
                           return contains(lower, "start of") && contains(lower, "project gutenberg");
                       });
}

}  // namespace

GenreEvidence weigh_genre(Lines lines) {
    if (has_gutenberg_marker(lines)) return {Genre::gutenberg, "a marker of Project Gutenberg"};
    if (begins_like_mail(lines)) return {Genre::mail, "header fields of a message"};
    Counts counts;
    for (const Line& line : lines) count_marks(line, &line == lines.data(), counts);
    if (counts.page_footers >= 2 || names_an_rfc(lines))
        return {Genre::rfc, fmt::format("an RFC's header or {} page footers", counts.page_footers)};
    return {is_markdown(counts) ? Genre::markdown : Genre::plain,
            fmt::format("Markdown: {} headings, {} fences, {} links, {} lines with strong text", counts.headings,
                        counts.fences, counts.links, counts.strong)};
}

}  // namespace offprint::text
