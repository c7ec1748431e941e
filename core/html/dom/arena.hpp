// Memory that is given back all at once, with an upper bound.
// Thread safety: an arena belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "offprint/limits.hpp"

namespace offprint::html {

class Arena {
public:
    /// For the parser of an input of `input_size` bytes. Keeps a reference to `limits`.
    Arena(const Limits& limits, std::uint64_t input_size)
        : limits_(limits), budget_(limits.parser_budget(input_size)) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// `size` bytes, aligned for pointers; null when they would exceed the budget.
    void* allocate(std::size_t size) noexcept;

    /// Takes back what was allocated last; anything else stays until the end.
    void release(void* allocated) noexcept;

    /// A copy that lives as long as the arena. Throws `Error{limit_exceeded}` beyond the budget.
    std::string_view copy(std::string_view text);

private:
    const Limits& limits_;
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* last_ = nullptr;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::uint64_t used_ = 0;
    std::uint64_t budget_;
};

}  // namespace offprint::html
