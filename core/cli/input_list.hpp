// The inputs that a command line means: files, those that a list names, those in folders.
// Thread safety: pure but for the file system and standard input.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/messages.hpp"

namespace offprint::cli {

struct InputName {
    std::string name;    ///< as the user, a list or a folder has it; "-" is standard input
    std::string folder;  ///< of the output beneath the output folder: that of the input beneath the folder it was found
                         ///< in; empty where the input was named
};

/// The files that the command line names, then those of --files-from; with --recursive, each folder stands for the
/// files in it and beneath, in the order of their names, whose extension a reader knows: without hidden ones, without
/// the output folder and without what browsers save beside a page (`<page>_files`). Throws `Error{usage}`, and
/// `Error{input}` for a list that cannot be read; a folder that cannot be listed is a message, and the rest goes on.
std::vector<InputName> list_inputs(const CommandLine& line, const PluginRegistry& registry, const Messages& messages);

}  // namespace offprint::cli
