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

/// Why an image cannot be had.
struct Failure {
    enum class Kind { remote, missing, unknown_type, too_large, too_many };
    Kind kind = Kind::missing;
    std::string message;
};

class Embedder {
public:
    Embedder(Document& document, Context& context)
        : document_(document), context_(context), table_(document.resources) {}

    void embed(Image& image) {
        if (image.source.empty() || !image.resource.empty()) return;
        if (is_data_url(image.source)) {
            image.resource = load_or_warn(std::exchange(image.source, {}), {}, image.range);
            return;
        }
        const std::string resolved = resolve_url(document_.base_url, image.source);
        auto known = keys_.find(image.source);
        if (known == keys_.end())
            known = keys_.emplace(image.source, load_or_warn(image.source, resolved, image.range)).first;
        image.resource = known->second;
        if (!image.resource.empty()) keys_by_address_.emplace(resolved, image.resource);
        image.source = is_script(resolved) ? std::string() : resolved;
    }

    /// To be called after the images of the content. That a page's cover lies elsewhere is the rule, and nothing of
    /// the text is lost with it.
    void embed_cover(Metadata& metadata) {
        if (metadata.cover_source.empty() || !metadata.cover.empty()) return;
        std::string source = std::exchange(metadata.cover_source, {});
        const std::string resolved = is_data_url(source) ? std::string() : resolve_url(document_.base_url, source);
        Failure failure;
        const auto known = keys_by_address_.find(resolved);
        metadata.cover = known != keys_by_address_.end() ? known->second : load(std::move(source), resolved, failure);
        if (metadata.cover.empty()) context_.report(Severity::info, "image.cover-missing", "cover: " + failure.message);
        if (!is_script(resolved)) metadata.cover_source = resolved;
        if (metadata.cover.empty() && metadata.cover_source.empty()) metadata.provenance.erase(MetadataField::cover);
    }

private:
    std::string load_or_warn(std::string source, const std::string& address, SourceRange range) {
        Failure failure;
        std::string key = load(std::move(source), address, failure);
        if (key.empty()) warn_of(failure, range);
        return key;
    }

    void warn_of(const Failure& failure, SourceRange range) {
        const std::string message = "image " + failure.message;
        switch (failure.kind) {
            case Failure::Kind::remote:
                return context_.report(Severity::warning, "image.remote", message, range);
            case Failure::Kind::missing:
                return context_.report(Severity::warning, "image.missing", message, range);
            case Failure::Kind::unknown_type:
                return context_.report(Severity::warning, "image.unknown-type", message, range);
            case Failure::Kind::too_large:
                return context_.report(Severity::warning, "image.too-large", message, range);
            case Failure::Kind::too_many:
                return context_.report(Severity::warning, "image.too-many", message, range);
        }
    }

    /// The key of what `source` names, which lies at `address` (empty for a data: URL); or empty and why.
    std::string load(std::string source, const std::string& address, Failure& failure) {
        context_.progress("images");
        const std::string name = shown(source);
        if (document_.resources.size() >= context_.limits().images) {
            failure = {Failure::Kind::too_many,
                       fmt::format("{} is one more than --limit images={} allows", name, context_.limits().images)};
            return {};
        }
        std::string reason;
        const bool is_remote_name = is_remote(address) && address != source;
        std::optional<std::string> bytes = context_.load(std::move(source), reason);
        if (!bytes && is_remote_name) bytes = context_.load(address, reason);
        if (!bytes) {
            if (is_remote(address))
                failure = {Failure::Kind::remote, shown(address) + ": " + reason};
            else
                failure = {Failure::Kind::missing, name + ": " + reason};
            return {};
        }
        const std::optional<ImageInfo> info = sniff_image(*bytes);
        if (!info) {
            failure = {Failure::Kind::unknown_type, name + " is of no known type"};
            return {};
        }
        const std::uint64_t pixels = std::uint64_t(info->width) * std::uint64_t(info->height);
        if (pixels > context_.limits().image_pixels) {
            failure = {Failure::Kind::too_large,
                       fmt::format("{} has {} x {} pixels, more than --limit pixels={} allows", name, info->width,
                                   info->height, context_.limits().image_pixels)};
            return {};
        }
        return table_.add({std::make_shared<const std::string>(std::move(*bytes)), std::string(info->media_type),
                           is_safe_link(address) ? address : std::string(), info->width, info->height});
    }

    Document& document_;
    Context& context_;
    ResourceTable table_;
    std::map<std::string, std::string> keys_;             ///< by reference as the source named it
    std::map<std::string, std::string> keys_by_address_;  ///< of those that were loaded
};

}  // namespace

void embed_images(Document& document, Context& context) {
    Embedder embedder(document, context);
    walk(document, [&](auto& node) {
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Image>) embedder.embed(node);
    });
    embedder.embed_cover(document.metadata);
    for (Block& block : document.content)
        if (auto* group = std::get_if<Group>(&block); group != nullptr && group->metadata)
            embedder.embed_cover(*group->metadata);
}

}  // namespace offprint
