#include "cli/option_list.hpp"

#include <algorithm>

namespace offprint::cli {

namespace {

std::vector<std::string> parts_of(std::string_view value) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t bar = value.find('|');
        parts.emplace_back(value.substr(0, bar));
        if (bar == std::string_view::npos) return parts;
        value.remove_prefix(bar + 1);
    }
}

}  // namespace

std::vector<std::string> OptionEntry::choices() const {
    std::vector<std::string> found = parts_of(value);
    if (found.size() < 2) return {};
    std::erase_if(found, [](const std::string& part) { return part == "FILE" || part == "FOLDER"; });
    return found;
}

bool OptionEntry::takes(std::string_view kind) const {
    const std::vector<std::string> parts = parts_of(value);
    return std::find(parts.begin(), parts.end(), kind) != parts.end();
}

}  // namespace offprint::cli
