// The picture that a page is shared with.
#include <gtest/gtest.h>

#include "metadata_case.hpp"

namespace offprint::testing {
namespace {

std::string json_ld(const std::string& members) {
    return "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Low tide\"," + members +
           "}</script>";
}

std::string image_of(const std::string& head) {
    return metadata_of("<title>Low tide</title>" + head + "<h1>Low tide</h1><p>The boats lay on the sand.")
        .cover_source;
}

TEST(HtmlMetadataImage, IsReadWhereverPagesNameIt) {
    const std::string wanted = "https://p.example/boats.jpg";
    const std::string url = "\"" + wanted + "\"";
    for (const std::string& head : {
             json_ld("\"image\":" + url),
             json_ld("\"image\":[" + url + ",\"https://p.example/other.jpg\"]"),
             json_ld("\"image\":{\"@type\":\"ImageObject\",\"url\":" + url + ",\"width\":\"1200\"}"),
             json_ld("\"image\":[{\"@type\":\"ImageObject\",\"contentUrl\":" + url + "}]"),
             "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Low tide\","
             "\"image\":{\"@id\":\"#lead\"}},{\"@type\":\"ImageObject\",\"@id\":\"#lead\",\"url\":" +
                 url + "}]}</script>",
             "<meta property=og:image content=" + wanted + ">",
             "<meta property=og:image content=http://p.example/boats.jpg><meta property=og:image:secure_url content=" +
                 wanted + ">",
             "<meta name=twitter:image content=" + wanted + ">",
             "<link rel=image_src href=" + wanted + ">",
             "<link itemprop=image href=" + wanted + ">",
             "<body><div itemprop=author><img itemprop=image src=ada.jpg></div><img itemprop=image src=" + wanted + ">",
         })
        EXPECT_EQ(image_of(head), wanted) << head;
}

TEST(HtmlMetadataImage, IsNoLogoAndNoPlaceholder) {
    for (const char* address :
         {"https://p.example/logo.png", "https://p.example/site-logo-large.png", "/img/defaultImage.jpg",
          "https://p.example/placeholder.jpg", "https://p.example/1x1.gif", "https://p.example/boats.svg",
          "https://p.example/", "data:image/png;base64,AAAA", "javascript:alert(1)"})
        EXPECT_EQ(image_of("<meta property=og:image content='" + std::string(address) + "'>"), "") << address;
    const std::string publisher =
        "\"publisher\":{\"name\":\"Post\",\"logo\":{\"url\":\"https://p.example/brand.png\",\"width\":600}}";
    const std::string shared = "<meta property=og:image content=https://p.example/brand.png>";
    EXPECT_EQ(image_of(json_ld(publisher) + shared), "");
    EXPECT_EQ(image_of(json_ld(publisher + ",\"image\":\"https://p.example/brand.png\"") + shared), "");
    EXPECT_EQ(image_of(json_ld("\"image\":{\"url\":\"https://p.example/dot.png\",\"width\":1,\"height\":1}")), "");
    EXPECT_EQ(image_of(""), "");
}

TEST(HtmlMetadataImage, TheNextIsTakenWhereTheFirstIsNone) {
    EXPECT_EQ(image_of("<meta property=og:image content=/logo.png><meta property=og:image content=/boats.jpg>"),
              "/boats.jpg");
    EXPECT_EQ(image_of(json_ld("\"image\":[\"/logo.png\",\"/boats.jpg\"]")), "/boats.jpg");
}

TEST(HtmlMetadataImage, IsResolvedAndMayBeMissing) {
    const ReadResult result =
        read_article("html", "<meta property=og:image content=/boats.jpg><p>The boats lay on sand.",
                     {{"base-url", "https://p.example/tides/low"}});
    EXPECT_EQ(result.document.metadata.cover_source, "https://p.example/boats.jpg");
    EXPECT_EQ(result.document.metadata.provenance.at(MetadataField::cover), Origin::meta);
    for (const Diagnostic& diagnostic : result.diagnostics) EXPECT_EQ(diagnostic.severity, Severity::info);
}

}  // namespace
}  // namespace offprint::testing
