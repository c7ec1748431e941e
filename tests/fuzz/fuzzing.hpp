// What fuzz targets of readers share: small limits, and how a finding is told from bad input.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "offprint/context.hpp"
#include "offprint/error.hpp"
#include "support/active_content.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

/// Ends the program, for the fuzzer keeps the input of one that crashes.
[[noreturn]] inline void fail(const std::string& finding) {
    std::fprintf(stderr, "finding: %s\n", finding.c_str());
    std::abort();
}

/// Small enough that no input takes long.
inline ContextSettings small_limits() {
    ContextSettings settings;
    settings.limits.nodes = 200'000;
    settings.limits.table_cells = 10'000;
    settings.limits.input_bytes = std::uint64_t{1} << 20;
    settings.limits.resource_bytes = std::uint64_t{4} << 20;
    settings.limits.parser_bytes = std::uint64_t{32} << 20;
    return settings;
}

/// Calls `read`; an error is a finding unless it is about the input.
template <class Read>
void expect_document_or_input_error(Read&& read) {
    try {
        read();
    } catch (const Error& error) {
        const bool is_about_the_input = error.code() == ErrorCode::limit_exceeded ||
                                        error.code() == ErrorCode::malformed_input || error.code() == ErrorCode::input;
        if (!is_about_the_input) fail(error.full_message());
    }
}

/// `bytes` to JSON: what comes out has no active content.
inline void convert_to_json(std::string bytes, const ReadRequest& request) {
    Context context(small_limits());
    const Converter converter(registry());
    // `Converter` validates the document, before and after the transforms.
    const Document document = converter.read(*open_memory(std::move(bytes)), request, context);
    for (const std::string& finding : active_content(document)) fail("active content: " + finding);
    std::string json;
    const auto sink = create_memory(json);
    converter.write(document, *sink, {"json", {}}, context);
    sink->commit();
    if (json.empty()) fail("nothing was written");
}

}  // namespace offprint::testing
