#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

std::string repeated(const std::string& part, std::size_t size) {
    std::string text;
    while (text.size() < size) text += part;
    return text;
}

/// Seconds of processor time that reading takes.
double seconds(const std::string& text, const std::string& style) {
    const std::clock_t begin = std::clock();
    testing::read_only("text", text, {{"text-style", style}});
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(TextHostileInput, CountsNodesWhileTheyAreMade) {
    for (const char* part : {"- a\n", "***\n", "*a* ", "# a\n"}) {
        ContextSettings settings;
        settings.limits.nodes = 5'000;
        Context context(settings);
        ReadRequest request;
        request.format = "text";
        request.options["text-style"] = "markdown";
        try {
            Converter(testing::registry()).read(*open_memory(repeated(part, 40'000)), request, context);
            ADD_FAILURE() << part;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::limit_exceeded) << part;
        }
    }
}

// Quadratic time would take minutes at this size; linear time stays far below the bound even with
// sanitizers on.
class TextHostileStyle : public ::testing::TestWithParam<const char*> {};

TEST_P(TextHostileStyle, TakesLinearTime) {
    constexpr std::size_t size = 400'000;
    for (const char* part : {"*",
                             "*a ",
                             "*a*b ",
                             "_a ",
                             "`a ``b ",
                             "[",
                             "[](",
                             "[a](b",
                             ">",
                             ">\n",
                             "> x\n>> y\n",
                             "\n",
                             "a\n",
                             "#\n",
                             "- ",
                             "- a\n  * b\n    + c\n",
                             "- a\n* b\n",
                             "- Is it?\n- No.\n",
                             "\xE2\x80\xA2 a\no b\n",
                             "$ ls\n\n",
                             "T\n=====\n",
                             "1. a\n3. b\n",
                             "```x\n",
                             "    a\nb\n",
                             "    a\n\n",
                             "a@",
                             "@a",
                             "http://",
                             "http://-",
                             "www.",
                             "www.a",
                             "T\n\nBy A B\n",
                             "\\",
                             "    a b\n",
                             "\xE2\x80\xA8",
                             "\t- a\n",
                             "/a ",
                             "[1] ",
                             "[1] a\n",
                             "\n[1] a\n\nb[1]\n",
                             "a-\nb\n",
                             "a  b\n",
                             "a  b\nc\n",
                             "a\tb\n",
                             "|a|b|\n",
                             "|a\n|-\n",
                             "+--+--+\n",
                             "a\f\n",
                             "x [Page 1]\n\f\n",
                             "CHAPTER I\n\n",
                             "A B\n\n",
                             "1. A\n\n1.1. B\n\n",
                             "i) a\nii) b\n",
                             "a) b\n",
                             "    a | b\n",
                             "[ ] - ",
                             "\xC2\xA0",
                             "\xC2\xB9 a\n"}) {
        const std::string text = "Title\n\n" + repeated(part, size);
        EXPECT_LT(seconds(text, GetParam()), 20) << part;
    }
}

INSTANTIATE_TEST_SUITE_P(Each, TextHostileStyle,
                         ::testing::Values("auto", "lines", "blocks", "indented", "wrapped", "markdown", "rfc",
                                           "mail"));

TEST(TextHostileInput, ItemsRightBelowProseTakeLinearTime) {
    const std::string line = "words of this line are long enough to fill the whole width of it\n";
    EXPECT_LT(seconds(repeated(line, 500) + repeated("- " + line, 4'000'000), "auto"), 20);
}

TEST(TextHostileInput, NestsOnlySoDeep) {
    std::string stairs;
    for (int i = 0; i < 300; ++i) stairs += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
    // `read_only` fails the test when the document is deeper than the model allows.
    testing::read_only("text", stairs, {{"text-style", "markdown"}});
    testing::read_only("text", std::string(5000, '>') + " deep", {{"text-style", "markdown"}});
    testing::read_only("text", repeated("- ", 5000) + "deep", {{"text-style", "markdown"}});
}

TEST(TextHostileInput, ControlCharactersAreCleaned) {
    const testing::ReadResult result = testing::read_only("text", std::string("a\0b\x01 c\xEF\xBF\xBE", 9));
    EXPECT_EQ(std::get<Text>(std::get<Paragraph>(result.document.content.at(0)).content.at(0)).text, "ab c");
    EXPECT_TRUE(result.reported("encoding.forbidden-characters"));
}

TEST(TextHostileInput, EmptyInputIsReported) {
    for (const char* text : {"", "\n\n \n", "\xEF\xBB\xBF"}) {
        const testing::ReadResult result = testing::read_only("text", text);
        EXPECT_TRUE(result.document.content.empty());
        EXPECT_TRUE(result.reported("text.empty"));
    }
}

}  // namespace
}  // namespace offprint
