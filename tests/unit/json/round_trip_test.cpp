// What is written as JSON is read back as it was.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "offprint/byte_sink.hpp"
#include "offprint/validate.hpp"
#include "random_document.hpp"
#include "support/conversion.hpp"

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

TEST(JsonRoundTrip, ContributorsKeepTheirOrder) {
    Document document;
    document.metadata.contributors = {
        {"Bo Lund", "editor", "", ""}, {"Ada Quill", "author", "", ""}, {"Cy Moss", "translator", "", ""}};
    EXPECT_EQ(read_back(document), document);
}

}  // namespace
}  // namespace offprint
