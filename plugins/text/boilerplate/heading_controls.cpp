#include "boilerplate/heading_controls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// "[edit]" at the end of a short line, directly behind a word that ends no sentence; else empty. Signs of notes have
/// digits.
std::string_view control_at_end(std::string_view line) {
    constexpr std::size_t longest_line = 120;
    constexpr std::size_t longest_control = 60;
    if (line.size() > longest_line || !line.ends_with(']')) return {};
    const std::size_t open = line.rfind('[');
    if (open == std::string_view::npos || open == 0) return {};
    const std::string_view control = line.substr(open);
    const std::string_view heading = line.substr(0, open);
    constexpr std::size_t shortest_control = 4;
    const bool is_word = control.size() >= shortest_control && control.size() <= longest_control &&
                         control.find_first_of("0123456789") == std::string_view::npos;
    return is_word && heading.back() != ' ' && !ends_sentence(heading) ? control : std::string_view();
}

}  // namespace

void cut_heading_controls(std::vector<Line>& lines, const BlockReader& blocks, Context& context) {
    constexpr std::size_t fewest = 3;
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const Line& line : lines) {
        context.checkpoint();
        if (const std::string_view control = control_at_end(line.text); !control.empty()) ++counts[control];
    }
    if (std::none_of(counts.begin(), counts.end(), [](const auto& count) { return count.second >= fewest; })) return;
    for (Line& line : lines) {
        const std::string_view control = control_at_end(line.text);
        if (control.empty() || counts[control] < fewest) continue;
        Line cut = line;
        cut.text = control;
        context.report(Severity::info, "text.boilerplate",
                       fmt::format("left out: a control behind a heading, {}", control), blocks.range(Lines(&cut, 1)));
        line.text = trim(line.text.substr(0, line.text.size() - control.size()));
    }
}

}  // namespace offprint::text
