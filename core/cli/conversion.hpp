// Carries out the conversions that a command line asks for.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

/// Converts every input; says what went wrong through `messages`. Throws `Error` for what concerns
/// the whole command.
ExitCode convert(const CommandLine& line, std::shared_ptr<const PluginRegistry> registry, const Messages& messages);

}  // namespace offprint::cli
