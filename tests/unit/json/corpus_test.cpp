// Real pages on their way through JSON: the document that comes back is the one that went, and every format's bytes are.
#include "support/corpus.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "offprint/converter.hpp"
#include "offprint/transform.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

std::string written(const Converter& converter, const Document& document, const char* format) {
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    WriteRequest request;
    request.format = format;
    converter.write(document, *sink, request, context);
    sink->commit();
    return bytes;
}

Document read(const Converter& converter, std::string bytes, const char* format, Context& context) {
    ReadRequest request;
    request.format = format;
    return converter.read(*open_memory(std::move(bytes)), request, context);
}

/// A page as it goes to every writer: pictures have lost what is active in them.
Document read_page(const Converter& converter, const std::filesystem::path& page) {
    Context context;
    Document document = read(converter, testing::unpacked(page), "html", context);
    fit_images(document, {}, converter.registry(), context);
    return document;
}

TEST(JsonCorpus, ComesBackAsItWas) {
    const auto pages = testing::corpus_pages();
    if (pages.empty()) GTEST_SKIP() << "there is no ../shared/corpora";
    const Converter converter(testing::registry());
    for (const std::filesystem::path& page : pages) {
        SCOPED_TRACE(page.string());
        const Document document = read_page(converter, page);
        Context context;
        const Document back = read(converter, written(converter, document, "json"), "json", context);
        EXPECT_TRUE(back == document);
        for (const char* format : {"json", "epub", "docx", "html", "text", "markdown", "pandoc"})
            EXPECT_TRUE(written(converter, back, format) == written(converter, document, format)) << format;
    }
}

}  // namespace
}  // namespace offprint
