// What the service and its worker tell each other: numbers and texts over a socket.
// Thread safety: a channel belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace offprint::image {

/// The other side is gone, or talks nonsense.
class Disconnected final : public std::runtime_error {
public:
    Disconnected() : std::runtime_error("the other side of the channel is gone") {}
};

/// One end of a connected socket, which it closes. What one end puts the other takes, in the same order; everything
/// throws `Disconnected`.
class Channel {
public:
    explicit Channel(int socket) noexcept : socket_(socket) {}
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    void put(std::uint64_t number) const;
    void put(std::string_view text) const;

    std::uint64_t take_number() const;
    /// A text of `most` bytes at most.
    std::string take_text(std::uint64_t most) const;

private:
    void send_all(const char* bytes, std::size_t size) const;
    void receive_all(char* bytes, std::size_t size) const;

    int socket_;
};

}  // namespace offprint::image
