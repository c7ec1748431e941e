#include <gtest/gtest.h>

#include <string>

#include "encoding/decode.hpp"

namespace offprint::encoding {
namespace {

using namespace std::string_literals;

/// Checks that each occurrence of `mark` in the decoded text maps to the byte that stands for it.
void expect_exact(const std::string& bytes, const char* forced, const std::string& mark_in_bytes) {
    Context context;
    const Decoded decoded = decode(bytes, forced, "", context);
    std::size_t at = 0;
    std::size_t from = 0;
    std::size_t count = 0;
    while ((at = decoded.text.find('|', at)) != std::string::npos) {
        const std::size_t original = bytes.find(mark_in_bytes, from);
        EXPECT_EQ(decoded.offsets.original(at), original) << forced << " occurrence " << count;
        from = original + 1;
        ++at;
        ++count;
    }
    EXPECT_GT(count, 0U);
}

TEST(Offsets, AreExact) {
    expect_exact("\xEF\xBB\xBF|a|", "", "|");
    expect_exact("a|\xFF|\xC3\xA9|\x01|\x02|b b b b b b b b b b b b b b b b b b b b|", "utf-8", "|");
    expect_exact("|\xE9\xE8|x|\xE9|", "latin1", "|");
    expect_exact("\xFF\xFE|\0\xE9\0|\0\x3D\xD8\x00\xDE|\0x\0|\0"s, "", "|\0"s);
}

TEST(Offsets, AreExactAtLineStartsOfMultiByteText) {
    const std::string bytes = "\x93\xFA\x96\x7B\n|\x93\xFA\xFF\n|\n";
    expect_exact(bytes, "shift_jis", "|");
}

TEST(Offsets, AreTheIdentityWithoutAnchors) {
    EXPECT_EQ(OffsetMap().original(17), 17U);
}

}  // namespace
}  // namespace offprint::encoding
