// The files of a book by their paths (EPUB 3.3, section 4: OCF).
// Thread safety: a container belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "offprint/context.hpp"
#include "package/zip_reader.hpp"

namespace offprint::epub::ocf {

inline constexpr std::string_view container_path = "META-INF/container.xml";
inline constexpr std::string_view encryption_path = "META-INF/encryption.xml";
inline constexpr std::string_view package_media_type = "application/oebps-package+xml";

class Container {
public:
    /// Takes the archive's bytes. Of two entries with one name the first counts. Throws `Error{malformed_input}` for
    /// bytes that are no ZIP archive.
    Container(std::string bytes, Context& context);

    /// All entries, in the order of the archive's directory.
    const std::vector<package::ZipEntry>& entries() const { return entries_; }

    bool has(const std::string& path) const { return by_path_.contains(path); }

    /// The whole file; nullopt if it is missing, damaged or encrypted. Throws `Error{limit_exceeded}` when it is larger
    /// than `Limits::input_bytes`, or all that was unpacked than `Limits::resource_bytes`.
    std::optional<std::string> read(const std::string& path);

    /// The first `size` bytes of a file, or all of it; as `read`.
    std::optional<std::string> read_head(const std::string& path, std::size_t size);

private:
    Context& context_;
    package::ZipReader zip_;
    std::vector<package::ZipEntry> entries_;
    std::unordered_map<std::string, std::uint64_t> by_path_;
};

/// The path that a reference in the file at `base` means, percent-decoded, without query and fragment (RFC 3986,
/// section 5.2). Nullopt when it leads out of the container.
std::optional<std::string> resolve_path(std::string_view base, std::string_view reference);

}  // namespace offprint::epub::ocf
