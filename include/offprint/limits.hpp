// The bounds that keep any input, however hostile, within bounded time and memory.
// Thread safety: values.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "offprint/export.hpp"

namespace offprint {

/// All bounds of one conversion. Hitting one is `Error{limit_exceeded}`, except depth, which is
/// flattened with a diagnostic. Sizes are bytes.
struct Limits {
    std::uint64_t input_bytes = std::uint64_t{256} << 20;
    /// What a parser may allocate; 0 means max(64 MiB, 40 x input) up to 4 GiB.
    std::uint64_t parser_bytes = 0;
    std::uint64_t nodes = 10'000'000;
    std::uint64_t table_cells = 1'000'000;
    std::uint64_t image_pixels = 100'000'000;
    std::uint64_t images = 10'000;
    std::uint64_t resource_bytes = std::uint64_t{1} << 30;
    std::uint64_t seconds = 0;  ///< 0: no deadline (the program sets 300)

    /// Nesting of blocks and inlines in the model. Recursion over a document is safe because of it,
    /// so it is no setting.
    static constexpr int depth = 128;

    /// `parser_bytes`, or the rule above for an input of `input_size` bytes.
    OFFPRINT_API std::uint64_t parser_budget(std::uint64_t input_size) const noexcept;
};

/// One limit as the outside world sees it: its name in messages and in `--limit NAME=VALUE`.
struct LimitSpec {
    std::string_view name;
    std::uint64_t Limits::*value;
    std::string_view unit;  ///< "bytes", "nodes", "cells", "pixels", "images" or "seconds"
    std::string_view help;
};

/// Every limit that can be set, in documentation order.
OFFPRINT_API const std::vector<LimitSpec>& limit_specs();

/// Throws `Error{limit_exceeded}` that names the limit, its value and the option that raises it.
[[noreturn]] OFFPRINT_API void throw_limit(const Limits& limits, std::uint64_t Limits::*which);

}  // namespace offprint
