// What the network service does: it gets what a page refers to elsewhere, where the user allows it.
// Thread safety: values. A fetcher is a `ResourceLoader`, which belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace offprint {

/// How far fetching may go. Addresses of private networks, of this machine and of its link are never asked, whatever a
/// name resolves to and wherever a redirect leads.
struct FetchSettings {
    std::filesystem::path cache;        ///< folder for what was fetched, made if need be; empty: none is kept
    std::uint32_t seconds = 20;         ///< for one address, redirects included
    std::uint32_t total_seconds = 120;  ///< for all addresses of a document
    std::uint32_t redirects = 5;        ///< for one address
    std::uint64_t bytes = std::uint64_t{64} << 20;  ///< of one answer, unpacked
    /// "192.168.1.5:8080" or "[::1]:80": the one server that may be asked though its address is not public.
    std::string allowed_server;
    /// Ends what is being fetched, within a second. `Converter` sets the one of the context.
    std::stop_token stop;
};

}  // namespace offprint
