// Pages with something around their article, and what of it has to stay.
// Thread safety: for tests, one thread.
#pragma once

#include <string>
#include <vector>

#include "html_case.hpp"

namespace offprint::testing {

/// Two paragraphs of an article.
inline const std::string lead =
    "<p>The pilots wait for the hour before slack water, when the current in the narrows stands still, and then they "
    "go, one after the other, without a word.</p>";
inline const std::string rest =
    "<p>Nobody who has watched them from the mole forgets the lamps moving over the dark, red to port, green to "
    "starboard, white at the stern.</p>";

inline bool holds(const Document& document, const char* text) {
    return outline(document).find(text) != std::string::npos;
}

/// What of a page with a menu stays, and what goes.
struct Page {
    const char* name;
    std::string html;
    std::vector<const char*> kept;
    std::vector<const char*> gone;
};

inline void expect_articles(const std::vector<Page>& pages) {
    for (const Page& c : pages) {
        const ReadResult result = read_only("html", "<nav><a href=/>Menu</a></nav>" + c.html,
                                            {{"base-url", "https://site.example/dir/page"}});
        for (const char* text : c.kept)
            EXPECT_TRUE(holds(result.document, text)) << c.name << ": " << text << "\n" << outline(result.document);
        for (const char* text : c.gone)
            EXPECT_FALSE(holds(result.document, text)) << c.name << ": " << text << "\n" << outline(result.document);
    }
}

}  // namespace offprint::testing
