// The way of the data: detect, read, validate, transform, validate, fit images, write. The convenience on top of
// registry, readers and writers.
// Thread safety: a converter is immutable; its members may be called from many threads at once, each
// with a source, sink and context of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/export.hpp"
#include "offprint/fetcher.hpp"
#include "offprint/image_converter.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint {

/// Option values by name, as the user gave them. A name that the format does not declare is an error.
using OptionValues = std::map<std::string, std::string, std::less<>>;

/// What to read, and how. Everything may be left empty.
struct ReadRequest {
    std::string format;      ///< empty: detect
    std::string media_type;  ///< as a transport declares it, parameters and all; used in detection only
    OptionValues options;    ///< of the reader; the content, not the path, for options of type `file`
    std::vector<std::pair<std::string, std::string>> metadata;  ///< from the user; see set_user_metadata
    std::vector<std::filesystem::path> resource_folders;  ///< where references are looked for after the input's folder
    std::optional<FetchSettings> fetch;                   ///< none: nothing on the network is asked
    bool images = true;                                   ///< false: none is loaded; text alternatives remain
};

/// What to write, and how.
struct WriteRequest {
    std::string format;
    OptionValues options;         ///< of the writer; as in `ReadRequest`
    ImageRequest images;          ///< for every image; without media types of its own, those that the format can hold
    std::uint64_t max_bytes = 0;  ///< of the output: images are made smaller to reach it; 0: no bound
};

/// What to check, and how. Everything may be left empty.
struct CheckRequest {
    std::string format;    ///< empty: detect
    OptionValues options;  ///< of the checker; as in `ReadRequest`
};

/// Runs conversions with the plugins of one registry, which it shares.
class OFFPRINT_API Converter {
public:
    explicit Converter(std::shared_ptr<const PluginRegistry> registry);

    /// The format of an input: `request.format`, else the declared media type, else the extension of
    /// the source's name, else the readers' probes. Throws `Error{input}` that lists the candidates
    /// when nothing or more than one fits.
    std::string detect(ByteSource& source, const ReadRequest& request) const;

    /// Reads, validates, transforms and validates again. The result is ready for any writer. Images are
    /// loaded through the context's loader, else from beside the source and as `request` allows. Throws `Error`.
    Document read(ByteSource& source, const ReadRequest& request, Context& context) const;

    /// Validates, makes the images fit and writes; the caller commits the sink. Throws `Error`.
    void write(Document document, ByteSink& sink, const WriteRequest& request, Context& context) const;

    /// Holds a file to its format's specification; findings are diagnostics. The format is detected as for reading,
    /// among those that can be checked. Throws `Error`.
    void check(ByteSource& source, const CheckRequest& request, Context& context) const;

    const PluginRegistry& registry() const noexcept { return *registry_; }

private:
    /// `detect` among the formats that have a capability.
    std::string detect(ByteSource& source, const ReadRequest& request, bool FormatInfo::*can) const;
    ProbeResult probe(std::string_view format, std::string_view head) const;

    std::shared_ptr<const PluginRegistry> registry_;
};

/// Joins articles into one document of `article` groups: ids and resource keys are prefixed, notes
/// appended; a link to the source of another article leads to that article in the book. One article is returned as it
/// is.
OFFPRINT_API Document make_book(std::vector<Document> articles);

}  // namespace offprint
