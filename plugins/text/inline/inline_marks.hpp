// The marks within a paragraph that mean something: emphasis, code, addresses, links.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "structure/references.hpp"

namespace offprint::text {

/// One mark, at [begin, end) of the paragraph's text.
struct InlineMark {
    enum class Kind {
        emphasis,         ///< *x*, _x_, /x/: opening and closing marks are two entries
        strong,           ///< **x**, and __x__ in Markdown
        strong_emphasis,  ///< ***x*** in Markdown
        link,             ///< "[" and "](url)" in Markdown
        image,            ///< "![" and "](url)" in Markdown
        code,             ///< `x`, signs included
        address,          ///< a web or e-mail address
        note,             ///< "[1]" or "¹", where there is such a note
        escape,           ///< a backslash before punctuation, in Markdown: it vanishes
        line_break,
    };

    Kind kind;
    std::size_t begin;
    std::size_t end;
    std::size_t partner = 0;  ///< index of the closing mark; 0 for what closes or stands alone
    std::string url = {};     ///< of an address and of what closes a link or image; the label of a note

    bool in_pair() const { return kind <= Kind::image; }
};

/// The marks of a text in order; pairs are properly nested and at most a handful deep. What is not
/// unmistakably a mark is not there, but for opening marks without a partner, which are plain text.
/// Linear in the text. `markdown`: with Markdown's own ones.
std::vector<InlineMark> find_inline_marks(std::string_view text, bool markdown, const References& references);

}  // namespace offprint::text
