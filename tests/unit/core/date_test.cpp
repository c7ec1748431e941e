#include "offprint/date.hpp"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(Date, ReadsAndWritesIsoForms) {
    const std::pair<const char*, const char*> cases[] = {
        {"2014", "2014"},
        {"2014-01", "2014-01"},
        {" 2014-01-15\n", "2014-01-15"},
        {"20140115", "2014-01-15"},
        {"2014-01-15T06:00", "2014-01-15T06:00:00"},
        {"2014-01-15 06:00:07.25Z", "2014-01-15T06:00:07Z"},
        {"2014-01-15T06:00:07+0530", "2014-01-15T06:00:07+05:30"},
        {"2014-01-15T06:00:07-08", "2014-01-15T06:00:07-08:00"},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
    };
    for (const auto& [text, expected] : cases) {
        const auto date = parse_iso_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->to_string(), expected);
    }
}

TEST(Date, RefusesWhatDoesNotExist) {
    for (const char* text : {"", "14", "2014-13", "2014-02-30", "2014-00-01", "0000", "201401", "2014-1-5",
                             "2014-01-15x", "2014-01-15T25:00", "2014T06:00", "2014-01-15T06:00+99:00", "2014-01-15T"})
        EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Date, ConvertsToAndFromUnixSeconds) {
    EXPECT_EQ(date_from_unix_seconds(0).to_string(), "1970-01-01T00:00:00Z");
    EXPECT_EQ(parse_iso_date("2024-02-29T06:00:00+01:00")->to_unix_seconds(), 1709182800);
    EXPECT_EQ(parse_iso_date("1969")->to_unix_seconds(), -365 * 86400);
    EXPECT_EQ(date_from_unix_seconds(-1).to_string(), "1969-12-31T23:59:59Z");
}

}  // namespace
}  // namespace offprint
