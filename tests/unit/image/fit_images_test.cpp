// What core does with the images of a document before a writer sees them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "offprint/transform.hpp"
#include "offprint/validate.hpp"
#include "pictures.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

namespace fs = std::filesystem;

const ImageRequest for_books = {.media_types = {"image/png", "image/jpeg", "image/gif", "image/svg+xml"}};

Image image(const std::string& key) {
    Image image;
    image.resource = key;
    image.alt = "what " + key + " shows";
    return image;
}

/// A paragraph for each image, in the order of their names.
Document document_with(const std::vector<std::string>& images) {
    Document document;
    for (const std::string& bytes : images) {
        const std::string key = "image-" + std::to_string(document.resources.size() + 1);
        document.resources[key] = resource_of(bytes);
        Paragraph paragraph;
        paragraph.content = {image(key)};
        document.content.push_back(std::move(paragraph));
    }
    return document;
}

const Image& image_of(const Document& document, std::size_t i) {
    return std::get<Image>(std::get<Paragraph>(document.content.at(i)).content.at(0));
}

using Codes = std::vector<std::string>;

Codes codes_of(const Context& context) {
    Codes codes;
    for (const Diagnostic& diagnostic : context.diagnostics()) codes.push_back(diagnostic.code);
    return codes;
}

Codes fit(Document& document, const ImageRequest& request = for_books) {
    Context context;
    fit_images(document, request, *registry(), context);
    EXPECT_EQ(validate(document), std::vector<std::string>());
    return codes_of(context);
}

/// A folder of plugins in which the image service is missing.
class WithoutService : public ::testing::Test {
protected:
    WithoutService() {
        char name[] = "/tmp/offprint-plugins-XXXXXX";
        folder_ = ::mkdtemp(name);
        for (const fs::path& directory : registry()->directories())
            for (const auto& entry : fs::directory_iterator(directory))
                if (entry.path().stem() != "offprint-image")
                    fs::create_symlink(entry.path(), folder_ / entry.path().filename());
        RegistrySettings settings;
        settings.directories = {folder_};
        settings.use_environment = false;
        settings.use_installed = false;
        registry_ = std::make_shared<const PluginRegistry>(settings);
    }
    ~WithoutService() override { fs::remove_all(folder_); }

    fs::path folder_;
    std::shared_ptr<const PluginRegistry> registry_;
};

constexpr const char* harmful_svg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="20" )"
    R"(onload="run"><script>run</script><foreignObject><p>x</p></foreignObject>)"
    R"(<image xlink:href="https://example.org/a.png"/><rect width="9" height="9"/></svg>)";

}  // namespace

TEST(FitImages, OnlyWhatMustChangeChanges) {
    Document document = document_with({photograph(".png"), photograph(".webp"), drawing(".tif")});
    const std::shared_ptr<const std::string> untouched = document.resources["image-1"].bytes;
    EXPECT_EQ(fit(document), Codes());
    EXPECT_EQ(document.resources["image-1"].bytes, untouched);
    EXPECT_EQ(document.resources["image-2"].media_type, "image/jpeg");
    EXPECT_EQ(document.resources["image-3"].media_type, "image/png");
    const Document fitted = document;
    EXPECT_EQ(fit(document), Codes());
    EXPECT_EQ(document, fitted) << "the second time nothing changes";
}

TEST(FitImages, ADrawingStaysBesideItsPixelsForWritersThatAskForBoth) {
    const ImageRequest for_both = {.media_types = {"image/png"}, .keep_drawings = true};
    Document document = document_with({harmful_svg, photograph(".png")});
    EXPECT_EQ(fit(document, for_both), Codes());
    const Resource pixels = document.resources.at("image-1");
    EXPECT_EQ(pixels.media_type, "image/png");
    ASSERT_NE(pixels.drawing, nullptr);
    EXPECT_NE(pixels.drawing->find("<svg"), std::string::npos);
    EXPECT_EQ(pixels.drawing->find("script"), std::string::npos) << "it is the cleaned one";
    EXPECT_EQ(document.resources.at("image-2").drawing, nullptr);

    fit(document, {.media_types = {"image/png"}, .max_width = 10, .keep_drawings = true});
    EXPECT_EQ(document.resources.at("image-1").width, 10);
    EXPECT_EQ(document.resources.at("image-1").drawing, pixels.drawing) << "smaller pixels have it still";
    EXPECT_FALSE(document.resources.at("image-1") == pixels);
}

TEST(FitImages, ABrokenImageGoesAndItsTextRemains) {
    const std::string whole = photograph(".webp");
    Document document = document_with(
        {whole.substr(0, whole.size() / 2), "<svg xmlns='http://www.w3.org/2000/svg'>", photograph(".png")});
    document.metadata.cover = "image-1";
    EXPECT_EQ(fit(document), (Codes{"image.broken", "image.broken"}));
    EXPECT_EQ(image_of(document, 0).resource, "");
    EXPECT_EQ(image_of(document, 0).alt, "what image-1 shows");
    EXPECT_EQ(image_of(document, 2).resource, "image-3");
    EXPECT_EQ(document.metadata.cover, "");
    EXPECT_EQ(document.resources.size(), 1u);
}

TEST(FitImages, EqualOutcomesAreOneResource) {
    Document document = document_with({drawing(".tif"), drawing(".webp[lossless]")});
    EXPECT_EQ(fit(document), Codes());
    EXPECT_EQ(document.resources.size(), 1u);
    EXPECT_EQ(image_of(document, 1).resource, image_of(document, 0).resource);
}

TEST(FitImages, NoWriterGetsAnSvgThatRunsOrReads) {
    for (const char* format : {"json", "epub"}) {
        Document document = document_with({harmful_svg});
        const FormatInfo info = registry()->format(format);
        EXPECT_EQ(fit(document, {.media_types = info.image_types}), Codes()) << format;
        const std::string& svg = *document.resources["image-1"].bytes;
        for (const char* harm : {"script", "onload", "foreignObject", "example.org"})
            EXPECT_EQ(svg.find(harm), std::string::npos) << format << ": " << harm;
        EXPECT_NE(svg.find("<rect"), std::string::npos);
    }
    EXPECT_EQ(write("json", document_with({harmful_svg})), write("json",
                                                                 [] {
                                                                     Document clean = document_with({harmful_svg});
                                                                     fit(clean);
                                                                     return clean;
                                                                 }()))
        << "the converter does this before every writer";
}

TEST(FitImages, ADrawingThatBecomesPixelsIsShownAsLargeAsBefore) {
    Document document = document_with({harmful_svg});
    EXPECT_EQ(fit(document, {.media_types = {"image/png"}}), Codes());
    EXPECT_EQ(document.resources["image-1"].media_type, "image/png");
    EXPECT_EQ(document.resources["image-1"].width, 60);
    EXPECT_EQ(image_of(document, 0).width, 30);
    EXPECT_EQ(image_of(document, 0).height, 20);
}

TEST(FitImages, AHundredThousandReferencesToOneImageAreOneConversion) {
    Document document = document_with({photograph(".webp", 2000, 1500)});
    Paragraph paragraph;
    paragraph.content.assign(100'000, image("image-1"));
    document.content.push_back(std::move(paragraph));
    EXPECT_EQ(fit(document), Codes());
    EXPECT_EQ(document.resources.size(), 1u);
}

TEST(FitImages, StopsWhenTheUserStops) {
    Document document = document_with({photograph(".webp")});
    std::stop_source stop;
    ContextSettings settings;
    settings.stop = stop.get_token();
    std::vector<std::string> stages;
    settings.on_progress = [&](std::string_view stage) { stages.emplace_back(stage); };
    Context context(std::move(settings));
    fit_images(document, for_books, *registry(), context);
    EXPECT_EQ(stages, std::vector<std::string>{"images"});
    stop.request_stop();
    EXPECT_THROW(fit_images(document, for_books, *registry(), context), Error);
}

TEST_F(WithoutService, ImagesStayAsTheyAreAfterOneDiagnostic) {
    Document document = document_with({photograph(".webp", 600, 400), photograph(".tif"), harmful_svg});
    Context context;
    fit_images(document, for_books, *registry_, context);
    EXPECT_EQ(codes_of(context), Codes{"image.not-converted"});
    EXPECT_EQ(document.resources["image-1"].media_type, "image/webp");
    EXPECT_EQ(document.resources["image-3"].bytes->find("script"), std::string::npos);

    Context another;
    shrink_images(document, 10, for_books, *registry_, another);
    EXPECT_EQ(codes_of(another), (Codes{"image.not-converted", "output.too-large"}));
}

TEST_F(WithoutService, NobodyMissesItWhereNothingMustChange) {
    Document document = document_with({photograph(".png"), photograph(".jpg")});
    Context context;
    fit_images(document, for_books, *registry_, context);
    EXPECT_EQ(codes_of(context), Codes());
}

TEST(ShrinkImages, TheOutputIsAsSmallAsTheUserWants) {
    Document document = document_with({photograph(".jpg", 1500, 1000), photograph(".jpg", 600, 800), drawing(".png")});
    const std::size_t before = write("epub", document).size();
    for (const std::uint64_t wanted : {before * 2, before * 2 / 3, before / 5}) {
        Context context;
        std::string bytes;
        const auto sink = create_memory(bytes);
        Converter(registry()).write(document, *sink, {.format = "epub", .max_bytes = wanted}, context);
        sink->commit();
        EXPECT_LE(bytes.size(), wanted);
        EXPECT_GE(bytes.size(), std::min<std::uint64_t>(before, wanted) / 3) << "no smaller than it must be";
        const Codes codes = codes_of(context);
        EXPECT_EQ(std::count(codes.begin(), codes.end(), "output.too-large"), 0);
    }
}

TEST(ShrinkImages, ASizeThatCannotBeIsADiagnostic) {
    Document document = document_with({photograph(".jpg", 1500, 1000)});
    Context context;
    shrink_images(document, 100, for_books, *registry(), context);
    EXPECT_EQ(codes_of(context), Codes{"output.too-large"});
    EXPECT_LE(document.resources["image-1"].width, 320);
    EXPECT_GE(document.resources["image-1"].width, 256);
}

TEST(DropImages, TextAlternativesRemain) {
    ReadRequest request;
    request.format = "html";
    request.images = false;
    Context context;
    const auto source = open_memory(
        "<h1>Harbours</h1><p>Five of them.</p><figure><img src='a.png' alt='A quay'><figcaption>The oldest"
        "</figcaption></figure><p><img src='https://example.org/b.png' alt='A crane'></p>");
    const Document document = Converter(registry()).read(*source, request, context);
    for (const std::string& code : codes_of(context)) EXPECT_FALSE(code.starts_with("image.")) << code;
    EXPECT_TRUE(document.resources.empty());
    const std::string book = write("json", document);
    for (const char* kept : {"A quay", "The oldest", "A crane"}) EXPECT_NE(book.find(kept), std::string::npos) << kept;
    EXPECT_EQ(book.find("a.png"), std::string::npos);
}

}  // namespace offprint::testing
