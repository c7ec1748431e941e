#include <gtest/gtest.h>
#include <iconv.h>

#include <algorithm>
#include <string>

#include "encoding/charset.hpp"
#include "encoding/decode.hpp"
#include "offprint/text.hpp"
#include "support/written_languages.hpp"

namespace offprint::encoding {
namespace {

/// `text` in the encoding that `label` names; empty when that cannot hold it.
std::string encoded(std::string_view text, std::string_view label) {
    const iconv_t conversion = iconv_open(find_charset(label)->iconv_name, "UTF-8");
    std::string bytes(text.size() * 2 + 16, '\0');
    char* in = const_cast<char*>(text.data());
    char* out = bytes.data();
    std::size_t in_left = text.size();
    std::size_t out_left = bytes.size();
    const bool failed = iconv(conversion, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) ||
                        iconv(conversion, nullptr, nullptr, &out, &out_left) == static_cast<std::size_t>(-1);
    iconv_close(conversion);
    bytes.resize(failed ? 0 : bytes.size() - out_left);
    return bytes;
}

/// `count` characters of `text` from character `from` on, or those that there are.
std::string piece(std::string_view text, std::size_t from, std::size_t count) {
    std::size_t at = 0;
    std::size_t characters = 0;
    std::string result;
    while (at < text.size() && characters < from + count) {
        const std::string_view rest = text.substr(at);
        std::size_t size = 1;
        while (size < rest.size() && (rest[size] & 0xC0) == 0x80) ++size;
        if (characters >= from) result += rest.substr(0, size);
        at += size;
        ++characters;
    }
    return result;
}

/// Expects that `text`, in each of the `labels` that can hold it, is read as it was written.
void expect_read(std::string_view language, const std::string& text, std::string_view labels) {
    while (!labels.empty()) {
        const std::string_view label = labels.substr(0, labels.find(' '));
        labels.remove_prefix(std::min(label.size() + 1, labels.size()));
        Context context;
        SCOPED_TRACE(label);
        const Decoded decoded = decode(encoded(text, label), "", "", context);
        EXPECT_EQ(decoded.text, text) << language << " in " << label << " was read as " << decoded.encoding;
    }
}

TEST(Detection, ReadsShortTextsOfManyLanguagesInTheirEncodings) {
    for (const WrittenText& written : written_texts) {
        const std::size_t length = code_points(written.text);
        for (const std::size_t size : {std::size_t{100}, std::size_t{200}, length})
            for (std::size_t from = 0; from + size <= length; from += 50)
                expect_read(written.language, piece(written.text, from, size), written.encodings);
    }
}

TEST(Detection, ReadsUtf16WithoutAMarkInEveryScript) {
    for (const WrittenText& written : written_texts)
        for (const std::size_t size : {40, 100, 1000})
            expect_read(written.language, piece(written.text, 0, size), "utf-16le utf-16be");
    expect_read("en", "Plain words, and an emoji \U0001F600 among them.\n", "utf-16le utf-16be");
}

TEST(Detection, APoundSignIsNoPolishLetter) {
    expect_read("en", "The chair said that the “north wall” had been mended – at a cost of £340.\n\nHose £35",
                "windows-1252");
}

TEST(Detection, TellsTypographicSignsOfMacintoshAndWindowsApart) {
    const std::string text = "“It’s the baker’s oven,” she said – and the café hadn’t opened yet…";
    expect_read("en", text, "windows-1252 macintosh");
}

TEST(Detection, DoesNotTakeALegacyTextWithAStrayControlForUtf16) {
    for (const WrittenText& written : written_texts) {
        const std::string label(written.encodings.substr(0, written.encodings.find(' ')));
        Context context;
        EXPECT_EQ(decode(encoded(written.text, label) + '\0', "", "", context).text, written.text) << label;
    }
}

TEST(Detection, DoesNotTakeAShortTextWithControlsForUtf16) {
    Context context;
    EXPECT_EQ(decode("a\x01\x02 cup of tea", "", "", context).text, "a cup of tea");
    EXPECT_EQ(decode("a\x01\x02 café, là bas", "", "", context).text, "a café, là bas");
}

TEST(Detection, ReadsAChineseTextInUtf16WhateverIsDeclared) {
    Context context;
    const std::string bytes = encoded("河边的旧船厂已经关了十二年，最近却又传出敲打的声音。", "utf-16le");
    EXPECT_EQ(decode(bytes, "", "utf-8", context).encoding, "utf-16le");
}

}  // namespace
}  // namespace offprint::encoding
