// The ids that headings have though nobody wrote one, as GitHub makes them, so that links to them lead somewhere.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace offprint::markdown {

/// The name that GitHub gives to a heading: lower case (of ASCII), spaces to '-', without punctuation.
std::string heading_name(std::string_view words);

class HeadingNames {
public:
    /// The id of the next heading; the second of a name ends in "-1".
    std::string add(std::string_view words);

    /// True for an id that `add` made.
    bool contains(std::string_view id) const { return made_.contains(std::string(id)); }

private:
    std::unordered_set<std::string> made_;
    std::unordered_map<std::string, int> counts_;
};

}  // namespace offprint::markdown
