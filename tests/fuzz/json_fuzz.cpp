// Any bytes through the reader of JSON and the transforms: either a sound document, which comes back from JSON as it
// was, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "offprint/byte_sink.hpp"
#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace {

using namespace offprint;

[[noreturn]] void fail(const std::string& finding) {
    std::fprintf(stderr, "json_fuzz: %s\n", finding.c_str());
    std::abort();
}

ContextSettings small_limits() {
    ContextSettings settings;
    settings.limits.nodes = 200'000;
    settings.limits.table_cells = 10'000;
    return settings;
}

bool is_about_the_input(const Error& error) {
    return error.code() == ErrorCode::limit_exceeded || error.code() == ErrorCode::malformed_input ||
           error.code() == ErrorCode::input;
}

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
    Context context(small_limits());
    ReadRequest request;
    request.format = "json";
    // `Converter` validates the document, before and after the transforms.
    const Document document = Converter(testing::registry()).read(*open_memory(std::move(text)), request, context);
    Context again;
    const Document back = testing::registry()->make_reader("json")->read(*open_memory(written(document)), {}, again);
    if (back != document) fail("what was written is read as something else");
}

}  // namespace

/// Loads the plugin before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    offprint::testing::registry()->make_reader("json");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        convert(std::string(reinterpret_cast<const char*>(data), size));
    } catch (const offprint::Error& error) {
        if (!is_about_the_input(error)) fail(error.full_message());
    }
    return 0;
}
