// Any bytes through the reader of pandoc's AST and the transforms: either a sound document, which pandoc's AST then
// holds so that it comes back as it was, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "fuzzing.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/walk.hpp"

using namespace offprint;

namespace {

/// The writer alone: on the way to it images would be changed.
std::string written(const Document& document, const std::string& version) {
    Options options;
    options.set("pandoc-api", version);
    Context context(testing::small_limits());
    std::string json;
    const auto sink = create_memory(json);
    testing::registry()->make_writer("pandoc")->write(document, *sink, options, context);
    sink->commit();
    return json;
}

/// The reader alone, and what it says without the places where it was found.
Document read(std::string json) {
    Options options;
    options.set("base-url", "");
    Context context(testing::small_limits());
    Document document =
        testing::registry()->make_reader("pandoc")->read(*open_memory(std::move(json)), options, context);
    walk(document, [](auto& node) { node.range = {}; });
    return document;
}

void convert(std::string text) {
    Context context(testing::small_limits());
    ReadRequest request;
    request.format = "pandoc";
    // `Converter` validates the document, before and after the transforms.
    const Document document = Converter(testing::registry()).read(*open_memory(std::move(text)), request, context);
    for (const std::string& finding : testing::active_content(document)) testing::fail("active content: " + finding);
    for (const char* version : {"1.22", "1.23"}) {
        const Document once = read(written(document, version));
        if (read(written(once, version)) != once) testing::fail("what was read once is read as something else");
    }
}

}  // namespace

/// Loads the plugin before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("pandoc");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    testing::expect_document_or_input_error([&] { convert(std::string(reinterpret_cast<const char*>(data), size)); });
    return 0;
}
