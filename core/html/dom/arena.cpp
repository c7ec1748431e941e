#include "html/dom/arena.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace offprint::html {

namespace {

constexpr std::size_t smallest_chunk = 64 * 1024;
constexpr std::size_t largest_chunk = 4 * 1024 * 1024;

}  // namespace

void* Arena::allocate(std::size_t size) noexcept {
    constexpr std::size_t alignment = alignof(void*);
    if (size > budget_) return nullptr;
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
        // A quarter of what is used already: few chunks, and little of the last one wasted.
        const std::size_t wanted =
            std::max(size, std::clamp(static_cast<std::size_t>(used_ / 4), smallest_chunk, largest_chunk));
        if (used_ + wanted > budget_ + smallest_chunk) return nullptr;
        try {
            chunks_.emplace_back(new std::byte[wanted]);
        } catch (const std::bad_alloc&) {
            return nullptr;  // no exception may pass through the parser's C frames
        }
        used_ += wanted;
        next_ = chunks_.back().get();
        left_ = wanted;
    }
    last_ = next_;
    next_ += size;
    left_ -= size;
    return last_;
}

void Arena::release(void* allocated) noexcept {
    if (allocated == nullptr || allocated != last_) return;
    left_ += static_cast<std::size_t>(next_ - last_);
    next_ = last_;
    last_ = nullptr;
}

std::string_view Arena::copy(std::string_view text) {
    auto* to = static_cast<char*>(allocate(text.size() + 1));
    if (to == nullptr) throw_limit(limits_, &Limits::parser_bytes);
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
}

}  // namespace offprint::html
