// A folder that keeps what was fetched, so that a second conversion need not ask again.
// Thread safety: several programs and threads may share a folder; files appear in it complete.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace offprint::fetch {

/// One file for each URL, named after the URL's SHA-256. Nothing ever leaves it: that is the user's business.
class Cache {
public:
    /// Makes `folder` if need be; an empty path keeps nothing. Throws `Error{output}`.
    explicit Cache(std::filesystem::path folder);

    /// What was kept of `url`, if it is there and no larger than `max_bytes`.
    std::optional<std::string> find(const std::string& url, std::uint64_t max_bytes) const;

    /// Keeps `bytes` for `url`. Throws `Error{output}`.
    void keep(const std::string& url, const std::string& bytes) const;

private:
    std::filesystem::path file_of(const std::string& url) const;

    std::filesystem::path folder_;
};

}  // namespace offprint::fetch
