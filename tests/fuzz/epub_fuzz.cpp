// Any bytes through the reader of books, the transforms and the writer of JSON: either a sound document without active
// content, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "offprint/error.hpp"
#include "support/active_content.hpp"
#include "support/conversion.hpp"

namespace {

using namespace offprint;

[[noreturn]] void fail(const std::string& finding) {
    std::fprintf(stderr, "epub_fuzz: %s\n", finding.c_str());
    std::abort();
}

ContextSettings small_limits() {
    ContextSettings settings;
    settings.limits.nodes = 200'000;
    settings.limits.table_cells = 10'000;
    settings.limits.input_bytes = std::uint64_t{1} << 20;
    settings.limits.resource_bytes = std::uint64_t{4} << 20;
    settings.limits.parser_bytes = std::uint64_t{32} << 20;
    return settings;
}

bool is_about_the_input(const Error& error) {
    return error.code() == ErrorCode::limit_exceeded || error.code() == ErrorCode::malformed_input ||
           error.code() == ErrorCode::input;
}

void convert(const std::string& book) {
    Context context(small_limits());
    const Converter converter(testing::registry());
    ReadRequest request;
    request.format = "epub";
    // `Converter` validates the document, before and after the transforms.
    const Document document = converter.read(*open_memory(book), request, context);
    for (const std::string& finding : testing::active_content(document)) fail("active content: " + finding);
    std::string json;
    const auto sink = create_memory(json);
    converter.write(document, *sink, {"json", {}}, context);
    sink->commit();
    if (json.empty()) fail("nothing was written");
}

}  // namespace

/// Loads the plugins before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    offprint::testing::registry()->make_reader("epub");
    offprint::testing::registry()->make_writer("json");
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
