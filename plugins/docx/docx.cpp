// The plugin's descriptor. Thread safety: a constant.
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "writer/docx_writer.hpp"
#include "writer/pictures.hpp"

namespace {

using offprint::OptionDeclaration;
using offprint::OptionType;

constexpr const char* extensions[] = {"docx", nullptr};
constexpr const char* media_types[] = {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                       nullptr};
constexpr OptionDeclaration writer_options[] = {
    {"page-size", OptionType::choice, "auto", "auto|a4|letter",
     "paper of the pages; auto takes Letter for English without a region, the USA and Canada"},
    {},
};

}  // namespace

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .format = "docx",
    .title = "Word document (Office Open XML)",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .binary_output = true,
    .writer_options = writer_options,
    .image_types = offprint::docx::image_types,
    .make_writer = []() -> offprint::Writer* { return new offprint::docx::DocxWriter; },
};
