// Jobs from standard input, results to standard output: for programs that drive this one.
// Thread safety: one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

/// Carries out a job for each line of standard input (job.hpp), and answers each with a line on standard output, in
/// their order: `id`, the members of a report's line, `diagnostics`, and of a job without an output `content`, or
/// `contentBytes` where the format is binary. `arguments` are those of the program; a job's own win. What is wrong with
/// a job is in its result alone. Ends with the input, or by a signal between or within jobs. Throws `Error{output}`
/// when nobody takes the results any more.
ExitCode work(const std::vector<std::string>& arguments, const CommandLine& line,
              std::shared_ptr<const PluginRegistry> registry);

}  // namespace offprint::cli
