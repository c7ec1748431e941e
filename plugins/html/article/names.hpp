// What the class and id names of an element say about its part in the page.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::html {

enum class NameMeaning {
    nothing,
    author,               ///< a byline, or with sentences what is told of its people
    perhaps_boilerplate,  ///< "widget", "banner": names that frameworks give to the article's own parts, too
    boilerplate,          ///< "newsletter-signup", "share-bar"
    comments,             ///< of readers: there may be more of them than of the article
};

/// Of one name as a class attribute holds several. "article-share" is a share bar, "article-with-sidebar" an article.
NameMeaning meaning_of(std::string_view name);

}  // namespace offprint::html
