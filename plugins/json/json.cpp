// What the plugin `json` offers.

#include "json_writer.hpp"
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"

namespace {

using namespace offprint;

constexpr const char* extensions[] = {"json", nullptr};
constexpr const char* media_types[] = {"application/json", nullptr};
constexpr OptionDeclaration writer_options[] = {
    {"pretty", OptionType::flag, "true", nullptr, "indent the output"},
    {"assets", OptionType::choice, "embed", "embed|omit", "what becomes of the images' bytes: base64, or left out"},
    {"positions", OptionType::flag, "true", nullptr, "say where in the input each node comes from"},
    {},
};

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "json",
    .title = "Article JSON",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .writer_options = writer_options,
    .make_writer = []() -> Writer* { return new json::JsonWriter; },
};
