// The look of our books.
// Thread safety: constants only.
#pragma once

#include <string_view>

namespace offprint::epub {

/// CSS without colours, positions and overflow, which reading systems override or get wrong.
extern const std::string_view style_sheet;

}  // namespace offprint::epub
