// Files that hold one document a line, as JSON Lines do (jsonlines.org).
// Thread safety: constants only.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "offprint/options.hpp"

namespace offprint {

/// What such files are called. A reader of a format with one of these extensions gets each line for itself; a writer
/// of one lists `pretty_option` and puts one document after the other into the same sink.
inline constexpr std::array<std::string_view, 2> line_extensions = {"jsonl", "ndjson"};

/// True for an extension, without its dot and in lower case, of files with a document a line.
constexpr bool holds_lines(std::string_view extension) {
    return std::ranges::find(line_extensions, extension) != line_extensions.end();
}

/// For writers of formats that can hold a document on one line: switched off, the output is one line, its end
/// included. The host does so where documents are to follow each other.
inline constexpr OptionDeclaration pretty_option = {"pretty", OptionType::flag, "true", nullptr, "indent the output"};

}  // namespace offprint
