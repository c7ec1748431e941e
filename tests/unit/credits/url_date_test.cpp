#include "credits/url_date.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace offprint::credits {
namespace {

std::string date_of(const std::string& path) {
    const std::optional<Date> date = date_in_url("https://post.example" + path);
    return date ? date->to_string() : std::string();
}

TEST(CreditsUrlDate, Shapes) {
    const std::pair<const char*, const char*> cases[] = {
        {"/2014/01/15/low-tide", "2014-01-15"},  {"/2014/1/5/low-tide", "2014-01-05"},
        {"/2014/jan/15/low-tide", "2014-01-15"}, {"/2014/january/05/low-tide/", "2014-01-05"},
        {"/2014-01/15/c_1.htm", "2014-01-15"},   {"/n1/2014/0115/c1-2.html", "2014-01-15"},
        {"/2014/01-15/1.shtml", "2014-01-15"},   {"/20140115/low-tide", "2014-01-15"},
        {"/sea/t20140115_1.html", "2014-01-15"}, {"/low-tide-2014-01-15.html", "2014-01-15"},
        {"/news/15-01-2014", "2014-01-15"},      {"/news/01-15-2014-low-tide", "2014-01-15"},
        {"/best-2013/2014/01/15", "2014-01-15"},
    };
    for (const auto& [path, date] : cases) EXPECT_EQ(date_of(path), date) << path;
}

TEST(CreditsUrlDate, OtherNumbersAreNone) {
    for (const char* path : {"/2014/01/", "/2014/13/15/x", "/2014/02/30/x", "/1899/01/15/x", "/20140115", "/a20140115",
                             "/xa20140115-b", "/201401151", "/2014-1-5-ways", "/03-04-2014", "/15-01.2014",
                             "/2014/0115", "/2014-0115/x", "/2014/tide/15/", "/12345/01/15/", ""})
        EXPECT_EQ(date_of(path), "") << path;
}

}  // namespace
}  // namespace offprint::credits
