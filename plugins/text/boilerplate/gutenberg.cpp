#include "boilerplate/gutenberg.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "front/header_block.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr const char* reason = "the licence of Project Gutenberg";

/// "*** START OF THE PROJECT GUTENBERG EBOOK ...", or "END".
bool is_marker(const Line& line, std::string_view which) {
    constexpr std::size_t longest = 120;
    if (!line.text.starts_with("*")) return false;
    const std::string text = to_lower_ascii(line.text.substr(0, longest));
    const std::size_t word = text.find_first_not_of("* ");
    return word != std::string::npos && std::string_view(text).substr(word).starts_with(which) &&
           text.find("project gutenberg", word) != std::string::npos;
}

/// The lines before the marker at `start`, without fields and what continues them.
void cut_head(Lines lines, std::size_t start, Cuts& cuts) {
    std::size_t begin = 0;
    bool in_field = false;
    for (std::size_t i = 0; i <= start; ++i) {
        in_field = is_header_field(lines[i]) || (in_field && lines[i].blank_lines == 0 && lines[i].indent > 0);
        if (!in_field) continue;
        if (i > begin) cuts.push_back({begin, i, Certainty::licence, reason});
        begin = i + 1;
    }
    if (begin <= start) cuts.push_back({begin, start + 1, Certainty::licence, reason});
}

/// Where the paragraph before line `at` begins, which is short; `at` if there is none.
std::size_t paragraph_before(Lines lines, std::size_t at) {
    constexpr std::size_t most_lines = 4;
    for (std::size_t begin = at; begin > 0 && at - begin < most_lines;)
        if (lines[--begin].blank_lines > 0) return begin;
    return at;
}

/// "End of the Project Gutenberg EBook of ...", "End of this e-text of ...".
bool says_end(const Line& line) {
    constexpr std::size_t longest = 120;
    const std::string text = to_lower_ascii(line.text.substr(0, longest));
    return text.starts_with("end of ") &&
           (text.find("gutenberg") != std::string::npos || text.find("e-text") != std::string::npos ||
            text.find("etext") != std::string::npos || text.find("ebook") != std::string::npos);
}

}  // namespace

void find_gutenberg_licence(Lines lines, Cuts& cuts) {
    constexpr std::size_t longest_head = 500;
    constexpr std::size_t longest_licence = 2000;
    const std::size_t head = std::min(lines.size(), longest_head);
    const auto start = std::find_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(head),
                                    [](const Line& line) { return is_marker(line, "start of"); });
    if (start - lines.begin() < static_cast<std::ptrdiff_t>(head))
        cut_head(lines, static_cast<std::size_t>(start - lines.begin()), cuts);
    const std::size_t first = lines.size() - std::min(lines.size(), longest_licence);
    for (std::size_t i = first; i < lines.size(); ++i) {
        if (!is_marker(lines[i], "end of")) continue;
        // Older books say it twice: "End of Project Gutenberg's ..."
        const std::size_t before = paragraph_before(lines, i);
        cuts.push_back({says_end(lines[before]) ? before : i, lines.size(), Certainty::licence, reason});
        return;
    }
}

}  // namespace offprint::text
