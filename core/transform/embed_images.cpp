#include <fmt/format.h>

#include <map>
#include <memory>
#include <utility>

#include "media/resource_table.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

bool is_data_url(std::string_view reference) {
    return url_scheme(reference.substr(0, 8)) == "data";
}

/// What is no image anywhere, but may be run by a program that takes it for a link.
bool is_script(std::string_view reference) {
    const std::string scheme = url_scheme(reference);
    return scheme == "javascript" || scheme == "vbscript";
}

/// A reference short enough for a message.
std::string shown(std::string_view reference) {
    constexpr std::size_t most = 120;
    if (reference.size() <= most) return std::string(reference);
    return std::string(utf8_prefix(reference, most)) + "...";
}

class Embedder {
public:
    Embedder(Document& document, Context& context)
        : document_(document), context_(context), table_(document.resources) {}

    void embed(Image& image) {
        if (image.source.empty() || !image.resource.empty()) return;
        const std::string resolved = resolve_url(document_.base_url, image.source);
        if (is_data_url(image.source)) {
            image.resource = load(image, {});
            image.source.clear();
            return;
        }
        auto known = keys_.find(image.source);
        if (known == keys_.end()) known = keys_.emplace(image.source, load(image, resolved)).first;
        image.resource = known->second;
        image.source = is_script(resolved) ? std::string() : resolved;
    }

private:
    /// The resource's key, or empty after a diagnostic.
    std::string load(const Image& image, const std::string& source_url) {
        std::string reason;
        std::optional<std::string> bytes = context_.load(image.source, reason);
        if (!bytes) {
            const std::string scheme = url_scheme(source_url);
            if (scheme == "http" || scheme == "https")
                context_.report(Severity::warning, "image.remote",
                                fmt::format("image {} is not in the input and was not fetched", shown(source_url)),
                                image.range);
            else
                context_.report(Severity::warning, "image.missing",
                                fmt::format("image {}: {}", shown(image.source), reason), image.range);
            return {};
        }
        const std::optional<ImageInfo> info = sniff_image(*bytes);
        if (!info) {
            context_.report(Severity::warning, "image.unknown-type",
                            fmt::format("image {} is of no known type", shown(image.source)), image.range);
            return {};
        }
        const std::uint64_t pixels = std::uint64_t(info->width) * std::uint64_t(info->height);
        if (pixels > context_.limits().image_pixels) {
            context_.report(Severity::warning, "image.too-large",
                            fmt::format("image {} has {} x {} pixels, more than --limit pixels={} allows",
                                        shown(image.source), info->width, info->height, context_.limits().image_pixels),
                            image.range);
            return {};
        }
        return table_.add({std::make_shared<const std::string>(std::move(*bytes)), std::string(info->media_type),
                           is_safe_link(source_url) ? source_url : std::string(), info->width, info->height});
    }

    Document& document_;
    Context& context_;
    ResourceTable table_;
    std::map<std::string, std::string> keys_;  ///< by reference as the source named it
};

}  // namespace

void embed_images(Document& document, Context& context) {
    Embedder embedder(document, context);
    walk(document, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Image>) embedder.embed(node);
    });
}

}  // namespace offprint
