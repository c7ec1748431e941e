#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

using testing::outline;

Document read(const std::string& text) {
    return testing::read_only("text", text).document;
}

const std::string body =
    "The ferry left at six, as it had for forty years, and nobody was on it but the crew and a goat.\n\n"
    "The goat got off at Sundholm and was seen walking uphill.\n";

TEST(TextPlaces, LineThatEndsWithTheDay) {
    const Document report =
        read("THE GOATS OF SUNDHOLM\n\nReport to the Harbour Committee, 1 December 2010\n\n" + body);
    EXPECT_EQ(report.metadata.title, "THE GOATS OF SUNDHOLM");
    EXPECT_EQ(report.metadata.subtitle, "Report to the Harbour Committee, 1 December 2010");
    EXPECT_EQ(report.metadata.published, (Date{2010, 12, 1, {}}));

    const Document talk = read("What Goats See\nNotes of the Quay Lecture, 30 October 2014\n\n" + body);
    EXPECT_EQ(talk.metadata.title, "What Goats See");
    EXPECT_EQ(talk.metadata.published, (Date{2014, 10, 30, {}}));

    const Document place = read("La cabra\n\nPor Ada Quill\nSundholm, 2 de abril de 2016\n\n" + body);
    EXPECT_EQ(place.metadata.published, (Date{2016, 4, 2, {}}));
    EXPECT_TRUE(outline(place.content).starts_with("byline(p(strong(Ada Quill)|Sundholm))")) << outline(place.content);
}

TEST(TextPlaces, SentencesWithADayStay) {
    const Document document = read("What Goats See\n\nThe goat came aboard on 3 May 2012.\n\n" + body);
    EXPECT_FALSE(document.metadata.published);
    EXPECT_TRUE(plain_text(document.content).starts_with("The goat came aboard"));
}

TEST(TextPlaces, DaysOfADiaryAreNoDateOfIt) {
    const Document document = read(
        "A Winter on the Quay\n\n3 January 1947\n\nSnow since noon, and no ferry.\n\n4 January 1947\n\nThe goat came "
        "back by itself.\n");
    EXPECT_FALSE(document.metadata.published);
    EXPECT_TRUE(plain_text(document.content).starts_with("3 January 1947"));
}

TEST(TextPlaces, DatelineOfTowns) {
    for (const char* dateline : {"SUNDHOLM, May 9, 2018 -- ", "Sundholm, 9. Mai 2018 – ", "Sundholm, le 9 mai 2018 — "})
        EXPECT_EQ(read(std::string("A Ferry Less\n\n") + dateline + body).metadata.published, (Date{2018, 5, 9, {}}))
            << dateline;
    EXPECT_FALSE(read("A Ferry Less\n\nOn 9 May 2018 - a Wednesday - " + body).metadata.published);
}

TEST(TextPlaces, UnderlinedTitle) {
    const Document document = read("Feeding a goat at sea\n---------------------\n\nAuthor: Bo Lind\n\n" + body);
    EXPECT_EQ(document.metadata.title, "Feeding a goat at sea");
    ASSERT_EQ(document.metadata.contributors.size(), 1U);
    EXPECT_EQ(document.metadata.contributors[0].name, "Bo Lind");
}

TEST(TextPlaces, AuthorsBesideTitlesInCapitals) {
    const std::string chapter =
        "    The goat had been at sea since the spring, and it had learned\nto read the timetable.\n"
        "    \"You are late,\" it said to the captain, who knew it.\n";
    const std::vector<std::pair<std::string, std::string>> heads = {
        {"               THE GOAT AT SEA\n\n               Ada Quill\n\n\n\n", "THE GOAT AT SEA"},
        {"Ada Quill\n\nTHE GOAT AT SEA\n\nA Tale\n\n", "THE GOAT AT SEA"},
        {"ADA QUILL\n\nTHE GOAT AT SEA\n\nNovelle\n\n", "THE GOAT AT SEA"},
        {"Ada Quill\n\nTHE GOAT AT SEA\n\n", "THE GOAT AT SEA"},
    };
    for (const auto& [head, title] : heads) {
        const Document document = read(head + chapter);
        EXPECT_EQ(document.metadata.title, title) << head;
        ASSERT_EQ(document.metadata.contributors.size(), 1U) << head;
        EXPECT_EQ(to_lower_ascii(document.metadata.contributors[0].name), "ada quill") << head;
        EXPECT_TRUE(plain_text(document.content).starts_with("The goat had been")) << head;
    }
}

TEST(TextPlaces, TitlesAboveHeadingsInCapitals) {
    const Document document = read("Ancient Bells\n\nTHE BEGINNING\n\n" + body + "\nTHE END\n\n" + body);
    EXPECT_EQ(document.metadata.title, "Ancient Bells");
    EXPECT_TRUE(document.metadata.contributors.empty());
}

TEST(TextPlaces, PublisherOfAnEntry) {
    const Document document = read("Sundholm\nFrom Quaypedia, the open encyclopedia\n\n" + body);
    EXPECT_EQ(document.metadata.title, "Sundholm");
    EXPECT_EQ(document.metadata.publisher, "Quaypedia");
}

TEST(TextPlaces, GenreBeforeTheByline) {
    const Document document = read("The Goat That Voted\n\nA memoir by Ada Quill\n\n" + body);
    EXPECT_EQ(document.metadata.subtitle, "A memoir");
    ASSERT_EQ(document.metadata.contributors.size(), 1U);
    EXPECT_EQ(document.metadata.contributors[0].name, "Ada Quill");
}

TEST(TextPlaces, PaperBesideTheDay) {
    const Document document =
        read("What Goats See\n\nInterview by Ada Quill\nSundholm Herald, 14 July 2011\n\n" + body);
    ASSERT_EQ(document.metadata.contributors.size(), 1U);
    EXPECT_EQ(document.metadata.publisher, "Sundholm Herald");
}

TEST(TextPlaces, BiographiesAtTheEnd) {
    for (const char* biography :
         {"Ada Quill is a freelance writer based in Sundholm. Her goat is called Bo.",
          "The author is a retired captain and writes on goats.", "Ada Quill är sekreterare i hamnens förening."}) {
        const Document document =
            read(std::string("What Goats See\n\nBy Ada Quill\n\n") + body + "\n" + biography + "\n");
        EXPECT_EQ(outline({document.content.front()}), std::string("byline(p(") + biography + "))");
        EXPECT_TRUE(plain_text(document.content).ends_with("walking uphill.")) << biography;
    }
}

TEST(TextPlaces, EndsThatAreNoBiographies) {
    for (const char* end : {"Ada Quill saw the goat again in March.", "The captain is a teacher on weekdays."}) {
        const Document document = read(std::string("What Goats See\n\nBy Ada Quill\n\n") + body + "\n" + end + "\n");
        EXPECT_TRUE(plain_text(document.content).ends_with(end)) << end;
    }
}

}  // namespace
}  // namespace offprint
