// Tables (ECMA-376 Part 1, 17.4).
// Thread safety: an object belongs to one thread.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "offprint/document.hpp"
#include "reader/block_reader.hpp"

namespace offprint::docx::reader {

class TableReader {
public:
    TableReader(Conversion& conversion, BlockReader& blocks) : conversion_(conversion), blocks_(blocks) {}

    /// Reads a `w:tbl`. The caption is not set.
    Table read(pugi::xml_node element);

private:
    /// A cell that goes on in the next row at this column.
    struct OpenCell {
        std::size_t row = 0;
        std::size_t cell = 0;
        bool is_open = false;
    };

    bool is_kept(pugi::xml_node properties, const char* mark, const char* change) const;
    void collect_rows(pugi::xml_node parent);
    void collect_cells(pugi::xml_node parent, std::vector<pugi::xml_node>& cells) const;
    std::size_t header_rows(pugi::xml_node properties) const;
    TableRow read_row(pugi::xml_node element, bool is_header);
    TableCell read_cell(pugi::xml_node element, bool is_header);
    void add_columns(pugi::xml_node element, Table& table) const;

    Conversion& conversion_;
    BlockReader& blocks_;
    std::vector<pugi::xml_node> rows_;
    std::vector<TableRow> read_;
    std::vector<OpenCell> open_;  ///< by column
};

}  // namespace offprint::docx::reader
