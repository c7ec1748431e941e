// What a conversion cannot keep, said once for each kind of thing.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <set>
#include <string_view>

#include "offprint/context.hpp"

namespace offprint::pandoc {

/// Passes diagnostics on to a context, the first of each code.
class Losses {
public:
    /// `context` must outlive it.
    explicit Losses(Context& context) : context_(context) {}

    /// As `Context::report`; `code` must live as long.
    void report(Severity severity, std::string_view code, std::string message, SourceRange range = {}) {
        if (reported_.insert(code).second) context_.report(severity, code, std::move(message), range);
    }

private:
    Context& context_;
    std::set<std::string_view> reported_;
};

}  // namespace offprint::pandoc
