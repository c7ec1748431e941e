// Texts that are made to take long, or that are broken.
#include <gtest/gtest.h>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

/// Each of these takes below a second on a slow machine, or it would take hours: the test has a time limit.
TEST(MarkdownHostile, ManyOfOneKindTakeLinearTime) {
    for (const std::string_view part :
         {">",    "*",     "[",         "]",        "![",        "`",      "_a",  "*a **a ", "<",     "<a",
          "<!--", "<?",    "<![CDATA[", "&",        "[^",        "[^1]",   "~",   "$",       "\\",    "a|",
          "- ",   "* a\n", "[a](",      "[a]: b\n", "[^a]: b\n", "> ",     "1. ", "# ",      "```\n", "\t",
          "www.", "a@",    "http://",   "<b>",      "<div>\n\n", "\u00E9", "|\n", "[a][",    "**a "}) {
        const ReadResult result = read_article("markdown", repeated(part, 50'000 / part.size()));
        (void)result;
    }
}

/// Takes minutes if the name of each tag is looked for up to the end.
TEST(MarkdownHostile, ManyTagsInOneLineOfHtmlTakeLinearTime) {
    (void)read_article("markdown", repeated("<!--", 1'000'000));
}

/// Takes minutes if each address is looked for among all others.
TEST(MarkdownHostile, ManyAddressesInOneParagraphTakeLinearTime) {
    for (const std::string_view part : {"www.harbour.example ", "http://harbour.example "}) {
        const ReadResult result = read_article("markdown", repeated(part, 50'000));
        EXPECT_TRUE(result.reported("markdown.addresses-not-linked"));
        const std::string lines = repeated(std::string(part) + "\n\n", 3'000);
        EXPECT_FALSE(read_article("markdown", lines).reported("markdown.addresses-not-linked"));
    }
}

TEST(MarkdownHostile, NestingIsFlattened) {
    for (const std::string& text :
         {repeated("> ", 50'000) + "a", repeated("- ", 20'000) + "a",
          repeated("*", 30'000) + "a" + repeated("*", 30'000), repeated("<div>", 50'000) + "a"}) {
        const ReadResult result = read_article("markdown", text);
        EXPECT_NE(plain_text(result.document.content).find('a'), std::string::npos) << text.substr(0, 8);
    }
}

TEST(MarkdownHostile, WideTablesHitTheLimit) {
    const std::string text = repeated("|a", 2'000) + "\n" + repeated("|-", 2'000) + "\n" + repeated("|\n", 2'000);
    Context context;
    ReadRequest request;
    request.format = "markdown";
    try {
        Converter(registry()).read(*open_memory(text), request, context);
        FAIL() << "four million cells were made";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
        EXPECT_NE(std::string(error.what()).find("--limit cells"), std::string::npos);
    }
}

TEST(MarkdownHostile, ReferencesToALongAddressAreBounded) {
    const std::string text = "[a]: /" + std::string(10'000, 'x') + "\n\n" + repeated("[a] ", 2'000);
    ContextSettings settings;
    settings.limits.parser_bytes = 1 << 20;
    Context context(settings);
    ReadRequest request;
    request.format = "markdown";
    EXPECT_THROW(Converter(registry()).read(*open_memory(text), request, context), Error);
}

TEST(MarkdownHostile, DamagedBytesAreReported) {
    const ReadResult result = read_article("markdown", std::string("# A\xFF\n\nb\0c\n", 11));
    EXPECT_NE(plain_text(result.document.content).find('b'), std::string::npos);
}

TEST(MarkdownHostile, TomlOfDeepKeysIsRefused) {
    for (const std::string& toml : {repeated("a.", 50'000) + "a = 1\n", "[" + repeated("a.", 50'000) + "a]\n",
                                    "x = " + repeated("[", 50'000) + "\n", "x = " + repeated("{a=", 50'000) + "\n"}) {
        const ReadResult result = read_only("markdown", "+++\n" + toml + "+++\n\nWords.\n");
        EXPECT_TRUE(result.reported("front-matter.invalid")) << toml.substr(0, 8);
    }
    EXPECT_FALSE(
        read_only("markdown", "+++\n" + repeated("a.", 900) + "a = 1\n+++\n").reported("front-matter.invalid"));
}

TEST(MarkdownHostile, NothingIsAWarning) {
    for (const char* text : {"", "\n\n", "<!-- -->", "---\ntitle: x\n---\n"}) {
        EXPECT_TRUE(read_only("markdown", text).reported("markdown.empty")) << text;
    }
}

TEST(MarkdownHostile, ScriptsDoNotComeThrough) {
    const Document document =
        read_article("markdown", "[a](javascript:alert(1)) <img src=x onerror=alert(1)> <script>alert(1)</script>\n")
            .document;
    EXPECT_EQ(write("json", document).find("javascript:"), std::string::npos);
    EXPECT_EQ(write("json", document).find("onerror"), std::string::npos);
}

}  // namespace

}  // namespace offprint::testing
