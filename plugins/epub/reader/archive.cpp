#include "reader/archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/url.hpp"

namespace offprint::epub {

Archive::Archive(std::string bytes, Context& context)
    : context_(context), zip_(std::move(bytes), context.limits().resource_bytes) {
    for (std::uint64_t entry = 0; entry < zip_.size(); ++entry) {
        context.checkpoint();
        std::string name = zip_.name(entry);
        if (name.empty()) {
            context.report(Severity::warning, "epub.entry-outside",
                           "an entry of the archive has a name that leads out of it; it was left out");
            continue;
        }
        const auto [known, is_new] = entries_.try_emplace(std::move(name), entry);
        if (!is_new)
            context.report(Severity::warning, "epub.duplicate-entry",
                           fmt::format("the archive holds '{}' more than once; the first one counts", known->first));
    }
}

std::string Archive::first_with_extension(std::string_view extension) const {
    for (std::uint64_t entry = 0; entry < zip_.size(); ++entry)
        if (std::string name = zip_.name(entry); name.ends_with(extension)) return name;
    return {};
}

std::optional<std::string> Archive::unpack(const std::string& path) {
    const auto found = entries_.find(path);
    if (found == entries_.end()) return std::nullopt;
    const Limits& limits = context_.limits();
    std::optional<std::string> bytes = zip_.unpack(found->second, limits.input_bytes);
    if (!bytes && zip_.exceeded()) throw_limit(limits, &Limits::input_bytes);
    return bytes;
}

std::string resolve_path(std::string_view base, std::string_view reference) {
    // Any scheme with a hierarchy will do.
    constexpr std::string_view root = "epub:/";
    reference = reference.substr(0, reference.find_first_of("?#"));
    const std::string url = resolve_url(std::string(root) + encode_url(base), reference);
    return percent_decode(std::string_view(url).substr(std::min(root.size(), url.size())));
}

}  // namespace offprint::epub
