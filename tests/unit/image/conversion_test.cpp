// What the service makes of sound images.
#include <gtest/gtest.h>

#include <cstdlib>

#include "pictures.hpp"

namespace offprint::testing {

namespace {

const ImageRequest for_books = {.media_types = {"image/png", "image/jpeg", "image/gif", "image/svg+xml"}};

/// What came out, by its own bytes.
ImageInfo info_of(const std::optional<Resource>& image) {
    if (!image) return {};
    const ImageInfo info = sniff_image(*image->bytes).value_or(ImageInfo{});
    EXPECT_EQ(image->media_type, info.media_type);
    EXPECT_EQ(image->width, info.width);
    EXPECT_EQ(image->height, info.height);
    return info;
}

void expect_near(const std::vector<int>& colour, const std::vector<int>& wanted, int tolerance) {
    ASSERT_EQ(colour.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_LE(std::abs(colour[i] - wanted[i]), tolerance) << i;
}

}  // namespace

TEST(ImageConversion, PhotographsBecomeJpegAndDrawingsPng) {
    for (const char* suffix : {".webp", ".avif", ".tif"}) {
        EXPECT_EQ(info_of(convert(photograph(suffix), for_books)).media_type, "image/jpeg") << suffix;
        EXPECT_EQ(info_of(convert(drawing(suffix), for_books)).media_type, "image/png") << suffix;
    }
}

TEST(ImageConversion, NothingIsTouchedThatIsRightAlready) {
    for (const char* suffix : {".png", ".jpg", ".gif"}) {
        const Resource image = resource_of(photograph(suffix));
        std::string reason;
        ImageRequest request = for_books;
        request.max_width = 300;
        request.max_height = 200;
        EXPECT_FALSE(may_need_change(*sniff_image(*image.bytes), request)) << suffix;
        EXPECT_EQ(convert(*image.bytes, request), image) << suffix;
    }
    ImageRequest gray = for_books;
    gray.gray = true;
    const std::string once = *convert(photograph(".jpg"), gray)->bytes;
    EXPECT_EQ(*convert(once, gray)->bytes, once) << "gray already, which the header does not say";
    ImageRequest opaque = for_books;
    opaque.opaque = true;
    EXPECT_EQ(*convert(drawing(".png"), opaque)->bytes, drawing(".png"));
}

TEST(ImageConversion, IsShrunkIntoTheBoxAndNeverEnlarged) {
    ImageRequest request = for_books;
    request.max_width = 100;
    request.max_height = 100;
    const ImageInfo wide = info_of(convert(photograph(".jpg", 300, 150), request));
    EXPECT_EQ(wide.width, 100);
    EXPECT_EQ(wide.height, 50);
    EXPECT_EQ(info_of(convert(photograph(".jpg", 150, 300), request)).height, 100);
    EXPECT_EQ(info_of(convert(photograph(".webp", 60, 40), request)).width, 60);
}

TEST(ImageConversion, ABoundOfPixelsKeepsTheShape) {
    ImageRequest request = for_books;
    request.max_pixels = 5'000;
    const ImageInfo wide = info_of(convert(photograph(".jpg", 200, 100), request));
    EXPECT_EQ(wide.width, 100);
    EXPECT_EQ(wide.height, 50);
    const ImageInfo upright = info_of(convert(turned(photograph(".jpg", 200, 100), 6), request));
    EXPECT_EQ(upright.width, 50);
    EXPECT_EQ(upright.height, 100);
    const ImageInfo odd = info_of(convert(photograph(".jpg", 301, 97), request));
    EXPECT_LE(odd.width * odd.height, 5'000);
    EXPECT_GT(odd.width * odd.height, 4'700);
    const std::string small = photograph(".jpg", 100, 50);
    EXPECT_EQ(*convert(small, request)->bytes, small);
    request.max_width = 40;
    EXPECT_EQ(info_of(convert(photograph(".jpg", 200, 100), request)).width, 40) << "the tighter bound";
}

TEST(ImageConversion, TurnsPhotographsUpright) {
    const std::string jpeg = turned(photograph(".jpg"), 6);
    EXPECT_TRUE(sniff_image(jpeg)->turned);
    const std::optional<Resource> upright = convert(jpeg, for_books);
    const ImageInfo info = info_of(upright);
    EXPECT_EQ(info.width, 200);
    EXPECT_EQ(info.height, 300);
    EXPECT_FALSE(info.turned);
    EXPECT_EQ(upright->bytes->find("Exif"), std::string::npos);
    // Orientation 6: what was stored at the lower left is shown at the upper left.
    expect_near(pixel(*upright, 4, 4), pixel(resource_of(photograph(".jpg")), 4, 195), 12);
    EXPECT_FALSE(sniff_image(turned(photograph(".jpg"), 1))->turned);
}

TEST(ImageConversion, TheColoursOfPrintBecomeThoseOfScreens) {
    const std::string jpeg = cmyk_photograph();
    EXPECT_TRUE(sniff_image(jpeg)->cmyk);
    const std::optional<Resource> image = convert(jpeg, for_books);
    EXPECT_FALSE(info_of(image).cmyk);
    EXPECT_EQ(pixel(*image, 0, 0).size(), 3u);
}

TEST(ImageConversion, ColourProfilesAreAppliedAndGo) {
    const std::string wide = wide_gamut_red();
    ImageRequest request = for_books;
    request.media_types = {"image/png"};
    request.max_width = 20;
    const std::optional<Resource> image = convert(wide, request);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->bytes->find("iCCP"), std::string::npos);
    EXPECT_GT(std::abs(pixel(resource_of(wide), 5, 5).at(0) - 200), 8) << "the stored numbers are others";
    expect_near(pixel(*image, 5, 5), {200, 40, 30}, 3);
}

TEST(ImageConversion, TransparencyStaysUnlessItIsUnwanted) {
    const std::optional<Resource> kept = convert(transparent_drawing(".webp"), for_books);
    EXPECT_EQ(info_of(kept).media_type, "image/png");
    EXPECT_EQ(pixel(*kept, 0, 0).at(3), 0);
    ImageRequest request = for_books;
    request.opaque = true;
    const std::optional<Resource> opaque = convert(transparent_drawing(".png"), request);
    EXPECT_EQ(pixel(*opaque, 0, 0), (std::vector<int>{255, 255, 255}));
    request = {.media_types = {"image/jpeg"}};
    const std::optional<Resource> jpeg = convert(transparent_drawing(".png"), request);
    EXPECT_EQ(info_of(jpeg).media_type, "image/jpeg");
    expect_near(pixel(*jpeg, 0, 0), {255, 255, 255}, 6);
}

TEST(ImageConversion, GrayHasOneChannel) {
    ImageRequest request = for_books;
    request.gray = true;
    for (const char* suffix : {".jpg", ".png", ".webp"})
        EXPECT_EQ(pixel(*convert(photograph(suffix), request), 1, 1).size(), 1u) << suffix;
    EXPECT_EQ(pixel(*convert(transparent_drawing(".png"), request), 1, 1).size(), 2u);
}

TEST(ImageConversion, QualityIsAsAskedFor) {
    ImageRequest request = for_books;
    const std::size_t usual = convert(photograph(".webp"), request)->bytes->size();
    request.jpeg_quality = 30;
    EXPECT_LT(convert(photograph(".webp"), request)->bytes->size(), usual);
}

TEST(ImageConversion, OfAnAnimationTheFirstFrameRemains) {
    ASSERT_TRUE(sniff_image(animation())->animated);
    EXPECT_EQ(*convert(animation(), for_books)->bytes, animation());
    ImageRequest request = for_books;
    request.opaque = true;
    EXPECT_FALSE(may_need_change(*sniff_image(animation()), request)) << "it would stand still";
    request.first_frame = true;
    const std::optional<Resource> image = convert(animation(), request);
    const ImageInfo info = info_of(image);
    EXPECT_EQ(info.media_type, "image/png");
    EXPECT_EQ(info.height, 60);
    expect_near(pixel(*image, 15, 15), {255, 255, 255}, 8);
}

TEST(ImageConversion, DrawingsGetTwiceTheirSizeInPixels) {
    const std::string svg =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>)";
    EXPECT_EQ(*convert(svg, for_books)->bytes, svg);
    const ImageInfo info = info_of(convert(svg, {.media_types = {"image/png"}}));
    EXPECT_EQ(info.width, 60);
    EXPECT_EQ(info.height, 40);
}

TEST(ImageConversion, BitmapsOfAllDepths) {
    const std::vector<int> blue = {0, 0, 255};
    const std::vector<int> red = {255, 0, 0};
    using namespace std::string_literals;
    const std::string rows24 = "\xFF\0\0\0\0\xFF\0\0"s;           // blue, red, two bytes to fill the row
    const std::string palette = "\xFF\0\0\0\0\0\xFF\0"s;          // 0: blue, 1: red
    const std::string masks = "\xFF\0\0\0\0\xFF\0\0\0\0\xFF\0"s;  // red in the lowest byte
    const std::pair<const char*, std::string> cases[] = {
        {"24 bits", bitmap(2, 1, 24, rows24)},
        {"32 bits", bitmap(2, -1, 32, "\xFF\0\0\0\0\0\xFF\0"s)},
        {"8 bits", bitmap(2, 1, 8, palette + std::string(254 * 4, '\0') + "\0\x01\0\0"s)},
        {"4 bits", bitmap(2, 1, 4, palette + std::string(14 * 4, '\0') + "\x01\0\0\0"s)},
        {"1 bit", bitmap(2, 1, 1, palette + "\x40\0\0\0"s)},
        {"16 bits", bitmap(2, 1, 16, "\x1F\0\0\x7C"s)},
        {"masks", bitmap(2, 1, 32, masks + "\0\0\xFF\0\xFF\0\0\0"s, 3)},
    };
    for (const auto& [name, bytes] : cases) {
        std::string reason;
        const std::optional<Resource> image = convert(bytes, {.media_types = {"image/png"}}, &reason);
        ASSERT_TRUE(image) << name << ": " << reason;
        EXPECT_EQ(pixel(*image, 0, 0), blue) << name;
        EXPECT_EQ(pixel(*image, 1, 0), red) << name;
    }
    const std::string upwards = bitmap(1, 2, 24, "\xFF\0\0\0\0\0\xFF\0"s);
    EXPECT_EQ(pixel(*convert(upwards, for_books), 0, 0), red) << "rows begin at the bottom";
}

TEST(ImageConversion, EqualImagesGiveEqualBytes) {
    for (const char* suffix : {".webp", ".tif"})
        EXPECT_EQ(*convert(photograph(suffix), for_books)->bytes, *convert(photograph(suffix), for_books)->bytes);
}

TEST(ImageConversion, WantsATypeThatItCanMake) {
    std::string reason;
    EXPECT_FALSE(convert(photograph(".jpg"), {.media_types = {"image/webp"}}, &reason));
    EXPECT_NE(reason, "");
}

}  // namespace offprint::testing
