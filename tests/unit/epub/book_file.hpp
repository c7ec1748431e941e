// Small EPUB files that the tests of the reader put together.
// Thread safety: values of one test.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offprint::testing {

/// A book of XHTML files, as a maker unknown to us would write it. Whatever a test does not set is sound.
struct BookFile {
    std::string metadata = "<dc:title>Harbours</dc:title><dc:language>en</dc:language>";
    std::string manifest;  ///< items beside those of the spine
    std::string spine_attributes;
    std::vector<std::pair<std::string, std::string>> chapters;  ///< path beneath "OEBPS/" and the body's content
    std::vector<std::pair<std::string, std::string>> files;     ///< any path and its bytes

    /// Appends a chapter, "chapter-1.xhtml" and so on.
    BookFile& chapter(std::string body);

    std::string bytes() const;
};

/// A file of XHTML with this body.
std::string xhtml_page(std::string_view body);

/// An archive of these files, the first of them stored.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

/// A PNG of 4 x 2 pixels.
std::string small_png();

}  // namespace offprint::testing
