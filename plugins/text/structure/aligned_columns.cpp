#include "structure/aligned_columns.hpp"

#include <algorithm>
#include <bitset>
#include <utility>

#include "lines/letters.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t widest = 256;  // columns; wider lines are no table that anybody typed
using Columns = std::bitset<widest>;

/// A line with where its characters stand.
struct Row {
    std::string_view text;
    std::size_t indent = 0;
    std::size_t end = 0;  ///< the column behind the last character
    Columns taken;
    bool rule = false;  ///< of dashes and spaces only
};

std::optional<Row> row_of(const Line& line) {
    if (line.indent >= widest || line.text.size() > 4 * widest) return std::nullopt;
    Row row{.text = line.text, .indent = line.indent, .end = line.indent};
    row.rule = line.text.find_first_not_of("-=_ \t") == std::string_view::npos;
    for (std::string_view rest = line.text; !rest.empty();) {
        const Character character = first_character(rest);
        if (row.end == widest || character.code == '\t') return std::nullopt;
        if (character.code != ' ') row.taken.set(row.end);
        ++row.end;
        rest.remove_prefix(character.size);
    }
    return row;
}

/// The free columns [begin, end) between two columns of a table.
struct Gap {
    std::size_t begin;
    std::size_t end;
};

/// Gaps of two columns or more between words of all rows together.
std::vector<Gap> gaps_in(const Columns& taken) {
    std::vector<Gap> gaps;
    std::size_t free_from = widest;
    bool begun = false;
    for (std::size_t column = 0; column < widest; ++column) {
        if (!taken[column]) {
            if (begun && free_from == widest) free_from = column;
            continue;
        }
        if (free_from != widest && column - free_from >= 2) gaps.push_back({free_from, column});
        free_from = widest;
        begun = true;
    }
    return gaps;
}

/// The bytes of the row's columns [begin, end).
std::string_view cut(const Row& row, std::size_t begin, std::size_t end) {
    std::size_t column = row.indent;
    std::size_t first = row.text.size();
    std::size_t at = 0;
    for (; at < row.text.size() && column < end; ++column) {
        if (column == std::max(begin, row.indent)) first = at;
        at += first_character(row.text.substr(at)).size;
    }
    return first < at ? row.text.substr(first, at - first) : std::string_view();
}

std::vector<std::string_view> cells_of(const Row& row, const std::vector<Gap>& gaps) {
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (const Gap& gap : gaps) {
        cells.push_back(cut(row, begin, gap.begin));
        begin = gap.end;
    }
    cells.push_back(cut(row, begin, widest));
    return cells;
}

std::size_t filled(const std::vector<std::string_view>& cells) {
    const auto has_words = [](std::string_view cell) { return cell.find_first_not_of(' ') != std::string_view::npos; };
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), has_words));
}

/// True if most of what stands there are letters and digits, as in tables and unlike in drawings.
bool has_words(const std::vector<Row>& rows) {
    std::size_t words = 0;
    std::size_t all = 0;
    for (const Row& row : rows) {
        if (row.rule) continue;
        const LetterCount count = count_letters(row.text);
        words += count.letters() + count.digits;
        all += row.taken.count();
    }
    return words * 3 > all * 2;
}

/// The rows at the start of `lines` that share a gap.
std::vector<Row> rows_with_gaps(Lines lines, Columns& taken) {
    std::vector<Row> rows;
    for (const Line& line : lines) {
        if (!rows.empty() && line.blank_lines != 0) break;
        const std::optional<Row> row = row_of(line);
        if (!row) break;
        const Columns together = taken | row->taken;
        // A rule may run through below the head; it says nothing of the gaps.
        const bool parted = row->rule ? !rows.empty() : filled(cells_of(*row, gaps_in(together))) >= 2;
        if (!parted && (rows.empty() || gaps_in(together).size() < gaps_in(taken).size() || row->indent == 0)) break;
        if (!row->rule) taken = together;
        rows.push_back(*row);
    }
    while (!rows.empty() && rows.back().rule) rows.pop_back();
    return rows;
}

}  // namespace

std::optional<AlignedColumns> find_aligned_columns(Lines lines) {
    if (!holds_two_spaces(lines.front().text)) return std::nullopt;
    Columns taken;
    const std::vector<Row> rows = rows_with_gaps(lines, taken);
    const std::vector<Gap> gaps = gaps_in(taken);
    if (gaps.empty() || !has_words(rows)) return std::nullopt;

    AlignedColumns columns{.size = rows.size()};
    std::size_t complete = 0;
    for (const Row& row : rows) {
        if (row.rule) {
            if (columns.header_rows == 0) columns.header_rows = columns.rows.size();
            continue;
        }
        columns.rows.push_back(cells_of(row, gaps));
        if (filled(columns.rows.back()) >= 2) ++complete;
    }
    if (columns.header_rows == columns.rows.size()) columns.header_rows = 0;
    const std::size_t least = gaps.size() > 1 && columns.header_rows != 0 ? 2 : 3;
    if (complete < least || complete * 4 < columns.rows.size() * 3) return std::nullopt;
    return columns;
}

}  // namespace offprint::text
