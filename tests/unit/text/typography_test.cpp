#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"
#include "support/written_languages.hpp"

namespace offprint {
namespace {

constexpr std::string_view english =
    "The lighthouse on the point went dark last autumn, and nobody in the village can say who ought to pay for the "
    "lamp.";

/// The outline of `line` as the last line of a text in `language`.
std::string set_in(std::string_view language, const std::string& line, const std::string& flag = "true") {
    std::string_view context = english;
    for (const WrittenText& written : written_texts)
        if (written.language == language) context = written.text;
    const testing::ReadResult result =
        testing::read_only("text", std::string(context) + "\n" + line,
                           {{"text-style", "lines"}, {"article", "never"}, {"typography", flag}});
    EXPECT_EQ(result.document.metadata.language, language);
    const std::string outline = testing::outline({result.document.content.back()});
    return outline.substr(2, outline.size() - 3);
}

struct Case {
    const char* language;
    const char* typed;
    const char* printed;
};

constexpr Case cases[] = {
    {"en", "\"Don't,\" she said -- or 'tis said...", "“Don’t,” she said — or ’tis said…"},
    {"en", "He read \"the 'old' lamp\" (\"new\"), the dogs' bed, the '90s.",
     "He read “the ‘old’ lamp” (“new”), the dogs’ bed, the ’90s."},
    {"en", "one - two--three --- four", "one — two—three — four"},
    {"de", "\"Das ist 'gut'\", sagte er - oder nicht?", "„Das ist ‚gut‘“, sagte er – oder nicht?"},
    {"fr", "\"L'eau\", dit-elle... -- non", "«\u202FL’eau\u202F», dit-elle… – non"},
    {"es", "\"Hola\", dijo -- y se fue", "«Hola», dijo — y se fue"},
    {"pl", "\"Tak\", powiedziała", "„Tak”, powiedziała"},
    {"cs", "\"Ano\", řekl 'on'", "„Ano“, řekl ‚on‘"},
    {"ru", "\"Нет\", сказал он - и ушёл", "«Нет», сказал он — и ушёл"},
    {"ja", "\"はい\" -- ...", "\"はい\" -- ..."},
};

TEST(Typography, IsThatOfTheLanguage) {
    for (const Case& c : cases) EXPECT_EQ(set_in(c.language, c.typed), c.printed);
}

TEST(Typography, IsOffUnlessAskedFor) {
    for (const Case& c : cases) EXPECT_EQ(set_in(c.language, c.typed, "false"), c.typed);
}

TEST(Typography, LeavesWhatIsNoTypewriting) {
    for (const char* text :
         {"5' 10\" tall", "the option --verbose and -v", "5 - 3 = 2", "wait....", "2-3 well-known", "a ---- b"})
        EXPECT_EQ(set_in("en", std::string("So: ") + text + " end"), std::string("So: ") + text + " end");
}

TEST(Typography, NeverTouchesCodeAndAddresses) {
    EXPECT_EQ(set_in("en", "say `it's \"x\" -- y...` at http://a.example/--x'y...z now"),
              "say code(it's \"x\" -- y...) at a(http://a.example/--x'y...z -> http://a.example/--x'y...z) now");
}

TEST(Typography, JudgesASignByItsNeighboursInOtherNodes) {
    EXPECT_EQ(set_in("en", "*\"Now\"*, \"*then*\" and `x`'s \"`y`\""), "em(“Now”), “em(then)” and code(x)’s “code(y)”");
}

/// The words of `text` without the signs that typography is about.
std::string bare(std::string text) {
    for (const char* sign : {"“", "”", "„", "‘", "’", "‚", "«", "»", "—", "–", "…", "\u202F", "\"", "'", "-", ".", " "})
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.erase(at, std::string_view(sign).size());
    return text;
}

TEST(Typography, ChangesNoWord) {
    for (const WrittenText& written : written_texts) {
        std::string line;
        for (char c : written.text) line += c == ',' ? std::string("\" -- '") : std::string(1, c);
        EXPECT_EQ(bare(set_in(written.language, line)), bare(set_in(written.language, line, "false")));
    }
}

TEST(Typography, OfManyUnbalancedQuotesTakesLinearTime) {
    std::string text(english);
    for (int i = 0; i < 100'000; ++i) text += " '\"a";
    const testing::ReadResult result = testing::read_only("text", text, {{"typography", "true"}});
    EXPECT_FALSE(result.document.content.empty());
}

TEST(TextLanguage, OfRightToLeftTextsGivesTheirDirection) {
    for (const WrittenText& written : written_texts) {
        const Document document = testing::read_only("text", std::string(written.text)).document;
        const bool is_right_to_left = written.language == "he" || written.language == "ar";
        EXPECT_EQ(document.metadata.language, written.language);
        EXPECT_EQ(document.attributes && document.attributes->direction == Direction::right_to_left, is_right_to_left);
    }
}

}  // namespace
}  // namespace offprint
