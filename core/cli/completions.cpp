#include "cli/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/option_list.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

namespace {

std::vector<std::string> format_names(const PluginRegistry& registry) {
    std::vector<std::string> names;
    for (const FormatInfo& info : registry.formats())
        if (info.kind == PluginKind::format) names.push_back(info.format);
    return names;
}

/// What may stand as the value of `option`, files and folders aside.
std::vector<std::string> words_for(const OptionEntry& option, const std::vector<std::string>& formats) {
    return option.takes("FORMAT") ? formats : option.choices();
}

/// `text` with a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

/// In single quotes, as both bash and zsh read it.
std::string in_quotes(std::string_view text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::string bash(const std::vector<OptionEntry>& options, const std::vector<std::string>& formats) {
    std::string cases;
    std::vector<std::string> names;
    for (const OptionEntry& option : options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
        if (option.value.empty()) continue;
        std::string found;
        if (const auto words = words_for(option, formats); !words.empty())
            found += fmt::format(" -W {}", in_quotes(fmt::format("{}", fmt::join(words, " "))));
        if (option.takes("FILE")) found += " -f";
        if (option.takes("FOLDER")) found += " -d";
        cases += fmt::format("        {})\n            _offprint_reply{} ;;\n", fmt::join(option.names, "|"), found);
    }
    return fmt::format(R"(# Completes the command line of offprint in bash.
_offprint_reply() {{
    mapfile -t COMPREPLY < <((($#)) && compgen "$@" -- "$word")
    [[ " $* " == *" -f "* || " $* " == *" -d "* ]] && compopt -o filenames
}}
_offprint() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} option=${{COMP_WORDS[COMP_CWORD - 1]}}
    if [[ $word == = ]]; then
        word=
    elif [[ $option == = ]]; then
        option=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    case $option in
{}        *)
            if [[ $word == -* ]]; then
                _offprint_reply -W '{}'
            else
                _offprint_reply -f
            fi ;;
    esac
}}
complete -F _offprint offprint
)",
                       cases, fmt::join(names, " "));
}

std::string zsh_action(const OptionEntry& option, const std::vector<std::string>& formats) {
    if (option.value.empty()) return {};
    const auto words = words_for(option, formats);
    const std::string label = escaped(option.value, ":\\");
    if (option.takes("FILE") && !words.empty())
        return fmt::format(":{}:{{compadd {}; _files}}", label, fmt::join(words, " "));
    if (option.takes("FILE")) return fmt::format(":{}:_files", label);
    if (option.takes("FOLDER")) return fmt::format(":{}:_files -/", label);
    if (!words.empty()) return fmt::format(":{}:({})", label, fmt::join(words, " "));
    return fmt::format(":{}: ", label);
}

std::string zsh(const std::vector<OptionEntry>& options, const std::vector<std::string>& formats) {
    std::string specifications;
    for (const OptionEntry& option : options) {
        const std::string action = zsh_action(option, formats);
        for (const std::string& name : option.names) {
            const std::string_view joint = option.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
            const std::string text = fmt::format("*{}{}[{}]{}", name, joint, escaped(option.help, "[]:\\"), action);
            specifications += fmt::format("    {} \\\n", in_quotes(text));
        }
    }
    return fmt::format(
        "#compdef offprint\n# Completes the command line of offprint in zsh.\n_arguments -s \\\n{}    "
        "'*:input:_files'\n",
        specifications);
}

std::string fish(const std::vector<OptionEntry>& options, const std::vector<std::string>& formats) {
    std::string lines = "# Completes the command line of offprint in fish.\n";
    const auto quote = [](std::string_view text) { return fmt::format("'{}'", escaped(text, "'\\")); };
    for (const OptionEntry& option : options) {
        std::string value;
        std::vector<std::string> words = words_for(option, formats);
        if (option.takes("FOLDER")) words.emplace_back("(__fish_complete_directories)");
        if (!option.value.empty()) value = option.takes("FILE") ? " -r -F" : " -x";
        if (!words.empty()) value += fmt::format(" -a {}", quote(fmt::format("{}", fmt::join(words, " "))));
        for (const std::string& name : option.names) {
            const bool is_long = name.starts_with("--");
            lines += fmt::format("complete -c offprint -{} {}{} -d {}\n", is_long ? "l" : "s",
                                 name.substr(is_long ? 2 : 1), value, quote(option.help));
        }
    }
    return lines;
}

}  // namespace

std::string completions(std::string_view shell, const PluginRegistry& registry) {
    const std::vector<OptionEntry> options = list_options(registry);
    const std::vector<std::string> formats = format_names(registry);
    if (shell == "bash") return bash(options, formats);
    if (shell == "zsh") return zsh(options, formats);
    if (shell == "fish") return fish(options, formats);
    throw Error(ErrorCode::usage, fmt::format("--completions wants bash, zsh or fish, not '{}'", shell));
}

}  // namespace offprint::cli
