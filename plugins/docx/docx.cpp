// The plugin's descriptor. Thread safety: a constant.
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "reader/docx_reader.hpp"
#include "writer/docx_writer.hpp"
#include "writer/pictures.hpp"

namespace {

using offprint::OptionDeclaration;
using offprint::OptionType;

constexpr const char* extensions[] = {"docx", "docm", "dotx", "dotm", nullptr};
constexpr const char* media_types[] = {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                       "application/vnd.ms-word.document.macroEnabled.12",
                                       "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
                                       "application/vnd.ms-word.template.macroEnabled.12", nullptr};
constexpr OptionDeclaration reader_options[] = {
    {"track-changes", OptionType::choice, "accept", "accept|reject|all",
     "what becomes of tracked changes; all marks insertions and strikes deletions"},
    {"comments", OptionType::choice, "drop", "drop|notes", "what becomes of comments: left out, or notes"},
    {},
};
constexpr OptionDeclaration writer_options[] = {
    {"page-size", OptionType::choice, "auto", "auto|a4|letter",
     "paper of the pages; auto: the reference document's, else Letter for English without a region, the USA and "
     "Canada"},
    {"reference-doc", OptionType::file, "", nullptr,
     "a Word file from which styles, fonts, page, headers and footers are taken"},
    {"toc", OptionType::flag, "false", nullptr,
     "contents with links behind the title; Word adds page numbers on update"},
    {"toc-depth", OptionType::integer, "3", "1..9", "levels of headings in the contents"},
    {},
};

/// A package says near its beginning which folder its parts lie in.
offprint::ProbeResult probe(const char* head, std::size_t size) {
    const std::string_view text(head, size);
    if (!text.starts_with("PK\x03\x04")) return offprint::ProbeResult::no;
    if (text.find("word/document.xml") != std::string_view::npos) return offprint::ProbeResult::certain;
    const bool is_office = text.find("[Content_Types].xml") != std::string_view::npos;
    const bool is_word = text.find("word/") != std::string_view::npos;
    return is_office && is_word ? offprint::ProbeResult::likely : offprint::ProbeResult::no;
}

}  // namespace

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .format = "docx",
    .title = "Word document (Office Open XML)",
    .version = OFFPRINT_VERSION,
    .extensions = extensions,
    .media_types = media_types,
    .binary_output = true,
    .reader_options = reader_options,
    .writer_options = writer_options,
    .image_types = offprint::docx::image_types,
    .probe = probe,
    .make_reader = []() -> offprint::Reader* { return new offprint::docx::DocxReader; },
    .make_writer = []() -> offprint::Writer* { return new offprint::docx::DocxWriter; },
};
