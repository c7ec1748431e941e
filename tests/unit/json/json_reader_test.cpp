// What the reader of JSON makes of other people's JSON, and says of what is wrong.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

/// An article of these blocks, as short as one can be.
std::string article(const std::string& blocks, const std::string& more = "") {
    return R"({"schemaVersion":"1.0.0","content":{"type":"root","children":[)" + blocks + "]}" + more + "}";
}

std::string paragraph(const std::string& inlines) {
    return R"({"type":"paragraph","children":[)" + inlines + "]}";
}

Document read(const std::string& json) {
    return testing::read_only("json", json).document;
}

/// What is said of a text that cannot be read.
std::string error_of(const std::string& json) {
    try {
        testing::read_only("json", json);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::malformed_input) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "was read: " << json.substr(0, 200);
    return {};
}

std::string write(const Document& document) {
    return testing::write("json", document, {{"pretty", "false"}});
}

std::string words(const Document& document) {
    return plain_text(document.content);
}

// ---------------------------------------------------------------- what is read

TEST(JsonReader, MembersMayComeInAnyOrder) {
    const Document document =
        read(R"({"content":{"children":[{"children":[{"value":"late","type":"text"}],"depth":2,"type":"heading"}],)"
             R"("type":"root"},"schemaVersion":"1.0.0"})");
    const auto& heading = std::get<Heading>(document.content.at(0));
    EXPECT_EQ(heading.level, 2);
    const Document late = read(article(R"({"sections":[{"rows":0,"kind":"foot"}],"align":["left"],"type":"table"})"));
    EXPECT_EQ(std::get<Table>(late.content.at(0)).sections.at(0).kind, SectionKind::foot);
    EXPECT_EQ(std::get<Table>(late.content.at(0)).columns.at(0).alignment, Alignment::left);
    EXPECT_EQ(plain_text(heading.content), "late");
}

TEST(JsonReader, PassesOverWhatItDoesNotKnow) {
    const Document document =
        read(article(R"({"type":"paragraph","data":{"a":[1,{"b":null}]},"attributes":{"x":1},)"
                     R"("children":[{"type":"text","value":"here","position":{"start":{"line":1}}}]})",
                     R"(,"later":[[[1]]],"metadata":{"headline":"T","mood":"calm"})"));
    EXPECT_EQ(words(document), "here");
    EXPECT_EQ(document.metadata.title, "T");
}

TEST(JsonReader, TheSourceIsThatOfTheArticleAndNotTheJson) {
    const Document document =
        testing::read_article("json", article("", R"(,"source":{"format":"pandoc","name":"a.md"})")).document;
    EXPECT_EQ(document.source, (Source{"pandoc", "", "a.md"}));
}

TEST(JsonReader, AByteOrderMarkIsNoText) {
    EXPECT_EQ(words(read("\xEF\xBB\xBF" + article(paragraph(R"({"type":"text","value":"x"})")))), "x");
}

TEST(JsonReader, ANewerMinorVersionIsRead) {
    std::string json = article("");
    json.replace(json.find("1.0.0"), 5, "1.99.3");
    EXPECT_TRUE(read(json).content.empty());
}

TEST(JsonReader, NullsOfMdastSayNothing) {
    const Document document = read(article(
        R"({"type":"list","ordered":false,"start":null,"spread":null,"children":[{"type":"listItem","checked":null,)"
        R"("children":[]}]},{"type":"code","lang":null,"value":"x"})"));
    EXPECT_FALSE(std::get<List>(document.content.at(0)).items.at(0).checked.has_value());
    EXPECT_EQ(std::get<CodeBlock>(document.content.at(1)).language, "");
}

TEST(JsonReader, TextInThePlaceOfBlocksIsAParagraph) {
    const Document document = read(
        article(R"({"type":"text","value":"loose "},{"type":"strong","children":[{"type":"text","value":"words"}]},)"
                R"({"type":"thematicBreak"},{"type":"table","children":[{"type":"tableRow","children":[)"
                R"({"type":"tableCell","children":[{"type":"text","value":"cell"}]}]}]})"));
    ASSERT_EQ(document.content.size(), 3U);
    EXPECT_EQ(std::get<Paragraph>(document.content[0]).content.size(), 2U);
    const auto& table = std::get<Table>(document.content[2]);
    ASSERT_EQ(table.sections.size(), 1U);
    EXPECT_EQ(plain_text(table.sections[0].rows.at(0).cells.at(0).content), "cell");
}

TEST(JsonReader, DefinitionsWithoutItemsAreGroupedByTheirOrder) {
    const Document document =
        read(article(R"({"type":"definitionList","children":[{"type":"definitionTerm","children":[]},)"
                     R"({"type":"definitionTerm","children":[]},{"type":"definitionDescription","children":[]},)"
                     R"({"type":"definitionTerm","children":[]}]})"));
    const auto& list = std::get<DefinitionList>(document.content.at(0));
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].terms.size(), 2U);
    EXPECT_EQ(list.items[1].descriptions.size(), 0U);
}

TEST(JsonReader, NotesMayHaveAnyNamesAndComeFirst) {
    const Document document = read(
        R"({"schemaVersion":"1.0.0","notes":[{"identifier":"b","children":[]},{"identifier":"a","children":[)" +
        paragraph(R"({"type":"text","value":"A"})") + R"(]}],"content":{"type":"root","children":[)" +
        paragraph(R"({"type":"footnoteReference","identifier":"a"},{"type":"footnoteReference","identifier":"b"})") +
        "]}}");
    const Inlines& content = std::get<Paragraph>(document.content.at(0)).content;
    EXPECT_EQ(std::get<NoteRef>(content.at(0)).note, 1U);
    EXPECT_EQ(std::get<NoteRef>(content.at(1)).note, 0U);
}

TEST(JsonReader, SeveralArticlesAreABook) {
    const std::string one = article(paragraph(R"({"type":"text","value":"one"})"), R"(,"metadata":{"headline":"A"})");
    const std::string two = article(paragraph(R"({"type":"text","value":"two"})"), R"(,"metadata":{"headline":"B"})");
    const Document book = read(one + "\n" + two + "\n");
    ASSERT_EQ(book.content.size(), 2U);
    EXPECT_EQ(std::get<Group>(book.content[1]).metadata->title, "B");
}

TEST(JsonReader, ForbiddenCharactersAreLeftOut) {
    const testing::ReadResult result =
        testing::read_only("json", article(paragraph(R"({"type":"text","value":"a\u0001\u0000b\uffff"})")));
    EXPECT_EQ(words(result.document), "ab");
    EXPECT_TRUE(result.reported("encoding.forbidden-characters"));
}

// ---------------------------------------------------------------- nodes of unknown types

void expect_written_back(const std::string& node) {
    // By the reader and the writer alone, and with all that is done to a document between them.
    for (const Document& document : {read(article(node)), testing::read_article("json", article(node)).document}) {
        const std::string json = write(document);
        EXPECT_NE(json.find(R"({"type":"root","children":[)" + node + "]}"), std::string::npos) << json;
    }
}

TEST(JsonReader, NodesOfUnknownTypesAreWrittenBackAsTheyWere) {
    const std::string text = R"({"type":"text","value":"words"})";
    expect_written_back(R"({"type":"callout","kind":"warn","level":1.50,"children":[)" + paragraph(text) +
                        R"(],"data":{"children":[1,{"x":[]}],"n":12345678901234567890,"t":null}})");
    expect_written_back(R"({"type":"lead","children":[)" + text + R"(],"attributes":{"odd":true}})");
    expect_written_back(R"({"type":"pageBreak"})");
    expect_written_back(R"({"type":"gallery","items":["a"],"metadata":7,"position":[],"attributes":"none"})");
    expect_written_back(R"({"type":"yaml","value":"a: \"b\""})");
    expect_written_back(R"({"type":"outer","children":[{"type":"inner","children":[)" + paragraph(text) + "]}]}");
    expect_written_back(paragraph(text + R"(,{"type":"sparkle","hue":3,"children":[)" + text + "]}"));
    expect_written_back(paragraph(R"({"type":"mention","value":"@ada"})"));
    expect_written_back(R"({"type":"thematicBreak"},{"type":"void","children":[]})");
}

TEST(JsonReader, WhiteSpaceIsNoPartOfNodesOfUnknownTypes) {
    const Document document = read(article("{\"type\": \"callout\",\n  \"data\": [1.50,\n  \"\\u00e9\"]\n}"));
    EXPECT_EQ(read(testing::write("json", document)), document);
    EXPECT_EQ(std::get<Group>(document.content.at(0)).attributes->extra.at(1).second, "{\"data\":[1.50,\"é\"]}");
}

TEST(JsonReader, NodesOfUnknownTypesKeepTheirWords) {
    EXPECT_EQ(words(read(article(R"({"type":"callout","children":[)" + paragraph(R"({"type":"text","value":"a"})") +
                                 R"(]},{"type":"yaml","value":"b"})"))),
              "a b");
}

TEST(JsonReader, NobodyCanForgeAnUnknownType) {
    const std::string node =
        R"({"type":"paragraph","attributes":{"extra":{"json type":"table","json members":"{\"children\":[1]}"}},)"
        R"("children":[]})";
    EXPECT_NE(write(read(article(node))).find(R"({"type":"paragraph","attributes":{},"children":[]})"),
              std::string::npos);
}

// ---------------------------------------------------------------- assets

/// The smallest GIF: one transparent pixel.
constexpr std::string_view gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

std::string with_asset(const std::string& members) {
    return article(paragraph(R"({"type":"image","asset":"a","sourceUrl":"https://a.example/x.gif","alt":"dot"})"),
                   R"(,"assets":[{"id":"a",)" + members + "}]");
}

TEST(JsonReader, TheBytesOfAnAssetTellItsType) {
    const Document document = read(with_asset(R"("mediaType":"text/html","data":")" + std::string(gif) + "\""));
    EXPECT_EQ(document.resources.at("a").media_type, "image/gif");
}

TEST(JsonReader, AnImageWithoutItsAssetsBytesIsAReference) {
    const testing::ReadResult result = testing::read_only("json", with_asset(R"("mediaType":"image/gif")"));
    EXPECT_TRUE(result.reported("json.asset-without-data"));
    EXPECT_TRUE(result.document.resources.empty());
    const auto& image = std::get<Image>(std::get<Paragraph>(result.document.content.at(0)).content.at(0));
    EXPECT_EQ(image.resource, "");
    EXPECT_EQ(image.source, "https://a.example/x.gif");
}

TEST(JsonReader, AnAssetThatIsNoImageIsDropped) {
    const testing::ReadResult result =
        testing::read_only("json", with_asset(R"("mediaType":"image/png","data":"PGh0bWw+")"));
    EXPECT_TRUE(result.reported("image.unknown-type"));
    EXPECT_TRUE(result.document.resources.empty());
}

// ---------------------------------------------------------------- what is wrong, and where

struct Fault {
    std::string json;
    std::string message;
};

void expect_faults(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) EXPECT_EQ(error_of(fault.json), fault.message) << fault.json;
}

TEST(JsonReader, SaysWhereTheTextIsNoJson) {
    expect_faults({
        {"", "(line 1, column 1): there is nothing to read"},
        {"[]", "(line 1, column 1): an object is expected"},
        {"{", "(line 1, column 2): the text ends too early"},
        {R"({"schemaVersion":"1.0.0","content":{"type":"root","children":[)",
         "/content/children (line 1, column 63): the text ends too early"},
        {"{\"schemaVersion\":\n \"1.0.0\",\n  oops}",
         "/schemaVersion (line 3, column 3): a name in quotation marks is expected"},
        {article(paragraph(R"({"type":"text","value":"a)")),
         "/content/children/0/children/0/value (line 1, column 125): "
         "this is no JSON: Missing a closing quotation mark in string"},
    });
}

TEST(JsonReader, SaysWhereAValueIsWrong) {
    const std::string at_node = "/content/children/0";
    const std::vector<std::pair<std::string, std::string>> nodes = {
        {R"({"type":"heading","depth":7,"children":[]})", "/depth (line 1, column 89): the number must be from 1 to 6"},
        {R"({"type":"heading","depth":"2","children":[]})", "/depth (line 1, column 89): a whole number is expected"},
        {R"({"type":"heading","depth":1e400,"children":[]})",
         "/depth (line 1, column 89): this is no JSON: Number too big to be stored in double"},
        {R"({"type":"list","start":99999999999,"children":[]})",
         "/start (line 1, column 86): the number must be from -2147483648 to 2147483647"},
        {R"({"type":"list","numbering":"runes","children":[]})",
         "/numbering (line 1, column 90): 'runes' is no numbering"},
        {R"({"type":"paragraph","children":{}})", "/children (line 1, column 94): an array is expected"},
        {R"({"type":"paragraph","type":"list"})", "/type (line 1, column 83): the name 'type' occurs twice"},
        {R"({"type":"paragraph","a":1,"\u0061":2})", "/a (line 1, column 89): the name 'a' occurs twice"},
        {R"({"children":[]})", " (line 1, column 63): a node has no 'type'"},
        {R"({"type":"code"})", " (line 1, column 63): code has no 'value'"},
        {R"({"type":"code","value":"\ud800"})",
         "/value (line 1, column 87): this is no JSON: The surrogate pair in string is invalid"},
        {R"({"type":"code","value":"\udc00x"})", "/value (line 1, column 86): the text is not valid Unicode"},
        {"{\"type\":\"code\",\"value\":\"\xff\"}", "/value (line 1, column 86): the text is not valid Unicode"},
        {R"({"type":"paragraph","children":[{"type":"thematicBreak"}]})",
         "/children/0 (line 1, column 95): a block has no place in paragraph"},
        {R"({"type":"list","children":[{"type":"paragraph"}]})",
         "/children/0 (line 1, column 90): a block has no place in list"},
        {R"({"type":"section","children":[{"type":"article","metadata":{},"children":[]}]})",
         "/children/0 (line 1, column 93): an article has no place in section"},
        {R"({"type":"article","children":[]})", " (line 1, column 63): article has no 'metadata'"},
        {R"({"type":"table","sections":[{"kind":"head","rows":2}],"children":[]})",
         " (line 1, column 63): 'sections' counts more rows than there are"},
        {R"({"type":"table","widths":[1.5],"children":[]})",
         "/widths/0 (line 1, column 89): the number must be from 0 to 1"},
        {R"({"type":"paragraph","attributes":{"id":"a b"}})",
         "/attributes/id (line 1, column 102): an id holds white space"},
        {R"({"type":"figure","children":[{"type":"caption"},{"type":"caption"}]})",
         "/children/1 (line 1, column 111): a caption stands beside another one"},
        {paragraph(R"({"type":"inlineMath","value":""})"),
         "/children/0 (line 1, column 95): a formula has neither TeX nor 'mathml'"},
        {paragraph(R"({"type":"footnoteReference","identifier":"n1"})"),
         "/children/0/identifier (line 1, column 136): no note has the identifier 'n1'"},
        {paragraph(R"({"type":"image","asset":"gone"})"),
         "/children/0/asset (line 1, column 119): no asset has the id 'gone'"},
    };
    for (const auto& [node, message] : nodes) EXPECT_EQ(error_of(article(node)), at_node + message) << node;
}

TEST(JsonReader, SaysWhatIsWrongWithSpans) {
    const auto table = [](const std::string& cell) {
        return article(R"({"type":"table","children":[{"type":"tableRow","children":[{"type":"tableCell",)" + cell +
                       "}]}]}");
    };
    EXPECT_EQ(error_of(table(R"("colSpan":0)")),
              "/content/children/0/children/0/children/0/colSpan (line 1, column 152): "
              "the number must be from 1 to 1000");
    EXPECT_NE(error_of(table(R"("colSpan":1001)")).find("/colSpan (line 1, column 152)"), std::string::npos);
    EXPECT_NE(error_of(table(R"("rowSpan":65535)")).find("from 1 to 65534"), std::string::npos);
    EXPECT_NE(error_of(table(R"("rowSpan":4294967297)")).find("/rowSpan"), std::string::npos);
    // What goes beyond the last row is what the source said; `TableGrid` ends it for every writer.
    EXPECT_EQ(std::get<Table>(read(table(R"("rowSpan":65534)")).content.at(0)).sections[0].rows[0].cells[0].row_span,
              65534);
}

TEST(JsonReader, SaysWhatIsWrongOutsideTheContent) {
    const std::vector<std::pair<std::string, std::string>> members = {
        {R"("metadata":{"datePublished":"5 May"})",
         "/metadata/datePublished (line 1, column 94): a date of the calendar is expected, as ISO 8601 writes it"},
        {R"("metadata":{"image":{"asset":"x"}})", "/metadata/image/asset (line 1, column 95): no asset has the id 'x'"},
        {R"("notes":[{"children":[]}])", "/notes/0 (line 1, column 75): a note has no 'identifier'"},
        {R"("notes":[{"identifier":"a"},{"identifier":"a"}])",
         "/notes/1 (line 1, column 94): a note's identifier occurs twice"},
        {R"("assets":[{"id":"a","data":"YQ="}])", "/assets/0/data (line 1, column 93): this is no base64"},
        {R"("assets":[{"id":"a","sha256":"00","data":"YQ=="}])",
         "/assets/0/sha256 (line 1, column 95): the hash is not that of the bytes"},
        {R"("assets":[{"data":"YQ=="}])", "/assets/0 (line 1, column 76): an asset has no 'id'"},
        {R"("assets":[{"id":"a"},{"id":"a"}])", "/assets/1 (line 1, column 87): an asset's id occurs twice"},
    };
    for (const auto& [member, message] : members) EXPECT_EQ(error_of(article("", "," + member)), message) << member;
}

TEST(JsonReader, RefusesANewerMajorVersion) {
    std::string json = article("");
    json.replace(json.find("1.0.0"), 5, "2.0.0");
    EXPECT_EQ(error_of(json), "/schemaVersion (line 1, column 18): version 1.x of the format can be read, not 2.0.0");
    EXPECT_EQ(error_of(R"({"content":{"type":"root"}})"),
              "(line 1, column 1): this is no article: it has no 'schemaVersion'");
    EXPECT_EQ(error_of(R"({"schemaVersion":"1.0.0"})"), "(line 1, column 1): the article has no 'content'");
}

TEST(JsonReader, MillionsOfBracketsAreAnError) {
    const std::string brackets(1'000'000, '[');
    EXPECT_NE(error_of(brackets).find("an object is expected"), std::string::npos);
    EXPECT_NE(error_of(R"({"schemaVersion":)" + brackets).find("a single value is expected"), std::string::npos);
    std::string nodes;
    for (int i = 0; i < 1'000'000; ++i) nodes += R"({"type":"group","children":[)";
    EXPECT_NE(error_of(article(nodes)).find("nested deeper than 1280"), std::string::npos);
    // In a place that is passed over, nesting is no matter as long as it ends.
    EXPECT_TRUE(read(article("", R"(,"x":)" + brackets + std::string(brackets.size(), ']'))).content.empty());
}

TEST(JsonReader, WhatIsNestedTooDeeplyForTheModelIsFlattened) {
    std::string node = paragraph(R"({"type":"text","value":"deep"})");
    for (int i = 0; i < 400; ++i) node = R"({"type":"group","children":[)" + node + "]}";
    const testing::ReadResult result = testing::read_only("json", article(node));
    EXPECT_TRUE(result.reported("document.depth-flattened"));
    EXPECT_EQ(words(result.document), "deep");
}

// ---------------------------------------------------------------- time

/// Of processor time: other programs are nothing to this.
double seconds_to_read(const std::string& json) {
    const std::clock_t begin = std::clock();
    try {
        testing::read_only("json", json);
    } catch (const Error&) {
        // How long it takes to refuse a text is what matters here.
    }
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// 16 times the text takes about 16 times as long, where quadratic work would take 256 times.
template <class Make>
void expect_linear(Make&& make) {
    constexpr int pieces = 10'000;
    const std::string small = make(pieces);
    const double seconds = std::min(seconds_to_read(small), seconds_to_read(small));
    EXPECT_LT(seconds_to_read(make(16 * pieces)), 80 * seconds + 0.2);
}

std::string repeated(int count, const std::string& piece) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + piece;
    return text;
}

std::string numbered(int count, const std::string& before, const std::string& after) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + before + std::to_string(i) + after;
    return text;
}

TEST(JsonReader, HostileTextsTakeLinearTime) {
    expect_linear([](int count) { return article(repeated(count, R"({"type":"odd","value":""})")); });
    expect_linear([](int count) { return article(numbered(count, "{\"a", "\":0}")); });
    expect_linear([](int count) {
        return article(R"({"type":"group","attributes":{"extra":{)" + numbered(count, "\"a", "\":\"\"") + "}}}");
    });
    expect_linear(
        [](int count) { return article(repeated(count, R"({"type":"text","value":"a"},{"type":"thematicBreak"})")); });
    expect_linear([](int count) {
        return article(paragraph(numbered(count, R"({"type":"footnoteReference","identifier":")", "\"}")));
    });
    expect_linear([](int count) { return article("", ",\"x\":\"" + std::string(std::size_t(count) * 50, '\n')); });
    expect_linear([](int count) {
        return article(R"({"type":"table","sections":[)" + repeated(count, R"({"kind":"body","rows":0})") +
                       R"(],"children":[]})");
    });
}

}  // namespace
}  // namespace offprint
