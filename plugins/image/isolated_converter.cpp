#include "isolated_converter.hpp"

#include <utility>

#include "task.hpp"

namespace offprint::image {

IsolatedConverter::IsolatedConverter() {
    worker_.emplace();
}

std::optional<Resource> IsolatedConverter::convert(const Resource& image, const ImageRequest& request,
                                                   const Limits& limits, std::string& reason) {
    if (!worker_) worker_.emplace();
    try {
        send(worker_->channel(), *image.bytes, request, limits);
        Outcome outcome = receive_outcome(worker_->channel(), limits.resource_bytes);
        if (outcome.kind == Outcome::Kind::unchanged) return image;
        if (outcome.kind == Outcome::Kind::changed)
            return Resource{std::make_shared<const std::string>(std::move(outcome.bytes)),
                            std::move(outcome.media_type), image.source_url, outcome.width, outcome.height};
        reason = std::move(outcome.reason);
    } catch (const Disconnected&) {
        reason = worker_->end_and_ask_if_late() ? "takes too much time to decode"
                                                : "makes its decoder fail, or takes too much memory";
        worker_.reset();
    }
    return std::nullopt;
}

}  // namespace offprint::image
