// JSON as sites write it into their pages: wrapped, and escaped as if it were HTML.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::html {

/// A script's JSON without what stands before it (comments, CDATA), and with spaces for the control
/// characters that sites leave unescaped in strings.
std::string without_wrapping(std::string text);

/// `text` with the usual character references of HTML resolved; others stay.
std::string unescape_html(std::string_view text);

}  // namespace offprint::html
