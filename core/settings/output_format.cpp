#include "settings/output_format.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint {

FormatInfo format_named(const PluginRegistry& registry, const std::string& name, bool FormatInfo::*can) {
    for (const bool open_unlisted : {false, true}) {
        const std::vector<FormatInfo> formats = registry.formats(open_unlisted);
        for (const FormatInfo& info : formats)
            if (info.format == name) return info;
        for (const FormatInfo& info : formats)
            if (info.*can && std::ranges::find(info.extensions, name) != info.extensions.end()) return info;
    }
    return registry.format(name);  // says what is missing
}

std::string output_format_name(const std::string& wanted, const std::filesystem::path& path) {
    if (!wanted.empty()) return wanted;
    std::string extension = to_lower_ascii(path.extension().string());
    if (extension.empty())
        throw Error(ErrorCode::usage,
                    fmt::format("'{}' has no extension to tell the format by; name it with -t", path.string()));
    return extension.substr(1);
}

}  // namespace offprint
