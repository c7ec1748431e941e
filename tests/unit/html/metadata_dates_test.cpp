#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

/// A page in `language` that prints `text` below its headline.
std::string page(const std::string& language, const std::string& text) {
    return "<html lang='" + language + "'><title>Low tide at noon</title><h1>Low tide at noon</h1>" + text;
}

TEST(HtmlMetadataDates, WrittenInTheLanguagesThatPeopleRead) {
    const struct {
        const char* language;
        const char* text;
        const char* date;
    } cases[] = {
        {"en", "Thursday, February 29th, 2024", "2024-02-29"},
        {"en", "29 Feb. 2024, 6:00 pm", "2024-02-29"},
        {"en",
         "Sea &sdot; 29 Feb 2024 &sdot; Print &sdot; 2 &sdot; Share with all of your friends who read about the sea",
         "2024-02-29"},
        {"en", "Published&ensp;29&#x202F;Feb&nbsp;2024", "2024-02-29"},
        {"en", "<a>Harbour</a><span>FEBRUARY 29, 2024</span><span>5 min</span>", "2024-02-29"},
        {"de", "29. Februar 2024", "2024-02-29"},
        {"de", "Donnerstag, 7. März 2024, 14:30 Uhr", "2024-03-07"},
        {"fr", "le 1er août 2024", "2024-08-01"},
        {"es", "29 de febrero de 2024", "2024-02-29"},
        {"it", "29 febbraio 2024", "2024-02-29"},
        {"pt", "1º de março de 2024", "2024-03-01"},
        {"nl", "29 mei 2024", "2024-05-29"},
        {"pl", "29 października 2024", "2024-10-29"},
        {"ru", "29 февраля 2024 г.", "2024-02-29"},
        {"sv", "29 maj 2024", "2024-05-29"},
        {"da", "29. december 2024", "2024-12-29"},
        {"no", "29. mai 2024", "2024-05-29"},
        {"fi", "29. marraskuuta 2024", "2024-11-29"},
        {"cs", "29. září 2024", "2024-09-29"},
        {"tr", "29 Ağustos 2024", "2024-08-29"},
        {"el", "29 Φεβρουαρίου 2024", "2024-02-29"},
        {"hu", "2024. május 29.", "2024-05-29"},
        {"ja", "2024年2月29日", "2024-02-29"},
        {"ja", "令和6年2月29日", "2024-02-29"},
        {"th", "29 กุมภาพันธ์ 2567", "2024-02-29"},
        {"zh", "发布时间：2024年12月3日 10:20", "2024-12-03"},
        {"ko", "2024년 2월 29일", "2024-02-29"},
        {"ko", "2024.02.29", "2024-02-29"},
    };
    for (const auto& [language, text, date] : cases)
        EXPECT_EQ(published_in(metadata_of(page(language, "<p>" + std::string(text)))), date) << text;
}

TEST(HtmlMetadataDates, DayAndMonthByLanguageAndByEvidence) {
    const struct {
        const char* language;
        const char* text;
        const char* date;
    } cases[] = {
        {"en-US", "3/4/2024", "2024-03-04"},
        {"en-GB", "3/4/2024", "2024-04-03"},
        {"fr", "03/04/2024", "2024-04-03"},
        {"en-US", "29/2/2024", "2024-02-29"},
        {"fr", "2/29/2024", "2024-02-29"},
        {"en", "03.04.2024", "2024-04-03"},
        {"de", "3.4.24", "2024-04-03"},
        {"de", "3.4.98", "1998-04-03"},
        {"en", "1/2/24", ""},
        {"en", "30/31/2024", ""},
        {"en", "February 30, 2024", ""},
        {"en", "May 2024", ""},
        {"en", "12 of 2024 readers", ""},
        {"en", "page 3 of 4, 99999999999", ""},
    };
    for (const auto& [language, text, date] : cases)
        EXPECT_EQ(published_in(metadata_of(page(language, "<p>" + std::string(text)))), date) << language << text;
}

TEST(HtmlMetadataDates, Sources) {
    const std::pair<const char*, const char*> cases[] = {
        {"<time datetime='2024-02-29T06:00:00+01:00'>yesterday</time>", "2024-02-29T06:00:00+01:00"},
        {"<time>29 February 2024</time>", "2024-02-29"},
        {"<span itemprop=datePublished content=2024-02-29>yesterday</span>", "2024-02-29"},
        {"<span property='schema:datePublished'>Feb 29, 2024</span>", "2024-02-29"},
        {"<abbr class=dt-published title=2024-02-29>yesterday</abbr>", "2024-02-29"},
        {"<meta name=page-published-date content='Feb 29, 2024'>", "2024-02-29"},
        {"<meta name=parsely-pub-date content=2024-02-29T06:00:00Z>", "2024-02-29T06:00:00Z"},
        {"<meta name=sailthru.date content='Thu, 29 Feb 2024 06:00:00 GMT'>", "2024-02-29"},
        {"<meta name=citation_publication_date content=2024/02/29>", "2024-02-29"},
        {"<section><span>29.02.2024</span><p>", "2024-02-29"},
        {"<div class=submitted>29.02.2024</div>", "2024-02-29"},
    };
    for (const auto& [markup, date] : cases) EXPECT_EQ(published_in(metadata_of(page("en", markup))), date) << markup;
}

TEST(HtmlMetadataDates, ChangesAreNoPublications) {
    const Metadata both = metadata_of(page("en", "<p>Published 1 May 2024 | Updated 2 June 2024"));
    EXPECT_EQ(published_in(both), "2024-05-01");
    EXPECT_EQ(modified_in(both), "2024-06-02");
    const std::string published = "<meta property=article:published_time content=2024-05-01>";
    const char* const cases[] = {
        "<p>Last updated: 2 June 2024",
        "<p>Aktualisiert am 2. Juni 2024",
        "<p>Updated <time datetime=2024-06-02>in June</time>",
        "<time class=updated datetime=2024-06-02>in June</time>",
        "<p class=date>Updated June 2, 2024</p>",
        "<span itemprop=dateModified content=2024-06-02>in June</span>",
    };
    for (const char* markup : cases) {
        const Metadata metadata = metadata_of(published + page("en", markup));
        EXPECT_EQ(published_in(metadata), "2024-05-01") << markup;
        EXPECT_EQ(modified_in(metadata), "2024-06-02") << markup;
    }
}

TEST(HtmlMetadataDates, LastChangeIsTheDateWhereItAloneIsShown) {
    const std::string far(2000, 'x');
    const std::pair<std::string, const char*> cases[] = {
        {"<p>Last updated: 2 June 2024", "2024-06-02"},
        {"<p>Stand: 2. Juni 2024", "2024-06-02"},
        {"<meta property=article:modified_time content=2024-06-02>", ""},
        {"<p>" + far + "<p>Updated <time datetime=2024-06-02>in June</time>", ""},
        {"<p>" + far + "<p>Updated 2 June 2024", "2024-06-02"},
        {"<p>Updated 2 June 2024<p>" + far + "<p class=card-date>Updated 9 July 2024", "2024-06-02"},
    };
    for (const auto& [markup, date] : cases) {
        const Metadata metadata = metadata_of(page("en", markup));
        EXPECT_EQ(published_in(metadata), date) << markup;
    }
    EXPECT_TRUE(read_only("html", page("en", "<p>Last updated: 2 June 2024")).reported("html.date-of-change"));
    EXPECT_FALSE(read_only("html", page("en", "<p>Published 2 May 2024<p>Last updated: 2 June 2024"))
                     .reported("html.date-of-change"));
}

TEST(HtmlMetadataDates, EarlierDayThatIsShownGoesBeforeWhatMachinesAreTold) {
    const std::string told = "<meta property=article:published_time content=2024-06-02T01:30:00Z>";
    const std::pair<const char*, const char*> cases[] = {
        {"<p>1 June 2024", "2024-06-01"},
        {"<time datetime=2024-06-01T19:30:00-06:00>evening</time>", "2024-06-01T19:30:00-06:00"},
        {"<p>3 June 2024", "2024-06-02T01:30:00Z"},
        {"<p>Updated 1 June 2024", "2024-06-02T01:30:00Z"},
        {"<section class=related><p>1 June 2024</section>", "2024-06-02T01:30:00Z"},
    };
    for (const auto& [markup, date] : cases)
        EXPECT_EQ(published_in(metadata_of(told + page("en", markup))), date) << markup;
}

TEST(HtmlMetadataDates, WhatMachinesAreToldSettlesTheOrderOfDayAndMonth) {
    const std::string told = "<meta property=article:published_time content=2024-11-03T06:00:00Z>";
    EXPECT_EQ(published_in(metadata_of(told + page("en", "<p>11.03.2024"))), "2024-11-03T06:00:00Z");
}

TEST(HtmlMetadataDates, DayGoesBeforeMonthOrYear) {
    EXPECT_EQ(published_in(metadata_of(page("en", "<meta name=citation_date content=2024><p>29 February 2024"))),
              "2024-02-29");
    EXPECT_EQ(published_in(metadata_of(page("en", "<meta name=citation_date content=2024>"))), "2024");
}

TEST(HtmlMetadataDates, InTheAddress) {
    const std::pair<const char*, const char*> cases[] = {
        {"https://post.example/2024/02/29/low-tide", "2024-02-29"},
        {"https://post.example/sea/20240229-low-tide.html", "2024-02-29"},
        {"https://post.example/low-tide-2024-02-29", "2024-02-29"},
        {"https://post.example/best-boats-2024/", ""},
        {"https://post.example/best-boats-2024", ""},
        {"https://post.example/20241399", ""},
        {"https://post.example/a20240229", ""},
        {"https://post.example/202402291", ""},
    };
    for (const auto& [url, date] : cases)
        EXPECT_EQ(published_in(metadata_of(page("en", "<p>x"), {{"base-url", url}})), date) << url;
}

TEST(HtmlMetadataDates, TheDayInTheAddressIsThatOfThePlaceWhereATimeInUtcIsTheEveningBefore) {
    const auto date = [](const std::string& told) {
        return published_in(
            metadata_of("<meta property=article:published_time content=" + told + ">" + page("en", "<p>x"),
                        {{"base-url", "https://post.example/2024/06/02/low-tide"}}));
    };
    EXPECT_EQ(date("2024-06-01T23:11:59Z"), "2024-06-02");
    EXPECT_EQ(date("2024-06-01T23:11:59+02:00"), "2024-06-01T23:11:59+02:00");
    EXPECT_EQ(date("2024-05-31T23:11:59Z"), "2024-05-31T23:11:59Z");
    EXPECT_EQ(date("2024-06-01"), "2024-06-01");
}

TEST(HtmlMetadataDates, TheAddressOfThePageTellsWhatTheOneThatItGivesDoesNot) {
    EXPECT_EQ(published_in(metadata_of("<link rel=canonical href=https://post.example/low-tide>" + page("en", "<p>x"),
                                       {{"base-url", "https://post.example/2024/06/02/low-tide"}})),
              "2024-06-02");
}

TEST(HtmlMetadataDates, RightBelowTheHeadlineWhateverTheBoxIsCalled) {
    EXPECT_EQ(published_in(metadata_of(page("en", "<div class=theme-widget><time>29 Feb 2024</time></div>"))),
              "2024-02-29");
}

TEST(HtmlMetadataDates, OfSomethingElseAreNone) {
    const std::string far(2000, 'x');
    const std::string cases[] = {
        "<p>" + far + "<footer>Copyright 1 May 2024</footer>",
        "<div class=comments><time datetime=2024-05-01>May</time></div>",
        "<div class=related-posts><p>1 May 2024</div>",
        "<blockquote>1 May 2024</blockquote>",
        "<p>You have time to hand in your form until 1 May 2024.</p>",
        "<p>Whoever lives by the sea may hand in a form until 1 May 2024, and gets six more months</p>",
        "<p>On 1 May 2024 the harbour froze for the first time in a hundred years, and those who lived on the island "
        "walked to the mainland, which nobody had done since the great winter of which their grandmothers told.",
    };
    for (const std::string& markup : cases) EXPECT_EQ(published_in(metadata_of(page("en", markup))), "") << markup;
}

TEST(HtmlMetadataDates, AWordIsNoYear) {
    for (const char* text : {"Treffen am 3.4. um 20 Uhr im Hafen.", "Version 2.1.ab is out."})
        EXPECT_EQ(published_in(metadata_of(page("de", "<p>" + std::string(text)))), "") << text;
}

}  // namespace
}  // namespace offprint::testing
