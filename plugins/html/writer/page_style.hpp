// The look of a web page, beyond that of its content.
// Thread safety: constants only.
#pragma once

#include <string_view>

namespace offprint::html {

/// CSS to stand after `style_sheet`: a readable measure, colours by day and night, and paper.
extern const std::string_view page_style;

}  // namespace offprint::html
