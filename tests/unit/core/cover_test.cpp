// Which image becomes the cover, and how one is drawn.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"

namespace offprint {

namespace {

using namespace std::string_view_literals;

/// The header of a picture, which is all that anybody looks at here.
std::string png(int width, int height) {
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"sv);
    for (const int side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(side >> shift & 0xFF));
    return bytes + std::string("\x08\x02\0\0\0"sv);
}

Resource resource_of(std::string bytes) {
    const std::string type(sniff_image(bytes).value().media_type);
    return {std::make_shared<const std::string>(std::move(bytes)), type, {}, 0, 0};
}

/// A document with one image in its text.
Document showing(std::string bytes) {
    Document document;
    document.resources["shown"] = resource_of(std::move(bytes));
    Image image;
    image.resource = "shown";
    Paragraph paragraph;
    paragraph.content = {image};
    document.content = {paragraph};
    return document;
}

std::string cover_after(Document document, std::string_view choice) {
    make_cover(document, choice);
    return document.metadata.cover;
}

/// What a drawn cover says, line by line.
struct Drawn {
    std::vector<std::string> lines;
    std::vector<double> sizes;
    std::vector<double> baselines;
    std::string xml;
};

Drawn drawn(const Metadata& metadata, Direction direction = Direction::unspecified) {
    Document document;
    document.metadata = metadata;
    if (direction != Direction::unspecified) document.attributes.ensure().direction = direction;
    make_cover(document, "generate");
    Drawn drawn;
    drawn.xml = *document.resources.at(document.metadata.cover).bytes;
    pugi::xml_document svg;
    EXPECT_TRUE(svg.load_string(drawn.xml.c_str()));
    for (const pugi::xml_node text : svg.child("svg").children("text")) {
        drawn.lines.emplace_back(text.child_value());
        drawn.sizes.push_back(text.attribute("font-size").as_double());
        drawn.baselines.push_back(text.attribute("y").as_double());
    }
    return drawn;
}

Metadata titled(std::string title) {
    Metadata metadata;
    metadata.title = std::move(title);
    return metadata;
}

}  // namespace

TEST(Cover, TheFirstImageIsTheCoverWhereItFits) {
    EXPECT_EQ(cover_after(showing(png(1200, 675)), "auto"), "shown");
    EXPECT_EQ(cover_after(showing(png(500, 500)), "auto"), "shown");
    EXPECT_EQ(cover_after(showing(png(499, 900)), "auto"), "") << "too small";
    EXPECT_EQ(cover_after(showing(png(2000, 600)), "auto"), "") << "a banner";
    EXPECT_EQ(cover_after(showing(png(600, 2000)), "auto"), "") << "a strip";
    EXPECT_EQ(cover_after(showing("<svg xmlns='http://www.w3.org/2000/svg' width='800' height='800'/>"), "auto"), "");
    EXPECT_EQ(cover_after(Document(), "auto"), "");
}

TEST(Cover, APagesPreviewHasToFitButACoverIsACover) {
    Document document = showing(png(1200, 675));
    document.resources["small"] = resource_of(png(300, 450));
    document.metadata.cover = "small";
    EXPECT_EQ(cover_after(document, "auto"), "small");
    document.metadata.provenance[MetadataField::cover] = Origin::front_matter;
    EXPECT_EQ(cover_after(document, "auto"), "small");
    document.metadata.provenance[MetadataField::cover] = Origin::meta;
    EXPECT_EQ(cover_after(document, "auto"), "shown");
}

TEST(Cover, ABookHasTheCoverOfItsFirstArticleThatHasOne) {
    Document book;
    book.resources["second"] = resource_of(png(900, 900));
    for (const char* cover : {"", "second"}) {
        Group article;
        article.kind = GroupKind::article;
        article.metadata.ensure().cover = cover;
        book.content.emplace_back(std::move(article));
    }
    EXPECT_EQ(cover_after(book, "auto"), "second");
}

TEST(Cover, WhereTheBooksPreviewDoesNotFitAnArticlesCoverDoes) {
    Document book = showing(png(1200, 675));
    book.resources["preview"] = resource_of(png(64, 64));
    book.resources["cover"] = resource_of(png(900, 1200));
    book.metadata.cover = "preview";
    book.metadata.provenance[MetadataField::cover] = Origin::meta;
    Group article;
    article.kind = GroupKind::article;
    article.metadata.ensure().cover = "cover";
    book.content.emplace_back(article);
    make_cover(book, "auto");
    EXPECT_EQ(book.metadata.cover, "cover");
    EXPECT_EQ(cover_after(book, "auto"), "cover") << "nor does it change when it is asked for again";
}

TEST(Cover, NoneAndFilesPrevail) {
    Document document = showing(png(1200, 675));
    document.metadata.cover = "shown";
    EXPECT_EQ(cover_after(document, "none"), "");
    make_cover(document, png(20, 30));
    EXPECT_EQ(*document.resources.at(document.metadata.cover).bytes, png(20, 30));
    make_cover(document, png(1200, 675));
    EXPECT_EQ(document.metadata.cover, "shown") << "the same bytes are the same resource";
}

TEST(Cover, AFileThatIsNoImageIsAnError) {
    Document document;
    try {
        make_cover(document, "no image");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::input);
    }
}

TEST(Cover, ADrawnOneSaysTitleAuthorAndPublication) {
    Metadata metadata = titled("The Light on Carrow Head");
    metadata.contributors = {{"Ines Calder", "author", "", ""}, {"Odile Marsh", "translator", "", ""}};
    metadata.publisher = "Tideway Review";
    const Drawn cover = drawn(metadata);
    EXPECT_EQ(cover.lines,
              (std::vector<std::string>{"The Light", "on Carrow", "Head", "Ines Calder", "Tideway Review"}));
    EXPECT_GT(cover.sizes.front(), cover.sizes.back());
    EXPECT_TRUE(std::is_sorted(cover.baselines.begin(), cover.baselines.end()));
    EXPECT_EQ(cover.xml, drawn(metadata).xml);
}

TEST(Cover, LongTitlesGetSmallerAndThenEnd) {
    std::string title;
    while (title.size() < 300) title += "an account of tides and other appointments ";
    const Drawn long_one = drawn(titled(title));
    EXPECT_EQ(long_one.lines.back().find("\u2026"), std::string::npos);
    EXPECT_LT(long_one.sizes.front(), drawn(titled("Tides")).sizes.front());
    while (title.size() < 10'000) title += title;
    const Drawn endless = drawn(titled(title));
    EXPECT_TRUE(endless.lines.back().ends_with("\u2026")) << endless.lines.back();
    EXPECT_LT(endless.baselines.back(), 900) << "there is room for authors beneath";
}

TEST(Cover, AWordThatIsLongerThanALineIsDivided) {
    const Drawn cover = drawn(titled(std::string(300, 'x')));
    EXPECT_GT(cover.lines.size(), 5u);
    std::string joined;
    for (const std::string& line : cover.lines) joined += line;
    EXPECT_EQ(joined, std::string(300, 'x'));
    EXPECT_GE(drawn(titled("Donaudampfschifffahrtsgesellschaftskapit\u00E4nswitwenrente")).sizes.front(), 50);
}

TEST(Cover, ScriptsWithoutSpacesBreakBetweenSigns) {
    const Drawn cover = drawn(titled("渡し船のなくなる日、そして橋の上に残された「百年」の記憶について"));
    ASSERT_GT(cover.lines.size(), 1u);
    for (const std::string& line : cover.lines) {
        EXPECT_FALSE(line.starts_with("、") || line.starts_with("」")) << line;
        EXPECT_FALSE(line.ends_with("「")) << line;
    }
}

TEST(Cover, TheSpineIsWherePagesAreBound) {
    const std::string left = drawn(titled("Tides")).xml;
    const std::string right = drawn(titled("مدّ"), Direction::right_to_left).xml;
    EXPECT_NE(left.find("<rect x=\"0\" y=\"0\" width=\"56\""), std::string::npos) << left;
    EXPECT_NE(right.find("<rect x=\"744\" y=\"0\" width=\"56\""), std::string::npos) << right;
    EXPECT_NE(right.find("direction=\"rtl\""), std::string::npos);
}

TEST(Cover, ADocumentThatSaysNothingStillHasOne) {
    EXPECT_EQ(drawn(Metadata()).lines, std::vector<std::string>());
}

}  // namespace offprint
