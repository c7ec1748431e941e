// Accessibility metadata is computed from what is in the book.
#include <gtest/gtest.h>

#include "epub_file.hpp"

namespace offprint::testing {

namespace {

using namespace std::string_view_literals;
using Texts = std::vector<std::string>;

constexpr std::string_view gif = "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"sv;
constexpr std::string_view moving_gif =
    "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"sv;

Document with_image(std::optional<std::string> alt, std::string_view bytes = gif) {
    Image image;
    image.resource = "i";
    image.alt = std::move(alt);
    Document document = article({paragraph(Inlines{image})});
    document.resources["i"] = {std::make_shared<const std::string>(bytes), "image/gif", {}, 1, 1};
    return document;
}

Document with_formula(std::string alt, std::string tex = {}) {
    Math math;
    if (tex.empty()) math.mathml = "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>";
    math.tex = std::move(tex);
    math.alt = std::move(alt);
    return article({paragraph(Inlines{math})});
}

Table table(bool has_header) {
    TableCell cell;
    cell.header = has_header;
    cell.content = {paragraph("Depth")};
    TableRow row;
    row.cells = {cell};
    TableSection section;
    section.kind = has_header ? SectionKind::head : SectionKind::body;
    section.rows = {row};
    Table table;
    table.sections = {section};
    return table;
}

Texts property(const Document& document, const std::string& name) {
    return write_epub(document).file.package_texts(("//meta[@property='schema:" + name + "']").c_str());
}

Texts features(const Document& document) {
    Texts all = property(document, "accessibilityFeature");
    EXPECT_GE(all.size(), 2u);
    EXPECT_EQ(all[0], "tableOfContents");
    EXPECT_EQ(all[1], "readingOrder");
    return {all.begin() + 2, all.end()};
}

std::string summary(const Document& document) {
    return property(document, "accessibilitySummary").front();
}

}  // namespace

TEST(EpubAccessibility, TextNeedsNothingElse) {
    const Document document = article({paragraph("x")});
    EXPECT_EQ(property(document, "accessMode"), Texts{"textual"});
    EXPECT_EQ(property(document, "accessModeSufficient"), Texts{"textual"});
    EXPECT_EQ(property(document, "accessibilityHazard"), Texts{"none"});
    EXPECT_EQ(features(document), Texts());
}

TEST(EpubAccessibility, AlternativeTextIsClaimedIfEveryInformativeImageHasIt) {
    EXPECT_EQ(features(with_image("A dot")), Texts{"alternativeText"});
    EXPECT_EQ(property(with_image("A dot"), "accessMode"), (Texts{"textual", "visual"}));
    EXPECT_EQ(property(with_image("A dot"), "accessModeSufficient"), (Texts{"textual", "textual,visual"}));
    const Document silent = with_image(std::nullopt);
    EXPECT_EQ(features(silent), Texts());
    EXPECT_EQ(property(silent, "accessModeSufficient"), Texts{"textual,visual"});
    EXPECT_NE(summary(silent).find("no alternative text"), std::string::npos);
    EXPECT_EQ(write_epub(silent).codes, Texts{"epub.image-without-alt"});
}

TEST(EpubAccessibility, DecorationInformsNobody) {
    EXPECT_EQ(property(with_image(""), "accessMode"), Texts{"textual"});
    EXPECT_EQ(features(with_image("")), Texts());
}

TEST(EpubAccessibility, WhatMovesMayBeAHazard) {
    EXPECT_EQ(property(with_image("A dot"), "accessibilityHazard"), Texts{"none"});
    EXPECT_EQ(property(with_image("A dot", moving_gif), "accessibilityHazard"), Texts{"unknown"});
}

TEST(EpubAccessibility, FormulasAreWhatTheyAreWrittenAs) {
    EXPECT_EQ(features(with_formula("")), Texts{"MathML"});
    EXPECT_EQ(features(with_formula("x")), (Texts{"MathML", "describedMath"}));
    EXPECT_EQ(features(with_formula("", "x^2")), Texts{"latex"});
}

TEST(EpubAccessibility, StructureIsClaimedWhereThereIsSome) {
    EXPECT_EQ(features(article({heading(1, "A"), paragraph("x")})), Texts{"structuralNavigation"});
    Document document = article({paragraph(Inlines{Text("x"), note_ref(0)})});
    document.notes = {note("n")};
    EXPECT_EQ(features(document), Texts{"ARIA"});
}

TEST(EpubAccessibility, HeaderCellsHaveAScopeAndTheirAbsenceIsSaid) {
    const EpubFile file = write_epub(article({table(true)})).file;
    EXPECT_STREQ(file.xml("chapter-1.xhtml").select_node("//th/@scope").attribute().value(), "col");
    EXPECT_EQ(write_epub(article({table(false)})).codes, Texts{"epub.table-without-header"});
    EXPECT_NE(summary(article({table(false)})).find("no header cells"), std::string::npos);
}

TEST(EpubAccessibility, AnUnknownLanguageIsSaidToBeUnknown) {
    Document document = article({paragraph("x")});
    document.metadata.language.clear();
    const EpubFile file = write_epub(document).file;
    for (const char* name : {"package.opf", "nav.xhtml", "toc.ncx", "title-page.xhtml", "chapter-1.xhtml"})
        EXPECT_STREQ(file.xml(name).attribute("xml:lang").value(), "und") << name;
}

TEST(EpubAccessibility, LanguagesAreSaidTwiceAndNoArticleHasARole) {
    Styled foreign;
    foreign.style = Style::emphasis;
    foreign.content = {Text("mot")};
    foreign.attributes.ensure().language = "fr";
    const Document one = article({paragraph(Inlines{foreign})});
    const EpubFile file = write_epub(make_book({one, one})).file;
    for (const std::string& name : file.spine()) {
        EXPECT_STREQ(file.xml(name).attribute("lang").value(), "en") << name;
        EXPECT_STREQ(file.xml(name).attribute("xml:lang").value(), "en") << name;
        EXPECT_FALSE(file.xml(name).select_node("//article[@role]")) << name;
        for (const pugi::xpath_node& node : file.xml(name).select_nodes("//em"))
            EXPECT_STREQ(node.node().attribute("lang").value(), node.node().attribute("xml:lang").value());
    }
}

}  // namespace offprint::testing
