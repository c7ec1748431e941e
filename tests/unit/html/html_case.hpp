// Runs a table of snippets of markup through the reader.
// Thread safety: for tests, one thread.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

struct HtmlCase {
    std::string markup;
    std::string outline;
};

/// Reads each snippet as a page at https://site.example/dir/page and compares its outline.
inline void expect_outlines(const std::vector<HtmlCase>& cases) {
    for (const HtmlCase& c : cases) {
        const ReadResult result = read_only("html", c.markup, {{"base-url", "https://site.example/dir/page"}});
        EXPECT_EQ(outline(result.document), c.outline) << c.markup;
    }
}

}  // namespace offprint::testing
