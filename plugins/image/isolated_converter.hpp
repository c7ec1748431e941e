// The image converter of this service: it has a process of its own do the work.
// Thread safety: a converter belongs to one thread; many may work side by side.
#pragma once

#include <optional>

#include "offprint/image_converter.hpp"
#include "worker_process.hpp"

namespace offprint::image {

/// Decoders crash, print and take any time and memory; in a process that bounds itself that costs one image. The
/// process serves all images of the converter, and is replaced when it dies.
class IsolatedConverter final : public ImageConverter {
public:
    /// Throws `Error{plugin_missing}` if the process cannot be started.
    IsolatedConverter();

    std::optional<Resource> convert(const Resource& image, const ImageRequest& request, const Limits& limits,
                                    std::string& reason) override;

private:
    std::optional<WorkerProcess> worker_;
};

}  // namespace offprint::image
