// Parts of a page that its server sends late: React writes a template where a part belongs and the part itself, hidden,
// at the end of the page, with a script that brings the two together.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <unordered_map>

namespace offprint::html {

struct StreamedPart {
    std::string_view id;        ///< of the element whose children replace a template
    bool has_fallback = false;  ///< behind the template stands what is shown until then
};

/// The instructions of such scripts in `markup`, by the id of the template. `$RC` and `$RR` complete a boundary, which
/// has a fallback, `$RS` a segment. Views into `markup`.
std::unordered_map<std::string_view, StreamedPart> streamed_parts(std::string_view markup);

}  // namespace offprint::html
