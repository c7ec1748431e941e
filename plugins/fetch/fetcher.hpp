// The service `fetch`: the images that a page has elsewhere.
// Thread safety: a fetcher belongs to one conversion on one thread.
#pragma once

#include <chrono>

#include "cache.hpp"
#include "http_client.hpp"
#include "offprint/context.hpp"
#include "offprint/fetcher.hpp"
#include "web_address.hpp"

namespace offprint::fetch {

/// Gets what http and https addresses name, from the cache where that has it. Answers with images alone.
class Fetcher final : public ResourceLoader {
public:
    /// Throws `Error{output}` if the cache's folder cannot be made.
    explicit Fetcher(const FetchSettings& settings);

    std::optional<std::string> load(std::string_view reference, std::uint64_t max_bytes, std::string& reason) override;

private:
    std::optional<std::string> ask(WebAddress address, std::uint64_t max_bytes, std::string& reason);

    FetchSettings settings_;
    Cache cache_;
    HttpClient client_;
    std::chrono::milliseconds time_left_;  ///< for the whole document
};

}  // namespace offprint::fetch
