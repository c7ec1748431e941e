#include <gtest/gtest.h>

#include <algorithm>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {
namespace {

using namespace std::string_literals;

/// The markup of the runs that `content` becomes.
std::string runs(Inlines content, const std::string& language = "en-GB") {
    Document subject = document({paragraph(std::move(content))});
    subject.metadata.language = language;
    const Written written = write_docx(subject);
    std::string markup;
    for (pugi::xml_node child : written.file.all("//w:body/w:p[1]/*[not(self::w:pPr)]")) markup += markup_of(child);
    return markup;
}

Attributes language(const char* tag, Direction direction = Direction::unspecified) {
    Attributes attributes;
    attributes.language = tag;
    attributes.direction = direction;
    return attributes;
}

TEST(DocxText, KeepsOuterSpacesAndSetsSpecialCharactersAsElements) {
    EXPECT_EQ(runs({Text(" a ")}), R"(<w:r><w:t xml:space="preserve"> a </w:t></w:r>)");
    EXPECT_EQ(runs({Text("co\u00ADop non\u2011stop")}),
              "<w:r><w:t>co</w:t><w:softHyphen/><w:t>op non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r>");
}

TEST(DocxText, OneStyleIsACharacterStyleAndTheOthersAreDirect) {
    EXPECT_EQ(runs({styled(Style::emphasis, {Text("a")})}),
              R"(<w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>a</w:t></w:r>)");
    EXPECT_EQ(runs({styled(Style::emphasis, {styled(Style::strong, {Text("a")})})}),
              R"(<w:r><w:rPr><w:rStyle w:val="Strong"/><w:i/><w:iCs/></w:rPr><w:t>a</w:t></w:r>)");
    EXPECT_EQ(runs({styled(Style::strike, {styled(Style::underline, {styled(Style::superscript, {Text("a")})})})}),
              R"(<w:r><w:rPr><w:strike/><w:u w:val="single"/><w:vertAlign w:val="superscript"/></w:rPr>)"
              R"(<w:t>a</w:t></w:r>)");
}

TEST(DocxText, StrongInAHeadingStaysBold) {
    Heading heading;
    heading.content = {styled(Style::strong, {Text("bold")})};
    const DocxFile file = write_docx(document({heading})).file;
    EXPECT_EQ(file.all("//w:r/w:rPr/w:b").size(), 1u);
}

TEST(DocxText, QuotationMarksGoByLanguageAndDepth) {
    const Inlines nested = {styled(Style::quote, {Text("a"), styled(Style::quote, {Text("b")})})};
    const auto text = [&](const char* tag) {
        Document subject = document({paragraph(nested)});
        subject.metadata.language = tag;
        return text_of(write_docx(subject).file.document());
    };
    EXPECT_EQ(text("en"), "“a‘b’”");
    EXPECT_EQ(text("de"), "„a‚b‘“");
    EXPECT_EQ(text("ja"), "「a『b』」");
}

TEST(DocxText, RightToLeftTextGetsRunsOfItsOwn) {
    const std::string markup = runs({Text("see אבג now")});
    EXPECT_EQ(markup,
              "<w:r><w:t xml:space=\"preserve\">see </w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t>אבג</w:t></w:r>"
              "<w:r><w:t xml:space=\"preserve\"> now</w:t></w:r>");
}

TEST(DocxText, LanguagesStandInTheirScriptsPlace) {
    EXPECT_EQ(runs({with(styled(Style::span, {Text("a")}), language("fr"))}),
              R"(<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>a</w:t></w:r>)");
    EXPECT_EQ(runs({with(styled(Style::span, {Text("木")}), language("ja"))}),
              R"(<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="ja-JP"/></w:rPr><w:t>木</w:t></w:r>)");
    EXPECT_EQ(runs({with(styled(Style::span, {Text("א")}), language("he"))}),
              R"(<w:r><w:rPr><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr><w:t>א</w:t></w:r>)");
}

TEST(DocxText, LanguagesAreWellFormedTags) {
    EXPECT_EQ(runs({with(styled(Style::span, {Text("a")}), language("fr_ca"))}),
              R"(<w:r><w:rPr><w:lang w:val="fr-CA"/></w:rPr><w:t>a</w:t></w:r>)");
    EXPECT_EQ(runs({with(styled(Style::span, {Text("a")}), language("fr-a"))}), "<w:r><w:t>a</w:t></w:r>");
}

TEST(DocxText, ParagraphsRunTheirOwnWay) {
    const auto bidi = [](Attributes attributes, const char* text) {
        const DocxFile file = write_docx(document({with(paragraph(text), std::move(attributes))})).file;
        return file.all("//w:body/w:p/w:pPr/w:bidi").size() == 1;
    };
    EXPECT_TRUE(bidi(language("", Direction::right_to_left), "latin"));
    EXPECT_TRUE(bidi(language("", Direction::automatic), "(אבג) latin"));
    EXPECT_FALSE(bidi(language("", Direction::automatic), "latin אבג"));
    EXPECT_FALSE(bidi(language("ar"), "latin"));
}

TEST(DocxLinks, ShareOneRelationshipPerAddress) {
    const DocxFile file = write_docx(document({paragraph(Inlines{link("https://example.org/a b#c", {Text("one")}),
                                                                 link("https://example.org/a b#c", {Text("two")})})}))
                              .file;
    const auto links = DocxFile::all(file.xml("word/_rels/document.xml.rels"), "//Relationship[@TargetMode]");
    ASSERT_EQ(links.size(), 1u);
    EXPECT_STREQ(links[0].attribute("Target").value(), "https://example.org/a%20b#c");
    EXPECT_EQ(file.all("//w:hyperlink[@r:id]").size(), 2u);
}

TEST(DocxLinks, LeadToBookmarksWithNamesThatWordAccepts) {
    const std::string long_id(100, 'x');
    Blocks blocks;
    for (const std::string& id : {std::string("Part"), std::string("part"), std::string("1.2 é"), long_id}) {
        std::string fragment = id;
        std::replace(fragment.begin(), fragment.end(), ' ', '-');
        Attributes attributes;
        attributes.id = fragment;
        blocks.push_back(with(paragraph("target"), attributes));
        blocks.push_back(paragraph(Inlines{link("#" + fragment, {Text("source")})}));
    }
    const DocxFile file = write_docx(document(blocks)).file;
    const auto links = file.all("//w:hyperlink");
    ASSERT_EQ(links.size(), 4u);
    EXPECT_STREQ(links[0].attribute("w:anchor").value(), "Part");
    EXPECT_STREQ(links[2].attribute("w:anchor").value(), "id_1_2_");
}

TEST(DocxLinks, ThatWordCannotFollowBecomeText) {
    for (const std::string& url :
         {std::string("javascript:alert(1)"), std::string("relative.html"), std::string("#nowhere"),
          std::string("https://"), std::string("https://a:b/"), std::string("https://see%20https://a.example/"),
          "https://example.org/" + std::string(10'000, 'a')}) {
        const Written written = write_docx(document({paragraph(Inlines{link(url, {Text("text")})})}));
        EXPECT_TRUE(written.file.all("//w:hyperlink").empty()) << url.substr(0, 30);
        EXPECT_EQ(text_of(written.file.document()), "text");
        EXPECT_EQ(written.codes, std::vector<std::string>{"docx.link-dropped"});
    }
    const Written empty = write_docx(document({paragraph(Inlines{link("https://example.org/", {}), Text("x")})}));
    EXPECT_TRUE(empty.file.all("//w:hyperlink").empty());
    const Written blank = write_docx(document({paragraph(Inlines{link("https://example.org/", {Text("\u00A0 ")})})}));
    EXPECT_TRUE(blank.file.all("//w:hyperlink").empty());
    Image missing;
    missing.source = "https://example.org/rule.png";
    missing.alt = "";
    const Written invisible = write_docx(document({paragraph(Inlines{link("https://example.org/", {missing})})}));
    EXPECT_TRUE(invisible.file.all("//w:hyperlink").empty()) << "nothing would be seen of it";
}

TEST(DocxLinks, NestNowhere) {
    const DocxFile file = write_docx(document({paragraph(Inlines{link(
                                         "https://example.org/a", {link("https://example.org/b", {Text("in")})})})}))
                              .file;
    EXPECT_EQ(file.all("//w:hyperlink").size(), 1u);
}

TEST(DocxRuby, HoldsRunsOnly) {
    Ruby ruby;
    ruby.base = {with(styled(Style::strong, {Text("漢字")}), Attributes{"inside", "", {}, {}, {}}),
                 link("https://example.org/", {Text("字")}), note_ref(0)};
    ruby.annotation = {Text("かんじ")};
    Document subject = document({paragraph(Inlines{ruby})});
    subject.notes.resize(1);
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(file.all("//w:rubyBase/*[not(self::w:r)] | //w:rt/*[not(self::w:r)]").size(), 0u);
    EXPECT_EQ(file.all("//w:p/w:bookmarkStart").size(), 1u);
    EXPECT_EQ(file.all("//w:p/w:r/w:footnoteReference").size(), 1u);
    EXPECT_EQ(text_of(file.all("//w:rubyBase").at(0)), "漢字字");
    EXPECT_EQ(file.all("//w:rt/w:r/w:rPr/w:sz[@w:val='11']").size(), 1u) << "half as large";
}

struct PictureCase {
    int width;
    int height;
    long long expected_width;
    long long expected_height;
};

class DocxPictures : public ::testing::Test {
protected:
    DocxPictures() : subject_(every_node()) { subject_.content.clear(); }

    Written write(Image image) {
        subject_.content = {paragraph(Inlines{std::move(image)})};
        return write_docx(subject_);
    }

    static Image image(const char* key, std::optional<std::string> alt) {
        Image node;
        node.resource = key;
        node.alt = std::move(alt);
        return node;
    }

    void make_unknown(const char* key) {
        subject_.resources[key].bytes = std::make_shared<const std::string>("no image at all");
    }

    Document subject_;
};

TEST_F(DocxPictures, AreSizedAndCappedToTheTextBlock) {
    constexpr long long text_width = (11906 - 2 * 1417) * 635LL;
    const PictureCase cases[] = {{0, 0, 4 * 9525, 2 * 9525}, {96, 0, 914400, 457200},
                                 {0, 96, 1828800, 914400},   {96, 96, 914400, 457200},
                                 {96, 24, 457200, 228600},   {40000, 20000, text_width, text_width / 2}};
    for (const PictureCase& test : cases) {
        Image picture = image("image-1", "alt");
        picture.width = test.width;
        picture.height = test.height;
        const Written written = write(picture);
        const pugi::xml_node extent = written.file.all("//wp:extent").at(0);
        EXPECT_EQ(extent.attribute("cx").as_llong(), test.expected_width) << test.width;
        EXPECT_EQ(extent.attribute("cy").as_llong(), test.expected_height) << test.height;
    }
    Image tall = image("image-1", "alt");
    tall.width = 10;
    tall.height = 2000000000;
    EXPECT_LE(write(tall).file.all("//wp:extent").at(0).attribute("cy").as_llong(), 20116800);
}

TEST_F(DocxPictures, AreAsLargeAsTheirDensitySaysWhereNobodyElseDoes) {
    const auto png = [](const std::string& across, const std::string& down, char unit = 1) {
        return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x80\x08\2\0\0\0....\0\0\0\x09pHYs"s + across + down + unit +
               "....\0\0\0\0IEND...."s;
    };
    const auto jpeg = [](const std::string& segments) {
        return "\xFF\xD8"s + segments + "\xFF\xC2\0\x0B\x08\0\x80\1\0\x03\xFF\xD9"s;
    };
    const std::string jfif = "\xFF\xE0\0\x10JFIF\0\1\2"s;
    const std::string exif =
        "\xFF\xE1\0\x36"
        "Exif\0\0MM\0*"
        "\0\0\0\x08\0\2\x01\x1A\0\5\0\0\0\1\0\0\0\x26\x01\x1B\0\5\0\0\0\1\0\0\0\x26\0\0\0\0\0\0\x07\x80\0\0\0"
        "\x0A"s;
    const std::pair<std::string, int> cases[] = {
        {png("\0\0\x1D\x87"s, "\0\0\x1D\x87"s), 192},
        {png("\0\0\x1D\x87"s, "\0\0\x1D\x87"s, 0), 96},  // a proportion only
        {png("\0\0\x1D\x87"s, "\0\0\x0E\xC4"s), 96},     // pixels that are no squares
        {png("\0\0\x0B\x13"s, "\0\0\x0B\x13"s), 96},     // 72, which means nothing
        {png("\xFF\xFF\xFF\xFF"s, "\xFF\xFF\xFF\xFF"s), 96},
        {png("\0\0\0\0"s, "\0\0\0\0"s), 96},
        {jpeg(jfif + "\1\0\xC0\0\xC0\0\0"s), 192},
        {jpeg(jfif + "\2\0\x64\0\x64\0\0"s), 254},
        {jpeg(jfif + "\0\0\xC0\0\xC0\0\0"s), 96},
        {jpeg(jfif + "\0\0\1\0\1\0\0"s + exif), 192},
    };
    for (const auto& [bytes, density] : cases) {
        Resource& resource = subject_.resources["image-1"];
        resource = {std::make_shared<const std::string>(bytes), "", "", 256, 128};
        const DocxFile file = write(image("image-1", "alt")).file;
        EXPECT_EQ(file.all("//wp:extent").at(0).attribute("cx").as_llong(), 256 * 914400LL / density) << density;
    }
}

TEST_F(DocxPictures, SayWhatTheyShowOrThatTheyAreDecorative) {
    const auto description = [&](std::optional<std::string> alt) {
        return std::string(
            write(image("image-1", std::move(alt))).file.all("//wp:docPr").at(0).attribute("descr").value());
    };
    EXPECT_EQ(description("A ledger"), "A ledger");
    EXPECT_EQ(description("IMG_01.JPG"), "Image");
    EXPECT_EQ(description(std::nullopt), "Image");
    EXPECT_EQ(write(image("image-1", "")).file.all("//adec:decorative").size(), 1u);
    EXPECT_EQ(write(image("image-1", " ")).file.all("//adec:decorative").size(), 1u);
    EXPECT_EQ(write(image("image-1", std::nullopt)).codes, std::vector<std::string>{"docx.image-without-alt"});
}

TEST_F(DocxPictures, OfUnknownTypeLeaveTheirTextWithALink) {
    make_unknown("image-2");
    Image unknown = image("image-2", "A rectangle");
    unknown.source = "https://example.org/r.svg";
    const Written written = write(unknown);
    EXPECT_EQ(written.codes, std::vector<std::string>{"docx.image-unsupported"});
    EXPECT_EQ(text_of(written.file.all("//w:hyperlink").at(0)), "A rectangle");
    EXPECT_TRUE(written.file.all("//w:drawing").empty());
}

TEST_F(DocxPictures, ThatAreMissingLeaveTheirAddress) {
    const auto text = [&](const char* source) {
        Image missing;
        missing.source = source;
        return text_of(write(missing).file.all("//w:hyperlink").at(0));
    };
    EXPECT_EQ(text("https://example.org/a/tide%20chart.png?v=2"), "tide chart.png");
    EXPECT_EQ(text("https://example.org/"), "Image");

    Image decorative;
    decorative.source = "https://example.org/line.png";
    decorative.alt = "";
    EXPECT_TRUE(write(decorative).file.all("//w:hyperlink").empty());
    decorative.alt = "\u00A0 ";
    EXPECT_TRUE(write(decorative).file.all("//w:hyperlink").empty());
    make_unknown("image-2");
    EXPECT_EQ(text_of(write(image("image-2", std::nullopt)).file.all("//w:body/w:p[last() - 1]").at(0)), "Image")
        << "with no address at all";
}

TEST_F(DocxPictures, ThatAreMissingAreNoPartOfAWord) {
    const auto missing = [](const char* alt) {
        Image node;
        node.source = "https://example.org/x.png";
        node.alt = alt;
        return node;
    };
    const std::pair<Inlines, const char*> cases[] = {
        {{missing("a"), Text("b")}, "a b"},
        {{Text("b"), missing("a"), missing("c")}, "b a c"},
        {{Text("b "), missing("a"), Text(" c")}, "b a c"},
        {{link("https://example.org/", {Text("b"), missing("a")}), styled(Style::strong, {Text("c")})}, "b a c"},
        {{missing("a"), LineBreak(), missing("b"), LineBreak(), Text("c")}, "a\nb\nc"},
        {{missing("a"), missing(""), Text("c")}, "a c"},
    };
    for (const auto& [content, text] : cases) {
        EXPECT_EQ(write_docx(document({paragraph("word"), paragraph(content)})).file.paragraphs().at(1),
                  std::string(": ") + text);
    }
}

TEST_F(DocxPictures, DrawnFromSvgHaveItBesideTheirPixels) {
    const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
    subject_.resources["image-1"].drawing = std::make_shared<const std::string>(svg);
    const DocxFile file = write(image("image-1", "A line")).file;
    EXPECT_EQ(file.bytes("word/media/image1.svg"), svg);
    const auto target = [&](const char* blip) {
        const std::string id = file.all(blip).at(0).attribute("r:embed").value();
        const std::string xpath = "//Relationship[@Id='" + id + "']";
        return std::string(
            DocxFile::all(file.xml("word/_rels/document.xml.rels"), xpath.c_str()).at(0).attribute("Target").value());
    };
    EXPECT_EQ(target("//a:blip"), "media/image1.png");
    EXPECT_EQ(target("//a:blip/a:extLst/a:ext/asvg:svgBlip"), "media/image1.svg");
    EXPECT_NE(file.bytes("[Content_Types].xml").find("image/svg+xml"), std::string::npos);
    subject_.resources["image-1"].drawing.reset();
    EXPECT_TRUE(write(image("image-1", "A line")).file.all("//asvg:svgBlip").empty());
}

TEST_F(DocxPictures, ShareTheirBytes) {
    subject_.content = {paragraph(Inlines{image("image-1", "a"), image("image-1", "b")})};
    const DocxFile file = write_docx(subject_).file;
    EXPECT_TRUE(file.has("word/media/image1.png"));
    EXPECT_FALSE(file.has("word/media/image2.png"));
}

}  // namespace
}  // namespace offprint::testing
