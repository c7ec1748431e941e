// What the checks of one book share: its files, and what the one finds that the other needs.
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/findings.hpp"
#include "offprint/context.hpp"
#include "package/container.hpp"
#include "package/package.hpp"

namespace offprint::epub::check {

inline constexpr std::string_view xhtml_namespace = "http://www.w3.org/1999/xhtml";
inline constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

/// What a reference is for; decides what it may lead to.
enum class ReferenceKind {
    hyperlink,
    table_of_contents,  ///< a link of the navigation document's table of contents
    navigation,         ///< any other link of a navigation document, or of an NCX
    image,
    style_sheet,
    media,     ///< audio, video and fonts, which may be remote
    resource,  ///< everything else that is loaded
};

struct Reference {
    std::string from;  ///< the path of the file that it stands in
    XmlPlace place;
    ReferenceKind kind = ReferenceKind::hyperlink;
    std::string url;
};

/// The ids of one file, with their positions in document order.
using Ids = std::unordered_map<std::string, std::size_t>;

struct Book {
    Container& container;
    Context& context;
    Findings& findings;
    Package package = {};
    std::vector<Reference> references = {};
    std::unordered_map<std::string, Ids> ids = {};  ///< by path, of every content document that could be read
};

/// Reads an XML file and reports what is wrong with it as XML (RSC-016, RSC-028, HTM-001, HTM-003); nullopt when
/// nothing can be read at all.
std::optional<XmlDocument> read_xml(Book& book, const std::string& path);

/// Reports what `document` has wrong as XML.
void report_xml_faults(Findings& findings, const std::string& path, const XmlDocument& document);

/// Reports an `id` that is no XML name, or in XHTML one with a space, or that comes twice (RSC-005); gives all of them.
Ids check_ids(Findings& findings, const std::string& path, const XmlDocument& document);

/// Reports languages of the package document that are not well-formed (OPF-092).
void check_languages(Findings& findings, const std::string& path, const XmlDocument& document);

/// True for a well-formed BCP 47 tag.
bool is_language(std::string_view tag);

/// True for an XML name without colons (Namespaces in XML, NCName).
bool is_ncname(std::string_view name);

}  // namespace offprint::epub::check
