// Which files are which, whatever they are called.
// Thread safety: immutable once it is filled.
#pragma once

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace offprint::cli {

/// A set of files that exist.
class FileIdentities {
public:
    /// Nothing happens where there is no such file.
    void add(const std::filesystem::path& path) {
        if (const auto identity = identity_of(path)) files_.push_back(*identity);
    }

    /// To be called before the first question.
    void sort() { std::sort(files_.begin(), files_.end()); }

    bool contains(const std::filesystem::path& path) const {
        const auto identity = identity_of(path);
        return identity && std::binary_search(files_.begin(), files_.end(), *identity);
    }

private:
    using Identity = std::pair<dev_t, ino_t>;

    static std::optional<Identity> identity_of(const std::filesystem::path& path) {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) return std::nullopt;
        return Identity(status.st_dev, status.st_ino);
    }

    std::vector<Identity> files_;  ///< sorted: a hundred thousand take little room
};

}  // namespace offprint::cli
