// Keeps characters of a text from being read as marks of Markdown; no others are escaped.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint::markdown {

/// Where a text stands within its line.
struct TextPlace {
    char32_t before = ' ';       ///< the character before it; a space at the beginning of a line
    char32_t after = ' ';        ///< the character behind it; a space at the end of a line
    bool in_brackets = false;    ///< in the words of a link or an image
    bool in_cell = false;        ///< in a table
    bool pairs_dollars = false;  ///< the block holds more than one dollar sign
};

/// `text` with backslashes where it would be read as a mark within a line. White space becomes one space.
std::string escape_text(std::string_view text, const TextPlace& place);

/// `line` of a paragraph with a backslash where its beginning would be read as that of another block.
std::string escape_line_start(std::string line);

/// The destination of a link or an image: as it is where possible, else in angle brackets.
std::string destination(std::string_view url, bool in_cell);

/// The title of a link or an image in quotes, after a space; nothing for an empty one.
std::string quoted_title(std::string_view title, bool in_cell);

/// `text` for HTML: between tags or in the quotes of an attribute. Line ends become spaces.
std::string escape_html(std::string_view text);

/// How many of `c` stand in a row at most.
std::size_t longest_run(std::string_view text, char c);

}  // namespace offprint::markdown
