#include "structure/tables.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lines/letters.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"
#include "structure/aligned_columns.hpp"

namespace offprint::text {

namespace {

using Row = std::vector<CellLines>;

CellLines cell_of(std::string_view text) {
    Line line;
    return set_line(line, text) ? CellLines{line} : CellLines{};
}

// ---------------------------------------------------------------- pipes

constexpr std::size_t most_columns = 100;

/// The parts of a row between its pipes, those at its ends left out; "\|" is no pipe.
std::vector<std::string_view> split_at_pipes(std::string_view text) {
    if (text.starts_with('|')) text.remove_prefix(1);
    if (text.ends_with('|') && !text.ends_with("\\|")) text.remove_suffix(1);
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0, at = 0; at <= text.size() && cells.size() < most_columns; ++at) {
        if (at < text.size() && (text[at] != '|' || (at > 0 && text[at - 1] == '\\'))) continue;
        cells.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    return cells;
}

/// What "---", ":--", "--:" and ":-:" say of a column; nothing for anything else.
std::optional<Alignment> delimiter(std::string_view cell) {
    cell = trim(cell);
    const bool left = cell.starts_with(':');
    const bool right = cell.size() > 1 && cell.ends_with(':');
    const std::string_view dashes = cell.substr(left, cell.size() - left - right);
    if (dashes.empty() || dashes.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
    if (left && right) return Alignment::center;
    return left ? Alignment::left : right ? Alignment::right : Alignment::unspecified;
}

/// The alignments of a row of delimiters; empty for any other row.
std::vector<Alignment> delimiter_row(std::string_view text) {
    std::vector<Alignment> alignments;
    if (text.find('-') == std::string_view::npos || text.find_first_not_of("|:- \t") != std::string_view::npos)
        return {};
    for (std::string_view cell : split_at_pipes(text)) {
        const std::optional<Alignment> alignment = delimiter(cell);
        if (!alignment) return {};
        alignments.push_back(*alignment);
    }
    return alignments;
}

bool has_pipe(const Line& line) {
    return line.text.find('|') != std::string_view::npos;
}

bool is_framed_by_pipes(const Line& line) {
    return line.text.size() > 2 && line.text.front() == '|' && line.text.back() == '|';
}

Row pipe_row(const Line& line) {
    Row row;
    for (std::string_view cell : split_at_pipes(line.text)) row.push_back(cell_of(cell));
    return row;
}

/// With a row of delimiters below the head (GitHub Flavored Markdown, section 4.10), or pipes at both ends of rows.
std::optional<TableLines> find_pipe_table(Lines lines) {
    if (lines.size() < 2 || !has_pipe(lines[0]) || lines[1].blank_lines != 0) return std::nullopt;
    TableLines table;
    table.rows.push_back(pipe_row(lines[0]));
    const std::size_t columns = table.rows.front().size();
    table.alignments = delimiter_row(lines[1].text);
    table.header_rows = table.alignments.size() == columns ? 1 : 0;
    if (table.header_rows == 0 && !(is_framed_by_pipes(lines[0]) && is_framed_by_pipes(lines[1]) && columns > 1))
        return std::nullopt;
    table.size = 1 + table.header_rows;
    const bool framed = table.header_rows == 0;
    for (; table.size < lines.size(); ++table.size) {
        const Line& line = lines[table.size];
        if (line.blank_lines != 0 || !has_pipe(line) || (framed && !is_framed_by_pipes(line))) break;
        if (delimiter_row(line.text).empty()) table.rows.push_back(pipe_row(line));
    }
    return table;
}

// ---------------------------------------------------------------- frames

/// "+-----+-----+": where the columns end, in bytes; empty for any other line.
std::vector<std::size_t> frame_corners(const Line& line) {
    std::vector<std::size_t> corners;
    if (line.text.size() < 3 || line.text.front() != '+' || line.text.back() != '+') return {};
    if (line.text.find_first_not_of("+-=") != std::string_view::npos) return {};
    for (std::size_t at = 0; at < line.text.size(); ++at)
        if (line.text[at] == '+') corners.push_back(at);
    return corners.size() <= most_columns ? corners : std::vector<std::size_t>{};
}

void add_framed_line(const Line& line, Row& row) {
    std::size_t column = 0;
    for (std::string_view part : split_at_pipes(line.text)) {
        if (column == row.size()) return;
        for (const Line& cell : cell_of(part)) row[column].push_back(cell);
        ++column;
    }
}

/// The lines between two rules as the rows of a table that has no rules between them.
void add_each_line(Lines lines, std::size_t columns, std::vector<Row>& rows) {
    for (const Line& line : lines) add_framed_line(line, rows.emplace_back(columns));
}

/// Cells between rules of dashes. A row may take several lines where each row ends in a rule; where only the head does,
/// each line is a row.
std::optional<TableLines> find_framed_table(Lines lines) {
    const std::size_t corners = frame_corners(lines.front()).size();
    if (corners < 2) return std::nullopt;
    std::vector<std::size_t> rules = {0};
    std::size_t end = 1;
    for (; end < lines.size() && lines[end].blank_lines == 0; ++end) {
        if (lines[end].text.front() == '|') continue;
        if (frame_corners(lines[end]).size() != corners) break;
        rules.push_back(end);
    }
    if (rules.size() < 2 || rules.back() + 1 != end) return std::nullopt;
    TableLines table{.header_rows = rules.size() == 3 ? 1U : 0U, .size = end};
    for (std::size_t i = 1; i < rules.size(); ++i) {
        const Lines part = lines.subspan(rules[i - 1] + 1, rules[i] - rules[i - 1] - 1);
        const bool last_of_few = i + 1 == rules.size() && rules.size() <= 3;
        if (last_of_few)
            add_each_line(part, corners - 1, table.rows);
        else
            for (Row& row = table.rows.emplace_back(corners - 1); const Line& line : part) add_framed_line(line, row);
        if (lines[rules[i]].text.find('=') != std::string_view::npos && i == 1) table.header_rows = 1;
    }
    if (table.header_rows >= table.rows.size()) table.header_rows = 0;
    return table;
}

// ---------------------------------------------------------------- tabs

std::size_t tabs_in(const Line& line) {
    return static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), '\t'));
}

/// As cells are copied from a page or a spreadsheet.
std::optional<TableLines> find_tabbed_table(Lines lines) {
    const std::size_t tabs = tabs_in(lines.front());
    if (tabs == 0 || tabs >= most_columns || list_marker(lines.front().text)) return std::nullopt;
    TableLines table;
    for (; table.size < lines.size(); ++table.size) {
        const Line& line = lines[table.size];
        if ((table.size > 0 && line.blank_lines != 0) || tabs_in(line) != tabs) break;
        Row row;
        for (std::size_t begin = 0; begin <= line.text.size();) {
            const std::size_t end = std::min(line.text.find('\t', begin), line.text.size());
            row.push_back(cell_of(line.text.substr(begin, end - begin)));
            begin = end + 1;
        }
        table.rows.push_back(std::move(row));
    }
    if (table.size < (tabs > 1 ? 2U : 3U)) return std::nullopt;
    return table;
}

// ---------------------------------------------------------------- heads

bool is_numeric(const CellLines& cell) {
    if (cell.size() != 1) return false;
    const LetterCount count = count_letters(cell.front().text);
    return count.digits > 0 && count.digits >= count.letters();
}

/// True if some column is of numbers all down but for the first row, which has words there.
bool first_row_is_head(const std::vector<Row>& rows) {
    if (rows.size() < 3) return false;
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        const auto numeric = [&](const Row& row) { return column < row.size() && is_numeric(row[column]); };
        if (rows.front()[column].empty() || numeric(rows.front())) continue;
        if (std::all_of(rows.begin() + 1, rows.end(), numeric)) return true;
    }
    return false;
}

/// Numbers are read by their last digits, so that columns of them are set to the right.
std::vector<Alignment> alignments_of_numbers(const TableLines& table) {
    std::vector<Alignment> alignments;
    bool any = false;
    for (std::size_t column = 0; column < table.rows.front().size(); ++column) {
        std::size_t numbers = 0;
        std::size_t others = 0;
        for (std::size_t row = table.header_rows; row < table.rows.size(); ++row) {
            if (column >= table.rows[row].size() || table.rows[row][column].empty()) continue;
            ++(is_numeric(table.rows[row][column]) ? numbers : others);
        }
        const bool numeric = numbers >= 2 && others == 0;
        any = any || numeric;
        alignments.push_back(numeric ? Alignment::right : Alignment::unspecified);
    }
    return any ? alignments : std::vector<Alignment>{};
}

std::optional<TableLines> find_aligned_table(Lines lines) {
    std::optional<AlignedColumns> columns = find_aligned_columns(lines);
    if (!columns) return std::nullopt;
    TableLines table{.header_rows = columns->header_rows, .size = columns->size};
    for (const std::vector<std::string_view>& cells : columns->rows) {
        Row row;
        for (std::string_view cell : cells) row.push_back(cell_of(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::optional<TableLines> find_table(Lines lines) {
    for (auto find : {find_pipe_table, find_framed_table, find_tabbed_table, find_aligned_table}) {
        std::optional<TableLines> table = find(lines);
        if (!table) continue;
        if (table->header_rows == 0 && first_row_is_head(table->rows)) table->header_rows = 1;
        if (table->alignments.empty()) table->alignments = alignments_of_numbers(*table);
        return table;
    }
    return std::nullopt;
}

}  // namespace offprint::text
