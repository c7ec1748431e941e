// Word files that nobody should have made: a document with diagnostics, or one clear error, in linear time.
#include <gtest/gtest.h>

#include <functional>

#include "offprint/error.hpp"
#include "word_file.hpp"

namespace offprint::testing {

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    all.reserve(text.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

std::string error_of(const std::string& bytes) {
    try {
        read_only("docx", bytes);
    } catch (const Error& error) {
        return error.full_message();
    }
    return "no error";
}

std::string wide(const std::string& text) {
    std::string result;
    for (const char c : text) result.append({c, '\0'});
    return result;
}

TEST(DocxReaderHostile, OlderAndEncryptedFilesAreNamed) {
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_NE(error_of(compound + wide("WordDocument")).find(".doc"), std::string::npos);
    EXPECT_NE(error_of(compound + wide("EncryptedPackage")).find("encrypted"), std::string::npos);
    EXPECT_NE(error_of("{\\rtf1 }").find("Rich Text"), std::string::npos);
    EXPECT_NE(error_of("plain text").find("no Word file"), std::string::npos);
    EXPECT_NE(error_of(word_zip({{"a.txt", "a"}})).find("no Word file"), std::string::npos);
}

TEST(DocxReaderHostile, TruncatedArchives) {
    const std::string bytes = WordFile{.body = word_paragraph("a")}.bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 13) EXPECT_NE(error_of(bytes.substr(0, size)), "no error");
}

TEST(DocxReaderHostile, TruncatedXmlIsReadAsFarAsItGoes) {
    const ReadResult read =
        read_word({.files = {{"word/document.xml",
                              "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                              "<w:body><w:p><w:r><w:t>seen</w:t></w:r></w:p><w:p><w:r><w:t>cut"}}});
    EXPECT_EQ(shape(read.document.content).substr(0, 7), "p{seen}");
    EXPECT_TRUE(read.reported("docx.malformed-part"));
}

TEST(DocxReaderHostile, EntitiesAreNotExpanded) {
    const ReadResult read =
        read_word({.files = {{"word/document.xml",
                              "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"boom\">]>"
                              "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                              "<w:body><w:p><w:r><w:t>a&x;&y;b</w:t></w:r></w:p></w:body></w:document>"}}});
    EXPECT_EQ(shape(read.document.content), "p{a&x;&y;b}");
}

TEST(DocxReaderHostile, MissingPartsAndRelationshipsToNowhere) {
    const std::string family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const ReadResult read = read_word(
        {.body = word_paragraph("<w:hyperlink r:id=\"none\">" + word_run("a") + "</w:hyperlink>", "Nowhere"),
         .relationships = "<Relationship Id=\"s\" Type=\"" + family + "styles\" Target=\"../../../../styles.xml\"/>" +
                          "<Relationship Id=\"n\" Type=\"" + family + "footnotes\" Target=\"gone.xml\"/>"});
    EXPECT_EQ(shape(read.document.content), "p{a}");
    EXPECT_TRUE(read.reported("docx.part-missing"));
}

/// What is nested a hundred thousand deep, and once more after it.
class DocxReaderNesting : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(DocxReaderNesting, IsBounded) {
    constexpr int depth = 100'000;
    const auto& [open, close] = GetParam();
    const ReadResult read = read_word(
        {.body = repeated(open, depth) + word_paragraph("deep") + repeated(close, depth) + word_paragraph("shallow")});
    EXPECT_TRUE(shape(read.document.content).ends_with("p{shallow}"));
    EXPECT_TRUE(read.reported("docx.depth-cut"));
}

INSTANTIATE_TEST_SUITE_P(Elements, DocxReaderNesting,
                         ::testing::Values(std::pair("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
                                           std::pair("<mc:AlternateContent><mc:Fallback>",
                                                     "</mc:Fallback></mc:AlternateContent>"),
                                           std::pair("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
                                           std::pair("<w:customXml>", "</w:customXml>"),
                                           std::pair("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
                                                     "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"),
                                           std::pair("<w:p><m:oMath><m:rad><m:e>", "</m:e></m:rad></m:oMath></w:p>")));

TEST(DocxReaderHostile, ListsOfEveryLevelAtOnce) {
    std::string body;
    for (int i = 0; i < 2000; ++i)
        body += word_paragraph(
            "a", "",
            "<w:numPr><w:ilvl w:val=\"" + std::to_string((i * 7) % 11 - 1) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
    EXPECT_FALSE(read_word({.body = body}).document.content.empty());
}

TEST(DocxReaderHostile, BytesThatAreNoTextInTheSignsOfFormulas) {
    const std::string value = "<m:chr m:val=\"\xFF\x01\"/>";
    const std::string argument = "<m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:e><m:r><m:t>x</m:t></m:r></m:e>";
    for (const char* name : {"nary", "acc", "groupChr"}) {
        const std::string element = std::string("m:") + name;
        const std::string formula =
            "<" + element + "><" + element + "Pr>" + value + "</" + element + "Pr>" + argument + "</" + element + ">";
        EXPECT_FALSE(
            read_word({.body = word_paragraph("<m:oMath>" + formula + "</m:oMath>")}).document.content.empty());
    }
    const std::string signs = "<m:begChr m:val=\"\xFF\"/><m:sepChr m:val=\"\xFE\"/><m:endChr m:val=\"\xC0\"/>";
    EXPECT_FALSE(read_word({.body = word_paragraph("<m:oMath><m:d><m:dPr>" + signs + "</m:dPr>" + argument + argument +
                                                   "</m:d></m:oMath>")})
                     .document.content.empty());
}

/// Large files take as much longer as they are larger.
class DocxReaderLinearTime : public ::testing::TestWithParam<const char*> {};

TEST_P(DocxReaderLinearTime, OfManyOf) {
    constexpr int count = 100'000;
    const ReadResult read = read_word({.body = repeated(GetParam(), count)});
    SUCCEED() << read.document.content.size();
}

INSTANTIATE_TEST_SUITE_P(
    Elements, DocxReaderLinearTime,
    ::testing::Values("<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:p>",
                      "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>",
                      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>a</w:t></w:r></w:p>",
                      "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                      "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"));

TEST(DocxReaderHostile, MoreNodesThanTheLimitAreRefusedBeforeTheyAreParsed) {
    ContextSettings settings;
    settings.limits.nodes = 1000;
    Context context(settings);
    const std::string bytes = WordFile{.body = repeated("<w:p><w:r/></w:p>", 2000)}.bytes();
    try {
        Converter(registry()).read(*open_memory(bytes), {.format = "docx"}, context);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
    }
}

}  // namespace

}  // namespace offprint::testing
