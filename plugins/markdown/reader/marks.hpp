// Marks that CommonMark does not know: those of callouts, and the attributes of headings.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::markdown {

struct CalloutMark {
    std::string kind;  ///< "note", in lower case
    std::size_t size;  ///< with the sign for a folded one and the space behind it
};

/// "[!NOTE]", "[!tip]- " and the like at the beginning of `text`; nullopt if there is none.
std::optional<CalloutMark> find_callout_mark(std::string_view text);

struct HeadingAttributes {
    std::size_t at;       ///< where the braces begin
    std::string_view id;  ///< may be empty
};

/// The braces that `words` end with, "{#name .class key=value}" or "{-}" (pandoc, section "Headings"); nullopt if there
/// are none.
std::optional<HeadingAttributes> find_heading_attributes(std::string_view words);

}  // namespace offprint::markdown
