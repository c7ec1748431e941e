// What the plugin `pandoc` offers.
#include <string>

#include "offprint/plugin.hpp"
#include "offprint/text.hpp"
#include "offprint/version.hpp"
#include "reader/pandoc_reader.hpp"
#include "writer/pandoc_writer.hpp"

namespace {

using namespace offprint;

/// Of files that are named `.json`, the probes decide whose they are.
constexpr const char* extensions[] = {"pandoc", "json", nullptr};
constexpr OptionDeclaration reader_options[] = {
    {"base-url", OptionType::text, "", nullptr, "where the document came from; relative links resolve against it"},
    {},
};
constexpr OptionDeclaration writer_options[] = {
    extract_media_option,
    {"pandoc-api", OptionType::choice, "1.22", "1.22|1.23", "version of the AST: 1.22 for pandoc 2, 1.23 for pandoc 3"},
    {},
};

/// Programs that sort the names of members put the version last.
ProbeResult probe(const char* head, std::size_t size) {
    std::string text(head, size);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (text.starts_with(R"([{"unMeta":{)")) return ProbeResult::certain;
    if (!text.starts_with('{')) return ProbeResult::no;
    if (text.find(R"("pandoc-api-version":[)") != std::string::npos) return ProbeResult::certain;
    const bool has_blocks = text.starts_with(R"({"blocks":[{)") || text.starts_with(R"({"meta":{)");
    return has_blocks && text.find(R"("t":")") != std::string::npos ? ProbeResult::certain : ProbeResult::no;
}

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "pandoc",
    .title = "pandoc's AST (JSON)",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .reader_options = reader_options,
    .writer_options = writer_options,
    .probe = probe,
    .make_reader = []() -> Reader* { return new pandoc::PandocReader; },
    .make_writer = []() -> Writer* { return new pandoc::PandocWriter; },
};
