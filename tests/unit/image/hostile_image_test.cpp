// Images that are broken, or lie: each is refused with a reason, in bounded time and memory.
#include <gtest/gtest.h>

#include "pictures.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

const ImageRequest anew = {.media_types = {"image/png", "image/jpeg"}, .max_width = 50};

void expect_refused(const std::string& bytes, std::string_view wanted = {}) {
    std::string reason;
    EXPECT_FALSE(convert(bytes, anew, &reason));
    EXPECT_NE(reason.find(wanted), std::string::npos) << reason;
    EXPECT_NE(reason, "");
    EXPECT_EQ(reason.find('\n'), std::string::npos);
}

std::string cut(const std::string& bytes) {
    return bytes.substr(0, bytes.size() / 2);
}

}  // namespace

TEST(HostileImage, TooManyPixelsAreNotDecoded) {
    const std::string png = with_number(with_number(photograph(".png"), 16, 60'000), 20, 60'000);
    expect_refused(png, "--limit pixels");
    const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>)";
    expect_refused(svg, "--limit pixels");
    expect_refused(bitmap(60'000, 60'000, 24, "x"), "--limit pixels");
}

TEST(HostileImage, PixelsThatOnlyTheDecoderSeesAreCountedToo) {
    // The header says 60 by 60; the drawing is twice as large each way when it is drawn.
    const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"/>)";
    Limits limits;
    limits.image_pixels = 5000;
    std::string reason;
    const ImageRequest png = {.media_types = {"image/png"}};
    EXPECT_FALSE(registry()->make_image_converter()->convert(resource_of(svg), png, limits, reason));
    EXPECT_NE(reason.find("--limit pixels=5000"), std::string::npos) << reason;
}

TEST(HostileImage, CutOff) {
    for (const char* suffix : {".jpg", ".png", ".webp", ".tif", ".avif"}) {
        SCOPED_TRACE(suffix);
        expect_refused(cut(photograph(suffix)));
    }
    expect_refused(cut(bitmap(20, 20, 24, std::string(1200, 'x'))), "cut off");
}

TEST(HostileImage, AHeaderThatClaimsMoreThanThereIs) {
    expect_refused(with_number(photograph(".png"), 20, 5000));
    expect_refused(bitmap(20, 2000, 24, std::string(1200, 'x')), "cut off");
    expect_refused(bitmap(20, 20, 8, "", 1), "not supported");
}

TEST(HostileImage, NoSizeAtAll) {
    expect_refused(with_number(photograph(".png"), 16, 0));
    expect_refused(bitmap(0, 10, 24, std::string(100, 'x')));
    expect_refused(R"(<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>)");
}

TEST(HostileImage, BadFramesAfterTheFirstDoNotMatter) {
    std::string gif = animation();
    ASSERT_GT(gif.size(), 20u);
    gif.replace(gif.size() - 12, 12, 12, '\xFF');
    ImageRequest request = anew;
    EXPECT_TRUE(convert(gif, request));
    expect_refused(gif.substr(0, 30));
}

TEST(HostileImage, EveryByteMayBeWrong) {
    for (const char* suffix : {".jpg", ".png", ".webp", ".tif", ".gif"}) {
        const std::string sound = drawing(suffix);
        for (std::size_t at = 0; at < sound.size(); at += 1 + sound.size() / 60) {
            std::string bytes = sound;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
            std::string reason;
            const std::optional<Resource> image = convert(bytes, anew, &reason);
            EXPECT_TRUE(image || !reason.empty()) << suffix << " at " << at;
        }
    }
}

TEST(HostileImage, SvgNeitherExplodesNorReads) {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        bomb +=
            "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" + std::to_string(i - 1) + ";\">";
    bomb += R"(]><svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text>&a29;</text></svg>)";
    std::string reason;
    convert(bomb, anew, &reason);  // to end is all that is asked of it

    const std::string reads = R"(<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>)"
                              R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )"
                              R"(width="20" height="20"><image xlink:href="/usr/share/pixmaps/debian-logo.png" )"
                              R"(width="20" height="20"/><text>&x;</text></svg>)";
    if (const std::optional<Resource> image = convert(reads, anew, &reason)) {
        EXPECT_EQ(pixel(*image, 20, 20).at(3), 0) << "nothing is drawn";
    }
}

}  // namespace offprint::testing
