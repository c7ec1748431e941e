// How the JSON in the scripts of pages is parsed.
// Thread safety: a constant.
#pragma once

#include <rapidjson/reader.h>

namespace offprint::html {

/// Iterative, for nesting is the author's choice; with comments and trailing commas, for sites write them.
inline constexpr unsigned lenient_json = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                                         rapidjson::kParseTrailingCommasFlag | rapidjson::kParseStopWhenDoneFlag |
                                         rapidjson::kParseValidateEncodingFlag;

}  // namespace offprint::html
