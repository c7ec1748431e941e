// What the network service does: it gets what a page refers to elsewhere, where the user allows it.
// Thread safety: values. A fetcher is a `ResourceLoader`, which belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace offprint {

/// How far fetching may go. Addresses of private networks, of this machine and of its link are never asked, whatever a
/// name resolves to and wherever a redirect leads.
struct FetchSettings {
    std::filesystem::path cache;      ///< folder for what was fetched; empty: none is kept
    std::uint32_t seconds = 20;       ///< for one address, redirects included
    std::uint32_t redirects = 5;      ///< for one address
    bool allow_this_machine = false;  ///< for tests: loopback addresses may be asked
};

}  // namespace offprint
