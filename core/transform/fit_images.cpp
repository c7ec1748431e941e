#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/transform.hpp"
#include "offprint/walk.hpp"
#include "package/foreign_markup.hpp"

namespace offprint {

namespace {

/// Calls `f` with every place for the key of a resource, and with the image that it belongs to: null for a cover.
template <class F>
void for_each_key(Document& document, F&& f) {
    f(document.metadata.cover, nullptr);
    walk(document, [&](auto& node) {
        using Node = std::remove_reference_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Image>) f(node.resource, &node);
        if constexpr (std::is_same_v<Node, Group>)
            if (node.metadata) f(node.metadata->cover, nullptr);
    });
}

/// Without script and references to the outside; nothing if it is no well-formed XML.
std::optional<Resource> sanitized(Resource svg) {
    std::optional<std::string> clean = package::sanitize_svg(*svg.bytes);
    if (!clean) return std::nullopt;
    svg.bytes = std::make_shared<const std::string>(std::move(*clean));
    return svg;
}

class Fitting {
public:
    Fitting(Document& document, const ImageRequest& request, const PluginRegistry& registry, Context& context)
        : document_(document), request_(request), cover_request_(request), registry_(registry), context_(context) {
        std::erase(cover_request_.media_types, "image/svg+xml");
    }

    void fit() {
        if (document_.resources.empty()) return;
        for_each_key(document_, [&](const std::string& key, const Image* image) {
            if (image != nullptr) ranges_.try_emplace(key, image->range);
        });
        for (auto& [key, image] : document_.resources) fit(key, image);
        if (!replaced_.empty() || !drawings_.empty()) follow();
        for (const auto& [key, other] : replaced_) document_.resources.erase(key);
    }

private:
    void fit(const std::string& key, Resource& image) {
        context_.checkpoint();
        const std::optional<ImageInfo> info = sniff_image(*image.bytes);
        if (!info) return;  // the writer judges what nobody knows
        if (info->media_type == "image/svg+xml") {
            std::optional<Resource> clean = sanitized(image);
            if (!clean) return leave_out(key, image, "is no well-formed SVG");
            image = std::move(*clean);
        }
        const ImageRequest& request = key == document_.metadata.cover ? cover_request_ : request_;
        if (may_need_change(*info, request)) convert(key, image, *info, request);
    }

    void convert(const std::string& key, Resource& image, const ImageInfo& info, const ImageRequest& request) {
        context_.progress("images");
        if (converter() == nullptr) return;
        std::string reason;
        std::optional<Resource> result = converter()->convert(image, request, context_.limits(), reason);
        if (!result) return leave_out(key, image, reason);
        if (result->bytes == image.bytes) return;
        const bool is_drawing = request.keep_drawings && info.media_type == "image/svg+xml";
        result->drawing = is_drawing ? image.bytes : image.drawing;
        if (info.truncated)
            context_.report(Severity::warning, "image.truncated",
                            name_of(key, image) + " is cut off; what there is of it was kept", range_of(key));
        image = std::move(*result);
        if (info.media_type == "image/svg+xml" && info.width > 0 && info.height > 0) drawings_.emplace(key, info);
        const auto [first, is_new] = made_.try_emplace(*image.bytes, key);
        if (!is_new) replaced_.emplace(key, first->second);
    }

    void leave_out(const std::string& key, const Resource& image, std::string_view reason) {
        context_.report(Severity::warning, "image.broken",
                        fmt::format("{} {}; its text alternative remains", name_of(key, image), reason), range_of(key));
        replaced_.emplace(key, std::string());
    }

    static std::string name_of(const std::string& key, const Resource& image) {
        return "image " + (image.source_url.empty() ? key : image.source_url);
    }

    SourceRange range_of(const std::string& key) const {
        const auto range = ranges_.find(key);
        return range == ranges_.end() ? SourceRange() : range->second;
    }

    /// The service, loaded when the first image wants it; null, after one diagnostic, where there is none.
    ImageConverter* converter() {
        if (is_loaded_) return converter_.get();
        is_loaded_ = true;
        try {
            converter_ = registry_.make_image_converter();
        } catch (const Error& error) {
            if (error.code() != ErrorCode::plugin_missing && error.code() != ErrorCode::plugin_refused) throw;
            context_.report(Severity::warning, "image.not-converted",
                            fmt::format("images stay as they are: {}", error.full_message()));
        }
        return converter_.get();
    }

    /// Names what took an image's place. A drawing that became pixels is shown as large as before.
    void follow() {
        for_each_key(document_, [&](std::string& key, Image* image) {
            const auto drawing = drawings_.find(key);
            if (image != nullptr && drawing != drawings_.end() && image->width == 0 && image->height == 0) {
                image->width = drawing->second.width;
                image->height = drawing->second.height;
            }
            if (const auto other = replaced_.find(key); other != replaced_.end()) key = other->second;
        });
    }

    Document& document_;
    const ImageRequest& request_;
    ImageRequest cover_request_;  ///< without SVG
    const PluginRegistry& registry_;
    Context& context_;
    std::unique_ptr<ImageConverter> converter_;
    bool is_loaded_ = false;
    std::map<std::string, SourceRange> ranges_;               ///< of each resource's first image
    std::map<std::string, ImageInfo> drawings_;               ///< SVG that became pixels, as it was
    std::unordered_map<std::string_view, std::string> made_;  ///< keys by the bytes that conversion made
    std::map<std::string, std::string> replaced_;  ///< by key: that of the same bytes, or empty where none is left
};

}  // namespace

void fit_images(Document& document, const ImageRequest& request, const PluginRegistry& registry, Context& context) {
    Fitting(document, request, registry, context).fit();
}

void drop_images(Document& document) {
    for_each_key(document, [](std::string& key, Image* image) {
        key.clear();
        if (image != nullptr) image->source.clear();
    });
    document.resources.clear();
}

}  // namespace offprint
