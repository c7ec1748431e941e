// What a page wants to hide from its readers, or to run on their machines.
#include "html_case.hpp"
#include "support/active_content.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlHostileContent, HiddenTextByEveryMethod) {
    const std::vector<const char*> ways = {
        "<p hidden>secret</p>",
        "<p hidden=hidden>secret</p>",
        "<div hidden><p>secret</p></div>",
        "<p style='display:none'>secret</p>",
        "<p style='DISPLAY : None !important'>secret</p>",
        "<p style='color:red;display:none;'>secret</p>",
        "<p style='visibility:hidden'>secret</p>",
        "<p style='visibility:collapse'>secret</p>",
        "<p style='font-size:0'>secret</p>",
        "<p style='font-size:0px'>secret</p>",
        "<p style='position:absolute;left:-9999px'>secret</p>",
        "<p style='position:fixed;top:-1000em'>secret</p>",
        "<p style='position:absolute;clip:rect(0,0,0,0)'>secret</p>",
        "<p style='clip:rect(1px 1px 1px 1px)'>secret</p>",
        "<p style='clip-path:inset(50%)'>secret</p>",
        "<p style='width:1px;height:1px;overflow:hidden'>secret</p>",
        "<p style='height:0;width:0;overflow:hidden'>secret</p>",
        "<p aria-hidden=true>secret</p>",
        "<p class=sr-only>secret</p>",
        "<p class='note visually-hidden'>secret</p>",
        "<p class=screen-reader-text>secret</p>",
        "<template><p>secret</p></template>",
        "<dialog><p>secret</p></dialog>",
        "<datalist><option>secret</datalist>",
        "<noframes>secret</noframes>",
        "<noembed>secret</noembed>",
        "<!-- secret -->",
        "<script>secret</script>",
        "<style>secret</style>",
        "<textarea>secret</textarea>",
        "<input value=secret>",
        "<object data=x><param value=secret></object>",
    };
    for (const char* way : ways) {
        const Document document = read_article("html", "<p>All of this can be seen.</p>" + std::string(way)).document;
        EXPECT_EQ(outline(document), "p(All of this can be seen.)") << way;
    }
}

TEST(HtmlHostileContent, WhatOnlyLooksHiddenStays) {
    const std::vector<const char*> ways = {
        "<p style='opacity:0'>shown</p>",
        "<p style='font-size:0.8em'>shown</p>",
        "<div style='font-size:0'><p style='font-size:16px'>shown</p></div>",
        "<p style='position:relative;left:-9999px'>shown</p>",
        "<p style='position:absolute;left:-20px'>shown</p>",
        "<p style='width:1px'>shown</p>",
        "<p style='overflow:hidden;height:40px;width:100%'>shown</p>",
        "<p aria-hidden=false>shown</p>",
        "<p hidden=until-found>shown</p>",
        "<p class=only>shown</p>",
    };
    for (const char* way : ways) {
        const Document document = read_article("html", "<p>All of this can be seen.</p>" + std::string(way)).document;
        EXPECT_EQ(outline(document), "p(All of this can be seen.) p(shown)") << way;
    }
}

TEST(HtmlHostileContent, NothingRuns) {
    const std::vector<const char*> pages = {
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' \t\njava\nscript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='\x01javascript:alert(1)'>x</a>",
        "<a href='vbscript:x'>x</a>",
        "<a href='data:text/html,<script>x</script>'>x</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
        "<a href=/a onclick=alert(1)>x</a>",
        "<base href='javascript:alert(1)/'><a href=a>x</a>",
        "<link rel=canonical href='javascript:alert(1)'><p>x",
        "<meta property=og:url content='javascript:alert(1)'><p>x",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"url\":\"javascript:x\",\"author\":"
        "{\"name\":\"Ada Quill\",\"url\":\"javascript:x\"}}</script><p>x",
        "<p onclick=alert(1) style='background:url(javascript:x)'>x</p>",
        "<img src='javascript:alert(1)' alt=x onerror=alert(1)>",
        "<img src='data:text/html,<script>x</script>' alt=x>",
        "<img srcset='javascript:alert(1) 2x' alt=x>",
        "<picture><source srcset='vbscript:x'><img alt=x></picture>",
        "<blockquote cite='javascript:alert(1)'>x</blockquote>",
        "<q cite='javascript:alert(1)'>x</q>",
        "<iframe src='javascript:alert(1)' title=x></iframe>",
        "<iframe srcdoc='<script>x</script>' title=x></iframe>",
        "<video src='javascript:alert(1)' poster='javascript:x' title=x></video>",
        "<object data='data:text/html,x' title=x>x</object>",
        "<embed src='javascript:alert(1)' title=x>",
        "<form action='javascript:alert(1)'><button formaction='javascript:x'>x</button>x</form>",
        "<math><mi onclick=alert(1) xlink:href='javascript:x' href='javascript:x'>x</mi><script>x</script></math>",
        "<math><annotation-xml encoding=text/html><iframe src=x></iframe><script>x</script></annotation-xml></math>",
        "<math><link rel=stylesheet href=x><style>x</style><foreignObject><form></form></foreignObject><mi>x</math>",
        "<svg onload=alert(1)><script>x</script><a xlink:href='javascript:x'><text>x</text></a></svg>",
        "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
        "<area href='javascript:x'><map><area href='javascript:x'></map><p>x",
        "<p>x<sup><a href='#n' onclick=x>1</a></sup><ol><li id=n onclick=x>n <a href='javascript:x'>y</a></ol>",
    };
    for (const char* page : pages) {
        for (const char* base : {"", "https://site.example/"}) {
            const Document document = read_article("html", page, {{"base-url", base}}).document;
            EXPECT_EQ(active_content(document), std::vector<std::string>()) << page;
            EXPECT_EQ(write("json", document).find("\"javascript:"), std::string::npos) << page;
        }
    }
}

TEST(HtmlHostileContent, OnlyScripts) {
    for (const char* page : {"<script>render()</script>", "<body><div id=root></div><script src=app.js></script>",
                             "<title>App</title><script>var state={};</script><style>p{}</style>"}) {
        const ReadResult result = read_article("html", page);
        EXPECT_EQ(outline(result.document), "") << page;
        EXPECT_TRUE(result.reported("html.empty")) << page;
    }
}

TEST(HtmlHostileContent, TheInspectionFindsWhatRuns) {
    Document document;
    Paragraph paragraph;
    Link link;
    link.url = "javascript:x";
    Image image;
    image.source = "data:text/html,x";
    Math math;
    for (const char* markup :
         {"<math onclick=\"x\"></math>", "<math><script></script></math>", "<math href=\"javascript:x\"></math>"}) {
        math.mathml = markup;
        paragraph.content.push_back(math);
    }
    math.mathml = "<math alttext=\"a onclick=b\"><mi>on</mi></math>";
    paragraph.content.insert(paragraph.content.end(), {link, image, math});
    document.content.push_back(paragraph);
    document.metadata.source_url = "vbscript:x";
    EXPECT_EQ(active_content(document).size(), 6U);
}

}  // namespace
}  // namespace offprint::testing
