#include "channel.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace offprint::image {

Channel::~Channel() {
    ::close(socket_);
}

void Channel::put(std::uint64_t number) const {
    send_all(reinterpret_cast<const char*>(&number), sizeof number);
}

void Channel::put(std::string_view text) const {
    put(std::uint64_t{text.size()});
    send_all(text.data(), text.size());
}

std::uint64_t Channel::take_number() const {
    std::uint64_t number = 0;
    receive_all(reinterpret_cast<char*>(&number), sizeof number);
    return number;
}

std::string Channel::take_text(std::uint64_t most) const {
    const std::uint64_t size = take_number();
    if (size > most) throw Disconnected();
    std::string text(size, '\0');
    receive_all(text.data(), text.size());
    return text;
}

void Channel::send_all(const char* bytes, std::size_t size) const {
    while (size > 0) {
        const ssize_t sent = ::send(socket_, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) throw Disconnected();
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
}

void Channel::receive_all(char* bytes, std::size_t size) const {
    while (size > 0) {
        const ssize_t got = ::recv(socket_, bytes, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw Disconnected();
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
}

}  // namespace offprint::image
