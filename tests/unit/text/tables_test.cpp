#include <gtest/gtest.h>

#include <string>

#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

std::string read(const std::string& text) {
    return testing::outline(
        testing::read_only("text", text, {{"text-style", "blocks"}, {"article", "never"}}).document.content);
}

TEST(TextTables, WithPipes) {
    EXPECT_EQ(read("Fish | Price\n-----|-----:\ncod | 4\n| tench | |\n\nEnd."),
              "table(tr(th(p(Fish)) th(p(Price))) tr(td(p(cod)) td(p(4))) tr(td(p(tench)) td())) p(End.)");
    EXPECT_EQ(read("| a | b |\n| c | d |"), "table(tr(td(p(a)) td(p(b))) tr(td(p(c)) td(p(d))))");
    EXPECT_EQ(read("Either | or."), "p(Either | or.)");
}

TEST(TextTables, ColumnsOfPipesKeepTheirAlignment) {
    const auto read = testing::read_only("text", "a|b|c\n:-|:-:|-:\n1|2|3", {{"article", "never"}});
    const Table& table = std::get<Table>(read.document.content.at(0));
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_EQ(table.columns[0].alignment, Alignment::left);
    EXPECT_EQ(table.columns[1].alignment, Alignment::center);
    EXPECT_EQ(table.columns[2].alignment, Alignment::right);
}

TEST(TextTables, WithFrames) {
    EXPECT_EQ(read("+------+-----+\n| Name | Age |\n+======+=====+\n| Ada  | 36  |\n| Ben  | 4   |\n+------+-----+"),
              "table(tr(th(p(Name)) th(p(Age))) tr(td(p(Ada)) td(p(36))) tr(td(p(Ben)) td(p(4))))");
    EXPECT_EQ(read("+---+---+\n| a | b |\n| c |   |\n+---+---+\n| d | e |\n+---+---+\n| f | g |\n+---+---+"),
              "table(tr(td(p(a c)) td(p(b))) tr(td(p(d)) td(p(e))) tr(td(p(f)) td(p(g))))");
}

TEST(TextTables, OfAlignedColumns) {
    EXPECT_EQ(read("Harbour      Ships   Cranes\nSund            12        3\nOld Quay         7\nEast Mole       30   "
                   "    11"),
              "table(tr(th(p(Harbour)) th(p(Ships)) th(p(Cranes))) tr(td(p(Sund)) td(p(12)) td(p(3)))"
              " tr(td(p(Old Quay)) td(p(7)) td()) tr(td(p(East Mole)) td(p(30)) td(p(11))))");
    EXPECT_EQ(read("Tide   Hour\n-----  -----\nhigh   six\nlow    noon"),
              "table(tr(th(p(Tide)) th(p(Hour))) tr(td(p(high)) td(p(six))) tr(td(p(low)) td(p(noon))))");
}

TEST(TextTables, ColumnsOfNumbersAreSetToTheRight) {
    const auto read =
        testing::read_only("text", "Harbour      Ships\nSund            12\nOld Quay         7\nEast Mole       30",
                           {{"article", "never"}, {"text-style", "blocks"}});
    const Table& table = std::get<Table>(read.document.content.at(0));
    ASSERT_EQ(table.columns.size(), 2U);
    EXPECT_EQ(table.columns[0].alignment, Alignment::unspecified);
    EXPECT_EQ(table.columns[1].alignment, Alignment::right);
}

TEST(TextTables, OfTabs) {
    EXPECT_EQ(read("Town\tPeople\tDogs\nWexcombe\t211\t40"),
              "table(tr(td(p(Town)) td(p(People)) td(p(Dogs))) tr(td(p(Wexcombe)) td(p(211)) td(p(40))))");
}

// Typists set two spaces after a full stop, and some lines have them at the same place by chance.
TEST(TextTables, ProseIsNone) {
    EXPECT_EQ(
        read("He came.  She went to the harbour and\nsaw it.  Nobody else was there at that\nhour.  The boats had "
             "left long before."),
        "p(He came. She went to the harbour and saw it. Nobody else was there at that hour. The boats had left "
        "long before.)");
}

TEST(TextTables, OfFigures) {
    EXPECT_EQ(read("Year     Ships      Dues\n1996       212    14,310\n1997       198    15,044"),
              "table(tr(th(p(Year)) th(p(Ships)) th(p(Dues))) tr(td(p(1996)) td(p(212)) td(p(14,310)))"
              " tr(td(p(1997)) td(p(198)) td(p(15,044))))");
}

}  // namespace
}  // namespace offprint
