// Pages in one file with their pictures: MHTML, web archives, ZIP archives.
#include <gtest/gtest.h>

#include <algorithm>

#include "offprint/error.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {
namespace {

std::string fixture(const std::string& name) {
    return source_file("fixtures/html/" + name);
}

/// The error's code name, or what was read: pictures, and whether anything is missing.
std::string outcome(std::string bytes) {
    try {
        const ReadResult result = read_only("html", std::move(bytes));
        return std::to_string(result.document.resources.size()) + " pictures";
    } catch (const Error& error) {
        return name_of(error.code());
    }
}

std::string message(const std::string& parts) {
    return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n" + parts;
}

const std::string page_part =
    "--b\r\nContent-Type: text/html\r\nContent-Location: https://site.example/a/p.html\r\n\r\n<p>Text <img "
    "src=x.gif>\r\n";
const std::string gif_in_base64 = "R0lGODlhQAAoAIAAAAAAAP///ywAAAAAQAAoAAACAkQBADs=";

std::string gif_part(const std::string& fields) {
    return "--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n" + fields + "\r\n\r\n" +
           gif_in_base64 + "\r\n";
}

/// A number in as many bytes as property lists are given here.
std::string big_endian(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = width - 1; i >= 0; --i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return bytes;
}

/// A binary property list of `objects`, which name each other by numbers of one byte.
std::string property_list(const std::vector<std::string>& objects) {
    std::string bytes = "bplist00";
    std::string offsets;
    for (const std::string& object : objects) {
        offsets += big_endian(bytes.size(), 4);
        bytes += object;
    }
    const std::uint64_t table = bytes.size();
    return bytes + offsets + std::string(6, '\0') + "\x04\x01" + big_endian(objects.size(), 8) + big_endian(0, 8) +
           big_endian(table, 8);
}

std::string ascii(const std::string& text) {
    return "\x5F\x10" + big_endian(text.size(), 1) + text;
}

TEST(HtmlContainers, EveryKindGivesItsPictures) {
    for (const char* name :
         {"saved-mhtml/input.mhtml", "saved-mht-explorer/input.mht", "saved-webarchive/input.webarchive",
          "saved-webarchive-xml/input.webarchive", "saved-zip/input.zip"})
        EXPECT_EQ(outcome(fixture(name)), "3 pictures") << name;
}

TEST(HtmlContainers, AreRecognisedByTheirBytes) {
    for (const char* name :
         {"saved-mhtml/input.mhtml", "saved-mht-explorer/input.mht", "saved-webarchive/input.webarchive",
          "saved-webarchive-xml/input.webarchive", "saved-zip/input.zip"})
        EXPECT_GE(registry()->probe("html", fixture(name).substr(0, 4096)), ProbeResult::likely) << name;
    EXPECT_EQ(registry()->probe("html", "PK\x03\x04" + std::string(26, '\0') + "mimetypeapplication/epub+zip"),
              ProbeResult::no);
    EXPECT_EQ(registry()->probe("html", "Subject: Content-Type: multipart/related\n\nA letter."), ProbeResult::no);
}

TEST(HtmlContainers, LinksResolveAgainstTheAddressOfTheSavedPage) {
    const ReadResult result =
        read_only("html", message("--b\nContent-Type: text/html\nContent-Location: https://site.example/a/p.html\n\n"
                                  "<p>See <a href=../more>more</a></p>\n--b--\n"));
    EXPECT_EQ(outline(result.document), "p(See a(more -> https://site.example/more))");
}

TEST(HtmlContainers, PartsAreFoundByLocationAndById) {
    EXPECT_EQ(outcome(message(page_part + gif_part("Content-Location: https://site.example/a/x.gif") + "--b--")),
              "1 pictures");
    EXPECT_EQ(outcome(message(page_part + gif_part("Content-Location: x.gif") + "--b--")), "1 pictures");
    EXPECT_EQ(outcome(message(page_part + gif_part("Content-Location: y.gif") + "--b--")), "0 pictures");
    EXPECT_EQ(outcome(message("--b\nContent-Type: text/html\n\n<p>Text <img src='cid:a@b'>\n" +
                              gif_part("Content-ID: <a@b>") + "--b--")),
              "1 pictures");
}

TEST(HtmlContainers, TheSourceOfAPictureThatWasSavedIsTaken) {
    EXPECT_EQ(outcome(message("--b\nContent-Type: text/html\nContent-Location: https://site.example/p.html\n\n"
                              "<p>Text <picture><source srcset='other.webp'><source srcset='x.gif 1x, far.gif 2x'>"
                              "<img src=small.gif></picture>\n" +
                              gif_part("Content-Location: x.gif") + "--b--")),
              "1 pictures");
}

TEST(HtmlContainers, APartThatIsNoImageIsReportedAndTheReferenceRemains) {
    const ReadResult result = read_only(
        "html", message(page_part + "--b\nContent-Type: image/gif\nContent-Location: x.gif\n\nno image\n--b--"));
    EXPECT_TRUE(result.reported("html.part-unusable"));
    EXPECT_EQ(outline(result.document), "p(Text img(? -> x.gif))");
}

TEST(HtmlContainers, NestedMultipartsAreReadToABoundedDepth) {
    const std::string related =
        "Content-Type: multipart/related; boundary=b\n\n" + page_part + gif_part("Content-Location: x.gif") + "--b--\n";
    EXPECT_EQ(outcome("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\n" + related + "--o--\n"),
              "1 pictures");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        const std::string boundary = "n" + std::to_string(i);
        deep += "Content-Type: multipart/related; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    EXPECT_EQ(outcome("MIME-Version: 1.0\n" + deep), "malformed-input");
}

TEST(HtmlContainers, AHundredThousandPartsAreBounded) {
    std::string parts = page_part;
    for (int i = 0; i < 100'000; ++i) parts += "--b\nContent-Location: x" + std::to_string(i) + "\n\n\n";
    const ReadResult result = read_only("html", message(parts + "--b--"));
    EXPECT_TRUE(result.reported("html.parts-left-out"));
}

TEST(HtmlContainers, AMessageCutAnywhereIsReadOrRefused) {
    const std::string whole = fixture("saved-mhtml/input.mhtml");
    for (std::size_t size = 1; size < whole.size(); size += 97) {
        const std::string result = outcome(whole.substr(0, size));
        EXPECT_TRUE(result.ends_with("pictures") || result == "malformed-input") << size << ": " << result;
    }
    EXPECT_TRUE(read_only("html", whole.substr(0, whole.size() / 2)).reported("html.container-cut"));
}

TEST(HtmlContainers, ADamagedWebArchiveIsReadOrRefused) {
    const std::string whole = fixture("saved-webarchive/input.webarchive");
    for (std::size_t at = 8; at < whole.size(); at += at + 400 < whole.size() ? 97 : 1) {
        std::string damaged = whole;
        damaged[at] = '\xFF';
        const std::string result = outcome(damaged);
        EXPECT_TRUE(result.ends_with("pictures") || result == "malformed-input") << at << ": " << result;
    }
}

TEST(HtmlContainers, AWebArchiveThatHoldsItselfIsRefused) {
    const std::string main_key = ascii("WebMainResource");
    // the dictionary's only value is the dictionary
    EXPECT_EQ(outcome(property_list({std::string("\xD1\x01\x00", 3), main_key})), "malformed-input");
}

TEST(HtmlContainers, AnArrayThatClaimsToBeHugeEndsWithTheFile) {
    const std::string page = "<p>Text that stands in an archive.</p>";
    EXPECT_EQ(outcome(property_list({std::string("\xD2\x01\x02\x03\x05", 5), ascii("WebMainResource"),
                                     ascii("WebSubresources"), std::string("\xD1\x04\x06", 3), ascii("WebResourceData"),
                                     "\xAF\x13" + big_endian(~std::uint64_t{0}, 8),
                                     "\x4F\x10" + big_endian(page.size(), 1) + page})),
              "0 pictures");
}

TEST(HtmlContainers, ZipArchivesThatAreNoneAreRefused) {
    const std::string whole = fixture("saved-zip/input.zip");
    EXPECT_EQ(outcome(whole.substr(0, whole.size() / 2)), "malformed-input");
    EXPECT_EQ(outcome("PK\x03\x04" + std::string(100, 'x')), "malformed-input");
}

TEST(HtmlContainers, AZippedPageThatUnpacksToTooMuchIsRefused) {
    const std::string bytes = fixture("saved-zip/input.zip");
    ContextSettings settings;
    settings.limits.resource_bytes = 500;  // less than the page alone
    Context context(settings);
    const Converter converter(registry());
    ReadRequest request;
    request.format = "html";
    const auto source = open_memory(bytes);
    try {
        converter.read(*source, request, context);
        FAIL() << "the page was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded) << error.what();
    }
}

TEST(HtmlContainers, NamesThatLeadOutOfAnArchiveAreLeftOut) {
    std::string bytes = fixture("saved-zip/input.zip");
    const std::string name = "saved/Eleven coats_files/quay.png";
    const std::string evil = "../..//Eleven coats_files/quay.png";
    for (std::size_t at = 0; (at = bytes.find(name, at)) != std::string::npos; ++at)
        bytes.replace(at, name.size(), evil.substr(0, name.size()));
    const ReadResult result = read_only("html", bytes);
    EXPECT_TRUE(result.reported("html.part-unusable"));
    EXPECT_EQ(result.document.resources.size(), 2U);
}

TEST(HtmlMedia, LongDataPassesTheParserByAndArrivesWhole) {
    std::string gif = gif_in_base64;
    gif.pop_back();  // its padding
    gif += std::string(8000, 'A');
    const ReadResult result = read_article("html", "<p>One <img alt=a src=\"data:image/gif;base64," + gif +
                                                       "\"> two <b>three</b></p><pre>=\"data:,;base64," + gif +
                                                       "\"</pre><p><img alt=b srcset='data:image/gif;base64," + gif +
                                                       " 1x' title='&#12;0&#12;'>");
    ASSERT_EQ(result.document.resources.size(), 1U);
    EXPECT_EQ(result.document.resources.begin()->second.bytes->size(), gif.size() * 3 / 4);
    EXPECT_NE(outline(result.document).find("=\"data:,;base64," + gif + "\""), std::string::npos);
}

TEST(HtmlMedia, WhatOnlyLooksLikeLongDataHidesNoMarkup) {
    const std::string words(8000, 'A');
    const ReadResult result =
        read_article("html", "<!-- =\"data:;base64,-->" + words + "<p>One</p>\"<!-- ='data:;base64," + words +
                                 "--><p>two</p><p title=\"data:;base64," + words +
                                 "&quot;\">three</p><p>=\"data:;base64,never closed");
    EXPECT_EQ(outline(result.document),
              "p(" + words + ") p(One) p(\") p(two) p(three) p(=\"data:;base64,never closed)");
}

}  // namespace
}  // namespace offprint::testing
