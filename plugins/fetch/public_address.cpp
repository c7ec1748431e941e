#include "public_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

namespace offprint::fetch {

namespace {

struct Network {
    int family;
    const char* prefix;
    int length;  ///< of the prefix, in bits
    std::string_view kind;
};

/// The first that fits gives the kind. Only 2000::/3 of IPv6 is public at all; the last three entries are all the rest.
constexpr Network restricted[] = {
    {AF_INET, "0.0.0.0", 8, "unspecified"},
    {AF_INET, "10.0.0.0", 8, "private"},
    {AF_INET, "100.64.0.0", 10, "private"},
    {AF_INET, "127.0.0.0", 8, "loopback"},
    {AF_INET, "169.254.0.0", 16, "link-local"},
    {AF_INET, "172.16.0.0", 12, "private"},
    {AF_INET, "192.0.0.0", 24, "reserved"},
    {AF_INET, "192.0.2.0", 24, "reserved"},
    {AF_INET, "192.31.196.0", 24, "reserved"},
    {AF_INET, "192.52.193.0", 24, "reserved"},
    {AF_INET, "192.88.99.0", 24, "reserved"},
    {AF_INET, "192.168.0.0", 16, "private"},
    {AF_INET, "192.175.48.0", 24, "reserved"},
    {AF_INET, "198.18.0.0", 15, "private"},
    {AF_INET, "198.51.100.0", 24, "reserved"},
    {AF_INET, "203.0.113.0", 24, "reserved"},
    {AF_INET, "224.0.0.0", 4, "multicast"},
    {AF_INET, "240.0.0.0", 4, "reserved"},
    {AF_INET6, "::", 128, "unspecified"},
    {AF_INET6, "::1", 128, "loopback"},
    {AF_INET6, "::ffff:0:0", 96, "IPv4-mapped"},
    {AF_INET6, "64:ff9b::", 96, "NAT64"},
    {AF_INET6, "64:ff9b:1::", 48, "NAT64"},
    {AF_INET6, "2001::", 32, "Teredo"},
    {AF_INET6, "2001::", 23, "reserved"},
    {AF_INET6, "2001:db8::", 32, "reserved"},
    {AF_INET6, "2002::", 16, "6to4"},
    {AF_INET6, "2620:4f:8000::", 48, "reserved"},
    {AF_INET6, "3fff::", 20, "reserved"},
    {AF_INET6, "fc00::", 7, "private"},
    {AF_INET6, "fe80::", 10, "link-local"},
    {AF_INET6, "fec0::", 10, "private"},
    {AF_INET6, "ff00::", 8, "multicast"},
    {AF_INET6, "::", 3, "reserved"},
    {AF_INET6, "4000::", 2, "reserved"},
    {AF_INET6, "8000::", 1, "reserved"},
};

using Bytes = std::array<unsigned char, 16>;

/// What an address of the two families holds, in network order.
struct Endpoint {
    Bytes bytes{};
    in_port_t port = 0;
};

template <class Address, class Part>
Endpoint endpoint_of(const sockaddr& address, Part Address::*part, in_port_t Address::*port) {
    Address known{};
    std::memcpy(&known, &address, sizeof known);
    Endpoint endpoint;
    std::memcpy(endpoint.bytes.data(), &(known.*part), sizeof(Part));
    endpoint.port = known.*port;
    return endpoint;
}

Endpoint endpoint_of(const sockaddr& address) {
    if (address.sa_family == AF_INET) return endpoint_of(address, &sockaddr_in::sin_addr, &sockaddr_in::sin_port);
    if (address.sa_family == AF_INET6) return endpoint_of(address, &sockaddr_in6::sin6_addr, &sockaddr_in6::sin6_port);
    return {};
}

bool begin_equally(const Bytes& a, const Bytes& b, int bits) {
    for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
        const unsigned mask = bits >= 8 ? 0xFFU : 0xFFU << (8 - bits) & 0xFFU;
        if (((a[i] ^ b[i]) & mask) != 0) return false;
    }
    return true;
}

}  // namespace

std::string_view restricted_network(const sockaddr& address) {
    if (address.sa_family != AF_INET && address.sa_family != AF_INET6) return "local";
    const Bytes bytes = endpoint_of(address).bytes;
    for (const Network& network : restricted) {
        if (network.family != address.sa_family) continue;
        Bytes prefix{};
        ::inet_pton(network.family, network.prefix, prefix.data());
        if (begin_equally(bytes, prefix, network.length)) return network.kind;
    }
    return {};
}

std::string to_text(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const Endpoint endpoint = endpoint_of(address);
    if (::inet_ntop(address.sa_family, endpoint.bytes.data(), text.data(), text.size()) == nullptr) return {};
    const std::string host = address.sa_family == AF_INET6 ? '[' + std::string(text.data()) + ']' : text.data();
    return host + ':' + std::to_string(ntohs(endpoint.port));
}

}  // namespace offprint::fetch
