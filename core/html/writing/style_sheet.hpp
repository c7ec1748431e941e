// The look of what we write.
// Thread safety: constants only.
#pragma once

#include <string_view>

namespace offprint::html {

/// CSS for the elements and classes of `ContentWriter` and of title blocks, without colours, positions and overflow,
/// which reading systems override or get wrong. A book needs no more; a web page has its own after it.
extern const std::string_view style_sheet;

}  // namespace offprint::html
