// Any bytes through the reader of JSON and the transforms: either a sound document, which comes back from JSON as it
// was, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "fuzzing.hpp"
#include "offprint/byte_sink.hpp"

using namespace offprint;

namespace {

/// The writer alone: on the way to it images would be changed.
std::string written(const Document& document) {
    Options options;
    for (const OptionInfo& option : testing::registry()->format("json").writer_options)
        options.set(option.name, option.default_value);
    Context context;
    std::string json;
    const auto sink = create_memory(json);
    testing::registry()->make_writer("json")->write(document, *sink, options, context);
    sink->commit();
    return json;
}

void convert(std::string text) {
    Context context(testing::small_limits());
    ReadRequest request;
    request.format = "json";
    // `Converter` validates the document, before and after the transforms.
    const Document document = Converter(testing::registry()).read(*open_memory(std::move(text)), request, context);
    Context again;
    const Document back = testing::registry()->make_reader("json")->read(*open_memory(written(document)), {}, again);
    if (back != document) testing::fail("what was written is read as something else");
}

}  // namespace

/// Loads the plugin before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("json");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    testing::expect_document_or_input_error([&] { convert(std::string(reinterpret_cast<const char*>(data), size)); });
    return 0;
}
