// What the plugin `json` offers.

#include "json_reader.hpp"
#include "json_writer.hpp"
#include "offprint/document_lines.hpp"
#include "offprint/plugin.hpp"
#include "offprint/text.hpp"
#include "offprint/version.hpp"
#include "schema_version.hpp"

namespace {

using namespace offprint;

constexpr const char* extensions[] = {"json", "jsonl", "ndjson", nullptr};
constexpr const char* media_types[] = {"application/json", "application/jsonl", "application/x-ndjson", nullptr};
constexpr OptionDeclaration writer_options[] = {
    pretty_option,
    {"assets", OptionType::choice, "embed", "embed|omit",
     "what becomes of the images' bytes: base64 (files with --extract-media), or left out"},
    extract_media_option,
    {"positions", OptionType::flag, "true", nullptr, "say where in the input each node comes from"},
    {},
};

/// Any of our articles names the schema at its head; what other programs make of them may begin with the tree. Other
/// JSON is not for us.
ProbeResult probe(const char* head, std::size_t size) {
    const std::string_view text = trim({head, size});
    if (!text.starts_with('{')) return ProbeResult::no;
    if (text.find(json::schema_id) != std::string_view::npos) return ProbeResult::certain;
    if (text.find("\"schemaVersion\"") != std::string_view::npos) return ProbeResult::likely;
    return text.find("\"children\"") != std::string_view::npos ? ProbeResult::maybe : ProbeResult::no;
}

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "json",
    .title = "Article JSON",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .writer_options = writer_options,
    .probe = probe,
    .make_reader = []() -> Reader* { return new json::JsonReader; },
    .make_writer = []() -> Writer* { return new json::JsonWriter; },
};
