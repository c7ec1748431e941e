#include "offprint/language.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace offprint {
namespace {

TEST(LanguageTag, IsWrittenInTheUsualCase) {
    for (const auto& [given, usual] : {std::pair{"en", "en"},
                                       {"EN-gb", "en-GB"},
                                       {"en_US", "en-US"},
                                       {" zh_hant_tw ", "zh-Hant-TW"},
                                       {"SR-LATN", "sr-Latn"},
                                       {"es-419", "es-419"},
                                       {"zh-cmn-HANS-cn", "zh-cmn-Hans-CN"},
                                       {"de-ch-1996", "de-CH-1996"},
                                       {"sl-ROZAJ-biske", "sl-rozaj-biske"},
                                       {"EN-u-CO-phonebk-CA-Gregory", "en-u-co-phonebk-ca-gregory"},
                                       {"en-ca-X-ca", "en-CA-x-ca"},
                                       {"X-Whatever", "x-whatever"}})
        EXPECT_EQ(language_tag(given), usual) << given;
}

TEST(LanguageTag, IsEmptyForWhatIsNone) {
    for (const char* given :
         {"", "-", "e", "en-", "-en", "en--GB", "English!", "toolonglanguage", "en-US.UTF-8", "C", "POSIX", "posix",
          "x", "en-u", "en-a-bcd-a-efg", "sl-rozaj-rozaj", "en-GB-GB", "1a", "français"})
        EXPECT_EQ(language_tag(given), "") << given;
}

}  // namespace
}  // namespace offprint
