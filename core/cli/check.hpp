// Carries out --check.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

/// Holds every input to its format's specification; findings go through `messages`. Throws `Error{usage}` for what
/// concerns the whole command.
ExitCode check(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages);

}  // namespace offprint::cli
