#include "lines/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "lines/letters.hpp"
#include "lines/marks.hpp"

namespace offprint::text {

namespace {

/// The line with each number as '#' and each run of spaces as one: what running lines have in common.
std::string pattern_of(std::string_view text) {
    std::string pattern;
    for (char c : text) {
        const char sign = c >= '0' && c <= '9' ? '#' : c == '\t' ? ' ' : c;
        if ((sign == '#' || sign == ' ') && !pattern.empty() && pattern.back() == sign) continue;
        pattern += sign;
    }
    return pattern;
}

/// The lines at the edges of pages, by what they have in common.
class PageEdges {
public:
    explicit PageEdges(const std::vector<Line>& lines) {
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (is_boundary(lines, i)) boundaries_.push_back(i);
        for (std::size_t first : boundaries_) {
            count(lines[first - 1]);
            count(lines[first]);
        }
        if (!boundaries_.empty()) count(lines.back());
    }

    /// Ascending: each begins a page.
    const std::vector<std::size_t>& boundaries() const { return boundaries_; }

    bool runs(const Line& line) const {
        if (line.text.size() > longest_running_line) return false;
        const auto found = counts_.find(pattern_of(line.text));
        // Left and right pages may have a header each, chapters one of their own.
        return found != counts_.end() && found->second >= 2 && found->second * 4 >= boundaries_.size();
    }

private:
    static constexpr std::size_t longest_running_line = 200;  // bytes

    static bool is_boundary(const std::vector<Line>& lines, std::size_t at) {
        return lines[at].page_break || (is_page_footer(lines[at - 1].text) && lines[at].blank_lines != 0);
    }

    void count(const Line& line) {
        if (line.text.size() <= longest_running_line) ++counts_[pattern_of(line.text)];
    }

    std::vector<std::size_t> boundaries_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace

bool is_page_footer(std::string_view text) {
    const std::size_t at = text.ends_with(']') ? text.rfind("[Page ") : std::string_view::npos;
    if (at == std::string_view::npos) return false;
    const std::string_view number = text.substr(at + 6, text.size() - at - 7);
    return !number.empty() && number.find_first_not_of("0123456789ivxlc") == std::string_view::npos;
}

std::vector<Line> without_running_headers(std::vector<Line> lines, const SourceText& source, Context& context) {
    const PageEdges edges(lines);
    std::vector<bool> running(lines.size(), false);
    std::size_t removed = 0;
    // A memo of two pages has its header only once.
    const auto is_header = [&](std::size_t at) {
        return lines[at].page_break && lines[at].indent == 0 && at + 1 < lines.size() && lines[at + 1].blank_lines != 0;
    };
    const auto remove = [&](std::size_t at, bool by_place = false) {
        if (running[at] || !(by_place || edges.runs(lines[at]))) return;
        running[at] = true;
        ++removed;
        context.report(Severity::info, "text.running-header", fmt::format("left out \"{}\"", lines[at].text),
                       source.range(lines[at].text));
    };
    for (std::size_t first : edges.boundaries()) {
        remove(first - 1);
        remove(first, is_page_footer(lines[first - 1].text) && is_header(first));
    }
    if (!edges.boundaries().empty()) remove(lines.size() - 1);
    if (removed == 0) return lines;

    std::vector<Line> kept;
    bool parted = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        parted = parted || running[i];
        if (running[i]) continue;
        kept.push_back(lines[i]);
        if (!parted || kept.size() < 2) continue;
        const Line& previous = kept[kept.size() - 2];
        const bool goes_on = begins_low(kept.back().text) && !ends_sentence(previous.text);
        kept.back().blank_lines = goes_on ? 0 : std::max<std::uint32_t>(kept.back().blank_lines, 1);
        parted = false;
    }
    return kept;
}

}  // namespace offprint::text
