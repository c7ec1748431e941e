#include "offprint/url.hpp"

#include <gtest/gtest.h>

namespace offprint {
namespace {

// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
TEST(ResolveUrl, FollowsTheRfc) {
    const std::pair<const char*, const char*> cases[] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {";x", "http://a/b/c/;x"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {"g/../h", "http://a/b/c/h"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
    };
    for (const auto& [reference, expected] : cases)
        EXPECT_EQ(resolve_url("http://a/b/c/d;p?q", reference), expected) << reference;
    EXPECT_EQ(resolve_url("", "a/b"), "a/b");
    EXPECT_EQ(resolve_url("https://example.org", "a"), "https://example.org/a");
}

TEST(SafeLink, AllowsKnownSchemesOnly) {
    for (const char* url : {"http://a", "HTTPS://a", "mailto:a@b", "tel:1"}) EXPECT_TRUE(is_safe_link(url)) << url;
    for (const char* url : {"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "a/b",
                            "#x", "vbscript:x", ""})
        EXPECT_FALSE(is_safe_link(url)) << url;
}

TEST(EncodeUrl, EscapesWhatTheRfcForbids) {
    EXPECT_EQ(encode_url("http://a/b c\"<>{}|\\^`ü"), "http://a/b%20c%22%3C%3E%7B%7D%7C%5C%5E%60%C3%BC");
    EXPECT_EQ(encode_url("http://a/100%"), "http://a/100%25");
    EXPECT_EQ(encode_url("http://a/%41?b=[1]#c#d"), "http://a/%41?b=%5B1%5D#c%23d");
    EXPECT_EQ(encode_url("http://[::1]/x"), "http://[::1]/x");
}

TEST(PercentDecode, LeavesIncompleteEscapes) {
    EXPECT_EQ(percent_decode("%41%4"), "A%4");
    EXPECT_EQ(percent_decode("%zz"), "%zz");
}

TEST(Url, HostIsWhatNamesTheSite) {
    EXPECT_EQ(url_host("https://Ada:secret@Site.Example:8080/a?b#c"), "site.example");
    EXPECT_EQ(url_host("//site.example/a"), "site.example");
    EXPECT_EQ(url_host("https://[2001:db8::1]:80/"), "[2001:db8::1]");
    EXPECT_EQ(url_host("https://[2001:db8::1]/"), "[2001:db8::1]");
    for (const char* without : {"", "/a", "a/b", "mailto:ada@site.example", "#a"}) EXPECT_EQ(url_host(without), "");
}

}  // namespace
}  // namespace offprint
