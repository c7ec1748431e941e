#include "html/embed_parts.hpp"

#include <map>
#include <utility>

#include "media/resource_table.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

class PartEmbedder {
public:
    PartEmbedder(const Container& container, Document& document, Context& context)
        : container_(container),
          document_(document),
          context_(context),
          table_(document.resources),
          left_(context.limits().resource_bytes) {}

    void embed(Image& image) {
        context_.checkpoint();
        const std::string address = resolve_url(document_.base_url, image.source);
        image.resource = resource(image.source, address, image.range);
        if (!image.resource.empty()) image.source = url_scheme(address) == "cid" ? std::string() : address;
    }

    void embed_cover(Metadata& metadata) {
        metadata.cover = resource(metadata.cover_source, resolve_url(document_.base_url, metadata.cover_source), {});
    }

private:
    /// The key of what `reference` means; empty if the container does not have it.
    std::string resource(const std::string& reference, const std::string& address, SourceRange range) {
        const Part* part = container_.find(document_.base_url, reference);
        if (part == nullptr) return {};
        const auto known = keys_.find(part);
        return known != keys_.end() ? known->second : keys_.emplace(part, add(*part, address, range)).first->second;
    }

    std::string add(const Part& part, const std::string& address, SourceRange range) {
        std::optional<std::string> bytes = part(left_);
        const std::optional<ImageInfo> info = bytes ? sniff_image(*bytes) : std::nullopt;
        if (!info || std::uint64_t(info->width) * std::uint64_t(info->height) > context_.limits().image_pixels) {
            context_.report(Severity::warning, "html.part-unusable",
                            "a picture in the file is damaged, too large or of no known type", range);
            return {};
        }
        left_ -= bytes->size();
        return table_.add({std::make_shared<const std::string>(std::move(*bytes)), std::string(info->media_type),
                           is_safe_link(address) ? address : std::string(), info->width, info->height});
    }

    const Container& container_;
    Document& document_;
    Context& context_;
    ResourceTable table_;
    std::uint64_t left_;
    std::map<const Part*, std::string> keys_;
};

}  // namespace

void embed_parts(const Container& container, Document& document, Context& context) {
    if (container.parts.empty()) return;
    PartEmbedder embedder(container, document, context);
    walk(document, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Image>) embedder.embed(node);
    });
    embedder.embed_cover(document.metadata);
}

}  // namespace offprint::html
