#include <gtest/gtest.h>

#include <string>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

std::string read(const std::string& text, const std::string& article = "auto") {
    return testing::outline(testing::read_only("text", text, {{"article", article}}).document.content);
}

std::string shape_of(const std::string& text) {
    for (const Diagnostic& diagnostic : testing::read_only("text", text).diagnostics)
        if (diagnostic.code == "text.shape") return diagnostic.message.substr(8, diagnostic.message.find(" (") - 8);
    return "";
}

const std::string block =
    "The carts went over the mere by night, since nobody had told the\n"
    "toll keeper that there was a road there now, and he slept until it\n"
    "thawed.\n";

TEST(TextLayout, IsFoundOut) {
    EXPECT_EQ(shape_of(block + "\n" + block + "\n" + block), "blocks");
    EXPECT_EQ(shape_of(block + block + block + block), "wrapped");
    EXPECT_EQ(shape_of("   " + block + "   " + block + "   " + block), "indented");
    EXPECT_EQ(shape_of("Ice\n\n" + std::string(200, 'x') + " y.\n\n" + std::string(300, 'z') + " y.\n"), "lines");
    EXPECT_EQ(shape_of("From: Ada Quill <ada@quill.example>\nSubject: Ice\n\n" + block), "mail");
    EXPECT_EQ(shape_of("*** START OF THE PROJECT GUTENBERG EBOOK ICE ***\n\n" + block), "gutenberg");
    EXPECT_EQ(
        shape_of("Quill        Informational      [Page 1]\n\f\n" + block + "\nQuill   Informational   [Page 2]\n"),
        "rfc");
    EXPECT_EQ(shape_of("# Ice\n\n" + block + "\n## Salt\n\n" + block), "markdown");
}

TEST(TextLayout, AShortLineEndsAWrappedParagraph) {
    const std::string paragraph =
        "p(The carts went over the mere by night, since nobody had told the toll keeper that there was a road there "
        "now, "
        "and he slept until it thawed.)";
    EXPECT_EQ(read(block + block + block, "never"), paragraph + " " + paragraph + " " + paragraph);
}

TEST(TextLayout, IdeographicSpacesAreWhiteSpace) {
    EXPECT_EQ(read("\xE3\x80\x80\xE3\x80\x80雨停了，他说.\n\xC2\xA0\n\xE3\x80\x80\xE3\x80\x80他笑了。", "never"),
              "p(雨停了，他说.) p(他笑了。)");
}

TEST(TextHyphenation, JoinsWhatTheTextJoinsElsewhere) {
    const std::string start = "The information was, as far as anybody could tell at the time, in-\nformation of the ";
    EXPECT_EQ(
        read(start + "kind that a well-\nknown newspaper prints on a long Monday, when there is no other.\n\n" + block)
            .substr(0, 166),
        "p(The information was, as far as anybody could tell at the time, information of the kind that a "
        "well-known newspaper prints on a long Monday, when there is no other.)");
}

TEST(TextHyphenation, CompoundsOfGermanHaveNoHyphenBeforeASmallLetter) {
    const std::string text =
        "Die Kirche von Rautenfeld hat drei Glocken, und keine stimmt zu den an-\n"
        "deren. Das wissen alle, die dort wohnen, und wer Vor- und Nach-\n"
        "teile kennt, der schweigt, denn am Sonntag läutet sie Herr Brahm-\n"
        "Ottens, der es nicht besser weiß, seit vielen Jahren ganz allein.\n";
    const std::string outline = read(text + "\n" + text);
    EXPECT_NE(outline.find("zu den anderen."), std::string::npos) << outline;
    EXPECT_NE(outline.find("Vor- und Nachteile kennt"), std::string::npos) << outline;
    EXPECT_NE(outline.find("Herr Brahm-Ottens,"), std::string::npos) << outline;
}

TEST(TextHyphenation, NeverTouchesAHyphen) {
    const std::string text =
        "The information was, as far as anybody could tell at that time, in-\nformation of the usual kind, which is "
        "none "
        "to be\nrelied on by such people as live near it.\n";
    EXPECT_NE(read(text, "never").find("in-formation"), std::string::npos);
    EXPECT_EQ(read(text, "auto").find("in-formation"), std::string::npos);
}

TEST(TextPages, RunningHeadersGoAndParagraphsAreWhole) {
    const std::string text =
        "   The plate goes to the left, and whoever speaks at that time may\n   hold it, and eat what lies upon it, "
        "until the end of the\n\n"
        "Crumb                     Experimental                    [Page 1]\n\f\n"
        "RFC 99                  Biscuit Transport                 May 2012\n\n\n"
        "   sentence, but not of the paragraph.\n\n"
        "Crumb                     Experimental                    [Page 2]\n\f\n"
        "RFC 99                  Biscuit Transport                 May 2012\n\n"
        "   The end of the memo comes here, with a last sentence.\n\n"
        "Crumb                     Experimental                    [Page 3]\n";
    EXPECT_EQ(read(text),
              "p(The plate goes to the left, and whoever speaks at that time may hold it, and eat what lies upon it, "
              "until the end of the "
              "sentence, but not of "
              "the paragraph.) p(The end of the memo comes here, with a last sentence.)");
    EXPECT_TRUE(testing::read_only("text", text).reported("text.running-header"));
    EXPECT_NE(read(text, "never").find("Crumb Experimental"), std::string::npos);
}

TEST(TextLayout, FieldsOfAMessageAreNoEvidence) {
    const std::string header =
        "Path: news.quill.example\nFrom: Ada Quill <ada@quill.example>\nNewsgroups: rec.ice\n"
        "Subject: Ice\nOrganization: None\nLines: 3\n\n";
    EXPECT_EQ(read(header + block),
              "p(The carts went over the mere by night, since nobody had told the toll keeper that there was a road "
              "there now, and he slept until it thawed.)");
}

TEST(TextLayout, VerseWithEveryOtherLineSetInIsNoProse) {
    const std::string stanza =
        "He counted lanterns on the farther shore,\n    and took away the ones the fog had drowned;\n"
        "there should have been a dozen, maybe more,\n    and seven was the most he ever found.\n\n";
    EXPECT_EQ(shape_of(stanza + stanza + stanza), "lines");
}

TEST(TextLayout, HangingLinesBelongToTheEntryAbove) {
    const std::string entry =
        "Quill, Ada, and Ben Lowe. The Ice Roads of the Northern Meres and\n"
        "    of those who travelled there. Sund, 1911.\n\n";
    const std::string read_entry =
        "p(Quill, Ada, and Ben Lowe. The Ice Roads of the Northern Meres and of those who travelled there. Sund, "
        "1911.)";
    EXPECT_EQ(read(entry + entry + entry, "never"), read_entry + " " + read_entry + " " + read_entry);
}

}  // namespace
}  // namespace offprint
