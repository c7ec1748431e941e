#include <gtest/gtest.h>

#include <string>

#include "offprint/resource.hpp"

namespace offprint {
namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes;
    std::string_view media_type;
    int width;
    int height;
    bool animated = false;
};

std::string gif(int frames) {
    std::string bytes = "GIF89a\x07\0\x05\0\0\0\0"s;
    for (int i = 0; i < frames; ++i) bytes += "\x21\xF9\x04\0\0\0\0\0\x2C\0\0\0\0\x07\0\x05\0\0\x02\x02\x44\x01\0"s;
    return bytes + ";";
}

TEST(SniffImage, KnowsTypeAndSize) {
    const Case cases[] = {
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x03\x08\x02\0\0\0"s, "image/png", 258, 3},
        {"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC2\0\x0B\x08\0\x10\0\x20\x03"s, "image/jpeg", 32, 16},
        {gif(1), "image/gif", 7, 5, false},
        {gif(3), "image/gif", 7, 5, true},
        {"RIFF....WEBPVP8X....\x02\0\0\0\x0F\0\0\x07\0\0"s, "image/webp", 16, 8, true},
        {"RIFF....WEBPVP8 ....\0\0\0\x9D\x01\x2A\x10\0\x08\0"s, "image/webp", 16, 8},
        {"\0\0\0\x1C"
         "ftypavif....ispe\0\0\0\0\0\0\0\x10\0\0\0\x08"s,
         "image/avif", 16, 8},
        {"BM............\x28\0\0\0\x10\0\0\0\xF8\xFF\xFF\xFF"s, "image/bmp", 16, 8},
        {"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x04\0\x01\0\0\0\x08\0\0\0"s, "image/tiff", 16,
         8},
        {"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 30.5'/>", "image/svg+xml", 60,
         30},
        {"\n<svg width=\"40px\" height = '20' viewBox=\"0 0 1 1\">", "image/svg+xml", 40, 20},
        {"<svg stroke-width='3' width='50%' height='5'>", "image/svg+xml", 0, 5},
    };
    for (const Case& entry : cases) {
        const auto info = sniff_image(entry.bytes);
        ASSERT_TRUE(info) << entry.media_type;
        EXPECT_EQ(info->media_type, entry.media_type);
        EXPECT_EQ(info->width, entry.width) << entry.media_type;
        EXPECT_EQ(info->height, entry.height) << entry.media_type;
        EXPECT_EQ(info->animated, entry.animated) << entry.media_type;
    }
}

TEST(SniffImage, RefusesEverythingElse) {
    for (const std::string& bytes : {""s, "BM"s, "GIF87"s, "<html><svg></svg></html>"s, "plain text <svg>"s,
                                     "RIFF....WAVE"s, "\x89PNG"s, "PK\x03\x04"s})
        EXPECT_FALSE(sniff_image(bytes)) << bytes;
}

TEST(SniffImage, SurvivesTruncationAnywhere) {
    const std::string whole[] = {gif(2), "\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC2\0\x0B\x08\0\x10\0\x20\x03"s,
                                 "II*\0\xFF\xFF\xFF\x7F\x02\0\0\x01"s, "<svg width='\"><svg viewBox='1"s};
    for (const std::string& bytes : whole)
        for (std::size_t size = 0; size <= bytes.size(); ++size) sniff_image(std::string_view(bytes).substr(0, size));
}

TEST(SniffImage, RefusesWhatNoReaderCanShow) {
    const std::string png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
    for (const std::string& bytes :
         {png + "\0\0\0\x04"s, png + "\0\0\0\0\0\0\0\x03\x08\x02\0\0\0"s,
          png + "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\x02\0\0\0"s, "\xFF\xD8\xFF\xE0"s, "GIF89a\x07\0\x05\0"s})
        EXPECT_FALSE(sniff_image(bytes)) << bytes;
}

}  // namespace
}  // namespace offprint
