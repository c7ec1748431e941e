// Reads a ZIP archive in memory that nobody vouches for: names that lead out of it and sizes that lie are expected.
// Thread safety: an archive belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::package {

/// What the archive's directory says of an entry; sizes may lie.
struct ZipEntry {
    std::string name;  ///< in UTF-8, as it is stored
    std::uint64_t size = 0;
    bool is_stored = false;  ///< without compression
    bool is_encrypted = false;
};

class ZipReader {
public:
    /// Takes the archive's bytes; no more than `budget` bytes are ever unpacked of it, all in all. Throws
    /// `Error{malformed_input}` for bytes that are no ZIP archive.
    ZipReader(std::string bytes, std::uint64_t budget);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    /// How many entries there are; they are named by their index.
    std::uint64_t size() const;

    ZipEntry entry(std::uint64_t index) const;

    /// In UTF-8, with slashes; empty for a name that leads out of the archive.
    std::string name(std::uint64_t entry) const;

    /// The entry, unpacked. Nullopt when it is damaged, encrypted, or beyond `max_bytes` or the budget: sizes are
    /// counted, for those in the archive may lie.
    std::optional<std::string> unpack(std::uint64_t entry, std::uint64_t max_bytes);

    /// The first `size` bytes of the entry, or all of it; for the rest as `unpack`.
    std::optional<std::string> unpack_head(std::uint64_t entry, std::size_t size);

    /// True if what was unpacked last was too large.
    bool exceeded() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace offprint::package
