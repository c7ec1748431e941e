// What the texts of options mean that belong to no plugin: the same for the program and for the C interface.
// Thread safety: pure. Each throws `Error{usage}` with one line that names the option.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "offprint/image_converter.hpp"
#include "offprint/limits.hpp"

namespace offprint {

/// "title=Tide" -> {"title", "Tide"}. `option` is what the message calls it: "--metadata".
std::pair<std::string, std::string> split_assignment(std::string_view option, std::string_view text);

/// "512M" -> 536870912; K, M and G are powers of 1024. `option` as above.
std::uint64_t parse_amount(std::string_view option, std::string_view text);

/// "true" or "false". `option` as above.
bool parse_flag(std::string_view option, std::string_view text);

/// A whole number from `least` to `most`. `option` as above.
int parse_number(std::string_view option, std::string_view text, int least, int most);

/// Seconds since 1970, up to the end of the year 9999. `option` as above.
std::int64_t parse_epoch(std::string_view option, std::string_view text);

/// "nodes=1000".
void set_limit(Limits& limits, std::string_view assignment);

/// "1600x2400".
void set_max_image(ImageRequest& request, std::string_view text);

/// "85".
void set_jpeg_quality(ImageRequest& request, std::string_view text);

}  // namespace offprint
