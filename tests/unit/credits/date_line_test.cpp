#include "credits/date_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace offprint::credits {
namespace {

/// "2014-01-15", "2014-01-15 changed 2014-01-16"; "-" for nothing.
std::string shown(const std::optional<DateLine>& found) {
    if (!found) return "-";
    std::string result = found->published ? found->published->to_string() : "";
    if (found->modified) result += (result.empty() ? "changed " : " changed ") + found->modified->to_string();
    return result;
}

std::string read(std::string_view line, std::optional<DayOrder> order = std::nullopt) {
    return shown(parse_date_line(line, order));
}

TEST(CreditsDateLine, Languages) {
    const std::pair<const char*, const char*> cases[] = {
        {"15 January, 2014", "2014-01-15"},
        {"January 15, 2014", "2014-01-15"},
        {"Wed, Jan. 15th 2014, 10:30 am", "2014-01-15"},
        {"2014-01-15", "2014-01-15"},
        {"2014-01-15T06:00:00Z", "2014-01-15T06:00:00Z"},
        {"Posted on January 15, 2014", "2014-01-15"},
        {"Published 3rd May 1857", "1857-05-03"},
        {"Updated: 3 May 2020 at 10:15 GMT", "changed 2020-05-03"},
        {"Published 3 May 2020, updated 4 May 2020", "2020-05-03 changed 2020-05-04"},
        {"Published on January 2014", "2014-01"},
        {"Mittwoch, den 15. Januar 2014", "2014-01-15"},
        {"15.01.2014, 10:30 Uhr", "2014-01-15"},
        {"Stand: 15.01.2014", "2014-01-15"},
        {"Aktualisiert am 16. Januar 2014", "changed 2014-01-16"},
        {"Publié le 1er février 2020", "2020-02-01"},
        {"Publié le 1er février 2020 à 10h30, mis à jour le 2 février 2020", "2020-02-01 changed 2020-02-02"},
        {"15 de enero de 2014", "2014-01-15"},
        {"Publicado el 15 de enero de 2014", "2014-01-15"},
        {"Pubblicato il 15 gennaio 2014", "2014-01-15"},
        {"15 de janeiro de 2014", "2014-01-15"},
        {"Gepubliceerd op 15 januari 2014", "2014-01-15"},
        {"15 stycznia 2014", "2014-01-15"},
        {"Opublikowano: 15 stycznia 2014", "2014-01-15"},
        {"15 января 2014 г.", "2014-01-15"},
        {"Опубликовано 15 января 2014", "2014-01-15"},
        {"Publicerad 15 januari 2014", "2014-01-15"},
        {"2014年1月15日", "2014-01-15"},
        {"2014年1月15日（水） 10時30分 更新", "changed 2014-01-15"},
        {"发布时间：2014年1月15日 10:30", "2014-01-15"},
        {"2014년 1월 15일", "2014-01-15"},
        {"입력 2014.01.15 10:30", "2014-01-15"},
    };
    for (const auto& [line, date] : cases) EXPECT_EQ(read(line), date) << line;
}

TEST(CreditsDateLine, OtherLinesAreNone) {
    for (const char* line : {"31 February 2014", "15 January", "May 2020 be kind", "In 2014, January 15 was cold",
                             "The fire of 3 May 2020", "3 May 2020 was a cold day", "2014", "Updated", ""})
        EXPECT_EQ(read(line), "-") << line;
}

TEST(CreditsDateLine, NumbersNeedAnOrderOnlyWhereTheyCanBeReadTwoWays) {
    EXPECT_EQ(read("15/01/2014"), "2014-01-15");
    EXPECT_EQ(read("03/04/2014"), "-");
    EXPECT_EQ(read("03/04/2014", DayOrder::day_first), "2014-04-03");
    EXPECT_EQ(read("03/04/2014", DayOrder::month_first), "2014-03-04");
}

TEST(CreditsDateLine, ALabelSaysOfWhatKindADateIs) {
    for (const char* text :
         {"Published", "Posted on the", "Veröffentlicht am:", "Mise en ligne", "公開日", "Publish date"})
        EXPECT_EQ(date_label(text), DateLabel::published) << text;
    for (const char* text : {"Last updated", "Zuletzt geändert am", "Letzte Änderung:", "mis à jour le", "更新"})
        EXPECT_EQ(date_label(text), DateLabel::modified) << text;
    for (const char* text : {"", "On", "Date:", "Release date", "Monday", "Last seen", "Published in Arvenholm"})
        EXPECT_EQ(date_label(text), DateLabel::none) << text;
}

TEST(CreditsDateLine, LinesWithALabel) {
    const std::pair<const char*, const char*> cases[] = {
        {"Published 15 January 2014", "2014-01-15"},
        {"Posted on the 15/01/2014 at 19:00 by Ada Quill", "2014-01-15"},
        {"Tides/Spring (last edited 2014-01-15 13:28:18 by Ada Quill)", "changed 2014-01-15"},
        {"Letzte Änderung: 15.01.2014 - 14:49:39", "changed 2014-01-15"},
        {"Letzte Änderung: 16.01.2014 - Erschienen am: 15.01.2014", "2014-01-15 changed 2014-01-16"},
        {"15 January 2014", "-"},
        {"Date: 15 January 2014", "-"},
        {"Published January 2014", "-"},
        {"Published 15 January 2014 in the Harbour Post", "-"},
        {"The law was published 15 January 2014", "-"},
    };
    for (const auto& [line, date] : cases) EXPECT_EQ(shown(labelled_date(line, DayOrder::day_first)), date) << line;
}

}  // namespace
}  // namespace offprint::credits
