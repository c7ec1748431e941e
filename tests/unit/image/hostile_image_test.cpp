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
    for (const char* suffix : {".webp", ".tif", ".avif"}) {
        SCOPED_TRACE(suffix);
        expect_refused(cut(photograph(suffix)));
    }
    expect_refused(cut(bitmap(20, 20, 24, std::string(1200, 'x'))), "cut off");
}

TEST(HostileImage, WhatBrowsersShowOfACutOffImageIsKept) {
    const ImageRequest as_it_is = {.media_types = {"image/png", "image/jpeg"}};
    for (const char* suffix : {".jpg", ".png"}) {
        SCOPED_TRACE(suffix);
        const std::string whole = photograph(suffix);
        EXPECT_FALSE(sniff_image(whole)->truncated);
        EXPECT_TRUE(sniff_image(cut(whole))->truncated);
        const std::optional<Resource> image = convert(cut(whole), as_it_is);
        ASSERT_TRUE(image);
        EXPECT_FALSE(sniff_image(*image->bytes)->truncated);
        EXPECT_NEAR(pixel(*image, 40, 10).at(0), pixel(resource_of(whole), 40, 10).at(0), 12);
        EXPECT_EQ(image->width, 300);
    }
}

// What the time or the memory of no estimate holds: librsvg has no bound of its own for these.
TEST(HostileImage, DrawingsThatExplodeCostOneImage) {
    const auto drawing_of = [](const std::string& content) {
        return R"(<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">)" + content + "</svg>";
    };
    const auto filtered = [&](const std::string& filter) {
        return drawing_of("<filter id='f'>" + filter + "</filter><rect width='600' height='400' filter='url(#f)'/>");
    };
    std::string uses = "<g id='u0'><rect width='600' height='400' opacity='.5'/></g>";
    for (int i = 1; i < 9; ++i) {
        uses += "<g id='u" + std::to_string(i) + "'>";
        for (int k = 0; k < 10; ++k) uses += "<use href='#u" + std::to_string(i - 1) + "'/>";
        uses += "</g>";
    }
    std::string words = "<text y='50'>";
    for (int i = 0; i < 40'000; ++i) words += "word ";
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += "M0 9H600";
    std::string matrix;
    for (int i = 0; i < 900; ++i) matrix += "1 ";
    Limits limits;
    limits.seconds = 1;
    const ImageRequest png = {.media_types = {"image/png"}};
    const std::unique_ptr<ImageConverter> converter = registry()->make_image_converter();
    for (const std::string& bomb : {drawing_of(uses), drawing_of(words + "</text>"),
                                    drawing_of("<path d='" + lines + "' stroke='red' stroke-dasharray='.3'/>"),
                                    filtered("<feTurbulence baseFrequency='.05' numOctaves='9000'/>"),
                                    filtered("<feConvolveMatrix order='30' kernelMatrix='" + matrix + "'/>")}) {
        std::string reason;
        EXPECT_FALSE(converter->convert(resource_of(bomb), png, limits, reason)) << bomb.substr(0, 200);
        EXPECT_NE(reason, "");
        EXPECT_TRUE(converter->convert(resource_of(drawing_of("<path d='M0 0H9'/>")), png, limits, reason)) << reason;
    }
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

TEST(HostileImage, AFrameOutsideItsCanvasOverflowsNothing) {
    const std::string gif = source_file("tests/fuzz/image_seeds/frame-outside.gif");
    std::string reason;
    EXPECT_TRUE(convert(gif, {.media_types = {"image/png", "image/jpeg"}, .gray = true}, &reason)) << reason;
}

TEST(HostileImage, ADrawingCannotPassForAnotherType) {
    using std::string_literals::operator""s;
    const std::string drawing =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>)";
    const std::string size = "ispe\0\0\0\0\0\0\0\x09\0\0\0\x09"s;
    EXPECT_EQ(sniff_image("<!--ftypavif-->" + drawing + size)->media_type, "image/svg+xml");
    // The marks of an AVIF with a first box of 16 MB, which libvips takes for none.
    const std::string both =
        "\x01\x01\x01\x01"
        "ftypavif"s +
        drawing + size;
    expect_refused(both + std::string(std::size_t{17} << 20, ' '), "claims to be");
    expect_refused(source_file("tests/fuzz/image_seeds/drawing-as-avif.avif"));
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
