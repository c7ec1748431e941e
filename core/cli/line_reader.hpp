// Lines from a descriptor, however they come.
// Thread safety: one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace offprint::cli {

class LineReader {
public:
    /// `interruption` is another descriptor: as soon as it is readable there are no more lines.
    LineReader(int descriptor, int interruption, std::size_t longest)
        : descriptor_(descriptor), interruption_(interruption), longest_(longest) {}

    struct Line {
        std::string text;        ///< without its end and a byte order mark before the first one
        std::size_t number = 0;  ///< from 1 on
        bool too_long = false;
    };

    /// The next line, of one that is too long nothing but that; nullopt at the end. Throws `Error{input}`.
    std::optional<Line> next();

private:
    /// False at the end.
    bool read_more();

    int descriptor_;
    int interruption_;
    std::size_t longest_;
    std::string ahead_;
    std::size_t begin_ = 0;   ///< of the line that comes next
    std::size_t number_ = 0;  ///< of the line that was read last
    bool at_end_ = false;
};

}  // namespace offprint::cli
