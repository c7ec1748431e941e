// The program offprint-image-worker: converts the images that the service sends through standard input, a socket, until
// that is closed. The kernel ends it when an image takes too much time or memory.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <utility>

#include "task.hpp"
#include "worker/vips_converter.hpp"

namespace offprint::image {

namespace {

void bound(__rlimit_resource which, rlim_t most) {
    rlimit limit{};
    getrlimit(which, &limit);
    limit.rlim_cur = std::min(most, limit.rlim_max);
    setrlimit(which, &limit);
}

/// From now on. The converter itself looks at the time between the parts of an image only, and sooner.
void bound_time(const Limits& limits) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    bound(RLIMIT_CPU, spent + 1 + VipsConverter::seconds_for(limits));
}

/// What libvips holds of a picture in several steps of its way, and room for the libraries.
void bound_memory(const Task& task) {
#ifndef OFFPRINT_SANITIZED  // sanitizers reserve terabytes
    constexpr rlim_t base = rlim_t{512} << 20;
    constexpr rlim_t bytes_a_pixel = 32;
    const std::optional<ImageInfo> info = sniff_image(task.bytes);
    const rlim_t pixels = info ? rlim_t(info->width) * rlim_t(info->height) : 0;
    bound(RLIMIT_DATA,
          base + 2 * task.bytes.size() + bytes_a_pixel * std::min<rlim_t>(pixels, task.limits.image_pixels));
#else
    (void)task;
#endif
}

Outcome done(Task task, VipsConverter& converter) {
    Resource image;
    image.bytes = std::make_shared<const std::string>(std::move(task.bytes));
    Outcome outcome;
    std::optional<Resource> result = converter.convert(image, task.request, task.limits, outcome.reason);
    if (!result) return outcome;
    if (result->bytes == image.bytes) {
        outcome.kind = Outcome::Kind::unchanged;
        return outcome;
    }
    return {Outcome::Kind::changed, {}, *result->bytes, result->media_type, result->width, result->height};
}

void serve(const Channel& channel) {
    VipsConverter converter;
    while (true) {
        Task task = receive_task(channel);
        bound_time(task.limits);
        bound_memory(task);
        send(channel, done(std::move(task), converter));
    }
}

}  // namespace

}  // namespace offprint::image

int main() {
    using namespace offprint::image;
    bound(RLIMIT_CORE, 0);
    // The service decides when the work ends. A terminal's Ctrl-C reaches both, and no image should break by it.
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, SIG_IGN);
    const Channel channel(STDIN_FILENO);
    try {
        serve(channel);
    } catch (const Disconnected&) {
        return 0;
    }
}
