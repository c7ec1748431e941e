// What is written as JSON is read back as it was.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "digest/sha256.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/transform.hpp"
#include "offprint/validate.hpp"
#include "offprint/version.hpp"
#include "support/conversion.hpp"
#include "support/random_document.hpp"

namespace offprint {
namespace {

/// The writer alone: on the way to it images are made safe, once.
std::string written(const Document& document, bool pretty) {
    Options options;
    options.set("pretty", pretty ? "true" : "false");
    options.set("assets", "embed");
    options.set("positions", "true");
    Context context;
    std::string json;
    const auto sink = create_memory(json);
    testing::registry()->make_writer("json")->write(document, *sink, options, context);
    sink->commit();
    return json;
}

Document read_back(const Document& document, bool pretty = false) {
    return testing::read_only("json", written(document, pretty)).document;
}

rapidjson::Document parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    EXPECT_FALSE(document.HasParseError()) << json;
    return document;
}

TEST(JsonRoundTrip, EveryNode) {
    const Document document = testing::every_node();
    EXPECT_EQ(read_back(document), document);
    EXPECT_EQ(read_back(document, true), document);
}

TEST(JsonRoundTrip, AnEmptyDocument) {
    EXPECT_EQ(read_back(Document{}), Document{});
}

TEST(JsonRoundTrip, RandomDocuments) {
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        const Document document = testing::random_document(seed);
        ASSERT_TRUE(validate(document).empty()) << seed << ": " << validate(document).front();
        const std::string json = written(document, false);
        const Document back = testing::read_only("json", json).document;
        if (back == document) continue;
        // The second text shows what was lost.
        EXPECT_EQ(written(back, false), json) << seed;
        FAIL() << "document " << seed << " came back as another one";
    }
}

/// Who changes what is written raises `schema_version`, has the schema name it, and puts both here: readers elsewhere
/// go by the version. Where nothing but the documents of the tests changed, the digest alone changes.
TEST(JsonRoundTrip, AChangeOfTheOutputIsAChangeOfTheVersion) {
    const Document article = testing::every_node();
    std::string json = written(article, true) + written(make_book({article, article}), true);
    const std::string generator = "\"version\": \"" OFFPRINT_VERSION "\"";
    for (std::size_t at = json.find(generator); at != std::string::npos; at = json.find(generator, at))
        json.erase(at, generator.size());
    const rapidjson::Document empty = parse(written(Document{}, false));
    EXPECT_EQ(empty["schemaVersion"].GetString() + std::string(" ") + sha256(json),
              "1.2.0 ec5b27ef13f87f649b3c7c1a3bdca48ed301e50f89dbe9b97ea3f34950623566");
}

TEST(JsonRoundTrip, ContributorsKeepTheirOrder) {
    Document document;
    document.metadata.contributors = {
        {"Bo Lund", "editor", "", ""}, {"Ada Quill", "author", "", ""}, {"Cy Moss", "translator", "", ""}};
    EXPECT_EQ(read_back(document), document);
}

/// A step between reading and writing, and its name.
struct Step {
    const char* name;
    std::function<void(Document&, Context&)> run;
};

void expect_idempotent(const Step& step) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        Document document = testing::random_document(seed);
        Context first;
        step.run(document, first);
        const Document once = document;
        Context second;
        step.run(document, second);
        if (document == once) continue;
        // The texts show what changed.
        EXPECT_EQ(written(document, true), written(once, true));
        FAIL() << "document " << seed << " changed when it went through " << step.name << " once more";
    }
}

TEST(JsonRoundTrip, TransformsChangeNothingMore) {
    const ImageRequest images;
    for (const Step& step : {
             Step{"transform", transform},
             Step{"limit_depth", limit_depth},
             Step{"infer_metadata", infer_metadata},
             Step{"repair_headings", repair_headings},
             Step{"embed_images", embed_images},
             Step{"assign_ids", assign_ids},
             Step{"drop_images", [](Document&document, Context&) { drop_images(document); }},
             Step{"make_cover", [](Document&document, Context&) { make_cover(document, "auto"); }},
             Step{"make_cover (drawn)", [](Document&document, Context&) { make_cover(document, "generate"); }},
             Step{"fit_images", [&](Document&document,
                                    Context&context) { fit_images(document, images, *testing::registry(), context); }},
         })
        expect_idempotent(step);
}

/// The blocks of code in docs/json.md, the first of which shows a whole article.
std::vector<std::string> examples() {
    const std::string page = testing::source_file("docs/json.md");
    constexpr std::string_view fence = "```json\n";
    std::vector<std::string> found;
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
        at += fence.size();
        found.push_back(page.substr(at, page.find("\n```", at) - at));
    }
    return found;
}

TEST(JsonRoundTrip, TheWholeExampleOfThePage) {
    const rapidjson::Document example = parse(examples().at(0));
    const testing::ReadResult result = testing::read_only("json", examples().at(0));
    EXPECT_TRUE(result.diagnostics.empty());
    const rapidjson::Document back = parse(written(result.document, false));
    for (const char* member : {"source", "metadata", "content", "notes", "assets"})
        EXPECT_TRUE(example[member] == back[member]) << member;
}

/// An article with these nodes, a note and an asset that they may name.
std::string article_of(std::string nodes) {
    if (nodes.starts_with('[')) nodes = nodes.substr(1, nodes.size() - 2);
    return R"({"schemaVersion":"1.0.0","notes":[{"identifier":"n1","children":[]}],"assets":[{"id":"image-1","data":)"
           R"("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"}],"content":{"type":"root","children":[)" +
           nodes + "]}}";
}

TEST(JsonRoundTrip, EveryNodeOfThePage) {
    const std::vector<std::string> all = examples();
    ASSERT_GT(all.size(), 15U);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string json = article_of(all[i]);
        const rapidjson::Document back = parse(written(testing::read_only("json", json).document, false));
        const rapidjson::Document given = parse(json);
        const rapidjson::Value& nodes = given["content"]["children"];
        const rapidjson::Value& written_nodes = back["content"]["children"];
        ASSERT_FALSE(written_nodes.Empty()) << all[i];
        // Inline nodes come back in a paragraph.
        EXPECT_TRUE(nodes == written_nodes || nodes == written_nodes[0]["children"]) << all[i];
    }
}

}  // namespace
}  // namespace offprint
