#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlMetadataTitles, WithoutTheNameOfTheSite) {
    const std::string site = "<meta property=og:site_name content='The Harbour Post'>";
    const std::pair<const char*, const char*> cases[] = {
        {"Low tide at noon | The Harbour Post", "Low tide at noon"},
        {"The Harbour Post: Low tide at noon", "The Harbour Post: Low tide at noon"},
        {"The Harbour Post » Low tide at noon", "Low tide at noon"},
        {"Low tide at noon | Sea | The Harbour Post", "Low tide at noon"},
        {"Low tide at noon - Sea - The Harbour Post", "Low tide at noon - Sea"},
        {"Low tide at noon - harbourpost.example", "Low tide at noon"},
        {"Low tide – high hopes for the boats of the bay", "Low tide – high hopes for the boats of the bay"},
        {"The Harbour Post", "The Harbour Post"},
        {"Tides &amp; time | The Harbour Post", "Tides & time"},
    };
    for (const auto& [title, expected] : cases) {
        const std::string markup = "<title>" + std::string(title) + "</title>" + site + "<p>x";
        EXPECT_EQ(metadata_of(markup, {{"base-url", "https://www.harbourpost.example/x"}}).title, expected) << title;
    }
}

TEST(HtmlMetadataTitles, HeadlineOnThePage) {
    const std::pair<const char*, const char*> cases[] = {
        {"<title>Low tide at noon - Post</title><h1>Post</h1><h2>Low tide at noon</h2>", "Low tide at noon"},
        {"<title>Low tide at noon – Post</title><h1>Low tide at noon<a href=#x>¶</a></h1>", "Low tide at noon"},
        {"<title>Low tide at noon</title><h1><a href=/>The low tide blog</a></h1><h2>Low tide at noon</h2>",
         "Low tide at noon"},
        {"<title>Low tide at noon: why the boats lay on the sand</title><h1>Low tide at noon</h1>", "Low tide at noon"},
        {"<title>Low tide - Würde des Meeres</title><h1>Low tide - Würde des Meeres</h1>",
         "Low tide - Würde des Meeres"},
        {"<title>Low tide at noon</title><h1>Contact</h1>", "Low tide at noon"},
        {"<title>Watching the low tide at noon</title><h2>Low tide</h2>", "Watching the low tide at noon"},
        {"<title>Where the tide is low at noon | Post</title><h1>Low tide: the harbour at noon</h1><h1>Next: where is "
         "the "
         "tide at six</h1>",
         "Low tide: the harbour at noon"},
        {"<title>Where the tide is low at noon | Post</title><h1>What the tide is</h1><h1>Where the tide is low</h1>",
         "Where the tide is low"},
        {"<title>Low tides at noon</title><div><p>Low tides at noon</p></div><h2>Low tides at noon of 2024</h2>",
         "Low tides at noon"},
        {"<title>正午の干潮｜港新聞</title><h1>港新聞</h1><h2>正午の干潮</h2>", "正午の干潮"},
        {"<meta property=og:title content='Low tide at noon'><title>x</title><h3>Low tide at noon</h3>",
         "Low tide at noon"},
    };
    for (const auto& [markup, title] : cases) EXPECT_EQ(metadata_of(markup).title, title) << markup;
}

TEST(HtmlMetadataTitles, TheOnlyHeadlineThatTheTextFollowsGoesBeforeATitleForSearchEngines) {
    const std::string text = "<p>" + std::string(1500, 'x') + "</p>";
    const std::string told = "<title>10 EPIC boats (2024 guide)</title><meta property=og:title content='Our boats'>";
    EXPECT_EQ(metadata_of(told + "<h1>Low tide at noon</h1>" + text).title, "Low tide at noon");
    const std::string others[] = {
        "<h1>Low tide at noon</h1>",
        text + text + "<h1>Low tide at noon</h1>" + text,
        "<nav><h1>Low tide at noon</h1></nav>" + text,
        "<h1>Low tide at noon</h1><h1>High tide at six</h1>" + text,
    };
    for (const std::string& markup : others) EXPECT_NE(metadata_of(told + markup).title, "Low tide at noon") << markup;
}

TEST(HtmlMetadataTitles, KickersAndSubtitlesWithinTheHeadlineAreNoPartOfItWhereTheTitleIsTold) {
    const std::string told = "<title>Low tide at noon | Post</title>";
    const std::pair<const char*, const char*> cases[] = {
        {"<h1><span>Spring tides: </span>Low tide at noon</h1>", "Low tide at noon"},
        {"<h1><span>Spring tides</span> <span>: </span><b>Low tide at noon</b></h1>", "Low tide at noon"},
        {"<h1>Low tide at noon <small>Why the boats lie on the sand</small></h1>", "Low tide at noon"},
        {"<h1><time>2 June 2024</time> Low tide at noon</h1>", "Low tide at noon"},
        {"<h1>Low tide at noon, every day</h1>", "Low tide at noon, every day"},
        {"<h1>Low <i>tide</i> at noon</h1>", "Low tide at noon"},
        {"<h1>Low tide at noon<x-actions hidden><span>Keep a list of tides</span></x-actions></h1>",
         "Low tide at noon"},
        {"<h1>Low tide at noon <span data-nosnippet>Save it</span></h1>", "Low tide at noon"},
        {"<h1>Module <b>tide</b>.at.noon&nbsp;<button>Copy path</button></h1>", "Module tide.at.noon"},
    };
    for (const auto& [markup, title] : cases) EXPECT_EQ(metadata_of(told + markup).title, title) << markup;
    const auto says_so = [&](const char* markup) {
        return read_only("html", told + markup).reported("html.headline-shortened");
    };
    EXPECT_TRUE(says_so("<h1>Low tide at noon <small>Why the boats lie on the sand</small></h1>"));
    EXPECT_FALSE(says_so("<h1>Low <i>tide</i> at noon</h1>"));
}

TEST(HtmlMetadataTitles, SourcesAgree) {
    const std::string two = "<meta property=og:title content='Low tide at noon'><title>Low tide at noon | Post</title>";
    EXPECT_EQ(metadata_of("<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"Old title\"}"
                          "</script>" +
                          two)
                  .title,
              "Low tide at noon");
}

TEST(HtmlMetadataTitles, Deks) {
    const std::string start =
        "<meta name=description content='Why the boats lay on the sand.'><title>Low tide</title>"
        "<h1>Low tide</h1>";
    const std::pair<const char*, const char*> cases[] = {
        {"<p class=article-dek>All that you want to know</p>", "All that you want to know"},
        {"<div class=standfirst><p>All that you want to know</div>", "All that you want to know"},
        {"<h2>Why the boats lay on the sand</h2>", "Why the boats lay on the sand"},
        {"<p>Why the boats lay on the sand.</p>", ""},
        {"<h2>The harbour in summer</h2>", ""},
        {"<figure><figcaption class=subtitle>All that you want to know</figcaption></figure>", ""},
        {"<p class=subtitle>Low tide</p>", ""},
    };
    for (const auto& [markup, dek] : cases) EXPECT_EQ(metadata_of(start + markup).subtitle, dek) << markup;
    EXPECT_EQ(metadata_of("<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"Low tide\", "
                          "\"alternativeHeadline\": \"High hopes\"}</script>")
                  .subtitle,
              "High hopes");
}

TEST(HtmlMetadataTitles, AHeadingThatNamesTheSectionIsNone) {
    const auto title = [](const char* element, const char* shared, const char* headings) {
        return metadata_of(
                   "<title>" + std::string(element) +
                   "</title><meta property=og:site_name content='Harbour Post'><meta property=og:title content='" +
                   shared + "'>" + headings + "<p>The boats lay on the sand.")
            .title;
    };
    EXPECT_EQ(title("Blog", "How the tide turned", "<h1>Blog</h1><h2>How the tide turned</h2>"), "How the tide turned");
    EXPECT_EQ(title("Blog | Harbour Post", "How the tide turned", "<h1>Blog</h1>"), "How the tide turned");
    EXPECT_EQ(title("Tides", "How the tides turned", "<h1>Tides</h1>"), "Tides") << "a word is shared";
    EXPECT_EQ(title("Ebb", "Harbour Post", "<h1>Ebb</h1>"), "Ebb") << "what is shared says no more";
}

TEST(HtmlMetadataTitles, AHeadlineThatLeadsAwayIsAnothers) {
    const std::string other = "<h1><a href=/swim>Where to swim in the bay</a></h1>";
    const std::string own = "<h1>The best paths for a walk in the bay</h1>";
    const OptionValues here{{"base-url", "https://site.example/walk"}};
    EXPECT_EQ(metadata_of("<title>Where to walk in the bay</title>" + own + other, here).title,
              "The best paths for a walk in the bay");
    EXPECT_EQ(metadata_of("<title>Where to walk in the bay</title><h1><a href=/old/walk>Where to walk in the bay</a>"
                          "</h1>",
                          here)
                  .title,
              "Where to walk in the bay");
}

}  // namespace
}  // namespace offprint::testing
