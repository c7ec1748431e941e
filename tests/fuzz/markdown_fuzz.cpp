// Any bytes through the reader of Markdown and the transforms, and what comes out through the writer and the reader
// once more: either a sound document without active content, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "fuzzing.hpp"
#include "offprint/byte_sink.hpp"

using namespace offprint;

namespace {

void convert(std::string text) {
    ReadRequest request;
    request.format = "markdown";
    testing::convert_to_json(text, request);
    Context context(testing::small_limits());
    const Converter converter(testing::registry());
    Document document = converter.read(*open_memory(std::move(text)), request, context);
    std::string written;
    const auto sink = create_memory(written);
    converter.write(std::move(document), *sink, {"markdown", {}}, context);
    sink->commit();
    testing::convert_to_json(written, request);
}

}  // namespace

/// Loads the plugin before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("markdown");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    testing::expect_document_or_input_error([&] { convert(std::string(reinterpret_cast<const char*>(data), size)); });
    return 0;
}
