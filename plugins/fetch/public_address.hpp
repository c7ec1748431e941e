// Which addresses of the internet protocols belong to the public internet: a page must not make us ask any other.
// Thread safety: pure.
#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>

namespace offprint::fetch {

/// What kind of network the address is of where it is not public ("loopback", "private", ...); empty where it is.
/// After the IANA registries of special-purpose addresses. Addresses that carry another one (IPv4-mapped, 6to4,
/// NAT64, Teredo) are not public, whatever they carry.
std::string_view restricted_network(const sockaddr& address);

/// "192.0.2.1:80", "[2001:db8::1]:80"; empty for other families.
std::string to_text(const sockaddr& address);

}  // namespace offprint::fetch
