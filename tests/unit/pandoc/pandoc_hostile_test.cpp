// Input that is no document of pandoc's: one clear error, and where.
#include "pandoc_case.hpp"

namespace offprint {
namespace {

using testing::pandoc_error;
using testing::pandoc_json;
using testing::pandoc_para;

TEST(PandocHostile, ErrorsNameThePlace) {
    EXPECT_EQ(pandoc_error(pandoc_json(R"({"t":"Header","c":["two",["",[],[]],[]]})")),
              "/blocks/0/c/0 (line 1, column 71): a whole number is expected");
    EXPECT_EQ(pandoc_error(pandoc_json(R"({"t":"Paragraph","c":[]})")),
              "/blocks/0/c (line 1, column 73): 'Paragraph' is no block of pandoc's");
    EXPECT_EQ(pandoc_error(pandoc_para(R"({"t":"Str"})")), "/blocks/0/c/0 (line 1, column 69): Str has no content 'c'");
}

TEST(PandocHostile, WhatIsMissing) {
    EXPECT_NE(pandoc_error("").find("there is nothing to read"), std::string::npos);
    EXPECT_NE(pandoc_error("{}").find("no 'pandoc-api-version'"), std::string::npos);
    EXPECT_NE(pandoc_error(R"({"pandoc-api-version":[1,22]})").find("no 'blocks'"), std::string::npos);
    EXPECT_NE(pandoc_error(pandoc_json(R"({"c":[]})")).find("no type 't'"), std::string::npos);
    EXPECT_NE(pandoc_error(pandoc_json("{}")).find("no type 't'"), std::string::npos);
}

TEST(PandocHostile, VersionsAreNamed) {
    EXPECT_NE(pandoc_error(R"({"pandoc-api-version":[1,20],"meta":{},"blocks":[]})").find("not 1.20"),
              std::string::npos);
    EXPECT_NE(pandoc_error(R"({"pandoc-api-version":[2,0,1],"meta":{},"blocks":[]})").find("not 2.0.1"),
              std::string::npos);
    EXPECT_NE(pandoc_error(R"({"pandoc-api-version":[],"meta":{},"blocks":[]})").find("1.22 and 1.23"),
              std::string::npos);
    EXPECT_NE(pandoc_error(R"([{"unMeta":{}},[]])").find("pandoc 1.17"), std::string::npos);
}

TEST(PandocHostile, WrongTypesAndSizes) {
    for (
        const char* block :
        {R"({"t":"Para","c":"text"})", R"({"t":"Para","c":{}})", R"({"t":5,"c":[]})", R"({"t":"Header","c":[1]})",
         R"({"t":"Header","c":[1,["",[],[]],[],[]]})", R"({"t":"Header","c":[1.5,["",[],[]],[]]})",
         R"({"t":"CodeBlock","c":[["",[],[["k"]]],"x"]})",
         R"({"t":"OrderedList","c":[[1e99,{"t":"Decimal"},{"t":"Period"}],[]]})", R"({"t":"Div","c":[["",["x"]],[]]})",
         R"("Para")", "null", "[]",
         R"({"t":"Table","c":[["",[],[]],[null,[]],[[{"t":"AlignLeft"},{"t":"ColWidth","c":-1}]],[["",[],[]],[]],[],[["",[],[]],[]]]})",
         R"({"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[[["",[],[]],[[["",[],[]],{"t":"AlignDefault"},0,1,[]]]]]],[],[["",[],[]],[]]]})"})
        EXPECT_NE(pandoc_error(pandoc_json(block)).find("/blocks/0"), std::string::npos) << block;
}

TEST(PandocHostile, NamesThatOccurTwice) {
    EXPECT_NE(pandoc_error(pandoc_json(R"({"t":"Null","t":"Null"})")).find("occurs twice"), std::string::npos);
}

TEST(PandocHostile, EveryBeginningIsAnError) {
    const std::string json = testing::write("pandoc", testing::every_node());
    const std::string_view whole = trim(json);
    for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50)
        EXPECT_NE(pandoc_error(std::string(whole.substr(0, size))), "") << size;
    EXPECT_NE(pandoc_error(std::string(whole) + "{}").find("something follows"), std::string::npos);
}

TEST(PandocHostile, MillionsOfBracketsAreAnError) {
    EXPECT_NE(pandoc_error(pandoc_json(std::string(1'000'000, '['))).find("an object is expected"), std::string::npos);
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += R"({"t":"BlockQuote","c":[)";
    EXPECT_NE(pandoc_error(pandoc_json(deep)).find("nested deeper than"), std::string::npos);
}

TEST(PandocHostile, LateTypesTakeLinearTime) {
    std::string json = R"({"blocks":[)";
    constexpr int depth = 500;
    for (int i = 0; i < depth; ++i) json += R"({"c":[)";
    for (int i = 0; i < 100'000; ++i) json += R"({"t":"Null"},)";
    json += R"({"t":"Null"})";
    for (int i = 0; i < depth; ++i) json += R"(],"t":"BlockQuote"})";
    json += R"(],"meta":{},"pandoc-api-version":[1,22]})";
    EXPECT_EQ(pandoc_error(json), "");
}

TEST(PandocHostile, LoneSurrogatesAreAnError) {
    EXPECT_NE(pandoc_error(pandoc_para(R"({"t":"Str","c":"\ud800"})")), "");
}

TEST(PandocHostile, ForbiddenCharactersAreLeftOut) {
    const testing::ReadResult result = testing::read_only("pandoc", pandoc_para(R"({"t":"Str","c":"a\u0000\ufffeb"})"));
    EXPECT_EQ(testing::words_of(result.document), "ab");
    EXPECT_TRUE(result.reported("encoding.forbidden-characters"));
}

TEST(PandocHostile, DeepDocumentsAreFlattened) {
    std::string json = R"({"t":"Para","c":[{"t":"Str","c":"the bottom"}]})";
    for (int i = 0; i < 300; ++i) json = R"({"t":"BlockQuote","c":[)" + json + "]}";
    const testing::ReadResult result = testing::read_blocks(json);
    EXPECT_TRUE(result.reported("document.depth-flattened"));
    EXPECT_EQ(testing::words_of(result.document), "the bottom");
}

TEST(PandocHostile, SpansBeyondTheGridAreResolvedLater) {
    const std::string wide = R"([["",[],[]],{"t":"AlignDefault"},2147483647,2147483647,[]])";
    const testing::ReadResult result = testing::read_blocks(
        R"({"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[]],[[["",[],[]],1,[],[[["",[],[]],[)" + wide +
        R"(]]]]],[["",[],[]],[]]]})");
    const TableCell& cell = std::get<Table>(result.document.content[0]).sections[0].rows[0].cells[0];
    EXPECT_EQ(cell.column_span, 2147483647);
    EXPECT_TRUE(cell.header);
    EXPECT_NE(testing::write("pandoc", result.document), "");
}

}  // namespace
}  // namespace offprint
