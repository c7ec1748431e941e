#include "cli/command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <map>

#include "cli/option_list.hpp"
#include "offprint/error.hpp"
#include "offprint/version.hpp"
#include "settings/values.hpp"

namespace offprint::cli {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, message);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

/// What stands for the value of an option of the program's own in help, manual and completions.
constexpr std::pair<const char*, const char*> value_names[] = {
    {"--output", "FILE"},
    {"--output-dir", "FOLDER"},
    {"--files-from", "FILE"},
    {"--name", "TEMPLATE"},
    {"--jobs", "N"},
    {"--report", "FILE"},
    {"--from", "FORMAT"},
    {"--to", "FORMAT"},
    {"--metadata", "NAME=VALUE"},
    {"--limit", "NAME=VALUE"},
    {"--max-image", "WIDTHxHEIGHT"},
    {"--jpeg-quality", "N"},
    {"--max-size", "SIZE"},
    {"--plugin-dir", "FOLDER"},
    {"--resource-path", "FOLDER"},
    {"--fetch-cache", "FOLDER"},
    {"--fetch-timeout", "SECONDS"},
    {"--fetch-allow", "ADDRESS:PORT"},
    {"--trace-dir", "FOLDER"},
    {"--log-format", "text|json"},
    {"--completions", "bash|zsh|fish"},
};

/// The same for an option of a plugin.
std::string value_name(const OptionInfo& option) {
    switch (option.type) {
        case OptionType::flag:
            return {};
        case OptionType::integer:
            return "N";
        case OptionType::text:
            return "TEXT";
        case OptionType::choice:
            return fmt::format("{}", fmt::join(option.choices, "|"));
        case OptionType::file:
            return option.choices.empty() ? "FILE" : fmt::format("{}|FILE", fmt::join(option.choices, "|"));
    }
    return {};
}

/// One option of one or more formats, as an option of the program.
struct PluginOption {
    OptionInfo info;
    std::string formats;  ///< that declare it: "html, text"
    std::string value;
    CLI::Option* parsed = nullptr;
};

class Parser {
public:
    Parser() : app_("Turns articles (text, saved web pages) into e-books, Word files and JSON.", "offprint") {
        app_.set_help_flag();  // ours is printed by main, in one place with everything else
        app_.add_option("inputs", line_.inputs, "Files to read; - is standard input");
        add("-o,--output", line_.output, "File to write; - is standard output. Several inputs make one book");
        CLI::Option* folder =
            add("-d,--output-dir", line_.output_directory, "Folder to write to, one output for each input");
        add_batch_options(folder);
        add("-f,--from", line_.from, "Format of the input; otherwise by its name or content");
        add("-t,--to", line_.to, "Format of the output; otherwise by the name after -o");
        app_.add_option("-M,--metadata", metadata_,
                        "What is known of the article (author may repeat): " + metadata_names())
            ->allow_extra_args(false);
        app_.add_option("--limit", limits_, "Raises or lowers a limit (" + limit_names() + ")")
            ->allow_extra_args(false);
        add("--max-image", max_image_, "Larger images are made smaller, none larger");
        add("--jpeg-quality", jpeg_quality_, "1 to 100, of images that are encoded anew [85]");
        app_.add_flag("--gray", line_.image.gray, "Images in shades of gray");
        app_.add_flag("--no-images", no_images_, "No images: their text alternatives and captions remain");
        add("--max-size", max_size_, "Images are made smaller until an output has this size at most, such as 25M");
        app_.add_option("--plugin-dir", line_.plugin_directories, "Folder to look for plugins in first (may repeat)")
            ->allow_extra_args(false);
        add_resource_options();
        add("--trace-dir", line_.trace_directory, "Folder to write what each stage of reading made of the page to");
        app_.add_flag("--strict", line_.strict, "Warnings are failures: nothing is written, exit code 3");
        app_.add_flag("--worker", worker_, "Take jobs from standard input and give results, a line of JSON each");
        app_.add_flag("--check", check_, "Hold every input to its format's specification, and convert nothing");
        app_.add_flag("-q,--quiet", quiet_, "Show errors only");
        app_.add_flag("-v,--verbose", verbose_, "Show what was chosen and removed, too");
        add("--log-format", log_format_, "How messages look on standard error");
        app_.add_flag("--list-formats", list_formats_, "Show the formats and end");
        app_.add_flag("--list-plugins", list_plugins_, "Show every plugin with its state and end");
        add("--completions", line_.shell, "Show a script that completes the command line in that shell and end");
        app_.add_flag("--manual", manual_, "Show the page of the manual, for man, and end");
        app_.add_flag("--version", version_, "Show the version and end");
        app_.add_flag("-h,--help", help_, "Show this help and end");
        for (const auto& [option, value] : value_names) name_value(app_.get_option(option), value);
    }

    /// Options of the formats follow the program's own; a name that several formats use is one option.
    void add_plugin_options(const std::vector<FormatInfo>& formats) {
        for (const FormatInfo& format : formats) {
            for (const OptionInfo& option : format.reader_options) add_plugin_option(format, option);
            for (const OptionInfo& option : format.writer_options) add_plugin_option(format, option);
            for (const OptionInfo& option : format.checker_options) add_plugin_option(format, option);
        }
        for (PluginOption& option : plugin_options_) declare(option);
    }

    void let_last_win() {
        for (CLI::Option* option : app_.get_options())
            if (option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw)
                option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }

    CommandLine parse(std::vector<std::string> arguments) {
        check_values(arguments);
        std::reverse(arguments.begin(), arguments.end());  // as the parser wants them
        try {
            app_.parse(std::move(arguments));
        } catch (const CLI::ExtrasError&) {
            fail_for_unknown(app_.remaining());
        } catch (const CLI::ParseError& error) {
            std::string message = error.what();
            fail(message.substr(0, message.find('\n')));
        }
        // As pandoc has it: a format without a file is that of a pipe.
        if (line_.inputs.empty() && !line_.from.empty() && line_.files_from.empty() && !worker_)
            line_.inputs.emplace_back("-");
        finish();
        return std::move(line_);
    }

    /// Every option but the inputs, in the order of help.
    std::vector<OptionEntry> entries() const {
        std::vector<OptionEntry> entries;
        for (const CLI::Option* option : app_.get_options()) {
            if (option->get_positional()) continue;
            OptionEntry entry;
            for (const std::string& name : option->get_snames()) entry.names.push_back("-" + name);
            for (const std::string& name : option->get_lnames()) entry.names.push_back("--" + name);
            if (const auto value = values_.find(option); value != values_.end()) entry.value = value->second;
            entry.help = option->get_description();
            entry.group = option->get_group();
            entries.push_back(std::move(entry));
        }
        return entries;
    }

    /// The last --log-format, for errors of the command line itself.
    static LogFormat log_format(int argc, const char* const* argv) {
        LogFormat format = LogFormat::text;
        for (int i = 1; i < argc; ++i) {
            const std::string_view argument = argv[i];
            const bool apart = argument == "--log-format" && i + 1 < argc;
            if (apart || argument.starts_with("--log-format="))
                format = (apart ? argv[i + 1] : argument.substr(13)) == std::string_view("json") ? LogFormat::json
                                                                                                 : LogFormat::text;
        }
        return format;
    }

    /// Reads --plugin-dir alone; whatever else is wrong is found by `parse`.
    static std::vector<std::filesystem::path> plugin_directories(int argc, const char* const* argv) {
        std::vector<std::filesystem::path> directories;
        constexpr std::string_view name = "--plugin-dir";
        for (int i = 1; i < argc; ++i) {
            const std::string_view argument = argv[i];
            if (argument == "--") break;
            if (argument == name && i + 1 < argc)
                directories.push_back(std::filesystem::absolute(argv[++i]));
            else if (argument.starts_with("--plugin-dir="))
                directories.push_back(std::filesystem::absolute(argument.substr(name.size() + 1)));
        }
        return directories;
    }

private:
    template <class T>
    CLI::Option* add(const std::string& names, T& value, const std::string& help) {
        CLI::Option* option = app_.add_option(names, value, help);
        option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
        valued_.push_back(option);
        return option;
    }

    /// Of many inputs at once.
    void add_batch_options(CLI::Option* folder) {
        app_.add_flag("-r,--recursive", line_.recursive,
                      "Of an input that is a folder, take the files in it and beneath")
            ->needs(folder);
        CLI::Option* list =
            add("--files-from", line_.files_from, "File with names of inputs, one a line; - is standard input");
        list->needs(folder);
        app_.add_flag("-0,--null", line_.null_separated,
                      "The names of --files-from end with NUL, not with a line's end")
            ->needs(list);
        add("--name", line_.name_template, "Names of the outputs: text, {stem}, {title-slug}, {date}, {hash8} [{stem}]")
            ->needs(folder);
        app_.add_flag("--skip-existing", line_.skip_existing, "Leave out inputs whose output is there")->needs(folder);
        add("-j,--jobs", line_.jobs, "Inputs that are converted at once [1]")->needs(folder)->check(CLI::Range(1, 256));
        add("--report", line_.report, "File for a line of JSON about each input; - is standard output")->needs(folder);
    }

    /// Where images may come from.
    void add_resource_options() {
        app_.add_option("--resource-path", line_.resource_folders, "Folder to look for images in, too (may repeat)")
            ->allow_extra_args(false)
            ->check(CLI::ExistingDirectory);
        CLI::Option* fetch = app_.add_flag("--fetch", fetch_, "Get images from the network (http, https)");
        add("--fetch-cache", fetch_settings_.cache, "Folder that keeps what was fetched")->needs(fetch);
        add("--fetch-timeout", fetch_settings_.seconds, "Seconds for one image [20]")
            ->needs(fetch)
            ->check(CLI::Range(1, 3600));
        add("--fetch-allow", fetch_settings_.allowed_server, "A server that may be asked though it is not public")
            ->needs(fetch);
    }

    /// The parser would take what comes next for the value of `--name=`.
    static void check_values(const std::vector<std::string>& arguments) {
        for (const std::string& argument : arguments) {
            if (argument == "--") return;
            if (argument.starts_with("--") && argument.find('=') == argument.size() - 1)
                fail(fmt::format("{} has an empty value", argument.substr(0, argument.size() - 1)));
        }
    }

    void name_value(CLI::Option* option, const std::string& name) {
        if (name.empty()) return;
        option->type_name(name);
        values_[option] = name;
    }

    static std::string metadata_names() {
        std::vector<std::string_view> names;
        for (const MetadataFieldName& name : metadata_field_names())
            if (name.field != MetadataField::cover) names.emplace_back(name.option);
        return fmt::format("{}", fmt::join(names, ", "));
    }

    static std::string limit_names() {
        std::vector<std::string_view> names;
        for (const LimitSpec& spec : limit_specs()) names.push_back(spec.name);
        return fmt::format("{}", fmt::join(names, ", "));
    }

    void add_plugin_option(const FormatInfo& format, const OptionInfo& info) {
        for (PluginOption& option : plugin_options_) {
            if (option.info.name != info.name) continue;
            if (option.formats.find(format.format) == std::string::npos) option.formats += ", " + format.format;
            return;
        }
        plugin_options_.push_back({info, format.format, {}, nullptr});
    }

    void declare(PluginOption& option) {
        const OptionInfo& info = option.info;
        std::string help = info.help;
        if (info.type == OptionType::integer && !info.choices.empty())
            help += fmt::format(" ({})", fmt::join(info.choices, "|"));
        if (!info.default_value.empty()) help += fmt::format(" [{}]", info.default_value);
        try {
            option.parsed =
                info.type == OptionType::flag
                    ? app_.add_flag(fmt::format("--{0}{{true}},--no-{0}{{false}}", info.name), option.value, help)
                    : app_.add_option("--" + info.name, option.value, help);
            name_value(option.parsed, value_name(info));
            option.parsed->group("Options of " + option.formats);
        } catch (const CLI::Error&) {
            // A foreign plugin chose a name that the program uses itself: the program's stays.
            option.parsed = nullptr;
        }
    }

    [[noreturn]] void fail_for_unknown(const std::vector<std::string>& extras) const {
        const std::string unknown = extras.front().substr(0, extras.front().find('='));
        std::string nearest;
        std::size_t best = 3;
        for (const CLI::Option* option : app_.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                const std::size_t distance = edit_distance(unknown, "--" + name);
                if (distance >= best) continue;
                best = distance;
                nearest = name;
            }
        }
        fail(fmt::format("unknown option '{}'; {}", unknown,
                         nearest.empty() ? "--help shows them all" : "did you mean --" + nearest + "?"));
    }

    void finish() {
        // The unset variable of a script must not become another command.
        for (const CLI::Option* option : valued_)
            if (option->count() > 0 && option->results().front().empty())
                fail(fmt::format("{} has an empty value", option->get_name()));
        line_.limits.seconds = 300;
        for (const std::string& limit : limits_) set_limit(line_.limits, limit);
        line_.images = !no_images_;
        if (!max_image_.empty()) set_max_image(line_.image, max_image_);
        if (!jpeg_quality_.empty()) set_jpeg_quality(line_.image, jpeg_quality_);
        if (!max_size_.empty()) line_.max_bytes = parse_amount("--max-size", max_size_);
        for (const std::string& entry : metadata_) line_.metadata.push_back(split_assignment("--metadata", entry));
        if (fetch_) line_.fetch = fetch_settings_;
        for (const PluginOption& option : plugin_options_)
            if (option.parsed != nullptr && option.parsed->count() > 0)
                line_.plugin_options[option.info.name] = option.value;
        if (log_format_ == "json")
            line_.log_format = LogFormat::json;
        else if (log_format_ != "text")
            fail(fmt::format("--log-format wants text or json, not '{}'", log_format_));
        if (quiet_ && verbose_) fail("--quiet and --verbose exclude each other");
        if (quiet_) line_.verbosity = Verbosity::quiet;
        if (verbose_) line_.verbosity = Verbosity::verbose;
        if (check_ && worker_) fail("--check and --worker exclude each other");
        if (check_) line_.action = CommandLine::Action::check;
        if (worker_) line_.action = CommandLine::Action::work;
        if (list_formats_) line_.action = CommandLine::Action::list_formats;
        if (list_plugins_) line_.action = CommandLine::Action::list_plugins;
        if (!line_.shell.empty()) line_.action = CommandLine::Action::complete;
        if (manual_) line_.action = CommandLine::Action::manual;
        if (version_) print("offprint " OFFPRINT_VERSION "\n");
        if (help_) print(app_.help());
    }

    void print(std::string text) {
        line_.action = CommandLine::Action::print;
        line_.text = std::move(text);
    }

    CLI::App app_;
    CommandLine line_;
    std::map<const CLI::Option*, std::string> values_;  // what stands for them
    std::vector<CLI::Option*> valued_;                  // the program's own options with a value
    std::deque<PluginOption> plugin_options_;           // a deque: the parser keeps references to the values
    std::vector<std::string> metadata_;
    std::vector<std::string> limits_;
    FetchSettings fetch_settings_;
    bool fetch_ = false;
    std::string max_image_;
    std::string jpeg_quality_;
    std::string max_size_;
    std::string log_format_ = "text";
    bool no_images_ = false;
    bool check_ = false;
    bool worker_ = false;
    bool quiet_ = false;
    bool verbose_ = false;
    bool list_formats_ = false;
    bool list_plugins_ = false;
    bool manual_ = false;
    bool version_ = false;
    bool help_ = false;
};

}  // namespace

std::shared_ptr<const PluginRegistry> make_registry(int argc, const char* const* argv) {
    RegistrySettings settings;
    settings.directories = Parser::plugin_directories(argc, argv);
    return std::make_shared<PluginRegistry>(settings);
}

LogFormat find_log_format(int argc, const char* const* argv) {
    return Parser::log_format(argc, argv);
}

CommandLine parse_command_line(std::vector<std::string> arguments, const PluginRegistry& registry, Repeated repeated) {
    Parser parser;
    parser.add_plugin_options(registry.formats());
    if (repeated == Repeated::last_wins) parser.let_last_win();
    return parser.parse(std::move(arguments));
}

std::vector<OptionEntry> list_options(const PluginRegistry& registry) {
    Parser parser;
    parser.add_plugin_options(registry.formats());
    return parser.entries();
}

}  // namespace offprint::cli
