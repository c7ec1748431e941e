// One line that a worker is given.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace offprint::cli {

struct Job {
    std::string id = "null";             ///< the JSON value as it stood in the line
    std::string name;                    ///< of `content`, to tell its format by
    std::optional<std::string> content;  ///< the input itself, where it is no file
    std::vector<std::string> arguments;  ///< of the program, as the job's members mean them
};

/// Reads an object with these members, all but one of the first four left out at will: `input` (a file's name),
/// `inputBytes` (that name in base64), `content` (text), `contentBytes` (base64); `id` (any value), `name`, `from`,
/// `to`, `output`, `outputBytes`; `metadata`, `limits` and `options`, objects whose members are those of --metadata,
/// --limit and the program's own options. `job.id` is set as soon as it was read. Throws `Error{malformed_input}` with
/// the place.
void read_job(const std::string& line, Job& job);

}  // namespace offprint::cli
