#include "metadata/keywords.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

void add_keywords(std::string_view list, std::vector<std::string>& keywords) {
    constexpr std::size_t most_keywords = 200;  // also what keeps the search for twins short
    while (!list.empty() && keywords.size() < most_keywords) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view keyword = trim(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (!keyword.empty() && std::find(keywords.begin(), keywords.end(), keyword) == keywords.end())
            keywords.emplace_back(keyword);
    }
}

}  // namespace offprint::html
