// Conversion of many inputs, each to an output of its own.
// Thread safety: one thread, which starts others.
#pragma once

#include <memory>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

/// Converts every input to a file in the output folder, several at once with --jobs. A bad input stops no other; names
/// and contents of the outputs do not depend on the number of jobs. A signal ends it at the next place that suits it,
/// with nothing half written, and then the program. Throws `Error` for what concerns the whole command.
ExitCode convert_each(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry,
                      const Messages& messages);

}  // namespace offprint::cli
