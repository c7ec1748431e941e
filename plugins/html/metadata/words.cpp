#include "metadata/words.hpp"

#include <algorithm>
#include <iterator>

#include "offprint/text.hpp"

namespace offprint::html {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    // A slug is the words of a text with everything else cut away.
    const std::string joined = slug(text);
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find('-', at), joined.size());
        words.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::size_t shared_words(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
    return shared.size();
}

bool same_words(std::string_view left, std::string_view right) {
    const std::string slug_of_left = slug(left);
    return !slug_of_left.empty() && slug_of_left == slug(right);
}

}  // namespace offprint::html
