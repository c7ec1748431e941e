// The look of a document of the user's (`--reference-doc`): its styles, theme and fonts, page, headers and footers.
// Thread safety: pure but for its arguments.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "design.hpp"
#include "offprint/context.hpp"

namespace offprint::docx {

/// The design of the Word file in `bytes` (a document or template, with or without macros, which stay behind) for a
/// text in `language`. Styles of ours that it lacks are added, and its own bear our ids where they have Word's name for
/// the purpose, so that the writer need not know of it. `paper` replaces its paper. What leads out of the package or is
/// of no use in another document stays behind, with one diagnostic. Throws `Error{malformed_input}` for what is no Word
/// file.
Design reference_design(const std::string& bytes, std::string_view language, const std::optional<Page>& paper,
                        Context& context);

}  // namespace offprint::docx
