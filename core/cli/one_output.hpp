// Conversion to one output: of one input, or of several that make a book.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

/// Converts every input to the one output; messages say what was noticed. Throws `Error`.
ExitCode convert_to_one(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry,
                        const Messages& messages);

}  // namespace offprint::cli
