// The package document of a book: its files, their order and what is said of them (EPUB 3.3, section 5).
// Thread safety: values; the functions are pure but for their arguments.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "package/container.hpp"
#include "package/xml_document.hpp"

namespace offprint::epub::ocf {

inline constexpr std::string_view opf_namespace = "http://www.idpf.org/2007/opf";
inline constexpr std::string_view dc_namespace = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view ocf_namespace = "urn:oasis:names:tc:opendocument:xmlns:container";
inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view xhtml_media_type = "application/xhtml+xml";
inline constexpr std::string_view svg_media_type = "image/svg+xml";
inline constexpr std::string_view ncx_media_type = "application/x-dtbncx+xml";

/// One `item` of the manifest. Views live as long as the package.
struct PackageItem {
    const XmlElement* element = nullptr;
    std::string_view id;
    std::string_view href;
    std::string_view media_type;
    std::string path;  ///< in the container; empty for what is remote or leads out, and for an item without id

    /// True if the item has this property (EPUB 3.3, section 5.6.2.1).
    bool has(std::string_view property) const;
};

/// One `itemref` of the spine.
struct SpineReference {
    const XmlElement* element = nullptr;
    const PackageItem* item = nullptr;  ///< null when there is no such item
    bool is_linear = true;
};

/// What is there of a package document, sound or not. Moving it keeps every pointer.
struct Package {
    std::string path;
    XmlDocument xml;
    const XmlElement* metadata = nullptr;  ///< null for each part that is missing
    const XmlElement* manifest = nullptr;
    const XmlElement* spine = nullptr;
    const XmlElement* guide = nullptr;
    std::vector<PackageItem> items;
    std::vector<SpineReference> reading_order;
    std::unordered_map<std::string_view, const PackageItem*> by_id;  ///< the first of each
    std::unordered_map<std::string, const PackageItem*> by_path;

    const PackageItem* navigation() const { return with_property("nav"); }
    const PackageItem* with_property(std::string_view property) const;
    /// The NCX that the spine names; null if there is none.
    const PackageItem* ncx() const;
};

/// The paths of the package documents that META-INF/container.xml names, in its order.
std::vector<std::string> package_paths(const XmlDocument& container);

/// What the package document at `path`, whose bytes these are, says.
Package parse_package(std::string path, std::string_view bytes, Context& context);

/// The words of a list that white space separates.
std::vector<std::string_view> split_words(std::string_view list);

/// True if `word` is one of them.
bool has_word(std::string_view list, std::string_view word);

}  // namespace offprint::epub::ocf
