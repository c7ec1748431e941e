// Any bytes through the reader of Word files, the transforms and the writer of JSON: either a sound document without
// active content, or an error about the input. And as the reference document of an article: either a Word file that can
// be read, or an error about the input.
//
// An archive is taken as it is. Anything else is what lies in one, for no fuzzer finds a checksum: the parts document,
// styles, numbering, footnotes, header and settings, with a NUL between two.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "fuzzing.hpp"
#include "offprint/transform.hpp"
#include "package/zip_archive.hpp"
#include "support/zip.hpp"

using namespace offprint;

namespace {

constexpr std::string_view package_relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
    R"(Target="word/document.xml"/></Relationships>)";
constexpr std::string_view document_relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="s" Type="a/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="n" Type="a/numbering" Target="numbering.xml"/>)"
    R"(<Relationship Id="f" Type="a/footnotes" Target="footnotes.xml"/>)"
    R"(<Relationship Id="h" Type="a/header" Target="header.xml"/>)"
    R"(<Relationship Id="t" Type="a/settings" Target="settings.xml"/></Relationships>)";
constexpr const char* parts[] = {"word/document.xml",  "word/styles.xml", "word/numbering.xml",
                                 "word/footnotes.xml", "word/header.xml", "word/settings.xml"};

std::string packed(std::string_view text) {
    package::ZipArchive archive;
    const auto add = [&](const char* name, std::string_view bytes) {
        archive.add_stored(name, std::make_shared<const std::string>(bytes));
    };
    add("_rels/.rels", package_relationships);
    add("word/_rels/document.xml.rels", document_relationships);
    for (const char* part : parts) {
        const std::size_t end = std::min(text.find('\0'), text.size());
        add(part, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return testing::finish(archive);
}

std::string written(const Document& document, const WriteRequest& request, Context& context) {
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(testing::registry()).write(document, *sink, request, context);
    sink->commit();
    return bytes;
}

/// An article in the look of `reference` is a Word file of its own.
void write_in_the_look_of(const std::string& reference) {
    static const Document article = [] {
        Document document = testing::every_node();
        drop_images(document);
        return document;
    }();
    Context context(testing::small_limits());
    const std::string bytes = written(article, {"docx", {{"reference-doc", reference}}}, context);
    ReadRequest request;
    request.format = "docx";
    try {
        Context other(testing::small_limits());
        Converter(testing::registry()).read(*open_memory(bytes), request, other);
    } catch (const Error& error) {
        testing::fail("a file that cannot be read was written: " + error.full_message());
    }
}

}  // namespace

/// Loads the plugins before the fuzzer counts what there is to cover.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    testing::registry()->make_reader("docx");
    testing::registry()->make_writer("json");
    testing::registry()->make_writer("docx");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ReadRequest request;
    request.format = "docx";
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string file = bytes.starts_with("PK") ? std::string(bytes) : packed(bytes);
    testing::expect_document_or_input_error([&] { testing::convert_to_json(file, request); });
    testing::expect_document_or_input_error([&] { write_in_the_look_of(file); });
    return 0;
}
