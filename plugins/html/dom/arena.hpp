// Memory that is given back all at once, with an upper bound.
// Thread safety: an arena belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace offprint::html {

class Arena {
public:
    explicit Arena(std::uint64_t budget) : budget_(budget) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// `size` bytes, aligned for pointers; null when they would exceed the budget.
    void* allocate(std::size_t size) noexcept;

    /// Takes back what was allocated last; anything else stays until the end.
    void release(void* allocated) noexcept;

    /// A copy that lives as long as the arena. Throws `std::bad_alloc` beyond the budget.
    std::string_view copy(std::string_view text);

private:
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* last_ = nullptr;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::uint64_t used_ = 0;
    std::uint64_t budget_;
};

}  // namespace offprint::html
