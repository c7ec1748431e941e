#include "language/detect_language.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/written_languages.hpp"

namespace offprint::language {
namespace {

TEST(DetectLanguage, KnowsTheLanguagesOfShortTexts) {
    for (const WrittenText& written : written_texts) EXPECT_EQ(detect_language(written.text).tag, written.language);
}

TEST(DetectLanguage, GivesTheTagsThatAreInUse) {
    const std::pair<const char*, const char*> cases[] = {
        {"nb",
         "Fyret på øya har stått mørkt siden i høst, og ingen i bygda vet hvem som skal betale for lyset. Nå vil "
         "ungdommene på skolen gjøre noe med det, og de har allerede samlet inn penger til nye lamper."},
        {"sr",
         "Стара воденица на крају села поново ради, а млинар каже да му никада није било лепше. Деца долазе после "
         "школе да гледају точак, док одрасли чекају брашно и препричавају шта се тог дана догодило."},
        {"fa",
         "در پایان کوچه مردی زندگی می‌کند "
         "که کتاب‌های کهنه را صحافی می‌کند "
         "و هر کتابی داستانی دارد"},
    };
    for (const auto& [tag, text] : cases) EXPECT_EQ(detect_language(text).tag, tag);
}

TEST(DetectLanguage, IsSilentWhereTextIsShortOrMixedOrNone) {
    EXPECT_EQ(detect_language("").tag, "");
    EXPECT_EQ(detect_language("A title").tag, "");
    EXPECT_EQ(detect_language("1234567890 +-*/ 1234567890 [] {} () <> 1234567890 ---------------------------").tag, "");
    std::string mixed;
    for (const WrittenText& written : written_texts)
        if (written.language == "de" || written.language == "fr" || written.language == "pl") mixed += written.text;
    EXPECT_EQ(detect_language(mixed).tag, "");
}

}  // namespace
}  // namespace offprint::language
