// The density that the header of a picture asks for.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::docx {

/// Pixels an inch, where the header of a PNG (section 11.3.4.3: pHYs) or JPEG file (ITU T.871: JFIF; Exif 2.32) says so
/// of both directions alike, and it is one that a picture can have; else 0. Any bytes are safe.
int picture_density(std::string_view bytes);

}  // namespace offprint::docx
