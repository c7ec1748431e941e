// The inputs of a command one after the other, and of files with a document a line each line.
// Thread safety: `Inputs` belongs to one thread at a time; inputs are values that are immutable.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input_list.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "offprint/limits.hpp"

namespace offprint::cli {

/// True for the names of standard input and output.
bool is_stream(std::string_view name);

/// One document that is to be read.
struct Input {
    std::string name;    ///< for messages: as the user named it, with the line if it is one; empty: standard input
    std::string stem;    ///< what an output may be named by
    std::string folder;  ///< as in `InputName`

    std::string file;                 ///< "-" is standard input
    std::optional<std::string> line;  ///< of the file, if it holds one document a line
    std::optional<Error> failure;     ///< why the file could not be read

    /// Throws `Error{input}`, `Error{malformed_input}` or `Error{limit_exceeded}` where it cannot be read.
    std::unique_ptr<ByteSource> open() const;
};

class Inputs {
public:
    /// `from` is the format or extension that the user said they have, if any. Keeps references to it and the limits.
    Inputs(std::vector<InputName> names, const std::string& from, const Limits& limits);

    /// True if there is one, and it is no file with a document a line.
    bool is_single() const;

    /// How many there are, as far as that is known: lines are counted when their turn comes.
    std::size_t count() const { return count_; }

    /// The next one; nothing at the end.
    std::optional<Input> next();

private:
    bool holds_lines(const std::string& name) const;

    /// Of the file that was read last, without blank ones.
    std::optional<Input> next_line();

    std::vector<InputName> names_;
    const std::string& from_;
    const Limits& limits_;
    std::size_t count_;
    std::size_t next_name_ = 0;
    std::string text_;             ///< the lines of the file that was read last
    std::size_t offset_ = 0;       ///< of the next one in `text_`
    std::size_t line_number_ = 0;  ///< of the last one
};

}  // namespace offprint::cli
