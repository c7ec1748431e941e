#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

const std::string ferry =
    "The ferry to Sundholm left at six, as it had for forty years, and for the first time nobody was on it but the "
    "crew and a crate of live eels that a restaurant had ordered.\n\n";
const std::string captain =
    "Captain Orla Venn says the numbers have fallen since the bridge opened. On weekdays she carries a dozen people; "
    "in winter there are mornings when she carries none, and still the timetable must be kept.\n\n";
const std::string county =
    "The county pays for the route until next summer. What happens then will be decided by a council on which no "
    "islander has a seat, and the islanders have begun to count their boats.\n\n";
const std::string story = ferry + captain + county;

testing::ReadResult read(const std::string& text, const std::string& article = "auto") {
    return testing::read_only("text", text, {{"article", article}});
}

/// What is left of a story with `head` above it and `tail` below, without the story itself.
std::string left_of(const std::string& head, const std::string& tail) {
    const testing::ReadResult result = read("The Last Ferry\n\nBy Orrin Falk\n\n" + head + story + tail);
    EXPECT_EQ(result.document.metadata.title, "The Last Ferry") << head << tail;
    std::string text = plain_text(result.document.content);
    const std::string whole = collapse_space(story);
    const std::size_t at = text.find(whole);
    EXPECT_NE(at, std::string::npos) << text;
    return at == std::string::npos ? text : collapse_space(text.erase(at, whole.size()));
}

TEST(TextBoilerplate, Head) {
    for (const char* head : {
             "5 min read\n\n",
             "Lesezeit: 4 Minuten\n\n",
             "Share this article\n\n",
             "Listen to this article\n\n",
             "Photo: Harbour Agency / Cy Vogt\n\n",
             "Advertisement\n\n",
             "We use cookies to make this page better. By reading on you agree.\n\n",
             "Facebook\nTwitter\nEmail\n\n",
         })
        EXPECT_EQ(left_of(head, ""), "") << head;
}

TEST(TextBoilerplate, Tail) {
    for (const char* tail : {
             "12 Comments\n",
             "Thanks for reading Notes from the Quay! Subscribe for free to receive new posts and support my work.\n\n"
             "Subscribe\nDiscussion about this post\nTop\nLatest\nNo posts\n© 2019 Tove Marling\nPrivacy ∙ Terms\n",
             "Filed Under: Ferries, Islands\nTagged With: boats\n\nLeave a Reply\nYour email address will not be "
             "published.\n",
             "Read more from the Gazette:\nNine Years for a Bridge\nThe Eels Come Back\n",
             "Share this:\nFacebook\nTwitter\nEmail\n",
             "© 2019 The Sundholm Gazette. All rights reserved.\n",
             "The Sundholm Gazette, all rights reserved\n",
             "Follow us on Twitter @gazette\n",
             "Sign up for our weekly letter and never miss a boat.\n",
             "Related\n\nNine Years for a Bridge\n\nThe Eels Come Back\n",
             "Read more: Why the bridge took nine years\n",
             "You are receiving this email because you signed up on our page.\n\nUnsubscribe\n",
             "À lire aussi\n\nNeuf ans pour un pont\n\nAbonnez-vous à notre lettre\n",
             "Czytaj także: Dziewięć lat na jeden most\n\nWesprzyj nas\n",
             "Lees ook: negen jaar voor een brug\n\nWord lid\n",
             "Condividi l'articolo\n\nLeggi anche: nove anni per un ponte\n",
             "Compartilhe\n\nTodos os direitos reservados.\n",
         })
        EXPECT_EQ(left_of("", tail), "") << tail;
}

TEST(TextBoilerplate, AppealsToReaders) {
    for (const char* tail : {
             "Before you go …\n\nPapers like ours have lost half of their readers.\n\nWe believe that an island needs "
             "a "
             "paper. Your gift of $5 a month helps us pay our reporters.\n\nDonate now\n",
             "While you're here, we have something to ask. Our paper has no owner and no debts. If you like what you "
             "read, please consider becoming a member today.\n\nBecome a member\n",
             "We hope you found this story useful. As you join us today, we have a small favour to ask.\n\nReaders now "
             "turn to us for reporting that nobody else does.\n\nPlease consider supporting us with a gift.\n\nSupport "
             "the Gazette from £1\n",
             "Liebe Leserinnen und Leser,\n\nBitte unterstützen Sie unsere Arbeit mit einer Spende, damit wir für Sie "
             "berichten können.\n\nJetzt spenden\n",
             "Avant de partir\n\nNotre journal ne vit que grâce à vous. Faites un don et aidez notre rédaction.\n\n"
             "Faire un don\n",
             "Antes de irte\n\nEl periodismo necesita tu ayuda. Con una donación de 5 € al mes nos permites seguir.\n\n"
             "Hazte socio\n",
         })
        EXPECT_EQ(left_of("", tail), "") << tail;
}

TEST(TextBoilerplate, TheArticlesOwnWordsStay) {
    for (const char* tail : {
             "If you want to help, you can donate to the Sundholm Boat Fund, which gives our neighbours their money "
             "back.\n",
             "We have asked you before, reader, and we ask you again: who will pay for our boats?\n",
             "You must give the sea what it asks, the islanders say.\n",
             "Orrin Falk is a writer in Sundholm.\n",
             "Share and share alike, they said.\n",
             "Subscribers to the old timetable will remember the fog.\n",
             "[1] The county, answer to a letter, 2018.\n",
         })
        EXPECT_EQ(left_of("", tail), collapse_space(tail)) << tail;
}

TEST(TextBoilerplate, LinesOfVerseAreNoButtons) {
    const std::string poem =
        "The Last Ferry\n\nListen\nthe boats are old\nthe eels are gone\n\nFollow\nthe light on the quay\n"
        "and the men at the rail\n\nSearch\nthe sea for a name\nthe fog has none\n";
    EXPECT_FALSE(read(poem).reported("text.boilerplate"));
}

TEST(TextBoilerplate, MarksBetweenParagraphs) {
    const testing::ReadResult result = read("The Last Ferry\n\nBy Orrin Falk\n\n" + ferry + "Advertisement\n\n" +
                                            captain + "Read more: Why the bridge took nine years\n\n" + county + ferry);
    EXPECT_EQ(result.document.content.size(), 4U);
    int cuts = 0;
    for (const Diagnostic& diagnostic : result.diagnostics) cuts += diagnostic.code == "text.boilerplate" ? 1 : 0;
    EXPECT_EQ(cuts, 2);
}

TEST(TextBoilerplate, EachCutTellsWhereItWas) {
    const std::string text = "The Last Ferry\n\nBy Orrin Falk\n\n" + story + "12 Comments\n";
    const testing::ReadResult result = read(text);
    for (const Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.code != "text.boilerplate") continue;
        EXPECT_EQ(diagnostic.range.begin, text.find("12 Comments"));
        EXPECT_EQ(diagnostic.range.end, text.size() - 1);
        EXPECT_EQ(diagnostic.message, "left out: about comments");
    }
    EXPECT_TRUE(result.reported("text.boilerplate"));
}

TEST(TextBoilerplate, NeverMoreThanThirtyPercent) {
    const std::string appeal =
        "Before you go, we would like to ask you for your help. Our paper is small. Please support us with a donation "
        "today, and join our members.\n\nDonate now\n";
    const testing::ReadResult result = read("The Last Ferry\n\nBy Orrin Falk\n\n" + ferry + appeal);
    EXPECT_TRUE(result.reported("text.boilerplate-kept"));
    EXPECT_FALSE(result.reported("text.boilerplate"));
    EXPECT_NE(plain_text(result.document.content).find("Donate now"), std::string::npos);
}

TEST(TextBoilerplate, MailSignature) {
    const std::string mail = "From: Tove Marling <tove@gazette.example>\nSubject: The last ferry\n\n" + story +
                             "Yours, Tove\n\n-- \nTove Marling\nQuay 4, Sundholm\n";
    EXPECT_EQ(plain_text(read(mail).document.content).find("Quay 4"), std::string::npos);
    EXPECT_NE(plain_text(read(mail, "never").document.content).find("Quay 4"), std::string::npos);
}

TEST(TextBoilerplate, MarkOfAPressRelease) {
    for (const char* mark : {"FOR IMMEDIATE RELEASE", "Press release", "PRESSEMITTEILUNG", "Communiqué de presse"}) {
        const testing::ReadResult result =
            read(std::string(mark) + "\n\nThe Last Ferry Sails Tonight\n\n" + story + "###\n");
        EXPECT_EQ(result.document.metadata.title, "The Last Ferry Sails Tonight") << mark;
        EXPECT_EQ(plain_text(result.document.content).find("###"), std::string::npos) << mark;
        EXPECT_TRUE(result.reported("text.boilerplate")) << mark;
    }
    EXPECT_EQ(read("Press Release\n\n" + story).document.metadata.title, "Press Release");
}

TEST(TextBoilerplate, ControlsBehindHeadings) {
    const std::string entry =
        "Sundholm\n\nName[edit]\n\n" + ferry + "Boats[edit]\n\n" + captain + "Money[edit]\n\n" + county;
    EXPECT_EQ(plain_text(read(entry).document.content).find("edit"), std::string::npos);
    EXPECT_TRUE(read(entry).reported("text.boilerplate"));
    EXPECT_NE(plain_text(read(entry, "never").document.content).find("Money[edit]"), std::string::npos);
    // One is part of the text.
    EXPECT_NE(plain_text(read("Sundholm\n\nName[edit]\n\n" + story).document.content).find("[edit]"),
              std::string::npos);
}

TEST(TextBoilerplate, BlockBelowTheRuleOfANewsletter) {
    const std::string mail = "From: Tove Marling <tove@gazette.example>\nSubject: The last ferry\n\n" + story +
                             "Yours, Tove\n\n----------------------------------------\n"
                             "You receive this email because you asked for it.\n"
                             "Unsubscribe: https://gazette.example/u/1\nThe Gazette, 4 Quay Lane, Sundholm\n";
    const testing::ReadResult result = read(mail);
    EXPECT_TRUE(plain_text(result.document.content).ends_with("Yours, Tove"));
    EXPECT_TRUE(std::holds_alternative<Paragraph>(result.document.content.back()));
}

TEST(TextBoilerplate, EndOfABookSaidTwice) {
    const std::string book =
        "Title: The Last Ferry\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY ***\n\n" + story +
        "End of this e-text of The Last Ferry, by\nOrrin Falk\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK THE LAST FERRY ***\n\nA licence.\n";
    EXPECT_TRUE(plain_text(read(book).document.content).ends_with("count their boats."));
}

TEST(TextBoilerplate, WhatSomebodySaysIsNoButton) {
    const std::string said = "\"Subscribe to the rota or do without,\" says the captain.\n\n";
    EXPECT_NE(left_of("", said + "12 Comments\n").find("rota"), std::string::npos);
}

TEST(TextBoilerplate, OnlyInArticles) {
    const std::string letter = "Dear Tove,\n\n" + story + "Share this article\n";
    EXPECT_FALSE(read(letter).reported("text.boilerplate"));
    EXPECT_TRUE(read(letter, "always").reported("text.boilerplate"));
    EXPECT_FALSE(read(letter, "never").reported("text.boilerplate"));
}

TEST(TextBoilerplate, AlwaysReadsBylinesWithoutATitle) {
    EXPECT_TRUE(read("By Orrin Falk\n\n" + story).document.metadata.contributors.empty());
    EXPECT_EQ(read("By Orrin Falk\n\n" + story, "always").document.metadata.contributors.size(), 1U);
}

}  // namespace
}  // namespace offprint
