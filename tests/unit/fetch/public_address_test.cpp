// Which addresses may be asked, by table.
#include "public_address.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cstring>

namespace offprint::fetch {
namespace {

/// An address with port 80, as libcurl hands it over.
sockaddr_storage address_of(const char* text) {
    sockaddr_storage storage{};
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (::inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(80);
        std::memcpy(&storage, &v4, sizeof v4);
    } else {
        EXPECT_EQ(::inet_pton(AF_INET6, text, &v6.sin6_addr), 1) << text;
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(80);
        std::memcpy(&storage, &v6, sizeof v6);
    }
    return storage;
}

std::string_view network_of(const sockaddr_storage& storage) {
    return restricted_network(reinterpret_cast<const sockaddr&>(storage));
}

struct Case {
    const char* address;
    const char* network;
};

TEST(RestrictedNetwork, HoldsFirstAndLastAddressOfEach) {
    constexpr Case cases[] = {
        {"0.0.0.0", "unspecified"},
        {"0.255.255.255", "unspecified"},
        {"10.0.0.0", "private"},
        {"10.255.255.255", "private"},
        {"100.64.0.0", "private"},
        {"100.127.255.255", "private"},
        {"127.0.0.1", "loopback"},
        {"127.255.255.255", "loopback"},
        {"169.254.0.0", "link-local"},
        {"169.254.169.254", "link-local"},
        {"172.16.0.0", "private"},
        {"172.31.255.255", "private"},
        {"192.0.0.192", "reserved"},
        {"192.0.2.255", "reserved"},
        {"192.31.196.1", "reserved"},
        {"192.52.193.1", "reserved"},
        {"192.88.99.1", "reserved"},
        {"192.168.0.0", "private"},
        {"192.168.255.255", "private"},
        {"192.175.48.1", "reserved"},
        {"198.18.0.0", "private"},
        {"198.19.255.255", "private"},
        {"198.51.100.7", "reserved"},
        {"203.0.113.7", "reserved"},
        {"224.0.0.1", "multicast"},
        {"239.255.255.255", "multicast"},
        {"240.0.0.0", "reserved"},
        {"255.255.255.255", "reserved"},
        {"::", "unspecified"},
        {"::1", "loopback"},
        {"::2", "reserved"},
        {"::7f00:1", "reserved"},
        {"::ffff:127.0.0.1", "IPv4-mapped"},
        {"::ffff:8.8.8.8", "IPv4-mapped"},
        {"64:ff9b::7f00:1", "NAT64"},
        {"64:ff9b:1::a00:1", "NAT64"},
        {"100::1", "reserved"},
        {"2001::1", "Teredo"},
        {"2001:20::1", "reserved"},
        {"2001:1ff:ffff::1", "reserved"},
        {"2001:db8::1", "reserved"},
        {"2002:7f00:1::1", "6to4"},
        {"2002:808:808::1", "6to4"},
        {"2620:4f:8000::1", "reserved"},
        {"3fff::1", "reserved"},
        {"4000::1", "reserved"},
        {"5f00::1", "reserved"},
        {"7fff::1", "reserved"},
        {"8000::1", "reserved"},
        {"fc00::1", "private"},
        {"fdff:ffff::1", "private"},
        {"fe80::1", "link-local"},
        {"febf::1", "link-local"},
        {"fec0::1", "private"},
        {"ff02::1", "multicast"},
    };
    for (const Case& one : cases) EXPECT_EQ(network_of(address_of(one.address)), one.network) << one.address;
}

TEST(RestrictedNetwork, LeavesThePublicInternetAlone) {
    for (const char* address :
         {"1.0.0.0",         "8.8.8.8",      "9.255.255.255",   "11.0.0.0",    "100.63.255.255", "100.128.0.0",
          "126.255.255.255", "128.0.0.0",    "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
          "192.0.1.0",       "192.0.3.0",    "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
          "223.255.255.255", "2000::1",      "2001:200::1",     "2001:db7::1", "2001:db9::1",    "2003::1",
          "2606:4700::1111", "2a00:1450::1", "3ffe::1"})
        EXPECT_EQ(network_of(address_of(address)), "") << address;
}

TEST(RestrictedNetwork, KnowsNoOtherFamily) {
    sockaddr_storage storage{};
    storage.ss_family = AF_UNIX;
    EXPECT_EQ(network_of(storage), "local");
}

TEST(AddressText, NamesTheServerAsAUrlDoes) {
    const auto text_of = [](const char* address) {
        const sockaddr_storage storage = address_of(address);
        return to_text(reinterpret_cast<const sockaddr&>(storage));
    };
    EXPECT_EQ(text_of("127.0.0.1"), "127.0.0.1:80");
    EXPECT_EQ(text_of("::1"), "[::1]:80");
    EXPECT_EQ(text_of("::ffff:10.0.0.1"), "[::ffff:10.0.0.1]:80");
}

}  // namespace
}  // namespace offprint::fetch
