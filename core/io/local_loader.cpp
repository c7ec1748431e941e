#include "offprint/local_loader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "io/data_url.hpp"
#include "io/system.hpp"
#include "offprint/url.hpp"

namespace offprint {

namespace {

namespace fs = std::filesystem;

constexpr const char* too_large = "larger than what is left of the limit 'resources'";

bool is_beneath(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Opens a regular file that is its own real path. Neither a symbolic link put there since nor a
/// pipe can hold us up: O_NOFOLLOW, O_NONBLOCK.
FileDescriptor open_regular(const fs::path& real, std::uint64_t& size) {
    FileDescriptor file(::open(real.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    size = static_cast<std::uint64_t>(status.st_size);
    return file;
}

std::optional<std::string> read_exactly(const FileDescriptor& file, std::uint64_t size) {
    std::string bytes(size, '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

class LocalLoader final : public ResourceLoader {
public:
    explicit LocalLoader(const fs::path& folder) {
        std::error_code error;
        if (!folder.empty()) folder_ = fs::canonical(folder, error);
    }

    std::optional<std::string> load(std::string_view reference, std::uint64_t max_bytes, std::string& reason) override {
        const std::string scheme = url_scheme(reference);
        if (scheme == "data") {
            if (reference.size() / 4 * 3 > max_bytes) {
                reason = too_large;
                return std::nullopt;
            }
            std::optional<std::string> bytes = decode_data_url(reference);
            if (!bytes) reason = "a data: URL that cannot be decoded";
            return bytes;
        }
        if (scheme == "http" || scheme == "https" || reference.starts_with("//")) {
            reason = "remote";
            return std::nullopt;
        }
        if (!scheme.empty()) {
            reason = "a '" + scheme + ":' reference is never followed";
            return std::nullopt;
        }
        return load_file(reference, max_bytes, reason);
    }

private:
    std::optional<std::string> load_file(std::string_view reference, std::uint64_t max_bytes, std::string& reason) {
        if (folder_.empty()) {
            reason = "the input has no folder to look in";
            return std::nullopt;
        }
        const std::optional<fs::path> real = find(reference, reason);
        if (!real) return std::nullopt;
        std::uint64_t size = 0;
        const FileDescriptor file = open_regular(*real, size);
        if (!file.valid()) {
            reason = "not a readable file";
            return std::nullopt;
        }
        if (size > max_bytes) {
            reason = too_large;
            return std::nullopt;
        }
        std::optional<std::string> bytes = read_exactly(file, size);
        if (!bytes) reason = "cannot be read";
        return bytes;
    }

    /// The real path of the file that `reference` names: as it stands first, since saved pages name
    /// files with '%' and '?' in them, then as a URL.
    std::optional<fs::path> find(std::string_view reference, std::string& reason) const {
        const std::string_view path_only = reference.substr(0, reference.find_first_of("?#"));
        reason = "not found";
        for (const std::string& name : {std::string(reference), percent_decode(path_only)}) {
            if (name.empty() || name.find('\0') != std::string::npos) continue;
            std::error_code error;
            fs::path real = fs::canonical(folder_ / name, error);
            if (error) continue;
            if (is_beneath(real, folder_)) return real;
            reason = "outside the input's folder";
        }
        return std::nullopt;
    }

    fs::path folder_;
};

}  // namespace

std::unique_ptr<ResourceLoader> make_local_loader(const fs::path& folder) {
    return std::make_unique<LocalLoader>(folder);
}

}  // namespace offprint
