// Small Word files that the tests of the reader put together, and documents in one line.
// Thread safety: values of one test.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "offprint/document.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

/// A file as a maker unknown to us would write it. Whatever a test does not set is sound or not there.
struct WordFile {
    std::string body;       ///< what the body holds
    std::string styles;     ///< `w:style` elements and the like
    std::string numbering;  ///< `w:abstractNum` and `w:num` elements
    std::string footnotes;  ///< `w:footnote` elements
    std::string endnotes;
    std::string comments;
    std::string relationships;                               ///< of the document, beside those of the parts above
    std::vector<std::pair<std::string, std::string>> files;  ///< any name and its bytes, in place of ours

    std::string bytes() const;
};

/// An element of text: `<w:p>` with the style and one run.
std::string word_paragraph(const std::string& text, const std::string& style = {}, const std::string& properties = {});

/// A run with these properties.
std::string word_run(const std::string& text, const std::string& properties = {});

/// A style of paragraphs.
std::string word_style(const std::string& id, const std::string& name, const std::string& based_on = {},
                       const std::string& content = {});

/// An archive of these files.
std::string word_zip(const std::vector<std::pair<std::string, std::string>>& files);

/// The file through the reader alone.
ReadResult read_word(const WordFile& file, const OptionValues& options = {});

/// A document's content in one line: `h1{Title} p{a *b*} ul{p{c} p{d}}`.
std::string shape(const Blocks& blocks);
std::string shape(const Inlines& inlines);

/// A PNG of 4 x 2 pixels.
std::string picture_bytes();

}  // namespace offprint::testing
