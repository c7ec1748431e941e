// Cells between bars (GitHub's Markdown, section 4.10).
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "reader/lines.hpp"

namespace offprint::markdown {

/// How many cells `line` has, whose first words are at `first`: the first bar is the border if it stands before them.
constexpr std::size_t count_cells(std::string_view line, std::size_t first) {
    line = without_line_end(line);
    std::size_t cells = 1;
    const std::size_t border = line.find('|');
    for (std::size_t at = border; at != std::string_view::npos; at = line.find('|', at + 1)) {
        std::size_t backslashes = 0;
        while (backslashes < at && line[at - backslashes - 1] == '\\') ++backslashes;
        const bool is_border = (at == border && at <= first) || at + 1 == line.size();
        if (backslashes % 2 == 0 && !is_border) ++cells;
    }
    return cells;
}

/// True if the bars of `line` are all that part its cells: in code others decide than GitHub does.
constexpr bool has_plain_bars(std::string_view line) {
    return line.find('`') == std::string_view::npos;
}

}  // namespace offprint::markdown
