// Windows bitmaps (BMP), which libvips cannot read without ImageMagick.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offprint::image {

/// Rows from the top, four bytes a pixel: red, green, blue, alpha.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;
};

/// Decodes a bitmap with a header of 40 bytes or more: 1, 4, 8, 16, 24 and 32 bits a pixel, with masks or without.
/// False, with `reason` set to one line, for run-length encoding and for what is cut off. Allocates no more than
/// four bytes a pixel, once all the bytes of the rows are known to be there.
bool decode_bitmap(std::string_view bytes, Bitmap& bitmap, std::string& reason);

}  // namespace offprint::image
