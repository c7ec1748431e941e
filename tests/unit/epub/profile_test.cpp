// What differs between the devices that a book is made for.
#include <gtest/gtest.h>

#include <algorithm>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

using namespace std::string_literals;
using Texts = std::vector<std::string>;

/// The header of a PNG, which is all that a writer looks at, and `size` bytes in total.
Resource picture(int width, int height, std::size_t size = 64) {
    std::string bytes = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;
    for (int number : {width, height})
        for (int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xFF);
    bytes += "\x08\x02\0\0\0"s;
    bytes.resize(size);
    return {std::make_shared<const std::string>(std::move(bytes)), "image/png", "", width, height};
}

Document with_picture(Resource resource) {
    Image image;
    image.resource = "i";
    image.alt = "A chart";
    Document document = article({paragraph(Inlines{image})});
    document.resources["i"] = std::move(resource);
    return document;
}

Table table(std::size_t rows, std::size_t columns) {
    TableCell cell;
    cell.header = true;
    cell.content = {paragraph("x")};
    TableRow row;
    row.cells.assign(columns, cell);
    TableSection section;
    section.rows.assign(rows, row);
    Table table;
    table.sections = {section};
    return table;
}

/// The writer alone: no image is fitted before it.
Texts codes_of(const Document& document, const char* profile) {
    Options options;
    for (const OptionInfo& option : registry()->format("epub").writer_options)
        options.set(option.name, option.default_value);
    options.set("profile", profile);
    Context context;
    std::string bytes;
    registry()->make_writer("epub")->write(document, *create_memory(bytes), options, context);
    Texts codes;
    for (const Diagnostic& diagnostic : context.diagnostics()) codes.push_back(diagnostic.code);
    return codes;
}

ImageRequest narrowed(const char* profile, ImageRequest request = {}) {
    const FormatInfo format = registry()->format("epub");
    if (request.media_types.empty()) request.media_types = format.image_types;
    Options options;
    options.set("profile", profile);
    registry()->make_writer("epub")->narrow(request, options);
    return request;
}

Document with_language(std::string tag) {
    Document document = article({paragraph("x")});
    document.metadata.language = std::move(tag);
    return document;
}

}  // namespace

TEST(EpubProfile, EveryChoiceMakesABook) {
    const FormatInfo format = registry()->format("epub");
    const auto option = std::ranges::find(format.writer_options, "profile", &OptionInfo::name);
    ASSERT_NE(option, format.writer_options.end());
    EXPECT_EQ(option->choices, (Texts{"generic", "kindle", "kobo", "apple"}));
    for (const std::string& choice : option->choices) write_epub(every_node(), {{"profile", choice}});
}

TEST(EpubProfile, OnlyKoboWantsTheCoverAsAPage) {
    for (const char* profile : {"generic", "kindle", "apple"}) {
        const EpubFile file = write_epub(every_node(), {{"profile", profile}}).file;
        EXPECT_EQ(file.spine().front(), "title-page.xhtml") << profile;
        EXPECT_FALSE(file.package().select_node("//reference[@type='cover']")) << profile;
        EXPECT_EQ(file.package().select_nodes("//item[@properties='cover-image']").size(), 1u) << profile;
    }
    const EpubFile file = write_epub(every_node(), {{"profile", "kobo"}}).file;
    EXPECT_EQ(file.spine().front(), "cover.xhtml");
    const std::string image = file.package().select_node("//item[@properties='cover-image']/@href").attribute().value();
    EXPECT_NE(file.body("cover.xhtml").find("<img src=\"" + image + "\" alt=\"Every node &amp; &lt;kind>\""),
              std::string::npos)
        << file.body("cover.xhtml");
    EXPECT_STREQ(file.package().select_node("//reference[@type='cover']/@href").attribute().value(), "cover.xhtml");
    EXPECT_NE(file.body("nav.xhtml").find("<a epub:type=\"cover\" href=\"cover.xhtml\">"), std::string::npos);
}

TEST(EpubProfile, TheTableOfContentsIsNoDeeperThanTheDeviceShows) {
    const Document document = article({heading(1, "A"), heading(2, "B"), heading(3, "C"), heading(4, "D")});
    const auto depth = [&](const char* profile, const char* wanted) {
        const EpubFile file = write_epub(document, {{"profile", profile}, {"toc-depth", wanted}}).file;
        return file.xml("toc.ncx").select_node("//meta[@name='dtb:depth']/@content").attribute().as_int();
    };
    EXPECT_EQ(depth("generic", "4"), 4);
    EXPECT_EQ(depth("kobo", "4"), 3);
    EXPECT_EQ(depth("kindle", "4"), 2);
    EXPECT_EQ(depth("kindle", "1"), 1);
}

TEST(EpubProfile, KindleReadsFormulasInOneLine) {
    Math math;
    math.mathml = "<math xmlns='http://www.w3.org/1998/Math/MathML'><msup><mi>x</mi><mn>2</mn></msup></math>";
    math.tex = "x^{2}";
    const Document document = article({paragraph(Inlines{math})});
    const Written kindle = write_epub(document, {{"profile", "kindle"}});
    EXPECT_EQ(kindle.file.body("chapter-1.xhtml"), "<p><span class=\"math\">x^2</span></p>");
    EXPECT_EQ(kindle.codes, Texts{"epub.device-math"});
    EXPECT_FALSE(kindle.file.package().select_node("//item[@properties='mathml']"));
    const Written kobo = write_epub(document, {{"profile", "kobo"}});
    EXPECT_TRUE(kobo.file.xml("chapter-1.xhtml").select_node("//math"));
    EXPECT_EQ(kobo.codes, Texts());
}

TEST(EpubProfile, ImagesAreAskedForAsTheDeviceShowsThem) {
    const Texts pixels = {"image/png", "image/jpeg"};
    EXPECT_EQ(narrowed("generic"), ImageRequest{.media_types = registry()->format("epub").image_types});
    EXPECT_EQ(narrowed("kindle"), (ImageRequest{.media_types = pixels, .max_pixels = 5'000'000, .opaque = true}));
    EXPECT_EQ(narrowed("kobo").media_types, (Texts{"image/png", "image/jpeg", "image/svg+xml"}));
    EXPECT_EQ(narrowed("apple").max_pixels, 5'600'000u);
    EXPECT_EQ(narrowed("kindle", {.max_pixels = 1000}).max_pixels, 1000u) << "who asks for less gets less";
    EXPECT_EQ(narrowed("kindle", {.media_types = {"image/gif"}}).media_types, pixels);
}

TEST(EpubProfile, KindleTakesSomeLanguagesOnly) {
    for (const char* tag : {"en", "en-GB", "pt-BR", "zh-Hant", "gsw", "ar"})
        EXPECT_EQ(codes_of(with_language(tag), "kindle"), Texts()) << tag;
    for (const char* tag : {"ru", "ko", "hsb", "th"}) {
        EXPECT_EQ(codes_of(with_language(tag), "kindle"), Texts{"epub.device-language"}) << tag;
        EXPECT_EQ(codes_of(with_language(tag), "generic"), Texts()) << tag;
    }
    EXPECT_EQ(codes_of(with_language(""), "kindle"), (Texts{"epub.language-unknown", "epub.device-language"}));
}

TEST(EpubProfile, ImagesThatNobodyCouldChangeAreReported) {
    EXPECT_EQ(codes_of(with_picture(picture(2500, 2000)), "kindle"), Texts());
    EXPECT_EQ(codes_of(with_picture(picture(2501, 2000)), "kindle"), Texts{"epub.device-image-size"});
    EXPECT_EQ(codes_of(with_picture(picture(2501, 2000)), "apple"), Texts());
    EXPECT_EQ(codes_of(with_picture(picture(2801, 2000)), "apple"), Texts{"epub.device-image-size"});
    EXPECT_EQ(codes_of(with_picture(picture(2801, 2000)), "generic"), Texts());
    const std::string gif = "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"s;
    const Resource moving = {std::make_shared<const std::string>(gif), "image/gif", "", 1, 1};
    EXPECT_EQ(codes_of(with_picture(moving), "kobo"), Texts{"epub.device-image-type"});
    EXPECT_EQ(codes_of(with_picture(moving), "generic"), Texts());
}

TEST(EpubProfile, KindleWantsLargeCovers) {
    Document document = with_picture(picture(800, 499));
    document.metadata.cover = "i";
    EXPECT_EQ(codes_of(document, "kindle"), Texts{"epub.device-cover-size"});
    EXPECT_EQ(codes_of(document, "kobo"), Texts());
    document.resources["i"] = picture(500, 800);
    EXPECT_EQ(codes_of(document, "kindle"), Texts());
}

TEST(EpubProfile, LargeTablesAreReported) {
    EXPECT_EQ(codes_of(article({table(100, 10)}), "kindle"), Texts());
    EXPECT_EQ(codes_of(article({table(101, 2)}), "kindle"), Texts{"epub.device-table"});
    EXPECT_EQ(codes_of(article({table(2, 11)}), "kindle"), Texts{"epub.device-table"});
    EXPECT_EQ(codes_of(article({table(101, 4)}), "kobo"), Texts());
    EXPECT_EQ(codes_of(article({table(2, 5)}), "kobo"), Texts{"epub.device-table"});
    EXPECT_EQ(codes_of(article({table(200, 20)}), "generic"), Texts());
}

TEST(EpubProfile, BooksTooLargeForKindleAreReported) {
    Document document = with_picture(picture(1000, 1000, 49'000'000));
    EXPECT_EQ(codes_of(document, "kindle"), Texts());
    document = with_picture(picture(1000, 1000, 51'000'000));
    EXPECT_EQ(codes_of(document, "kindle"), Texts{"epub.device-mail-size"});
    EXPECT_EQ(codes_of(document, "kobo"), Texts());
    for (int number = 1; number < 4; ++number) {
        Image image;
        image.resource = "i" + std::to_string(number);
        image.alt = "A chart";
        document.content.push_back(paragraph(Inlines{image}));
        document.resources[image.resource] = picture(1000 + number, 1000, 51'000'000);
    }
    EXPECT_EQ(codes_of(document, "kindle"), Texts{"epub.device-size"});
}

}  // namespace offprint::testing
