#include <gtest/gtest.h>

#include <algorithm>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {
namespace {

std::string core_property(const DocxFile& file, const char* name) {
    return file.xml("docProps/core.xml").child_value(name);
}

std::string page_width(const std::string& language, const std::string& option) {
    Document subject = document({paragraph("Text.")});
    subject.metadata.language = language;
    const Written written = write_docx(subject, {{"page-size", option}});
    return written.file.all("//w:pgSz").at(0).attribute("w:w").value();
}

TEST(DocxPackage, LeadsWithContentTypesThatNameEveryPart) {
    const DocxFile file = write_docx(every_node()).file;
    ASSERT_EQ(file.names().front(), "[Content_Types].xml");
    const pugi::xml_node types = file.xml("[Content_Types].xml");
    for (const std::string& name : file.names()) {
        EXPECT_NE(name.back(), '/');
        const std::string extension = name.substr(name.rfind('.') + 1);
        const bool by_name = types.find_child_by_attribute("Override", "PartName", ("/" + name).c_str());
        const bool by_extension = types.find_child_by_attribute("Default", "Extension", extension.c_str());
        EXPECT_TRUE(by_name || (by_extension && extension != "xml") || name == file.names().front()) << name;
    }
    for (pugi::xml_node part : types.children("Override"))
        EXPECT_TRUE(file.has(part.attribute("PartName").value() + 1)) << part.attribute("PartName").value();
}

TEST(DocxPackage, HoldsOnlyPartsWithContent) {
    const DocxFile file = write_docx(document({paragraph("Text.")})).file;
    EXPECT_FALSE(file.has("word/numbering.xml"));
    EXPECT_FALSE(file.has("word/footnotes.xml"));
    EXPECT_FALSE(file.has("docProps/custom.xml"));
    EXPECT_TRUE(DocxFile::all(file.xml("word/settings.xml"), "//w:footnotePr").empty());
    for (const char* part : {"styles", "settings", "webSettings", "fontTable", "theme/theme1"})
        EXPECT_TRUE(file.has(std::string("word/") + part + ".xml")) << part;
}

TEST(DocxPackage, NumbersThePages) {
    const DocxFile file = write_docx(document({paragraph("Text.")})).file;
    EXPECT_EQ(file.all("//w:sectPr/w:footerReference[@w:type='default']").size(), 1u);
    EXPECT_STREQ(DocxFile::all(file.xml("word/footer1.xml"), "//w:fldSimple").at(0).attribute("w:instr").value(),
                 " PAGE ");
}

TEST(DocxPackage, EmptyDocumentIsAParagraph) {
    const Written written = write_docx(Document{});
    EXPECT_EQ(written.file.all("//w:body/w:p").size(), 1u);
    EXPECT_EQ(core_property(written.file, "dc:title"), "Untitled");
}

TEST(DocxPackage, TakesAHundredThousandParagraphs) {
    Document subject = document({});
    for (int i = 0; i < 100'000; ++i) subject.content.push_back(paragraph("Text."));
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(subject, *sink, {"docx", {}}, context);
    sink->commit();
    const DocxFile file(std::move(bytes));
    const auto paragraphs = file.document().child("w:body").children("w:p");
    EXPECT_EQ(std::distance(paragraphs.begin(), paragraphs.end()), 100'000);
}

TEST(DocxPackage, ALongTextWithoutHeadingsHasItsTitleAsOne) {
    Document subject = document(Blocks(39, paragraph("Text.")));
    subject.metadata.title = "Title";
    EXPECT_EQ(write_docx(subject).file.paragraphs().at(0), "Title: Title");
    subject.content.push_back(paragraph("Text."));
    EXPECT_EQ(write_docx(subject).file.paragraphs().at(0), "Heading1: Title");
    Heading heading;
    heading.content = {Text("Part")};
    subject.content.push_back(heading);
    EXPECT_EQ(write_docx(subject).file.paragraphs().at(0), "Title: Title");
}

TEST(DocxPackage, SameDocumentGivesSameBytes) {
    EXPECT_EQ(write("docx", every_node()), write("docx", every_node()));
}

TEST(DocxPackage, TimesComeFromTheEpochElseTheDocumentElse1980) {
    Document subject = document({paragraph("Text.")});
    EXPECT_EQ(core_property(write_docx(subject).file, "dcterms:created"), "1980-01-01T00:00:00Z");
    subject.metadata.published = Date{2014, 1, 15, {}};
    subject.metadata.modified = Date{2015, 0, 0, {}};
    const DocxFile dated = write_docx(subject).file;
    EXPECT_EQ(core_property(dated, "dcterms:created"), "2014-01-15T00:00:00Z");
    EXPECT_EQ(core_property(dated, "dcterms:modified"), "2015-01-01T00:00:00Z");

    ContextSettings settings;
    settings.source_date_epoch = 86400;
    Context context(settings);
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(subject, *sink, {"docx", {}}, context);
    sink->commit();
    EXPECT_EQ(core_property(DocxFile(bytes), "dcterms:modified"), "1970-01-02T00:00:00Z");
}

TEST(DocxPackage, MetadataReachesTheProperties) {
    const DocxFile file = write_docx(every_node()).file;
    EXPECT_EQ(core_property(file, "dc:title"), "Every node & <kind>");
    EXPECT_EQ(core_property(file, "dc:creator"), "Ada Quill");
    EXPECT_EQ(core_property(file, "cp:keywords"), "nodes, kinds");
    EXPECT_STREQ(file.xml("docProps/app.xml").child_value("Company"), "The Paper");
    EXPECT_STREQ(file.xml("docProps/custom.xml").child("property").child_value("vt:lpwstr"),
                 "https://example.org/every-node");
}

TEST(DocxPackage, PaperGoesByRegionUnlessAskedFor) {
    const std::string a4 = "11906";
    const std::string letter = "12240";
    EXPECT_EQ(page_width("en-US", "auto"), letter);
    EXPECT_EQ(page_width("fr-CA", "auto"), letter);
    EXPECT_EQ(page_width("en", "auto"), letter);
    EXPECT_EQ(page_width("en-GB", "auto"), a4);
    EXPECT_EQ(page_width("", "auto"), a4);
    EXPECT_EQ(page_width("en-US", "a4"), a4);
    EXPECT_EQ(page_width("de", "letter"), letter);
}

TEST(DocxPackage, DefaultLanguageHasARegionInItsScriptsPlace) {
    const auto language = [](const std::string& tag, const char* attribute) {
        Document subject = document({paragraph("Text.")});
        subject.metadata.language = tag;
        const Written written = write_docx(subject);
        return std::string(DocxFile::all(written.file.xml("word/styles.xml"), "//w:docDefaults//w:lang")
                               .at(0)
                               .attribute(attribute)
                               .value());
    };
    EXPECT_EQ(language("de", "w:val"), "de-DE");
    EXPECT_EQ(language("ja", "w:eastAsia"), "ja-JP");
    EXPECT_EQ(language("zh-Hant", "w:eastAsia"), "zh-TW");
    EXPECT_EQ(language("ar", "w:bidi"), "ar-SA");
    EXPECT_EQ(language("not a tag", "w:val"), "en-US");
}

}  // namespace
}  // namespace offprint::testing
