// Whole pages as people have them, each of a kind, none longer than what shows the kind.
#include "html_case.hpp"

namespace offprint::testing {
namespace {

const std::string ferry =
    "The ferry had been tied up since the autumn, and nobody in the harbour expected her to sail before April.";
const std::string letter =
    "The winter of the long silence began with a letter, says the woman who has sold tickets on the quay for thirty "
    "years.";
const std::string bank =
    "The boat itself belonged to the bank from now on, and the bank did not know what to do with a ferry of her age.";
const std::string hull =
    "Engineers have looked at the hull and found the plates as thick as they were on the day of her launch in 1962.";
const std::string loan =
    "On Monday the council votes on a loan that would keep the line alive for two years more with half of the crew.";
const std::string menu = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>";
const std::string footer = "<footer>Harbour Post, all rights reserved</footer>";

std::string paragraphs(const std::vector<std::string>& texts) {
    std::string markup;
    for (const std::string& text : texts) markup += "<p>" + text + "</p>";
    return markup;
}

/// A page and what must be in its outline, or must not.
struct PageCase {
    const char* name;
    std::string markup;
    std::vector<std::string> kept;
    std::vector<std::string> gone;
};

void expect_pages(const std::vector<PageCase>& cases) {
    for (const PageCase& c : cases) {
        const std::string found = outline(read_article("html", c.markup).document);
        for (const std::string& text : c.kept)
            EXPECT_NE(found.find(text), std::string::npos) << c.name << text << found;
        for (const std::string& text : c.gone)
            EXPECT_EQ(found.find(text), std::string::npos) << c.name << text << found;
    }
}

TEST(HtmlPages, OfOneArticleAmongOthers) {
    expect_pages({
        {"several articles",
         "<title>The last ferry</title>" + menu + "<main><article><h1>The last ferry</h1>" +
             paragraphs({ferry, letter}) + "</article><article><h1>A loan</h1>" + paragraphs({loan, hull}) +
             "</article></main>" + footer,
         {ferry, letter},
         {loan, hull}},
        {"infinite scroll",
         "<title>The last ferry</title>" + menu + "<div><div class=post><h1>The last ferry</h1>" +
             paragraphs({ferry, letter, bank}) + "</div><div class=post><h1><a href=/loan>A loan</a></h1>" +
             paragraphs({loan, hull, loan, hull}) + "</div></div>" + footer,
         {ferry, letter, bank},
         {loan, hull}},
        {"split body",
         "<title>The last ferry</title>" + menu + "<div><h1>The last ferry</h1><div class=part>" +
             paragraphs({ferry, letter, bank}) + "</div><div class=advert>Buy a boat</div><div class=part>" +
             paragraphs({hull, loan, bank}) + "</div></div>" + footer,
         {ferry, letter, hull, loan},
         {"Buy a boat"}},
        {"first post of a discussion",
         "<title>Engine</title>" + menu + "<main><h1>Engine</h1><div>" + paragraphs({ferry, letter, bank}) +
             "</div><div itemscope itemtype='https://schema.org/Comment'>" + paragraphs({hull, loan}) + "</div></main>",
         {ferry, letter, bank},
         {hull, loan}},
        {"replies that are all there is",
         "<title>Engine</title>" + menu + "<main><h1>Engine</h1><div itemscope itemtype='https://schema.org/Comment'>" +
             paragraphs({hull, loan}) + "</div></main>",
         {hull, loan},
         {}},
    });
}

TEST(HtmlPages, OfProgramsThatMakeThem) {
    expect_pages({
        {"AMP",
         "<title>The last ferry</title><amp-sidebar><a href=/>Start</a></amp-sidebar><article><h1>The last ferry</h1>" +
             paragraphs({ferry}) + "<amp-ad width=1><div placeholder>Advertisement</div></amp-ad>" +
             "<amp-img src=boat.jpg width=900 height=600 alt=boat><noscript><img src=boat.jpg alt=boat></noscript>" +
             "</amp-img>" + paragraphs({letter, bank}) + "<amp-social-share>Send</amp-social-share></article>",
         {ferry, "p(img(boat -> boat.jpg)) p(" + letter},
         {"Start", "Advertisement", "Send"}},
        {"MediaWiki",
         "<title>Ferry - Boats</title><div role=main><h1>Ferry</h1><div class=hatnote>For the fairy, see there.</div>"
         "<table class=infobox><tr><th>Length<td>40 m</table>" +
             paragraphs({ferry}) + "<h2>Crew<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>" +
             paragraphs({letter, bank}) +
             "<div role=navigation class=navbox><a href=/1>Tug</a> <a href=/2>Raft</a></div></div>",
         {"Length", "40 m", "h2#crew(Crew)", letter},
         {"fairy", "edit", "Raft"}},
        {"documentation",
         "<title>Install</title><div class=sidebar><ul><li><a href=/a>Start</a><li><a href=/b>Interface</a></ul></div>"
         "<main><h1>Install</h1>" +
             paragraphs({ferry}) + "<h2 id=linux>Linux<a class=headerlink href=#linux>¶</a></h2><pre>get ferry</pre>" +
             paragraphs({letter}) + "</main><div class=toc><ul><li><a href=#linux>Down to it</a></ul></div>",
         {ferry, "h2#linux(Linux) pre", "get ferry", letter},
         {"Interface", "¶", "Down to it"}},
        {"frames",
         "<title>Harbour</title><frameset><frame src=https://site.example/a.html><noframes><body><p>Read it without "
         "frames.</noframes></frameset>",
         {"https://site.example/a.html", "Read it without frames."},
         {}},
        {"layout table",
         "<title>The last ferry</title><table><tr><td><font size=1><a href=/1>One</a><br><a href=/2>Two</a><br>"
         "<a href=/3>Three</a><br><a href=/4>Four</a><br><a href=/5>Five</a><br><a href=/6>Six</a></font><td>"
         "<font size=4><b>The last ferry</b></font><br><br><font size=2>" +
             ferry + "<br><br>" + letter + "<br><br>" + bank + "</font></table>",
         {"p(" + ferry + ") p(" + letter + ") p(" + bank + ")"},
         {"Three", "table("}},
    });
}

TEST(HtmlPages, OfAForumKeepTheFirstPost) {
    const auto post = [](const std::string& names, const std::string& author, const std::string& text) {
        return "<div class='" + names + "'><div class=post-author><a class=username href=/u>" + author +
               "</a> <span class=post-date>3 May 2021</span></div><div class=content><p>" + text + "</p></div></div>";
    };
    const auto thread = [&](const std::string& names, const std::string& second_author) {
        return "<title>A ferry in winter</title>" + menu + "<h1>A ferry in winter</h1><div class=topic>" +
               post(names, "ada", ferry) + post(names, second_author, letter) + post(names, "ada", bank) + "</div>" +
               footer;
    };
    expect_pages({
        {"a thread", thread("message message--post", "ben"), {ferry}, {letter, bank}},
        {"another forum's", thread("post bg2", "ben"), {ferry}, {letter, bank}},
        {"one author's entries", thread("post", "ada"), {ferry, letter, bank}, {}},
        {"a live blog", thread("live-blog-post", "ben"), {ferry, letter, bank}, {}},
        {"blocks of another name", thread("part", "ben"), {ferry, letter, bank}, {}},
        {"a question of a few words",
         "<title>A ferry</title>" + menu + "<h1>A ferry</h1>" + post("post", "ada", "Does it sail?") +
             post("post", "ben", letter) + post("post", "cleo", bank),
         {"Does it sail?", letter, bank},
         {}},
    });
}

TEST(HtmlPages, LiveBlogsKeepTheTimesOfTheirEntries) {
    std::string entries;
    for (const std::string hour : {"12", "11", "10"})
        entries += "<div class=entry><time datetime='2021-03-01T" + hour + ":30Z'>" + hour + ":30</time><p>" +
                   (hour == "12"   ? loan
                    : hour == "11" ? hull
                                   : bank) +
                   "</p></div>";
    const Document document =
        read_article("html", "<title>Ferry: live</title>" + menu + "<main><h1>Ferry: live</h1><p>" + ferry + "</p>" +
                                 entries + "</main>" + footer)
            .document;
    const std::string first_entry =
        outline(read_article("html", "<title>Ferry: live</title>" + menu + "<main><h1>Ferry: live</h1>" + entries +
                                         "</main>" + footer)
                    .document);
    EXPECT_EQ(first_entry, "p(12:30) p(" + loan + ") p(11:30) p(" + hull + ") p(10:30) p(" + bank + ")");
    EXPECT_EQ(outline(document),
              "p(" + ferry + ") p(12:30) p(" + loan + ") p(11:30) p(" + hull + ") p(10:30) p(" + bank + ")");
}

TEST(HtmlPages, SavedOnesNameTheirSourceAndKeepTheirFiles) {
    const std::string page = "<html><title>The last ferry</title><h1>The last ferry</h1>" + paragraphs({ferry}) +
                             "<img src='./ferry_files/boat.jpg' alt=boat>";
    const struct {
        const char* comment;
        const char* url;
    } cases[] = {
        {"<!-- saved from url=(0029)https://harbour.example/ferry/ -->", "https://harbour.example/ferry/"},
        {"<!--\n Page saved with SingleFile \n url: https://harbour.example/ferry \n saved date: x\n-->",
         "https://harbour.example/ferry"},
        {"<!-- saved from url=(0011)about:blank -->", ""},
        {"<!-- see https://harbour.example/ -->", ""},
    };
    for (const auto& c : cases) {
        const Document document = read_only("html", std::string("<!DOCTYPE html>\n") + c.comment + page).document;
        EXPECT_EQ(document.metadata.source_url, c.url) << c.comment;
        EXPECT_NE(outline(document).find("img(boat -> ./ferry_files/boat.jpg)"), std::string::npos)
            << outline(document);
    }
}

TEST(HtmlPages, InEveryScriptLoseTheirMenusOnly) {
    const struct {
        const char* language;
        const char* title;
        std::vector<std::string> texts;
        const char* link;
    } cases[] = {
        {"ja",
         "最後の連絡船",
         {"港の連絡船は秋からつながれたままで、四月より前にまた走り出すとはだれも思っていなかった。",
          "船は銀行のものになった。"},
         "古い灯台"},
        {"zh",
         "最后的渡船",
         {"港口的渡船从秋天起就一直停在码头，没有人指望它会在四月冰化之前再次开航。", "信里说船归银行所有。"},
         "老灯塔"},
        {"ko",
         "마지막 여객선",
         {"항구의 여객선은 가을부터 묶여 있었고 다시 떠나리라고 기대하는 사람은 아무도 없었다고 한다.",
          "배는 은행의 것이 되었다."},
         "옛 등대"},
        {"th",
         "เรือลำสุดท้าย",
         {"เรือข้ามฟากจอดอยู่ที่ท่าตั้งแต่ฤดูใบไม้ร่วง และไม่มีใครคาดว่าเรือจะออกเดินทางอีกก่อนเดือนเมษายน", "เรือเป็นของธนาคาร"},
         "ประภาคาร"},
        {"ar",
         "العبّارة الأخيرة",
         {"بقيت العبّارة مربوطة إلى الرصيف منذ الخريف، ولم يكن أحد يتوقع أن تبحر من جديد قبل نيسان.",
          "صارت العبّارة ملكا للمصرف."},
         "المنارة"},
        {"he",
         "המעבורת האחרונה",
         {"המעבורת עגנה ברציף מאז הסתיו, ואיש בנמל לא ציפה שתפליג שוב לפני שהקרח במפרץ יימס באפריל.",
          "המעבורת שייכת לבנק."},
         "המגדלור"},
    };
    for (const auto& c : cases) {
        std::string links;
        for (const char* number : {"1", "2", "3", "4", "5", "6", "7"})
            links += std::string("<li><a href=/") + number + ">" + c.link + "</a>";
        const std::string title = c.title;
        expect_pages({{c.language,
                       std::string("<html lang=") + c.language + "><title>" + title + "</title><div><ul>" + links +
                           "</ul></div><div><h1>" + title + "</h1><div>" + paragraphs(c.texts) +
                           "</div></div><div><ul>" + links + "</ul></div>",
                       {"p(" + c.texts[0] + ") p(" + c.texts[1] + ")"},
                       {c.link}}});
    }
}

TEST(HtmlPages, BlankParagraphsOfNoBreakSpacesAreNoText) {
    expect_outlines({
        {"<p>a&nbsp;&nbsp;&nbsp; b</p><p>&nbsp;</p><p>&#8203;</p><p>&nbsp;&nbsp;c</p>", "p(a b) p(c)"},
        {"<h3><strong>\u200D</strong></h3><p>\u200D</p><p>a</p><p>\u200E\u2060</p>", "p(a)"},
        {"<p>The har&shy;bour <img class=emoji alt='⛴' src=https://site.example/26f4.png></p>", "p(The harbour ⛴)"},
    });
}

TEST(HtmlPages, SoftHyphensAreNoPartOfTheTitle) {
    const Document document =
        read_article("html", "<title>The last fer&shy;ry</title><h1>The last fer&shy;ry</h1>" + paragraphs({ferry}))
            .document;
    EXPECT_EQ(document.metadata.title, "The last ferry");
    EXPECT_EQ(outline(document), "p(" + ferry + ")");
    const std::string hints = "The last fer\u200Bry\uFEFF";
    EXPECT_EQ(read_only("html", "<meta property=og:title content='" + hints + "'><p>" + ferry).document.metadata.title,
              "The last ferry");
    EXPECT_EQ(
        read_only("html", "<h1>" + hints + "</h1><title>" + hints + "</title><p>" + ferry).document.metadata.title,
        "The last ferry");
}

TEST(HtmlPages, MenusThatAreDrawnAndClickedOn) {
    const std::string map = "<map name=m><area shape=rect coords='0,0,67,21' href=index.html></map>";
    const auto page = [&](const std::string& text) {
        return "<title>The last ferry</title><table><tr><td>" + map +
               "<img src=menu.gif width=69 height=357 usemap=#m><td><table><tr><td>" + text + "</table></table>";
    };
    expect_pages({
        {"menu", page(ferry + "<br><br>" + letter), {ferry, letter}, {"menu.gif"}},
        {"chart", "<p>" + ferry + "<p><img src=chart.gif usemap=#m>" + map + "<p>" + letter, {"chart.gif"}, {}},
    });
}

}  // namespace
}  // namespace offprint::testing
