#include "cli/manual.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/option_list.hpp"
#include "offprint/version.hpp"

namespace offprint::cli {

namespace {

constexpr std::pair<ExitCode, std::string_view> exit_codes[] = {
    {ExitCode::ok, "Everything was converted"},
    {ExitCode::failed, "A conversion failed, or --check found errors"},
    {ExitCode::usage, "The command line makes no sense"},
    {ExitCode::warnings, "There were warnings, under --strict"},
    {ExitCode::some_failed, "Of several inputs with -d, some failed and others were converted"},
    {ExitCode::limit_hit, "A limit was hit"},
    {ExitCode::plugin_trouble, "A plugin is missing or was refused"},
};

/// Text as troff takes it: hyphens that stay ASCII, no line that is taken for a request.
std::string roff(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n'))
            result += fmt::format("\\&{}", c);
        else
            result += c;
    }
    return result;
}

std::string entry(const OptionEntry& option) {
    std::string names;
    for (const std::string& name : option.names)
        names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
    if (!option.value.empty()) names += fmt::format(" \\fI{}\\fR", roff(option.value));
    return fmt::format(".TP\n{}\n{}\n", names, roff(option.help));
}

std::string options_section(const PluginRegistry& registry) {
    std::string text = ".SH OPTIONS\n";
    std::string group;
    for (const OptionEntry& option : list_options(registry)) {
        if (option.group != group && !group.empty()) text += fmt::format(".SS {}\n", roff(option.group));
        group = option.group;
        text += entry(option);
    }
    return text;
}

std::string formats_section(const PluginRegistry& registry) {
    std::string text = ".SH FORMATS\n";
    for (const FormatInfo& info : registry.formats()) {
        if (info.kind != PluginKind::format) continue;
        const std::string_view can = !info.can_write  ? "is read"
                                     : !info.can_read ? "is written"
                                                      : "is read and written";
        text += fmt::format(".TP\n\\fB{}\\fR\n{}; {}\n", roff(info.format), roff(info.title), can);
    }
    return text;
}

std::string exit_section() {
    std::string text = ".SH \"EXIT STATUS\"\n";
    for (const auto& [code, meaning] : exit_codes)
        text += fmt::format(".TP\n\\fB{}\\fR\n{}\n", static_cast<int>(code), roff(meaning));
    return text;
}

}  // namespace

std::string manual(const PluginRegistry& registry) {
    return ".TH OFFPRINT 1 \"\" \"offprint " OFFPRINT_VERSION
           "\" \"User Commands\"\n"
           ".SH NAME\noffprint \\- turn articles into e\\-books, Word files and JSON\n"
           ".SH SYNOPSIS\n"
           ".B offprint\n.I IN...\n.B \\-o\n.I OUT\n.RI [ OPTIONS ]\n.br\n"
           ".B offprint\n.I IN...\n.B \\-d\n.I FOLDER\n.B \\-t\n.I FORMAT\n.RI [ OPTIONS ]\n.br\n"
           ".B offprint \\-\\-check\n.I IN...\n.RI [ OPTIONS ]\n.br\n"
           ".B offprint \\-\\-worker\n.RI [ OPTIONS ]\n"
           ".SH DESCRIPTION\n"
           "Reads articles, such as saved web pages and scraped text, and writes them as something worth reading or\n"
           "processing. Formats are those of the plugins that are installed. What was guessed, repaired or left out "
           "is\n"
           "said on standard error, a line each. Nothing is fetched from the network unless\n"
           ".B \\-\\-fetch\nis given.\n" +
           formats_section(registry) + options_section(registry) + exit_section() +
           ".SH ENVIRONMENT\n"
           ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nThe time that formats with a time field carry, in seconds since 1970\n"
           ".TP\n\\fBOFFPRINT_PLUGIN_PATH\\fR\n"
           "Folders with plugins, absolute and separated by colons; searched after those of \\-\\-plugin\\-dir\n"
           ".SH EXAMPLES\n.nf\n"
           "offprint article.html \\-o article.epub\n"
           "offprint part\\-1.html part\\-2.html \\-o both.epub \\-M title=\"The whole story\"\n"
           "offprint *.html \\-t epub \\-d library/\n"
           "curl \\-s https://paper.example/harbour | offprint \\-f html \\- \\-t json\n.fi\n";
}

}  // namespace offprint::cli
