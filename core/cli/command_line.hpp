// The command line as data.
// Thread safety: one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/messages.hpp"
#include "offprint/converter.hpp"
#include "offprint/limits.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint::cli {

/// Everything that the user asked for.
struct CommandLine {
    enum class Action { convert, check, work, list_formats, list_plugins, print, complete, manual };

    Action action = Action::convert;
    std::string shell;                ///< whose completions are wanted
    std::string text;                 ///< what to print, for `print`: help or version
    std::vector<std::string> inputs;  ///< file names; "-" is standard input
    std::string output;               ///< a file name; "-" or empty is standard output
    std::string output_directory;     ///< empty: none was given
    bool recursive = false;           ///< inputs that are folders stand for the files in them
    std::string files_from;           ///< a file with names of inputs, "-" standard input; empty: none
    bool null_separated = false;      ///< of those names
    std::string name_template = "{stem}";
    bool skip_existing = false;
    int jobs = 1;
    std::string report;           ///< empty: none is wanted
    std::string trace_directory;  ///< empty: no trace is wanted
    std::vector<std::string> plugin_directories;
    std::string from;
    std::string to;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<std::filesystem::path> resource_folders;
    std::optional<FetchSettings> fetch;  ///< none: nothing on the network is asked
    OptionValues plugin_options;         ///< of readers and writers alike, as given
    Limits limits;
    bool images = true;           ///< false: none is wanted
    ImageRequest image;           ///< what every image is to be
    std::uint64_t max_bytes = 0;  ///< of an output; 0: no bound
    bool strict = false;
    LogFormat log_format = LogFormat::text;
    Verbosity verbosity = Verbosity::normal;
};

/// The registry that the command line (its --plugin-dir) and the environment ask for.
std::shared_ptr<const PluginRegistry> make_registry(int argc, const char* const* argv);

/// How messages are to look, found without parsing the rest, which may be wrong.
LogFormat find_log_format(int argc, const char* const* argv);

/// What an option means that stands there twice.
enum class Repeated { is_wrong, last_wins };

/// Parses the arguments of a command line, with the options that the registry's formats declare. Throws
/// `Error{usage}` with one line that says what is wrong, and what was probably meant.
CommandLine parse_command_line(std::vector<std::string> arguments, const PluginRegistry& registry,
                               Repeated repeated = Repeated::is_wrong);

}  // namespace offprint::cli
