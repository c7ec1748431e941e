#include "task.hpp"

#include <limits>

namespace offprint::image {

namespace {

constexpr std::uint64_t any_size = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t longest_line = 4096;
constexpr std::uint64_t most_media_types = 100;

int take_int(const Channel& channel) {
    const std::uint64_t number = channel.take_number();
    if (number > std::uint64_t{std::numeric_limits<int>::max()}) throw Disconnected();
    return static_cast<int>(number);
}

bool take_bool(const Channel& channel) {
    return channel.take_number() != 0;
}

void put_int(const Channel& channel, int number) {
    channel.put(static_cast<std::uint64_t>(number));
}

}  // namespace

void send(const Channel& channel, std::string_view bytes, const ImageRequest& request, const Limits& limits) {
    channel.put(std::uint64_t{request.media_types.size()});
    for (const std::string& type : request.media_types) channel.put(type);
    for (const int number : {request.max_width, request.max_height, request.jpeg_quality}) put_int(channel, number);
    for (const bool wish : {request.gray, request.opaque, request.first_frame}) channel.put(std::uint64_t{wish});
    for (const std::uint64_t bound : {request.max_pixels, limits.image_pixels, limits.seconds}) channel.put(bound);
    channel.put(bytes);
}

Task receive_task(const Channel& channel) {
    Task task;
    const std::uint64_t types = channel.take_number();
    if (types > most_media_types) throw Disconnected();
    while (task.request.media_types.size() < types) task.request.media_types.push_back(channel.take_text(longest_line));
    for (int* number : {&task.request.max_width, &task.request.max_height, &task.request.jpeg_quality})
        *number = take_int(channel);
    for (bool* wish : {&task.request.gray, &task.request.opaque, &task.request.first_frame}) *wish = take_bool(channel);
    for (std::uint64_t* bound : {&task.request.max_pixels, &task.limits.image_pixels, &task.limits.seconds})
        *bound = channel.take_number();
    task.bytes = channel.take_text(any_size);
    return task;
}

void send(const Channel& channel, const Outcome& outcome) {
    put_int(channel, static_cast<int>(outcome.kind));
    channel.put(std::string_view(outcome.reason).substr(0, longest_line));
    channel.put(outcome.media_type);
    put_int(channel, outcome.width);
    put_int(channel, outcome.height);
    channel.put(outcome.bytes);
}

Outcome receive_outcome(const Channel& channel, std::uint64_t most_bytes) {
    Outcome outcome;
    const int kind = take_int(channel);
    if (kind > static_cast<int>(Outcome::Kind::failed)) throw Disconnected();
    outcome.kind = static_cast<Outcome::Kind>(kind);
    outcome.reason = channel.take_text(longest_line);
    outcome.media_type = channel.take_text(longest_line);
    outcome.width = take_int(channel);
    outcome.height = take_int(channel);
    outcome.bytes = channel.take_text(most_bytes);
    return outcome;
}

}  // namespace offprint::image
