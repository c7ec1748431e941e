// Texts that were set in pages: running headers and footers between the paragraphs.
// Thread safety: pure but for their arguments.
#pragma once

#include <string_view>
#include <vector>

#include "lines/lines.hpp"
#include "lines/source_text.hpp"
#include "offprint/context.hpp"

namespace offprint::text {

/// "Quill & Reed          Informational          [Page 12]" (RFC 7322, section 3).
bool is_page_footer(std::string_view text);

/// `lines` without the running headers and footers at page breaks, and with the paragraphs that such a break parts made
/// whole. What runs is a line that stands at several breaks, but for its numbers. Reports "text.running-header".
std::vector<Line> without_running_headers(std::vector<Line> lines, const SourceText& source, Context& context);

}  // namespace offprint::text
