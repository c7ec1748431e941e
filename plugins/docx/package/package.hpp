// The package: its parts by name and how they are related (ECMA-376 Part 2).
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "offprint/context.hpp"
#include "package/xml_part.hpp"
#include "package/zip_reader.hpp"

namespace offprint::docx {

/// What a part refers to.
struct Relationship {
    std::string type;    ///< the last segment of the type's URI: "hyperlink", "image"
    std::string target;  ///< the name of a part of the package, or a URI when external
    bool is_external = false;
};

/// The relationships of one part (Part 2, 6.5).
class PartRelationships {
public:
    void add(std::string id, Relationship relationship);

    /// Null for an id that is not there.
    const Relationship* find(std::string_view id) const;

    /// The first to a part of the package that has this type; null if there is none.
    const Relationship* of_type(std::string_view type) const;

private:
    std::map<std::string, Relationship, std::less<>> by_id_;
};

class Package {
public:
    /// Takes the file's bytes. Throws `Error{malformed_input}` that says what they are for bytes that are no package:
    /// an older or encrypted Word file, another format, a damaged archive.
    Package(std::string bytes, Context& context);

    /// True if the part is there; names have no leading slash, and their letter case does not matter.
    bool has(std::string_view name) const;

    /// The content of a part; nullopt if it is missing or damaged. Throws `Error{limit_exceeded}` when it is larger
    /// than `Limits::input_bytes`, or all that was unpacked than `Limits::resource_bytes`.
    std::optional<std::string> read(std::string_view name);

    /// The same, parsed.
    std::optional<XmlPart> read_xml(const std::string& name);

    /// What the part says that it refers to; of the package itself for an empty name.
    PartRelationships relationships_of(std::string_view name);

    /// The content type of a part (Part 2, 7.2); empty if none is declared.
    std::string content_type(std::string_view name);

private:
    void read_content_types();

    Context& context_;
    package::ZipReader zip_;
    std::unordered_map<std::string, std::uint64_t> by_name_;
    std::map<std::string, std::string> types_by_name_;
    std::map<std::string, std::string> types_by_extension_;
    bool knows_types_ = false;
};

}  // namespace offprint::docx
