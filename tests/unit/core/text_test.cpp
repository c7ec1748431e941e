#include "offprint/text.hpp"

#include <gtest/gtest.h>

namespace offprint {
namespace {

using namespace std::string_literals;

TEST(CleanXmlText, KeepsSoundTextAsItIs) {
    for (const std::string& text : {"plain"s, "tab\tand\nline"s, "Grüße, мир, 世界, 😀"s, ""s}) {
        EXPECT_EQ(xml_text_prefix(text), text.size());
        EXPECT_EQ(clean_xml_text(text), text);
    }
}

TEST(CleanXmlText, RepairsTheRest) {
    const std::string replacement = "\xEF\xBF\xBD";
    EXPECT_EQ(clean_xml_text("a\0b\x01\x0C"s), "ab");
    EXPECT_EQ(clean_xml_text("a\xEF\xBF\xBE\xEF\xBF\xBF"s), "a");  // U+FFFE, U+FFFF
    EXPECT_EQ(clean_xml_text("a\xED\xA0\x80z"s), "a" + replacement + replacement + replacement + "z");  // a surrogate
    EXPECT_EQ(clean_xml_text("\xC0\xAF"s), replacement + replacement);                                  // overlong
    EXPECT_EQ(clean_xml_text("\xF0\x9F\x98"s), replacement);                                            // cut short
    EXPECT_EQ(clean_xml_text("12345678\xFF"
                             "12345678"s),
              "12345678" + replacement + "12345678");
    EXPECT_EQ(xml_text_prefix("12345678\x01"
                              "2345678"s),
              8U);
}

TEST(CollapseSpace, LeavesNoBreakSpacesAlone) {
    EXPECT_EQ(collapse_space("  a \t\r\n b\f "), "a b");
    EXPECT_EQ(collapse_space("a\u00A0 b"), "a\u00A0 b");
    EXPECT_EQ(trim("\u00A0 a b\u00A0\n"), "a b");
}

TEST(Slug, KeepsLettersOfEveryScript) {
    EXPECT_EQ(slug("Hello, World!"), "hello-world");
    EXPECT_EQ(slug("It’s the pilot's"), "its-the-pilots");
    EXPECT_EQ(slug("Größe — 世界"), "größe-世界");
    EXPECT_EQ(slug("…!?"), "");
}

TEST(Utf8, CountsAndCutsCharacters) {
    EXPECT_EQ(code_points("aß世😀"), 4U);
    EXPECT_EQ(utf8_prefix("aß世", 2), "a");
    EXPECT_EQ(utf8_prefix("aß世", 3), "aß");
    EXPECT_EQ(utf8_prefix("aß", 9), "aß");
}

TEST(PlainText, SpeaksBlocksAndLeavesNotesOut) {
    Paragraph first{{}, {Text("One"), LineBreak{}, Text("two"), NoteRef{}}};
    Image image;
    image.alt = "a picture";
    Paragraph second{{}, {image}};
    EXPECT_EQ(plain_text(Blocks{first, second}), "One two a picture");
}

TEST(AppendText, MergesNeighbours) {
    Inlines inlines;
    append_text(inlines, "a", {1, 2});
    append_text(inlines, "", {2, 3});
    append_text(inlines, "b", {3, 4});
    ASSERT_EQ(inlines.size(), 1U);
    EXPECT_EQ(std::get<Text>(inlines[0]).text, "ab");
    EXPECT_EQ(std::get<Text>(inlines[0]).range, (SourceRange{1, 4}));
}

TEST(Text, OpensWithLooksAtTheFirstBlocks) {
    Paragraph picture;
    Paragraph dek;
    Paragraph text;
    picture.content.push_back(Image{});
    append_text(dek.content, "What moves over the dark.");
    append_text(text.content, "The pilots wait.");
    EXPECT_TRUE(opens_with(Blocks{picture, dek, text}, "What moves \u2013 over the Dark"));
    EXPECT_FALSE(opens_with(Blocks{text, text, text, text, dek}, "What moves over the dark."));
    EXPECT_FALSE(opens_with(Blocks{text}, ""));
    EXPECT_FALSE(opens_with(Blocks{}, "What moves over the dark."));
}

}  // namespace
}  // namespace offprint
