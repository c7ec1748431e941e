// Pictures for tests, made when a test wants them.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/image_converter.hpp"

namespace offprint::testing {

/// A picture as soft and noisy as a photograph, encoded as `suffix` (".png", ".webp", ...) says.
std::string photograph(const char* suffix, int width = 300, int height = 200);

/// A white rectangle on black, which is 80 x 60 pixels large.
std::string drawing(const char* suffix);

/// As `drawing`, but with nothing behind the rectangle.
std::string transparent_drawing(const char* suffix);

/// A photograph in four inks.
std::string cmyk_photograph();

/// One plain colour in the colour space Display P3, whose profile goes with it.
std::string wide_gamut_red();

/// Two frames of a drawing.
std::string animation();

/// `jpeg` with an EXIF block that says how to turn it.
std::string turned(std::string_view jpeg, int orientation);

/// A bitmap without compression: `depth` bits a pixel, and what follows the 54 bytes of both headers.
std::string bitmap(int width, int height, int depth, std::string_view palette_and_rows, std::uint32_t compression = 0);

/// `bytes` with the big-endian number at `at` replaced.
std::string with_number(std::string bytes, std::size_t at, std::uint32_t number);

/// A resource as core makes it of `bytes`.
Resource resource_of(std::string bytes);

/// What the service made of it; nothing with `reason` said.
std::optional<Resource> convert(const std::string& bytes, const ImageRequest& request, std::string* reason = nullptr);

/// The channels of one pixel.
std::vector<int> pixel(const Resource& image, int x, int y);

}  // namespace offprint::testing
