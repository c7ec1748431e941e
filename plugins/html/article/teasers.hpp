// Teasers: entries of a list that each lead to another article of the site by its title and a few words.
// Thread safety: belongs to one conversion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.hpp"

namespace offprint::html {

class Teasers {
public:
    /// Keeps references to all arguments.
    Teasers(const Dom& dom, const std::vector<TextStatistics>& statistics, const PageMetadata& page);

    /// Looks for teasers among the children of `container`. Those that are counted ("The 10 best boats") are the
    /// article's own entries.
    void find(NodeIndex container, const std::vector<bool>& removed);

    /// Removes all that were found, unless the page is the list of them that somebody wanted to keep.
    void remove(const std::vector<NodeIndex>& roots, Removal& removal) const;

private:
    bool is_teaser(NodeIndex node) const;
    bool are_counted(std::size_t first) const;
    bool stand_apart(std::vector<bool> removed) const;

    const Dom& dom_;
    const std::vector<TextStatistics>& statistics_;
    const PageMetadata& page_;
    std::string site_;
    std::vector<NodeIndex> teasers_;
};

}  // namespace offprint::html
