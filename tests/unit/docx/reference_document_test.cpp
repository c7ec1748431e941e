#include <gtest/gtest.h>

#include <map>
#include <string>

#include "docx_file.hpp"
#include "offprint/error.hpp"
#include "package/zip_archive.hpp"
#include "support/zip.hpp"

namespace offprint::testing {
namespace {

using namespace std::string_literals;
using Parts = std::map<std::string, std::string>;

constexpr const char* declarations =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:x="urn:somebody")";

std::string part(const std::string& root, const std::string& content) {
    return "<" + root + declarations + ">" + content + "</" + root + ">";
}

std::string relationship(const std::string& id, const std::string& type, const std::string& target,
                         const std::string& mode = "Internal") {
    return "<Relationship Id='" + id + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           type + "' Target='" + target + "' TargetMode='" + mode + "'/>";
}

std::string relationships(const std::string& entries) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + entries +
           "</Relationships>";
}

std::string style(const std::string& type, const std::string& id, const std::string& name,
                  const std::string& properties = {}) {
    return "<w:style w:type='" + type + "' w:styleId='" + id + "'><w:name w:val='" + name + "'/>" + properties +
           "</w:style>";
}

/// A document in German Word's manner, with a header, a footer, numbered headings and a picture.
Parts house_style() {
    return {
        {"[Content_Types].xml",
         "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
         "<Default Extension='png' ContentType='image/png'/><Default Extension='xml' ContentType='application/xml'/>"
         "</Types>"},
        {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml"))},
        {"word/document.xml",
         part("w:document",
              "<w:body><w:p><w:r><w:t>Placeholder</w:t></w:r></w:p><w:sectPr>"
              "<w:headerReference w:type='default' r:id='rId3'/><w:footerReference w:type='first' r:id='rId4'/>"
              "<w:pgSz w:w='10000' w:h='12000'/><w:pgMar w:top='1000' w:right='1500' w:bottom='1000' w:left='2500' "
              "w:header='500' w:footer='500' w:gutter='0'/><w:titlePg/></w:sectPr></w:body>")},
        {"word/_rels/document.xml.rels",
         relationships(
             relationship("rId1", "styles", "styles.xml") + relationship("rId2", "numbering", "numbering.xml") +
             relationship("rId3", "header", "header1.xml") + relationship("rId4", "footer", "footer1.xml") +
             relationship("rId5", "settings", "settings.xml") + relationship("rId6", "theme", "theme/theme1.xml"))},
        {"word/styles.xml",
         part("w:styles",
              style("paragraph", "Standard", "Normal") +
                  style("paragraph", "berschrift1", "heading 1",
                        "<w:basedOn w:val='Standard'/><w:next w:val='Absatz'/><w:pPr><w:numPr><w:numId w:val='4'/>"
                        "</w:numPr></w:pPr><w:rPr><w:color w:val='ABCDEF'/></w:rPr>") +
                  style("paragraph", "Absatz", "House paragraph", "<w:basedOn w:val='Standard'/>") +
                  style("paragraph", "Quote", "Pull quote", "<w:basedOn w:val='Nirgends'/>") +
                  style("paragraph", "Kopfzeile", "header", "<w:basedOn w:val='Standard'/>"))},
        {"word/numbering.xml",
         part("w:numbering",
              "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
              "<w:pStyle w:val='berschrift1'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
              "<w:num w:numId='4'><w:abstractNumId w:val='7'/></w:num>")},
        {"word/header1.xml",
         part("w:hdr",
              "<w:p w14:paraId='1234'><w:pPr><w:pStyle w:val='Kopfzeile'/></w:pPr><w:bookmarkStart w:id='0' "
              "w:name='x'/><w:bookmarkEnd w:id='0'/><w:r><w:t>The House</w:t></w:r><w:r><w:drawing><wp:inline>"
              "<wp:docPr id='1' name='logo'/><a:blip r:embed='rId1'/></wp:inline></w:drawing></w:r></w:p>")},
        {"word/_rels/header1.xml.rels", relationships(relationship("rId1", "image", "media/logo.PNG"))},
        {"word/media/logo.PNG", "the bytes of a logo"},
        {"word/footer1.xml", part("w:ftr", "<w:p><w:r><w:t>Imprint</w:t></w:r></w:p>")},
        {"word/settings.xml",
         part("w:settings", "<w:autoHyphenation/><w:trackRevisions/><w:defaultTabStop w:val='99'/>")},
        {"word/theme/theme1.xml",
         "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' name='House'/>"},
    };
}

std::string zipped(const Parts& parts) {
    package::ZipArchive archive;
    for (const auto& [name, content] : parts) archive.add(name, content);
    return finish(archive);
}

Document article() {
    Heading heading;
    heading.content = {Text("Part")};
    Quote quote;
    quote.content = {paragraph("said")};
    Document subject = document({heading, paragraph("Text."), quote, list({item({paragraph("one")})}, true)});
    subject.metadata.language = "de";
    return subject;
}

Written written_like(const Parts& reference, OptionValues options = {}) {
    options["reference-doc"] = zipped(reference);
    return write_docx(article(), options);
}

pugi::xml_node style_named(const DocxFile& file, const char* name) {
    return file.xml("word/styles.xml")
        .find_node([&](pugi::xml_node node) {
            return std::string_view(node.name()) == "w:name" &&
                   std::string_view(node.attribute("w:val").value()) == name;
        })
        .parent();
}

TEST(DocxReferenceDocument, GivesItsStylesUnderOurIds) {
    const Written written = written_like(house_style());
    const DocxFile& file = written.file;
    EXPECT_TRUE(written.codes.empty());
    EXPECT_EQ(file.paragraphs(),
              (std::vector<std::string>{"Heading1: Part", ": Text.", "Quote: said", "ListNumber[5/0]: one"}));
    const pugi::xml_node heading = style_named(file, "heading 1");
    EXPECT_STREQ(heading.attribute("w:styleId").value(), "Heading1");
    EXPECT_STREQ(heading.child("w:basedOn").attribute("w:val").value(), "Normal");
    EXPECT_STREQ(heading.child("w:next").attribute("w:val").value(), "Absatz");
    EXPECT_STREQ(heading.select_node(".//w:color").node().attribute("w:val").value(), "ABCDEF");
    EXPECT_STREQ(style_named(file, "Pull quote").attribute("w:styleId").value(), "Quote2") << "its id is one of ours";
    EXPECT_FALSE(style_named(file, "Pull quote").child("w:basedOn")) << "based on nothing that exists";
    EXPECT_STREQ(style_named(file, "Quote").attribute("w:styleId").value(), "Quote") << "added";
    EXPECT_STREQ(file.xml("word/styles.xml").select_node("//w:docDefaults//w:lang").node().attribute("w:val").value(),
                 "de-DE");
}

TEST(DocxReferenceDocument, NumbersItsHeadingsBesideOurLists) {
    const DocxFile file = written_like(house_style()).file;
    const pugi::xml_node numbering = file.xml("word/numbering.xml");
    EXPECT_STREQ(style_named(file, "heading 1").select_node(".//w:numId").node().attribute("w:val").value(), "4");
    EXPECT_STREQ(DocxFile::all(numbering, "//w:pStyle").at(0).attribute("w:val").value(), "Heading1");
    EXPECT_EQ(DocxFile::all(numbering, "//w:abstractNum").size(), 2u);
    EXPECT_EQ(DocxFile::all(numbering, "//w:abstractNum[preceding-sibling::w:num]").size(), 0u);
    Parts reference = house_style();
    reference.erase("word/numbering.xml");
    EXPECT_FALSE(style_named(written_like(reference).file, "heading 1").child("w:pPr").child("w:numPr"))
        << "numbers that do not exist";
}

TEST(DocxReferenceDocument, GivesItsPageHeadersAndFooters) {
    const DocxFile file = written_like(house_style()).file;
    const pugi::xml_node section = file.all("//w:body/w:sectPr").at(0);
    EXPECT_STREQ(section.child("w:pgSz").attribute("w:w").value(), "10000");
    EXPECT_TRUE(section.child("w:titlePg"));
    EXPECT_EQ(file.all("//w:headerReference[@w:type='default']").size(), 1u);
    EXPECT_EQ(file.all("//w:footerReference").size(), 1u) << "ours has no place beside it";
    const pugi::xml_node header = file.xml("word/header2.xml");
    EXPECT_EQ(text_of(header), "The House");
    EXPECT_STREQ(DocxFile::all(header, "//w:pStyle").at(0).attribute("w:val").value(), "Kopfzeile");
    EXPECT_TRUE(DocxFile::all(header, "//w:bookmarkStart").empty());
    EXPECT_FALSE(header.child("w:p").attribute("w14:paraId"));
    EXPECT_EQ(file.bytes("word/media/reference1.png"), "the bytes of a logo");
    EXPECT_EQ(text_of(file.xml("word/footer1.xml")), "Imprint");
    EXPECT_EQ(file.document().child("w:body").select_nodes(".//w:t[.='Placeholder']").size(), 0u);
}

TEST(DocxReferenceDocument, TellsHowWidePicturesAndTablesMayBe) {
    Document subject = document({});
    Image image;
    image.resource = "image-1";
    image.alt = "x";
    image.width = 5000;
    subject.resources["image-1"] = Resource{
        std::make_shared<const std::string>("GIF89a\x02\0\x01\0\0\0\0\x2C\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x01\0;"s),
        "image/gif", "", 2, 1};
    subject.content = {paragraph(Inlines{image})};
    const DocxFile file = write_docx(subject, {{"reference-doc", zipped(house_style())}}).file;
    EXPECT_EQ(file.all("//w:body//wp:extent").at(0).attribute("cx").as_llong(), (10000 - 4000) * 635LL);
    EXPECT_STREQ(file.all("//w:body//wp:docPr").at(0).attribute("id").value(), "2") << "the header has the first";
}

TEST(DocxReferenceDocument, YieldsToAPaperThatIsAskedFor) {
    const DocxFile file = written_like(house_style(), {{"page-size", "letter"}}).file;
    EXPECT_STREQ(file.all("//w:pgSz").at(0).attribute("w:w").value(), "12240");
    EXPECT_STREQ(file.all("//w:pgMar").at(0).attribute("w:left").value(), "2500");
}

TEST(DocxReferenceDocument, GivesThemeAndSomeSettings) {
    const DocxFile file = written_like(house_style()).file;
    EXPECT_STREQ(file.xml("word/theme/theme1.xml").attribute("name").value(), "House");
    const pugi::xml_node settings = file.xml("word/settings.xml");
    EXPECT_TRUE(settings.child("w:autoHyphenation"));
    EXPECT_FALSE(settings.child("w:trackRevisions"));
    EXPECT_STREQ(settings.child("w:defaultTabStop").attribute("w:val").value(), "99");
    EXPECT_EQ(DocxFile::all(settings, "w:defaultTabStop").size(), 1u);
}

TEST(DocxReferenceDocument, LeavesWhatLeadsOut) {
    Parts reference = house_style();
    reference["word/_rels/header1.xml.rels"] =
        relationships(relationship("rId1", "image", "https://spy.example/logo.png", "External") +
                      relationship("rId2", "hyperlink", "javascript:x", "External") +
                      relationship("rId3", "hyperlink", "https://house.example/", "External") +
                      relationship("rId4", "oleObject", "media/logo.PNG"));
    reference["word/header1.xml"] = part(
        "w:hdr",
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='a'/><a:blip r:link='rId1'/></wp:inline></w:drawing>"
        "</w:r><w:hyperlink r:id='rId2'><w:r><w:t>bad</w:t></w:r></w:hyperlink><w:hyperlink r:id='rId3'><w:r>"
        "<w:t>good</w:t></w:r></w:hyperlink><w:r><w:object r:id='rId4'/></w:r><x:spy/><w:fldSimple "
        "w:instr=' INCLUDEPICTURE \"https://spy.example/\" '><w:r><w:t>kept</w:t></w:r></w:fldSimple><w:r>"
        "<w:instrText> INCLUDETEXT \"\\\\\\\\spy\\\\x\" </w:instrText></w:r><w:fldSimple w:instr=' PAGE '/></w:p>");
    const Written written = written_like(reference);
    EXPECT_EQ(written.codes, std::vector<std::string>{"docx.reference-cut"});
    const pugi::xml_node header = written.file.xml("word/header2.xml");
    EXPECT_EQ(text_of(header), "badgoodkept");
    for (const char* gone : {"//w:drawing", "//w:object", "//x:spy", "//w:instrText", "//*[contains(name(), 'spy')]"})
        EXPECT_TRUE(DocxFile::all(header, gone).empty()) << gone;
    EXPECT_EQ(DocxFile::all(header, "//w:hyperlink").size(), 1u);
    EXPECT_EQ(DocxFile::all(header, "//w:fldSimple").size(), 1u);
    EXPECT_EQ(written.file.bytes("word/_rels/header2.xml.rels").find("spy"), std::string::npos);
}

TEST(DocxReferenceDocument, MayLackNearlyEverything) {
    const Parts bare = {{"_rels/.rels", relationships(relationship("x", "officeDocument", "d.xml"))},
                        {"d.xml", part("w:document", "")}};
    const DocxFile file = written_like(bare).file;
    EXPECT_EQ(file.paragraphs().at(0), "Heading1: Part");
    EXPECT_TRUE(file.all("//w:footerReference").empty());
    Parts odd = house_style();
    odd["word/document.xml"] =
        part("w:document",
             "<w:body><w:sectPr><w:headerReference w:type='default' r:id='rId9'/><w:pgSz w:w='-1' "
             "w:h='99999999999'/></w:sectPr></w:body>");
    odd["word/styles.xml"] =
        part("w:styles", style("paragraph", "A", "a", "<w:basedOn w:val='B'/>") +
                             style("paragraph", "B", "b", "<w:basedOn w:val='A'/>") + style("paragraph", "A", "c") +
                             style("character", "C", "Quote") + style("paragraph", "D", "d", "<w:basedOn w:val='C'/>"));
    const DocxFile other = written_like(odd).file;
    EXPECT_STREQ(other.all("//w:pgSz").at(0).attribute("w:w").value(), "11906");
    EXPECT_EQ(
        DocxFile::all(other.xml("word/styles.xml"), "//w:style[@w:styleId='A' or @w:styleId='B']/w:basedOn").size(), 1u)
        << "no circle";
    EXPECT_FALSE(style_named(other, "d").child("w:basedOn")) << "of another kind";
    EXPECT_STREQ(style_named(other, "Quote 2").attribute("w:styleId").value(), "Quote");
}

TEST(DocxReferenceDocument, ThatIsNoneIsOneClearError) {
    const std::string whole = zipped(house_style());
    for (const std::string& bytes :
         {std::string("no archive"), whole.substr(0, whole.size() / 2), zipped({{"_rels/.rels", relationships("")}}),
          zipped({{"_rels/.rels", relationships(relationship("x", "officeDocument", "s.xml"))},
                  {"s.xml", "<workbook/>"}})}) {
        try {
            write_docx(article(), {{"reference-doc", bytes}});
            ADD_FAILURE() << bytes.substr(0, 20);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::malformed_input);
            EXPECT_EQ(error.where(), "--reference-doc");
        }
    }
}

}  // namespace
}  // namespace offprint::testing
