#include "cli/listing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/messages.hpp"

namespace offprint::cli {

namespace {

const char* name_of(PluginInfo::State state) {
    switch (state) {
        case PluginInfo::State::ready:
            return "ready";
        case PluginInfo::State::shadowed:
            return "shadowed";
        case PluginInfo::State::refused:
            return "refused";
    }
    return "unknown";
}

}  // namespace

std::string list_formats(const PluginRegistry& registry) {
    std::string text = fmt::format("{:<10} {:<18} {:<20} {}\n", "FORMAT", "CAN", "EXTENSIONS", "TITLE");
    for (const FormatInfo& info : registry.formats(true)) {
        if (info.kind != PluginKind::format) continue;
        std::vector<std::string_view> can;
        if (info.can_read) can.push_back("read");
        if (info.can_write) can.push_back("write");
        if (info.can_check) can.push_back("check");
        text += fmt::format("{:<10} {:<18} {:<20} {}\n", info.format, fmt::format("{}", fmt::join(can, ",")),
                            fmt::format("{}", fmt::join(info.extensions, ",")), info.title);
    }
    return text;
}

std::string list_plugins(const PluginRegistry& registry) {
    std::string text = fmt::format("{:<9} {:<10} {:<8} {}\n", "STATE", "FORMAT", "VERSION", "PATH");
    for (const PluginInfo& info : registry.check_all()) {
        text += fmt::format("{:<9} {:<10} {:<8} {}\n", name_of(info.state), info.format.format,
                            info.format.version.empty() ? "-" : info.format.version, printable(info.path.string()));
        if (!info.reason.empty()) text += fmt::format("          {}\n", printable(info.reason));
    }
    for (const std::string& problem : registry.problems()) text += fmt::format("skipped   {}\n", printable(problem));
    return text;
}

}  // namespace offprint::cli
