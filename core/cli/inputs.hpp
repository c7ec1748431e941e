// The inputs of a conversion one after the other, and of files with a document a line each line.
// Thread safety: one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/byte_source.hpp"
#include "offprint/limits.hpp"

namespace offprint::cli {

/// True for the names of standard input and output.
bool is_stream(std::string_view name);

/// One document that is to be read.
struct Input {
    std::string name;  ///< for messages: as the user named it, with the line if it is one; empty: standard input
    std::string stem;  ///< what an output may be named by
    std::unique_ptr<ByteSource> source;
};

class Inputs {
public:
    /// `names` as on the command line, `from` the format or extension that the user said they have, if any. Keeps
    /// references to all.
    Inputs(const std::vector<std::string>& names, const std::string& from, const Limits& limits);

    /// True if there is one, and it is no file with a document a line.
    bool is_single() const;

    /// The next one; nothing at the end. Throws `Error{input}` or `Error{limit_exceeded}` where it cannot be opened;
    /// what comes after it can be asked for all the same.
    std::optional<Input> next();

private:
    bool holds_lines(const std::string& name) const;

    /// Of the file that was opened last, without blank ones.
    std::optional<Input> next_line();

    const std::vector<std::string>& names_;
    const std::string& from_;
    const Limits& limits_;
    std::size_t next_name_ = 0;
    std::unique_ptr<ByteSource> file_;  ///< whose lines are being read
    std::string text_;                  ///< all of them
    std::size_t offset_ = 0;            ///< of the next one in `text_`
    std::size_t line_number_ = 0;       ///< of the last one
};

}  // namespace offprint::cli
