#include "offprint/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/error.hpp"

namespace offprint {

std::uint64_t Limits::parser_budget(std::uint64_t input_size) const noexcept {
    if (parser_bytes != 0) return parser_bytes;
    constexpr std::uint64_t least = std::uint64_t{64} << 20;
    constexpr std::uint64_t most = std::uint64_t{4} << 30;
    return std::clamp(input_size > most / 40 ? most : input_size * 40, least, most);
}

const std::vector<LimitSpec>& limit_specs() {
    static const std::vector<LimitSpec> specs = {
        {"input", &Limits::input_bytes, "bytes", "size of one input"},
        {"parser", &Limits::parser_bytes, "bytes", "memory of a parser; 0: 40 times the input, 64M to 4G"},
        {"nodes", &Limits::nodes, "nodes", "nodes of a document"},
        {"cells", &Limits::table_cells, "cells", "cells of a table's grid"},
        {"pixels", &Limits::image_pixels, "pixels", "pixels of one image"},
        {"images", &Limits::images, "images", "different images of a document"},
        {"resources", &Limits::resource_bytes, "bytes", "all images of a document"},
        {"time", &Limits::seconds, "seconds", "time for one document; 0: no bound"},
    };
    return specs;
}

void throw_limit(const Limits& limits, std::uint64_t Limits::*which) {
    const auto spec = std::find_if(limit_specs().begin(), limit_specs().end(),
                                   [&](const LimitSpec& candidate) { return candidate.value == which; });
    const std::uint64_t value = limits.*which;
    const std::string amount = value == 0 ? "chosen for this input" : fmt::format("of {} {}", value, spec->unit);
    throw Error(ErrorCode::limit_exceeded, fmt::format("more than the limit {} ({}); raise it with --limit {}=...",
                                                       amount, spec->help, spec->name));
}

}  // namespace offprint
