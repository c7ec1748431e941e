#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

const std::string prose = "The ice on the mere was nine inches thick that winter, and the carts went over it by night.";
const std::string read_prose = "p(" + prose + ")";

/// The outline of a text that begins with prose, with "P" for prose.
std::string read(std::string text, const std::string& style = "lines") {
    for (std::size_t at = text.find("P\n"); at != std::string::npos; at = text.find("P\n", at + prose.size()))
        text.replace(at, 1, prose);
    std::string outline =
        testing::outline(testing::read_only("text", prose + "\n\n" + text, {{"text-style", style}}).document.content);
    for (std::size_t at = outline.find(read_prose); at != std::string::npos; at = outline.find(read_prose, at))
        outline.replace(at, read_prose.size(), "P");
    return outline;
}

TEST(TextHeadings, ShortLinesBetweenParagraphs) {
    const std::vector<std::string> headings = {"Why it matters", "What the Sea Returns", "INTRODUCTION",
                                               "Après la crue",  "Что осталось",         "一把伞要修多久",
                                               "ماذا بقي",       "2.1 Methods"};
    for (const std::string& heading : headings) EXPECT_EQ(read(heading + "\n\nP\n"), "P h2(" + heading + ") P");
}

TEST(TextHeadings, WhatOnlyLooksLikeOne) {
    const std::vector<std::string> lines = {
        "He waited.",    "“Well, then,” she said", "and so on",    "— Nothing",
        "Note:",         "ada@quill.example",      "[sings]",      "https://quill.example/ice",
        "12 April 1963", "FINCH: Do you miss it?", "... and then",
    };
    for (const std::string& line : lines) {
        const std::string outline = read(line + "\n\nP\n");
        EXPECT_EQ(outline.find("h2("), std::string::npos) << outline;
    }
}

TEST(TextHeadings, NothingHeadsNothing) {
    EXPECT_EQ(read("The End\n"), "P p(The End)");
}

TEST(TextHeadings, ChapterWithItsTitle) {
    EXPECT_EQ(read("CHAPTER I\n\nThe Great Frost\n\nP\n\nCHAPTER II.\n\nP\n", "blocks"),
              "P h2(CHAPTER I|The Great Frost) P h2(CHAPTER II.) P");
    EXPECT_EQ(read("Chapter and verse were given by the\nvicar.\n\nP\n", "blocks"),
              "P p(Chapter and verse were given by the vicar.) P");
    EXPECT_EQ(read("Глава 3\n\nP\n"), "P h2(Глава 3) P");
    EXPECT_EQ(read("第三章 雨\n\nP\n"), "P h2(第三章 雨) P");
}

TEST(TextHeadings, LevelsFollowTheKinds) {
    EXPECT_EQ(read("BOOK ONE\n\nCHAPTER I\n\nP\n\nI\n\nP\n\nII\n\nP\n\nCHAPTER II\n\nP\n", "blocks"),
              "P h2(BOOK ONE) h3(CHAPTER I) P h4(I) P h4(II) P h3(CHAPTER II) P");
    EXPECT_EQ(read("1. Rain\n\nP\n\n1.1. Drizzle\n\nP\n\n2. Snow\n\nP\n"),
              "P h2(1. Rain) P h3(1.1. Drizzle) P h2(2. Snow) P");
}

TEST(TextHeadings, OneAboveAnotherCountsAmongOthers) {
    EXPECT_EQ(read("History\n\nEarly days\n\nP\n\nLater days\n\nP\n"),
              "P h2(History) h2(Early days) P h2(Later days) P");
    EXPECT_EQ(read("A line\n\nAnother line\n\nP\n"), "P p(A line) h2(Another line) P");
}

TEST(TextHeadings, ANumberAloneIsAPages) {
    EXPECT_EQ(read("114\n\nP\n"), "P p(114) P");
}

// Who speaks in a play comes again and again.
TEST(TextHeadings, NamesThatRepeatAreNone) {
    EXPECT_EQ(read("MISS ASH\n\nP\n\nMISS ASH\n\nP\n\nMISS ASH\n\nP\n", "blocks"),
              "P p(MISS ASH) P p(MISS ASH) P p(MISS ASH) P");
}

TEST(TextHeadings, QuestionsCountInCompany) {
    EXPECT_EQ(read("How long does it last?\n\nP\n\nWho pays for the salt?\n\nP\n"),
              "P h2(How long does it last?) P h2(Who pays for the salt?) P");
    EXPECT_EQ(read("Who would pay for that?\n\nP\n"), "P p(Who would pay for that?) P");
}

TEST(TextHeadings, NumberedParagraphsAreAList) {
    EXPECT_EQ(read("1. Salt\n\n2. Sand\n"), "P ol1-loose(li(p(Salt)) li(p(Sand)))");
}

}  // namespace
}  // namespace offprint
