#include "encoding/decode.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace offprint::encoding {
namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes;
    const char* forced;
    const char* declared;
    std::string text;
    const char* encoding;
    const char* diagnostic;  ///< "" for none
};

void check(const Case& c) {
    Context context;
    const Decoded decoded = decode(c.bytes, c.forced, c.declared, context);
    EXPECT_EQ(decoded.text, c.text);
    EXPECT_EQ(decoded.encoding, c.encoding) << c.text;
    const auto& reports = context.diagnostics();
    if (*c.diagnostic == '\0')
        EXPECT_TRUE(reports.empty()) << c.text << ": " << reports.front().message;
    else
        EXPECT_TRUE(std::any_of(reports.begin(), reports.end(), [&](const Diagnostic& d) {
            return d.code == c.diagnostic;
        })) << c.text;
}

TEST(Decode, PrefersTheUserThenTheMarkThenTheDeclarationThenTheBytes) {
    const Case cases[] = {
        {"plain", "", "", "plain", "utf-8", ""},
        {"", "", "", "", "utf-8", ""},
        {"caf\xC3\xA9", "", "", "café", "utf-8", ""},
        {"\xEF\xBB\xBFmark", "", "", "mark", "utf-8", ""},
        {"\xEF\xBB\xBFmark", "", "windows-1252", "mark", "utf-8", ""},
        {"\xFF\xFEh\0i\0"s, "", "", "hi", "utf-16le", ""},
        {"\xFE\xFF\0h\0i"s, "", "", "hi", "utf-16be", ""},
        {"caf\xE9", "latin1", "utf-8", "café", "windows-1252", ""},
        {"\xC3\xA9", "windows-1252", "", "Ã©", "windows-1252", ""},
        {"caf\xE9 \x80 5 \x81", "", "iso-8859-1", "café € 5 \xC2\x81", "windows-1252", ""},
        {"\xCF\xF0\xE8\xE2\xE5\xF2", "", "windows-1251", "Привет", "windows-1251", ""},
        {"\xF0\xD2\xC9\xD7\xC5\xD4", "", "koi8-r", "Привет", "koi8-r", ""},
        {"\xF9\xEC\xE5\xED", "", "windows-1255", "שלום", "windows-1255", ""},
        {"\x93\xFA\x96\x7B", "", "Shift_JIS", "日本", "shift_jis", ""},
        {"\xC6\xFC\xCB\xDC", "", "euc-jp", "日本", "euc-jp", ""},
        {"\x1B$BF|K\\\x1B(B", "", "iso-2022-jp", "日本", "iso-2022-jp", ""},
        {"\xD6\xD0\xCE\xC4", "", "gb2312", "中文", "gbk", ""},
        {"\xA4\xA4\xA4\xE5", "", "big5", "中文", "big5", ""},
        {"\xC7\xD1\xB1\xDB", "", "euc-kr", "한글", "euc-kr", ""},
    };
    for (const Case& c : cases) check(c);
}

TEST(Decode, ChecksADeclarationAgainstTheBytes) {
    check({"中文", "", "gb2312", "中文", "utf-8", "encoding.declaration-ignored"});
    check(
        {"<p>caf\xE9 au lait, d\xE9j\xE0 vu, \xE0 bient\xF4t, tr\xE8s fran\xE7"
         "ais</p>",
         "", "utf-8", "<p>café au lait, déjà vu, à bientôt, très français</p>", "windows-1252", "encoding.guessed"});
    check({"h\0\xFC\0t\0t\0e\0"s, "", "utf-8", "hütte", "utf-16le", ""});
}

TEST(Decode, GuessesUtf16WithoutAMark) {
    check({"t\0h\0e\0 \0s\0e\0a\0"s, "", "", "the sea", "utf-16le", ""});
    check({"\0t\0h\0e\0 \0s\0e\0a"s, "", "", "the sea", "utf-16be", ""});
}

TEST(Decode, RepairsWhatIsInvalidAndLeavesOutWhatIsForbidden) {
    check({"caf\xC3\xA9 \xC3\xA8 \xC3\xAA \xC3\xB4 \xFF", "", "", "café è ê ô \xEF\xBF\xBD", "utf-8",
           "encoding.invalid-bytes"});
    check({"one\0two\x0C three\xEF\xBF\xBE four"s, "", "", "onetwo\x0C three four", "utf-8",
           "encoding.forbidden-characters"});
    check({"page\x0Cpage", "", "", "page\x0Cpage", "utf-8", ""});
    check({"line\x0Bline", "", "", "line\nline", "utf-8", ""});
    check({"line\x0Bline \xE9", "latin1", "", "line\nline é", "windows-1252", ""});
    check({"\x93\xFA\x0B\x96\x7B", "shift_jis", "", "日\n本", "shift_jis", ""});
    check({"\xF0\x9F\x98 and \xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4", "", "", "\xEF\xBF\xBD and éèàô", "utf-8",
           "encoding.invalid-bytes"});
    check({"\xFF\xFE\x00\xD8x\0y\0z\0a\0b\0"s, "", "", "\xEF\xBF\xBDxyzab", "utf-16le", "encoding.invalid-bytes"});
    check({"\x93\xFA\x96", "shift_jis", "", "日\xEF\xBF\xBD", "shift_jis", "encoding.invalid-bytes"});
}

TEST(Decode, RefusesWhatIsNoText) {
    std::mt19937 random(7);
    std::string noise(4096, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    for (const std::string& bytes :
         {noise, "%PDF-1.7 and so on"s, "\x89PNG\r\n\x1A\n"s, "PK\x03\x04 zip"s, "\x1F\x8B\x08\x00gz"s}) {
        Context context;
        try {
            decode(bytes, "", "", context);
            ADD_FAILURE() << "accepted " << bytes.substr(0, 8);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::malformed_input);
        }
    }
}

TEST(Decode, RefusesAnUnknownEncodingFromTheUser) {
    Context context;
    try {
        decode("x", "klingon-8", "", context);
        ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
    }
}

}  // namespace
}  // namespace offprint::encoding
