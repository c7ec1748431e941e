#include "settings/output_format.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint {

FormatInfo output_format(const PluginRegistry& registry, const std::string& wanted, const std::filesystem::path& path) {
    if (!wanted.empty()) return registry.format(wanted);
    std::string extension = to_lower_ascii(path.extension().string());
    if (extension.empty())
        throw Error(ErrorCode::usage,
                    fmt::format("'{}' has no extension to tell the format by; name it with -t", path.string()));
    extension.erase(0, 1);
    for (const bool open_unlisted : {false, true}) {
        for (const FormatInfo& info : registry.formats(open_unlisted)) {
            const auto& known = info.extensions;
            if (info.can_write && std::find(known.begin(), known.end(), extension) != known.end()) return info;
        }
    }
    return registry.format(extension);  // says what is missing
}

}  // namespace offprint
