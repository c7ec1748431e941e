// What the service asks of its worker, and how that answers.
// Thread safety: values; the functions are pure but for the channel.
#pragma once

#include <string>

#include "channel.hpp"
#include "offprint/image_converter.hpp"

namespace offprint::image {

/// One image to be converted.
struct Task {
    std::string bytes;
    ImageRequest request;
    Limits limits;  ///< pixels and seconds alone
};

/// What became of it.
struct Outcome {
    enum class Kind { unchanged, changed, failed };
    Kind kind = Kind::failed;
    std::string reason;  ///< of a failure, one line
    std::string bytes;   ///< of what changed, as all that follows
    std::string media_type;
    int width = 0;
    int height = 0;
};

/// Throw `Disconnected`, as the channel does.
void send(const Channel& channel, std::string_view bytes, const ImageRequest& request, const Limits& limits);
Task receive_task(const Channel& channel);

void send(const Channel& channel, const Outcome& outcome);
/// The image has `most_bytes` at most.
Outcome receive_outcome(const Channel& channel, std::uint64_t most_bytes);

}  // namespace offprint::image
