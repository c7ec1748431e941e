// Text as pandoc's readers divide it: words, and what is between them.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>
#include <string_view>

#include "json/output.hpp"

namespace offprint::pandoc {

/// Writes `Str`, `Space` and `SoftBreak`. Texts that follow one another are one text.
class Words {
public:
    /// `out` must outlive it.
    explicit Words(json::Output& out) : out_(out) {}

    void add(std::string_view text);

    /// Writes what is held back: to be called before any other element, and at the end.
    void flush();

private:
    enum class Gap { none, space, line_end };

    void flush_word();
    void flush_gap();

    json::Output& out_;
    std::string word_;
    Gap gap_ = Gap::none;  ///< before the word
};

}  // namespace offprint::pandoc
