// Any bytes through the reader of books, the transforms and the writer of JSON: either a sound document without active
// content, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzzing.hpp"

using namespace offprint;

/// Loads the plugins before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("epub");
    testing::registry()->make_writer("json");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ReadRequest request;
    request.format = "epub";
    testing::expect_document_or_input_error(
        [&] { testing::convert_to_json(std::string(reinterpret_cast<const char*>(data), size), request); });
    return 0;
}
