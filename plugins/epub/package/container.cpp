#include "package/container.hpp"

#include "offprint/error.hpp"
#include "offprint/limits.hpp"
#include "offprint/url.hpp"

namespace offprint::epub::ocf {

Container::Container(std::string bytes, Context& context)
    : context_(context), zip_(std::move(bytes), context.limits().resource_bytes) {
    for (std::uint64_t i = 0; i < zip_.size(); ++i) {
        context.checkpoint();
        entries_.push_back(zip_.entry(i));
        by_path_.emplace(entries_.back().name, i);
    }
}

std::optional<std::string> Container::read(const std::string& path) {
    const auto found = by_path_.find(path);
    if (found == by_path_.end()) return std::nullopt;
    std::optional<std::string> bytes = zip_.unpack(found->second, context_.limits().input_bytes);
    if (!zip_.exceeded()) return bytes;
    const bool is_too_large = entries_[found->second].size > context_.limits().input_bytes;
    throw_limit(context_.limits(), is_too_large ? &Limits::input_bytes : &Limits::resource_bytes);
}

std::optional<std::string> Container::read_head(const std::string& path, std::size_t size) {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? std::nullopt : zip_.unpack_head(found->second, size);
}

std::optional<std::string> resolve_path(std::string_view base, std::string_view reference) {
    std::string path(reference.substr(0, reference.find_first_of("?#")));
    path = path.empty() ? std::string(base) : percent_decode(path);
    if (path.starts_with('/')) return std::nullopt;
    const std::size_t slash = base.rfind('/');
    if (!reference.empty() && reference.front() != '#' && reference.front() != '?' && slash != std::string_view::npos)
        path.insert(0, base.substr(0, slash + 1));
    std::string resolved;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view segment = std::string_view(path).substr(begin, end - begin);
        begin = end + 1;
        if (segment == ".") continue;
        if (segment != "..") {
            if (!resolved.empty()) resolved += '/';
            resolved += segment;
            continue;
        }
        if (resolved.empty()) return std::nullopt;
        const std::size_t last = resolved.rfind('/');
        resolved.erase(last == std::string::npos ? 0 : last);
    }
    return resolved;
}

}  // namespace offprint::epub::ocf
