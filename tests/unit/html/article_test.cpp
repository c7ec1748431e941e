#include "html_case.hpp"

namespace offprint::testing {
namespace {

const std::string lead =
    "<p>The pilots wait for the hour before slack water, when the current in the narrows stands still, and then they "
    "go, one after the other, without a word.</p>";
const std::string rest =
    "<p>Nobody who has watched them from the mole forgets the lamps moving over the dark, red to port, green to "
    "starboard, white at the stern.</p>";
const std::string page =
    "<header><a href=/>Post</a></header><nav><ul><li><a href=/a>News</a></ul></nav>"
    "<div id=wrap><div class=cookie-banner>We use cookies</div>"
    "<div class=story><h1>Night pilots</h1><div class=byline>By Ada Quill</div>" +
    lead + "<div class='share-bar'><a href=/s>Share</a></div><figure class=related><img src=a.png alt=x></figure>" +
    rest +
    "<ul><li><a href=/1>One more story</a><li><a href=/2>Another story</a></ul></div>"
    "<div class=sidebar><p>Subscribe to the letter that we send on Sundays, with all that is new on the water and "
    "beside it.</p></div></div>"
    "<footer>© Post</footer>";

bool holds(const Document& document, const char* text) {
    return outline(document).find(text) != std::string::npos;
}

TEST(HtmlArticle, IsTakenOutOfThePage) {
    const ReadResult result = read_only("html", "<title>Night pilots - Post</title>" + page);
    const Document& document = result.document;
    for (const char* kept : {"slack water", "white at the stern", "a.png"}) EXPECT_TRUE(holds(document, kept)) << kept;
    for (const char* gone : {"News", "cookies", "Share", "Another story", "Sundays", "© Post", "By Ada Quill"})
        EXPECT_FALSE(holds(document, gone)) << gone;
    EXPECT_TRUE(result.reported("html.removed"));
}

TEST(HtmlArticle, NeverTakesTheWholeBody) {
    const Document document = read_only("html", page, {{"article", "never"}}).document;
    for (const char* kept : {"News", "cookies", "Share", "Another story", "© Post"})
        EXPECT_TRUE(holds(document, kept)) << kept;
}

TEST(HtmlArticle, CleanDocumentsAndFragmentsAreWhole) {
    expect_outlines({
        {"<h1>a</h1><p>b</p><ul><li><a href=/c>c</a></ul>", "h1(a) p(b) ul(li(p(a(c -> https://site.example/c))))"},
        {"<p>just a line", "p(just a line)"},
    });
}

TEST(HtmlArticle, HiddenTextIsNotRead) {
    expect_outlines({
        {"<p hidden>a</p><p style='color:red; display : none'>b</p><p style='visibility:hidden'>c</p>"
         "<p aria-hidden=true>d</p><dialog>e</dialog><p>this is what is shown on the page</p>",
         "p(this is what is shown on the page)"},
        // what a script would show when the page is ready
        {"<div style='display:none'><p>the whole text of the page</p></div><p>wait</p>",
         "p(the whole text of the page) p(wait)"},
    });
}

TEST(HtmlArticle, IsNeverLost) {
    // Everything in it is named like boilerplate.
    const Document document =
        read_only("html", "<div class=sidebar><p>Short.</p></div><div class=footer>End.</div>").document;
    EXPECT_TRUE(holds(document, "Short.")) << outline(document);
    const ReadResult empty = read_only("html", "");
    EXPECT_TRUE(empty.document.content.empty());
    EXPECT_TRUE(empty.reported("html.empty"));
}

TEST(HtmlArticle, SectionsNamedByTheirHeadingsStay) {
    const Document document =
        read_only("html", "<nav>x</nav><main>" + lead +
                              "<section id=sharing-with-all-of-them><h2>Sharing with all of them</h2>" + rest +
                              "</section></main>")
            .document;
    EXPECT_TRUE(holds(document, "white at the stern"));
}

TEST(HtmlArticle, OpenDialogsAreShown) {
    expect_outlines({{"<p>a</p><dialog open><p>b</p></dialog>", "p(a) p(b)"}});
}

}  // namespace
}  // namespace offprint::testing
