#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

/// A page with a long text, and `markup` far behind its headline.
std::string page(const std::string& markup) {
    const std::string text(2000, 'x');
    return "<html lang=en-GB><title>Low tide at noon</title><h1>Low tide at noon</h1><p>" + text + "</p>" + markup;
}

TEST(HtmlMetadataLabels, ADateFarFromTheHeadlineCountsByItsLabel) {
    const std::pair<const char*, const char*> cases[] = {
        {"<p>Last updated: 2 June 2024</p>", "2024-06-02"},
        {"<p><b>Aktualisiert am </b>02.06.2024.</p>", "2024-06-02"},
        {"<p>Veröffentlicht am 2. Juni 2024<br>Dauer: 1 Stunde</p>", "2024-06-02"},
        {"<aside class=sidebar><h4>Published</h4><div>2 June 2024</div></aside>", "2024-06-02"},
        {"<ul><li><p>Mise en ligne</p><p>2 juin 2024</p></ul>", "2024-06-02"},
        {"<div><label>Letzte Änderung:</label><div>02.06.2024 um 09:25</div></div>", "2024-06-02"},
        {"<p>Tides (last edited 2024-06-02 by <i>Ada Quill</i>)</p>", "2024-06-02"},
        {"<p>Published 2 June 2024</p><p>Published 9 July 2024</p>", "2024-06-02"},
        {"<p>2 June 2024</p>", ""},
        {"<p>Opening hours</p><p>2 June 2024</p>", ""},
        {"<p>The second book was published 2 June 2024 in Arvenholm.</p>", ""},
        {"<div class=comments><p>Posted on 2 June 2024</p></div>", ""},
    };
    for (const auto& [markup, date] : cases) EXPECT_EQ(published_in(metadata_of(page(markup))), date) << markup;
}

TEST(HtmlMetadataLabels, OfTwoDatesEachIsWhatItsLabelSays) {
    const Metadata metadata = metadata_of(page("<p>Last change: 3 June 2024 - 14:49<br>Published: 2 June 2024</p>"));
    EXPECT_EQ(published_in(metadata), "2024-06-02");
    const Metadata both = metadata_of(page("<p>Letzte Änderung: 03.06.2024<br>Erschienen am: 02.06.2024</p>"));
    EXPECT_EQ(published_in(both), "2024-06-02");
    EXPECT_EQ(modified_in(both), "2024-06-03");
}

TEST(HtmlMetadataLabels, ADateWithALabelGoesBeforeOneThatStandsAnywhere) {
    const std::string card = "<div><time datetime=2019-01-17>17 Jan 2019</time></div>";
    EXPECT_EQ(published_in(metadata_of(page(card))), "2019-01-17");
    EXPECT_EQ(published_in(metadata_of(page(card + "<div><h4>Published</h4> 2 June 2024</div>"))), "2024-06-02");
    const std::string told = "<meta property=article:published_time content=2024-05-01>";
    EXPECT_EQ(published_in(metadata_of(told + page("<p>Published 2 June 2024"))), "2024-05-01");
}

TEST(HtmlMetadataLabels, AuthorsFarFromTheHeadlineCountByTheirLabel) {
    const std::pair<const char*, const char*> cases[] = {
        {"<h3>Written by Ada Quill</h3>", "Ada Quill"},
        {"<div>Written by</div><div>Ada Quill</div>", "Ada Quill"},
        {"<p><strong>Text:</strong> Ada Quill</p><p><strong>Fotos:</strong> Ben Reed</p>", "Ada Quill"},
        {"<p>Author: <a href=/a>Ada Quill</a></p><p>Author: Ada Quill</p>", "Ada Quill"},
        {"<p>作者：陆知远</p>", "陆知远"},
        {"<p>Author: Ada Quill</p><p>Author: Ben Reed</p>", ""},
        {"<ul><li>By Ben Reed<li>By Cleo Marsh</ul>", ""},
        {"<ul><li><a href=/1>Letter from Ben Reed</a></ul>", ""},
        {"<p>Author: ben</p>", ""},
        {"<p>Fotos: Ben Reed</p>", ""},
        {"<div class=comments><p>Written by Ben Reed</p></div>", ""},
    };
    for (const auto& [markup, names] : cases) EXPECT_EQ(people_of(metadata_of(page(markup))), names) << markup;
    EXPECT_EQ(people_of(metadata_of("<meta name=author content='Ada Quill'>" + page("<p>Author: Ben Reed</p>"))),
              "Ada Quill");
}

}  // namespace
}  // namespace offprint::testing
