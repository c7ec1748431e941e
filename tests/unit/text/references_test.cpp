#include <gtest/gtest.h>

#include <string>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

/// The outline of the content, then of each note.
std::string read(const std::string& text, const std::string& article = "auto") {
    const testing::ReadResult result = testing::read_only("text", text, {{"article", article}});
    std::string outline = testing::outline(result.document.content);
    for (const Note& note : result.document.notes) outline += " note(" + testing::outline(note.content) + ")";
    return outline;
}

TEST(TextReferences, NotesInBrackets) {
    EXPECT_EQ(read("It rained[1], and it froze.[2]\n\n[1] In March, mostly.\n[2] Twice, and again\n    in May."),
              "p(It rained^0, and it froze.^1) note(p(In March, mostly.)) note(p(Twice, and again in May.))");
    EXPECT_EQ(read("Text.[^a]\n\n[^a]: A note with a name."), "p(Text.^0) note(p(A note with a name.))");
    EXPECT_EQ(read("It snowed.¹\n\n¹ A little."), "p(It snowed.^0) note(p(A little.))");
}

TEST(TextReferences, ANoteMayBeReferredToTwice) {
    EXPECT_EQ(read("One,[1] and the other.[1]\n\n[1] Both."), "p(One,^0 and the other.^0) note(p(Both.))");
}

TEST(TextReferences, NumbersBeginAnewInEachChapter) {
    EXPECT_EQ(read("One,[1] two.\n\n[1] First.\n\nThree.[1]\n\n[1] Second."),
              "p(One,^0 two.) p(Three.^1) note(p(First.)) note(p(Second.))");
}

TEST(TextReferences, ProjectGutenbergsFootnotes) {
    EXPECT_EQ(read("A mere,[3] or two.\n\n[Footnote 3: A lake, in the words\nof the county.]\n\nMore text."),
              "p(A mere,^0 or two.) p(More text.) note(p(A lake, in the words of the county.))");
}

TEST(TextReferences, TheirHeadingGoes) {
    EXPECT_EQ(read("It rained.[1]\n\nNotes\n-----\n\n[1] In March."), "p(It rained.^0) note(p(In March.))");
    EXPECT_EQ(read("It rained.[1]\n\n---\n\n[1] In March."), "p(It rained.^0) note(p(In March.))");
}

TEST(TextReferences, WhatNothingRefersToStays) {
    EXPECT_EQ(read("[1] is a number, and [x] a letter.\n\n[7] Seven.", "never"),
              "p([1] is a number, and [x] a letter.) p([7] Seven.)");
    EXPECT_EQ(read("An array a[1] has no note.", "never"), "p(An array a[1] has no note.)");
}

// A label of words would be lost.
TEST(TextReferences, NeverTakesWordsAway) {
    EXPECT_EQ(read("See [Quill99].\n\n[Quill99] A book.", "never"), "p(See [Quill99].) p([Quill99] A book.)");
    EXPECT_EQ(read("See it.[1] Or not.\n\nNotes\n\n[1] A book.", "never"),
              "p(See it.^0 Or not.) p(Notes) note(p(A book.))");
}

TEST(TextReferences, MarkdownsLinks) {
    const testing::ReadResult result = testing::read_only("text",
                                                          "[A][1], [the b][] and [c].\n\n[1]: https://a.example/\n[The "
                                                          "B]: <https://b.example/>  \"B\"\n[c]: https://c.example/",
                                                          {{"text-style", "markdown"}});
    EXPECT_EQ(testing::outline(result.document.content),
              "p(a(A -> https://a.example/), a(the b -> https://b.example/) and a(c -> https://c.example/).)");
}

}  // namespace
}  // namespace offprint
