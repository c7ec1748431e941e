#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <string>
#include <utility>

#include "support/conversion.hpp"

namespace offprint {
namespace {

rapidjson::Document parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    EXPECT_FALSE(document.HasParseError()) << json;
    return document;
}

/// The value at a JSON Pointer; fails the test and gives null when there is none.
const rapidjson::Value& at(const rapidjson::Document& document, const std::string& pointer) {
    static const rapidjson::Value none;
    const rapidjson::Value* value = rapidjson::Pointer(pointer.c_str()).Get(document);
    EXPECT_NE(value, nullptr) << pointer;
    return value == nullptr ? none : *value;
}

bool has(const rapidjson::Document& document, const std::string& pointer) {
    return rapidjson::Pointer(pointer.c_str()).Get(document) != nullptr;
}

std::string text_at(const rapidjson::Document& document, const std::string& pointer) {
    const rapidjson::Value& value = at(document, pointer);
    EXPECT_TRUE(value.IsString()) << pointer;
    return value.IsString() ? value.GetString() : "";
}

/// The node alone in a document, as JSON without positions.
std::string node_json(Block block) {
    Document document;
    document.content.push_back(std::move(block));
    const std::string json = testing::write("json", document, {{"pretty", "false"}, {"positions", "false"}});
    constexpr std::string_view before = R"("content":{"type":"root","children":[)";
    const std::size_t begin = json.find(before) + before.size();
    return json.substr(begin, json.find(R"(]},"notes")") - begin);
}

Paragraph paragraph(Inline node) {
    Paragraph result;
    result.content.push_back(std::move(node));
    return result;
}

TEST(JsonWriter, NodesHaveMdastsNames) {
    Heading heading;
    heading.level = 3;
    heading.content = {Text("a \"b\"\u00e9\t")};
    EXPECT_EQ(
        node_json(heading),
        "{\"type\":\"heading\",\"depth\":3,\"children\":[{\"type\":\"text\",\"value\":\"a \\\"b\\\"\u00e9\\t\"}]}");

    List list;
    list.ordered = true;
    list.start = 3;
    list.numbering = Numbering::upper_roman;
    list.items.resize(1);
    list.items[0].checked = false;
    list.items[0].value = 9;
    EXPECT_EQ(node_json(list),
              R"({"type":"list","ordered":true,"start":3,"numbering":"upperRoman","spread":false,"children":[)"
              R"({"type":"listItem","checked":false,"value":9,"children":[]}]})");

    Math math;
    math.tex = "x^2";
    math.display = true;
    EXPECT_EQ(node_json(paragraph(math)), R"({"type":"paragraph","children":[{"type":"math","value":"x^2"}]})");

    math.tex.clear();
    math.mathml = "<math><mfrac><mi>s</mi><mi>t</mi></mfrac></math>";
    EXPECT_EQ(node_json(paragraph(math)),
              R"({"type":"paragraph","children":[{"type":"math","value":"s/t","notation":"text",)"
              R"("mathml":"<math><mfrac><mi>s</mi><mi>t</mi></mfrac></math>"}]})");

    NoteRef reference;
    reference.note = 0;
    Document document;
    document.notes.resize(1);
    document.content.push_back(paragraph(reference));
    const rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(text_at(json, "/content/children/0/children/0/identifier"), text_at(json, "/notes/0/identifier"));
}

TEST(JsonWriter, TableSectionsGroupFlatRows) {
    Table table;
    table.columns = {{Alignment::left, 0.25}, {Alignment::unspecified, 0}};
    table.caption = {paragraph(Text("caption"))};
    table.sections.resize(3);
    table.sections[0].kind = SectionKind::head;
    table.sections[0].rows.resize(1);
    table.sections[1].rows.resize(2);
    table.sections[2].kind = SectionKind::foot;
    TableCell cell;
    cell.header = true;
    cell.column_span = 2;
    cell.alignment = Alignment::right;
    table.sections[0].rows[0].cells = {cell};
    EXPECT_EQ(node_json(table),
              R"({"type":"table","align":["left",null],"widths":[0.25,0.0],"sections":[{"kind":"head","rows":1},)"
              R"({"kind":"body","rows":2},{"kind":"foot","rows":0}],"children":[{"type":"caption","children":[)"
              R"({"type":"paragraph","children":[{"type":"text","value":"caption"}]}]},{"type":"tableRow","children":[)"
              R"({"type":"tableCell","header":true,"colSpan":2,"align":"right","children":[]}]},)"
              R"({"type":"tableRow","children":[]},{"type":"tableRow","children":[]}]})");
}

TEST(JsonWriter, DefinitionItemsGroupFlatChildren) {
    DefinitionList list;
    list.items.resize(2);
    list.items[0].terms.resize(2);
    list.items[1].descriptions.resize(1);
    EXPECT_EQ(
        node_json(list),
        R"({"type":"definitionList","items":[{"terms":2,"descriptions":0},{"terms":0,"descriptions":1}],"children":[)"
        R"({"type":"definitionTerm","children":[]},{"type":"definitionTerm","children":[]},)"
        R"({"type":"definitionDescription","children":[]}]})");
}

TEST(JsonWriter, AttributesKeepTheirOrder) {
    Paragraph node;
    Attributes& attributes = node.attributes.ensure();
    attributes.id = "here";
    attributes.language = "ar";
    attributes.direction = Direction::right_to_left;
    attributes.classes = {"wide", "lead"};
    attributes.extra = {{"zebra", "1"}, {"apple", ""}};
    EXPECT_EQ(node_json(node),
              R"({"type":"paragraph","attributes":{"id":"here","lang":"ar","dir":"rtl","classes":["wide","lead"],)"
              R"("extra":{"zebra":"1","apple":""}},"children":[]})");
}

TEST(JsonWriter, ImageNamesItsAssetOrItsAddress) {
    Document document;
    document.resources["image-1"] = {std::make_shared<const std::string>("abc"), "image/png", "https://a.example/1", 4,
                                     2};
    Image embedded;
    embedded.resource = "image-1";
    embedded.source = "https://a.example/1";
    embedded.alt = "";
    Image remote;
    remote.source = "https://a.example/2";
    document.content = {paragraph(embedded), paragraph(remote)};
    const rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(text_at(json, "/content/children/0/children/0/asset"), "image-1");
    EXPECT_EQ(text_at(json, "/content/children/0/children/0/sourceUrl"), "https://a.example/1");
    EXPECT_EQ(text_at(json, "/content/children/0/children/0/alt"), "");
    EXPECT_EQ(text_at(json, "/content/children/1/children/0/url"), "https://a.example/2");
    EXPECT_FALSE(has(json, "/content/children/1/children/0/alt"));
    EXPECT_EQ(text_at(json, "/assets/0/data"), "YWJj");
    // FIPS 180-2, appendix B.1.
    EXPECT_EQ(text_at(json, "/assets/0/sha256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_FALSE(has(parse(testing::write("json", document, {{"assets", "omit"}})), "/assets/0/data"));
}

TEST(JsonWriter, Base64OfEveryRemainder) {
    // RFC 4648, section 10.
    for (const auto& [bytes, expected] :
         {std::pair("f", "Zg=="), {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}}) {
        Document document;
        document.resources["a"] = {std::make_shared<const std::string>(bytes), "image/png", "", 0, 0};
        EXPECT_EQ(text_at(parse(testing::write("json", document)), "/assets/0/data"), expected);
    }
}

TEST(JsonWriter, MetadataHasSchemaOrgsNames) {
    Document document;
    Metadata& metadata = document.metadata;
    metadata.title = "A headline";
    metadata.contributors = {{"Ada Quill", "author", "Quill, Ada", "https://a.example/"}, {"Bo", "editor", "", ""}};
    metadata.published = Date{2024, 2, 29, {}};
    metadata.rights = "CC BY";
    metadata.series = Series{"Tales", "3.5"};
    metadata.provenance = {{MetadataField::rights, Origin::meta}, {MetadataField::title, Origin::json_ld}};
    const rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(text_at(json, "/metadata/headline"), "A headline");
    EXPECT_EQ(text_at(json, "/metadata/author/0/fileAs"), "Quill, Ada");
    EXPECT_EQ(text_at(json, "/metadata/contributor/0/role"), "editor");
    EXPECT_EQ(text_at(json, "/metadata/datePublished"), "2024-02-29");
    EXPECT_EQ(text_at(json, "/metadata/license"), "CC BY");
    EXPECT_EQ(text_at(json, "/metadata/isPartOf/position"), "3.5");
    EXPECT_EQ(text_at(json, "/metadata/provenance/headline"), "json-ld");
    EXPECT_FALSE(has(json, "/metadata/publisher"));
}

TEST(JsonWriter, TheCoverIsAnAssetOrAnAddress) {
    Document document;
    EXPECT_FALSE(has(parse(testing::write("json", document)), "/metadata/image"));
    document.metadata.cover_source = "https://a.example/lead.jpg";
    rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(text_at(json, "/metadata/image/url"), "https://a.example/lead.jpg");
    EXPECT_FALSE(has(json, "/metadata/image/asset"));
    document.resources["lead"] = {std::make_shared<const std::string>("x"), "image/jpeg", "", 0, 0};
    document.metadata.cover = "lead";
    json = parse(testing::write("json", document));
    EXPECT_EQ(text_at(json, "/metadata/image/asset"), "lead");
    EXPECT_EQ(text_at(json, "/metadata/image/sourceUrl"), "https://a.example/lead.jpg");
    EXPECT_FALSE(has(json, "/metadata/image/url"));
}

TEST(JsonWriter, CountsWords) {
    Paragraph words;
    Styled half;
    half.style = Style::strong;
    half.content = {Text("st")};
    words.content = {Text("A fir"), half, Text(" line"), LineBreak{}, Text("and another")};
    CodeBlock code;
    code.text = "int main()\n{}";
    Document document;
    document.content = {words, code, paragraph(Text("end"))};
    EXPECT_EQ(at(parse(testing::write("json", document)), "/metadata/wordCount").GetInt(), 5 + 3 + 1);
}

TEST(JsonWriter, PositionsAreAnOption) {
    Paragraph node;
    node.range = {7, 12};
    Document document;
    document.content = {node};
    const rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(at(json, "/content/children/0/position/start/offset").GetUint(), 7U);
    EXPECT_EQ(at(json, "/content/children/0/position/end/offset").GetUint(), 12U);
    EXPECT_FALSE(
        has(parse(testing::write("json", document, {{"positions", "false"}})), "/content/children/0/position"));
}

TEST(JsonWriter, OutputIsDeterministicAndPrettyOrNot) {
    const Document document = testing::every_node();
    const std::string pretty = testing::write("json", document);
    EXPECT_EQ(pretty, testing::write("json", document));
    const std::string compact = testing::write("json", document, {{"pretty", "false"}});
    EXPECT_LT(compact.size(), pretty.size());
    EXPECT_EQ(compact.find('\n'), compact.size() - 1);
    EXPECT_TRUE(parse(pretty) == parse(compact));
}

TEST(JsonWriter, SchemaAndOutputAgreeOnTheVersion) {
    const rapidjson::Document schema = parse(testing::source_file("docs/schema/article-1.json"));
    const rapidjson::Document json = parse(testing::write("json", Document{}));
    const rapidjson::Value& versions = at(schema, "/properties/schemaVersion/enum");
    EXPECT_EQ(versions[versions.Size() - 1], at(json, "/schemaVersion"));
    EXPECT_EQ(text_at(schema, "/$id"), text_at(json, "/$schema"));
}

TEST(JsonWriter, ContributorsOutOfOrderSayTheirPlace) {
    Document document;
    document.metadata.contributors = {{"Bo Lund", "editor", "", ""}, {"Ada Quill", "author", "", ""}};
    const rapidjson::Document json = parse(testing::write("json", document));
    EXPECT_EQ(at(json, "/metadata/author/0/position").GetInt(), 2);
    EXPECT_EQ(at(json, "/metadata/contributor/0/position").GetInt(), 1);
    std::swap(document.metadata.contributors[0], document.metadata.contributors[1]);
    EXPECT_FALSE(has(parse(testing::write("json", document)), "/metadata/author/0/position"));
}

}  // namespace
}  // namespace offprint
