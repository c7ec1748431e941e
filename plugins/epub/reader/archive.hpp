// The files in a book's archive (EPUB 3.3, section 4), by their paths.
// Thread safety: an archive belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "offprint/context.hpp"
#include "package/zip_reader.hpp"

namespace offprint::epub {

class Archive {
public:
    /// Takes the bytes of the archive. Of two entries with one name the first counts; those whose names lead out of the
    /// archive are left out: "epub.duplicate-entry", "epub.entry-outside". Throws `Error{malformed_input}`.
    Archive(std::string bytes, Context& context);

    bool has(const std::string& path) const { return entries_.contains(path); }

    /// The first path that ends like this; empty if there is none.
    std::string first_with_extension(std::string_view extension) const;

    /// The file's bytes; nullopt if there is none, or it is damaged or encrypted. Throws `Error{limit_exceeded}` for
    /// more than `Limits::input_bytes`, and when all that was unpacked is more than `Limits::resource_bytes`.
    std::optional<std::string> unpack(const std::string& path);

private:
    Context& context_;
    package::ZipReader zip_;
    std::unordered_map<std::string, std::uint64_t> entries_;
};

/// The path in the archive that `reference` in the file `base` means, without query and fragment, percent-decoded.
std::string resolve_path(std::string_view base, std::string_view reference);

}  // namespace offprint::epub
