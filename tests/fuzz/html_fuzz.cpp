// Any bytes through the reader of web pages, the transforms and the writer of JSON: either a sound document without
// active content, or an error about the input.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzzing.hpp"

using namespace offprint;

namespace {

/// Every mode, decided by the size so that inputs stay plain pages.
ReadRequest request_for(std::size_t size) {
    constexpr const char* modes[] = {"auto", "always", "never"};
    ReadRequest request;
    request.format = "html";
    request.options["article"] = modes[size % 3];
    if (size % 2 == 0) request.options["base-url"] = "https://site.example/dir/page";
    return request;
}

}  // namespace

/// Loads the plugins before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("html");
    testing::registry()->make_writer("json");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    testing::expect_document_or_input_error(
        [&] { testing::convert_to_json(std::string(reinterpret_cast<const char*>(data), size), request_for(size)); });
    return 0;
}
