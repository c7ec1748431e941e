#include "offprint/table_grid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "offprint/error.hpp"

namespace offprint {
namespace {

TableCell cell(int column_span, int row_span, bool header = false) {
    TableCell result;
    result.column_span = column_span;
    result.row_span = row_span;
    result.header = header;
    return result;
}

Table table_of(std::vector<std::vector<TableCell>> rows) {
    Table table;
    table.sections.resize(1);
    for (auto& cells : rows) {
        table.sections[0].rows.emplace_back();
        table.sections[0].rows.back().cells = std::move(cells);
    }
    return table;
}

/// The grid as letters: a cell's own in the order of its appearance, '.' for nothing.
std::vector<std::string> picture(const TableGrid& grid) {
    std::vector<std::string> lines;
    std::vector<const TableCell*> seen;
    for (const TableGrid::Row& row : grid.rows()) {
        lines.emplace_back();
        for (const TableGrid::Slot& slot : row.slots) {
            if (slot.cell == nullptr) {
                lines.back() += '.';
                continue;
            }
            auto known = std::find(seen.begin(), seen.end(), slot.cell);
            if (known == seen.end()) known = seen.insert(seen.end(), slot.cell);
            lines.back() += static_cast<char>('a' + (known - seen.begin()));
        }
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(TableGrid, ResolvesSpans) {
    const Table table = table_of({{cell(1, 2), cell(2, 1)}, {cell(1, 1), cell(1, 1)}, {cell(3, 1)}});
    EXPECT_EQ(picture(TableGrid(table, {})), (Lines{"abb", "acd", "eee"}));
}

TEST(TableGrid, FillsRaggedRows) {
    const Table table = table_of({{cell(1, 1)}, {cell(1, 1), cell(1, 1), cell(1, 1)}, {}});
    EXPECT_EQ(picture(TableGrid(table, {})), (Lines{"a..", "bcd", "..."}));
}

TEST(TableGrid, ClampsBeforeTakenSlotsAndAtTheSectionsEnd) {
    const Table table = table_of({{cell(1, 1), cell(1, 9), cell(1, 1)}, {cell(3, 1), cell(1, 1)}});
    EXPECT_EQ(picture(TableGrid(table, {})), (Lines{"abc", "dbe"}));
}

TEST(TableGrid, ClampsAbsurdSpans) {
    const int most = std::numeric_limits<int>::max();
    const Table table = table_of({{cell(most, most)}, {cell(1, 1)}});
    const TableGrid grid(table, {});
    EXPECT_EQ(grid.columns(), 1001U);
    EXPECT_EQ(grid.rows()[0].slots[0].row_span, 2);
}

TEST(TableGrid, HasACellBudget) {
    Table table = table_of({});
    for (int row = 0; row < 2000; ++row) table.sections[0].rows.emplace_back().cells = {cell(1000, 65534)};
    try {
        TableGrid grid(table, {});
        ADD_FAILURE() << "no limit was hit";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
        EXPECT_NE(std::string(error.what()).find("--limit cells"), std::string::npos);
    }
}

TEST(TableGrid, CountsSlotsThatNoCellCovers) {
    Table table = table_of({});
    std::vector<TableCell> wide(20'000, cell(1, 1));
    wide.push_back(cell(1, 65534));
    table.sections[0].rows.emplace_back().cells = std::move(wide);
    table.sections[0].rows.resize(20'000);
    EXPECT_THROW(TableGrid(table, {}), Error);
}

TEST(TableGrid, OrdersSectionsAndFindsHeaderRows) {
    Table table;
    table.sections.resize(3);
    const SectionKind kinds[] = {SectionKind::foot, SectionKind::body, SectionKind::head};
    for (int i = 0; i < 3; ++i) {
        table.sections[static_cast<std::size_t>(i)].kind = kinds[i];
        table.sections[static_cast<std::size_t>(i)].rows.resize(1);
        table.sections[static_cast<std::size_t>(i)].rows[0].cells = {cell(1, 1)};
    }
    const TableGrid grid(table, {});
    EXPECT_EQ(grid.rows().front().section->kind, SectionKind::head);
    EXPECT_EQ(grid.rows().back().section->kind, SectionKind::foot);
    EXPECT_EQ(grid.header_rows(), 1U);
    const Table headed = table_of({{cell(1, 1, true), cell(1, 1, true)}, {cell(1, 1, true), cell(1, 1)}});
    EXPECT_EQ(TableGrid(headed, {}).header_rows(), 1U);
    const Table all = table_of({{cell(1, 1, true)}});
    EXPECT_EQ(TableGrid(all, {}).header_rows(), 0U);
}

TEST(TableGrid, TakesAlignmentFromCellThenColumn) {
    Table table = table_of({{cell(1, 1), cell(1, 1)}});
    table.columns = {{Alignment::right, 0}};
    table.sections[0].rows[0].cells[1].alignment = Alignment::center;
    const TableGrid grid(table, {});
    EXPECT_EQ(grid.alignment(grid.rows()[0].slots[0], 0), Alignment::right);
    EXPECT_EQ(grid.alignment(grid.rows()[0].slots[1], 1), Alignment::center);
    EXPECT_EQ(grid.alignment({}, 5), Alignment::unspecified);
}

}  // namespace
}  // namespace offprint
