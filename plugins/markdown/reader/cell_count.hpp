// Counts the cells of a table while md4c shows them: it fills up short rows, so that a small text may be a table of any
// size.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <fmt/format.h>
#include <md4c.h>

#include <cstdint>

#include "offprint/context.hpp"
#include "offprint/error.hpp"

namespace offprint::markdown {

class CellCount {
public:
    /// Keeps the reference.
    explicit CellCount(Context& context) : context_(context) {}

    /// To be told of every block. Throws limit_exceeded for a cell too many.
    void enter_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_TABLE) cells_ = 0;
        const std::uint64_t most = context_.limits().table_cells;
        if ((type == MD_BLOCK_TH || type == MD_BLOCK_TD) && ++cells_ > most)
            throw Error(ErrorCode::limit_exceeded,
                        fmt::format("a table has more than {} cells; raise it with --limit cells=N", most));
    }

private:
    Context& context_;
    std::uint64_t cells_ = 0;  ///< of the table
};

}  // namespace offprint::markdown
