// Input that is no page, or not a whole one.
#include "html_case.hpp"
#include "offprint/text.hpp"
#include "support/active_content.hpp"

namespace offprint::testing {
namespace {

using namespace std::string_literals;

/// Everything that the other tests of hostile input begin with, small.
const std::string rich_page =
    "\xEF\xBB\xBF<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T&eacute;</title><style>p{}</style>"
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"T\"}</script></head><body class='a b'>"
    "<!-- note --><nav><a href='/x?a=1&amp;b=2'>n</a></nav><article><h1>T</h1><p>a<b>b<i>c</b>d</i> caf\xC3\xA9 "
    "<sup><a href=#n1 id=r1>1</a></sup><br>x</p><ul><li>1<ul><li>2</ul></ul><table><tr><td colspan=2>c<th>d</table>"
    "<pre><code>x\n y</code></pre><math><mi>x</mi></math><svg viewBox='0 0 1 1'><path d='M0,0'/></svg>"
    "<textarea>t</textarea><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=i><ol><li id=n1>note "
    "<a href=#r1>^</a></ol></article><!-- end --></body></html>";

TEST(HtmlHostileBytes, NothingAtAll) {
    for (const std::string& nothing :
         {""s, " \n\t "s, "\xEF\xBB\xBF"s, "<!DOCTYPE html>"s, "<!-- only a comment -->"s}) {
        const ReadResult result = read_article("html", nothing);
        EXPECT_EQ(outline(result.document), "");
        EXPECT_TRUE(result.reported("html.empty"));
    }
}

TEST(HtmlHostileBytes, OtherKindsOfFilesAreOneClearError) {
    std::string utf16;
    for (char c : "<html><title>A page</title><p>In an encoding that nothing names.</p></html>"s) utf16 += {c, '\0'};
    const std::vector<std::pair<const char*, std::string>> files = {
        {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"},
        {"PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"s},
        {"JPEG", "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"s},
        {"gzip", "\x1F\x8B\x08\0\0\0\0\0\0\3\xCB\x48\xCD\xC9\xC9\7\0\x86\xA6\x10\x36\5\0\0\0"s},
        {"ZIP", "PK\3\4\x14\0\0\0\x08\0\0\0!\0"s},
    };
    for (const auto& [kind, bytes] : files) {
        try {
            read_article("html", bytes);
            ADD_FAILURE() << kind << " was read as a page";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::malformed_input) << kind;
        }
    }
    // There is no byte order mark, but it can be told.
    try {
        EXPECT_EQ(outline(read_article("html", utf16).document), "p(In an encoding that nothing names.)");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::malformed_input);
    }
}

TEST(HtmlHostileBytes, TruncatedAnywhere) {
    for (std::size_t size = 0; size <= rich_page.size(); ++size) {
        const ReadResult result = read_article("html", rich_page.substr(0, size));
        EXPECT_EQ(active_content(result.document), std::vector<std::string>()) << size;
        EXPECT_LE(result.diagnostics.size(), 20U) << size;
    }
}

TEST(HtmlHostileBytes, AByteLostAnywhere) {
    for (std::size_t at = 0; at < rich_page.size(); ++at) {
        std::string page = rich_page;
        for (const char replacement : {'\0', '<', '"', '\xFF'}) {
            page[at] = replacement;
            const ReadResult result = read_article("html", page);
            EXPECT_EQ(active_content(result.document), std::vector<std::string>()) << at;
        }
    }
}

TEST(HtmlHostileBytes, WhatIsNeverClosed) {
    const std::string rest(50000, 'x');
    for (const char* opening :
         {"<!--", "<!", "<?", "</", "<script>", "<style>", "<title>", "<iframe>", "<noframes>", "<noembed>",
          "<select><option>", "<textarea>", "<template>", "<a href='", "<p title="}) {
        const ReadResult result = read_article("html", "<p>Before.</p>" + std::string(opening) + rest);
        EXPECT_EQ(outline(result.document), "p(Before.)") << opening;
    }
    for (const char* opening : {"<xmp>", "<plaintext>", "<pre>", "<object>", "<svg><desc>", "<button>", "<noscript>"}) {
        const ReadResult result = read_article("html", "<p>Before.</p>" + std::string(opening) + rest);
        EXPECT_EQ(outline(result.document).substr(0, 10), "p(Before.)") << opening;
    }
}

TEST(HtmlHostileBytes, NulsAreNothing) {
    const ReadResult result =
        read_article("html", "<p\0>a\0b</p\0><im\0g src=x><p>c"s + std::string(100, ' ') + "\0d"s);
    EXPECT_EQ(plain_text(result.document.content).find('\0'), std::string::npos);
    EXPECT_TRUE(result.reported("encoding.forbidden-characters"));
}

TEST(HtmlHostileBytes, Framesets) {
    const ReadResult result = read_article(
        "html",
        "<html><frameset cols='1,2'><frame src=a.html><frame src=b.html><noframes><p>none</noframes></frameset>");
    EXPECT_EQ(outline(result.document), "p(none)");
}

}  // namespace
}  // namespace offprint::testing
