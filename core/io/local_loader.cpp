#include "offprint/local_loader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <utility>

#include "io/system.hpp"
#include "offprint/url.hpp"

namespace offprint {

namespace {

namespace fs = std::filesystem;

constexpr const char* too_large = "larger than what is left of the limit 'resources'";

bool is_beneath(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// A folder that lends out what lies beneath it, and nothing else.
class Folder {
public:
    explicit Folder(const fs::path& path)
        : descriptor_(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)), real_(canonical_or_empty(path)) {}

    bool usable() const { return descriptor_.valid() && !real_.empty(); }
    bool holds(const fs::path& real) const { return is_beneath(real, real_); }

    /// The real path behind `name`; empty where there is none.
    fs::path find(const std::string& name) const { return canonical_or_empty(real_ / name); }

    /// Opens the regular file at `real`, which this folder holds. Each step is taken from the folder before it and
    /// follows no link, so that nothing put in the way since `find` leads elsewhere. What is no regular file is not
    /// opened at all, and should it become a pipe meanwhile, it does not hold us up.
    FileDescriptor open(const fs::path& real, std::uint64_t& size) const {
        const fs::path path = real.lexically_relative(real_);
        FileDescriptor step;
        int at = descriptor_.get();
        for (const fs::path& name : path.parent_path()) {
            step = FileDescriptor(::openat(at, name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
            if (!step.valid()) return {};
            at = step.get();
        }
        const fs::path name = path.filename();
        struct stat status {};
        if (::fstatat(at, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) return {};
        FileDescriptor file(::openat(at, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (!file.valid() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
        size = static_cast<std::uint64_t>(status.st_size);
        return file;
    }

private:
    static fs::path canonical_or_empty(const fs::path& path) {
        std::error_code error;
        return fs::canonical(path, error);
    }

    FileDescriptor descriptor_;
    fs::path real_;
};

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

/// The path in a `file:` reference; empty where it names another machine.
std::string_view path_of_file_url(std::string_view reference) {
    reference.remove_prefix(reference.find(':') + 1);
    if (!reference.starts_with("//")) return reference;
    reference.remove_prefix(2);
    const std::size_t slash = std::min(reference.find('/'), reference.size());
    const std::string_view host = reference.substr(0, slash);
    return host.empty() || host == "localhost" ? reference.substr(slash) : std::string_view();
}

/// The names that a reference may mean: as it stands first, since saved pages name files with '%' and '?' in them, then
/// as a URL, then as a URL that a Windows browser wrote.
std::array<std::string, 3> names_meant(std::string_view reference) {
    std::string decoded = percent_decode(reference.substr(0, reference.find_first_of("?#")));
    std::string slashed = decoded;
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    return {std::string(reference), std::move(decoded), std::move(slashed)};
}

class LocalLoader final : public ResourceLoader {
public:
    explicit LocalLoader(const std::vector<fs::path>& folders) {
        for (const fs::path& path : folders) {
            if (path.empty()) continue;
            Folder folder(path);
            if (folder.usable()) folders_.push_back(std::move(folder));
        }
    }

    std::optional<std::string> load(std::string_view reference, std::uint64_t max_bytes, std::string& reason) override {
        const std::string scheme = url_scheme(reference);
        if (is_remote(reference)) {
            reason = "remote, and fetching is not allowed";
            return std::nullopt;
        }
        if (scheme == "file") return load_file(path_of_file_url(reference), max_bytes, reason);
        if (scheme.empty()) return load_file(reference, max_bytes, reason);
        reason = "a '" + scheme + ":' reference is never followed";
        return std::nullopt;
    }

private:
    std::optional<std::string> load_file(std::string_view reference, std::uint64_t max_bytes, std::string& reason) {
        std::uint64_t size = 0;
        const FileDescriptor file = open(reference, size, reason);
        if (!file.valid()) return std::nullopt;
        if (size > max_bytes) {
            reason = too_large;
            return std::nullopt;
        }
        std::optional<std::string> bytes = read_exactly(file, size);
        if (!bytes) reason = "cannot be read";
        return bytes;
    }

    /// The file that `reference` names in the first folder that has it.
    FileDescriptor open(std::string_view reference, std::uint64_t& size, std::string& reason) const {
        reason = folders_.empty() ? "the input has no folder to look in" : "not found";
        if (reference.size() >= longest_reference) return {};
        const std::array<std::string, 3> names = names_meant(reference);
        for (const Folder& folder : folders_) {
            for (const std::string& name : names) {
                if (name.empty() || name.find('\0') != std::string::npos) continue;
                const fs::path real = folder.find(name);
                if (real.empty()) continue;
                if (!folder.holds(real)) {
                    reason = "outside the folders that may be read";
                    continue;
                }
                FileDescriptor file = folder.open(real, size);
                if (!file.valid()) reason = "not a readable file";
                return file;
            }
        }
        return {};
    }

    static constexpr std::size_t longest_reference = std::size_t{3} * PATH_MAX;  ///< each byte as an escape

    std::vector<Folder> folders_;
};

}  // namespace

std::unique_ptr<ResourceLoader> make_local_loader(const std::vector<fs::path>& folders) {
    return std::make_unique<LocalLoader>(folders);
}

}  // namespace offprint
