// md4c as a function template: its callbacks are members of a handler, and exceptions of theirs come out.
// Thread safety: pure but for the handler.
#pragma once

#include <md4c.h>

#include <exception>
#include <limits>
#include <new>
#include <string_view>

#include "offprint/error.hpp"

namespace offprint::markdown {

namespace detail {

template <class Handler>
struct Parsing {
    Handler& handler;
    std::exception_ptr failure;

    /// No exception may cross the frames of C. md4c 0.4.8 goes on after a failure in cells that fill up a row.
    template <class Call>
    static int guarded(void* self, Call&& call) {
        auto& parsing = *static_cast<Parsing*>(self);
        if (parsing.failure) return 1;
        try {
            call(parsing.handler);
            return 0;
        } catch (...) {
            parsing.failure = std::current_exception();
            return 1;
        }
    }

    static int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
        return guarded(self, [&](Handler& to) { to.enter_block(type, detail); });
    }
    static int leave_block(MD_BLOCKTYPE type, void* detail, void* self) {
        return guarded(self, [&](Handler& to) { to.leave_block(type, detail); });
    }
    static int enter_span(MD_SPANTYPE type, void* detail, void* self) {
        return guarded(self, [&](Handler& to) { to.enter_span(type, detail); });
    }
    static int leave_span(MD_SPANTYPE type, void*, void* self) {
        return guarded(self, [&](Handler& to) { to.leave_span(type); });
    }
    static int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return guarded(self, [&](Handler& to) { to.text(type, {text, size}); });
    }
};

}  // namespace detail

/// Shows `handler` the blocks, spans and texts of `text` in order: `enter_block(type, detail)`, `leave_block(type,
/// detail)`, `enter_span(type, detail)`, `leave_span(type)` and `text(type, text)`, whose text mostly lies in the
/// input. `flags` are md4c's. What a callback throws is thrown here.
template <class Handler>
void parse(std::string_view text, unsigned flags, Handler& handler) {
    if (text.size() > std::numeric_limits<MD_SIZE>::max())
        throw Error(ErrorCode::limit_exceeded, "a text of Markdown has 4 GiB at most");
    using Parsing = detail::Parsing<Handler>;
    Parsing parsing{handler, nullptr};
    MD_PARSER parser{};
    parser.flags = flags;
    parser.enter_block = Parsing::enter_block;
    parser.leave_block = Parsing::leave_block;
    parser.enter_span = Parsing::enter_span;
    parser.leave_span = Parsing::leave_span;
    parser.text = Parsing::text;
    const int outcome = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &parsing);
    if (parsing.failure) std::rethrow_exception(parsing.failure);
    if (outcome != 0) throw std::bad_alloc();
}

}  // namespace offprint::markdown
