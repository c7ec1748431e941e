#include <gtest/gtest.h>

#include "encoding/decode.hpp"

namespace offprint::encoding {
namespace {

TEST(Labels, AreThoseOfTheEncodingStandard) {
    const std::pair<const char*, const char*> cases[] = {
        {"utf8", "utf-8"},
        {" UTF-8\n", "utf-8"},
        {"latin1", "windows-1252"},
        {"US-ASCII", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"gb2312", "gbk"},
        {"GB18030", "gb18030"},
        {"sjis", "shift_jis"},
        {"ks_c_5601-1987", "euc-kr"},
        {"cp1251", "windows-1251"},
        {"tis-620", "windows-874"},
        {"utf-16", "utf-16le"},
        {"logical", "iso-8859-8-i"},
        {"koi8-ru", "koi8-u"},
        {"utf-7", ""},
        {"", ""},
        {"latin1 l1", ""},
    };
    for (const auto& [label, name] : cases) EXPECT_EQ(canonical_label(label), name) << label;
}

}  // namespace
}  // namespace offprint::encoding
