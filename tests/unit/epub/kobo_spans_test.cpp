// The sentences of a kepub.
#include <gtest/gtest.h>

#include <regex>

#include "epub_file.hpp"
#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using Texts = std::vector<std::string>;

const OptionValues kepub = {{"profile", "kobo"}, {"kepub", "true"}};

/// What stands in the innermost wrapper of a file.
std::string content(const EpubFile& file, const std::string& name = "chapter-1.xhtml") {
    const std::string body = file.body(name);
    const std::string before = "<div id=\"book-columns\"><div id=\"book-inner\">";
    const std::string after = "</div></div>";
    EXPECT_TRUE(body.starts_with(before) && body.ends_with(after)) << body;
    return body.substr(before.size(), body.size() - before.size() - after.size());
}

/// The sentences as they were told apart.
Texts sentences(const std::string& text) {
    Texts found;
    const EpubFile file = write_epub(article({paragraph(text)}), kepub).file;
    for (const pugi::xpath_node& span : file.xml("chapter-1.xhtml").select_nodes("//span[@class='koboSpan']"))
        found.push_back(span.node().child_value());
    return found;
}

std::string without_tags(const std::string& markup) {
    return std::regex_replace(markup, std::regex("<[^>]*>"), "");
}

}  // namespace

TEST(KoboSpans, CountParagraphsAndSentences) {
    Styled emphasis;
    emphasis.style = Style::emphasis;
    emphasis.content = {Text("very")};
    const Document document = article(
        {heading(1, "Tides", "tides"), paragraph(Inlines{Text("High. It is "), emphasis, Text(" high. Low.")})});
    EXPECT_EQ(content(write_epub(document, kepub).file),
              "<h1 id=\"tides\"><span class=\"koboSpan\" id=\"kobo.1.1\">Tides</span></h1>"
              "<p><span class=\"koboSpan\" id=\"kobo.2.1\">High. </span>"
              "<span class=\"koboSpan\" id=\"kobo.2.2\">It is </span>"
              "<em><span class=\"koboSpan\" id=\"kobo.2.3\">very</span></em>"
              "<span class=\"koboSpan\" id=\"kobo.2.4\"> high. </span>"
              "<span class=\"koboSpan\" id=\"kobo.2.5\">Low.</span></p>");
}

TEST(KoboSpans, SentencesEndAsTheirScriptSays) {
    EXPECT_EQ(sentences("He said \"No.\" Then he left!  Why?"), (Texts{"He said \"No.\" ", "Then he left!  ", "Why?"}));
    EXPECT_EQ(sentences("Pi is 3.14 at example.org/a?b=c."), Texts{"Pi is 3.14 at example.org/a?b=c."});
    EXPECT_EQ(sentences("Wait... what?! Oh."), (Texts{"Wait... ", "what?! ", "Oh."}));
    EXPECT_EQ(sentences("潮が満ちる。「引く。」そして?"), (Texts{"潮が満ちる。", "「引く。」", "そして?"}));
    EXPECT_EQ(sentences("ज्वार आता है। वह जाता है॥"), (Texts{"ज्वार आता है। ", "वह जाता है॥"}));
    EXPECT_EQ(sentences("هل جاء المد؟ نعم۔ ذهب."), (Texts{"هل جاء المد؟ ", "نعم۔ ", "ذهب."}));
    EXPECT_EQ(sentences("ទឹកឡើង។ទឹកចុះ។"), (Texts{"ទឹកឡើង។", "ទឹកចុះ។"}));
    EXPECT_EQ(sentences("น้ำขึ้น น้ำลง"), Texts{"น้ำขึ้น น้ำลง"});
    EXPECT_EQ(sentences("𠀀。𠀁"), (Texts{"𠀀。", "𠀁"}));
}

TEST(KoboSpans, LeaveCodeFormulasAndReadingsAlone) {
    CodeBlock code;
    code.text = "a. b\n  c. d";
    Math math;
    math.mathml = "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>";
    Ruby ruby;
    ruby.base = {Text("潮")};
    ruby.annotation = {Text("しお")};
    const std::string chapter = content(write_epub(article({code, paragraph(Inlines{math, ruby})}), kepub).file);
    EXPECT_NE(chapter.find("<pre><code>a. b\n  c. d</code></pre>"), std::string::npos) << chapter;
    EXPECT_NE(chapter.find("<mi>x</mi>"), std::string::npos) << chapter;
    EXPECT_NE(chapter.find("<ruby><span class=\"koboSpan\" id=\"kobo.1.1\">潮</span><rp>(</rp><rt>しお</rt><rp>)</rp>"),
              std::string::npos)
        << chapter;
}

TEST(KoboSpans, AnImageIsASentence) {
    Document document = every_node();
    const EpubFile file = write_epub(document, kepub).file;
    for (const std::string& name : file.spine()) {
        if (name == "cover.xhtml") continue;
        for (const pugi::xpath_node& image : file.xml(name).select_nodes("//img"))
            EXPECT_STREQ(image.node().parent().attribute("class").value(), "koboSpan") << name;
    }
    EXPECT_EQ(file.body("cover.xhtml").find("koboSpan"), std::string::npos) << "a cover stands alone";
}

TEST(KoboSpans, ChangeNoText) {
    const EpubFile with = write_epub(every_node(), kepub).file;
    const EpubFile without = write_epub(every_node(), {{"profile", "kobo"}}).file;
    EXPECT_EQ(with.spine(), without.spine());
    for (const std::string& name : without.spine()) {
        EXPECT_EQ(without_tags(with.body(name)), without_tags(without.body(name))) << name;
        EXPECT_EQ(without.body(name).find("kobo"), std::string::npos);
    }
}

TEST(KoboSpans, NoIdOfTheArticleIsInTheirWay) {
    const EpubFile file = write_epub(article({heading(1, "A", "kobo.1.1"), heading(2, "B", "book-inner")}), kepub).file;
    const std::string chapter = content(file);
    EXPECT_NE(chapter.find("<h1 id=\"id-kobo_2e1_2e1\">"), std::string::npos) << chapter;
    EXPECT_NE(chapter.find("<h2 id=\"id-book_2dinner\">"), std::string::npos) << chapter;
}

TEST(KoboSpans, AreForKoboOnly) {
    EXPECT_THROW(write("epub", article({}), {{"kepub", "true"}}), Error);
}

}  // namespace offprint::testing
