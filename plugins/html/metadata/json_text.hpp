// JSON as sites write it into their pages: wrapped, and escaped as if it were HTML.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// True if the element's type attribute is `media_type`, in any case and with any parameters.
bool has_media_type(const Dom& dom, NodeIndex script, std::string_view media_type);

/// A script's JSON without what stands before it (comments, CDATA), and with spaces for the control
/// characters that sites leave unescaped in strings.
std::string without_wrapping(std::string text);

/// Appends a character; nothing for what is none of XML's.
void append_utf8(unsigned long c, std::string& out);

/// `text` with the usual character references of HTML resolved; others stay.
std::string unescape_html(std::string_view text);

}  // namespace offprint::html
