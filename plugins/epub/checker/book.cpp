#include "checker/book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint::epub::check {

std::optional<XmlDocument> read_xml(Book& book, const std::string& path) {
    const std::optional<std::string> bytes = book.container.read(path);
    if (!bytes) {
        book.findings.report(Severity::error, "epub.pkg-008", {path}, "the file cannot be read; its entry is damaged");
        return std::nullopt;
    }
    XmlDocument document = parse_xml(*bytes, book.context);
    report_xml_faults(book.findings, path, document);
    return document;
}

void report_xml_faults(Findings& findings, const std::string& path, const XmlDocument& document) {
    const std::string encoding = to_lower_ascii(document.encoding);
    if (encoding.starts_with("utf-16"))
        findings.report(Severity::warning, "epub.rsc-027", {path}, "the encoding is UTF-16; UTF-8 is better");
    else if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8")
        findings.report(Severity::error, "epub.rsc-028", {path},
                        fmt::format("the encoding is '{}', not UTF-8", document.encoding));
    if (document.version != "1.0")
        findings.report(Severity::error, "epub.htm-001", {path},
                        fmt::format("the version of XML is '{}', not 1.0", document.version));
    if (document.external_entity)
        findings.report(Severity::error, "epub.htm-003", {path, *document.external_entity},
                        "an external entity is declared");
    if (document.too_deep)
        findings.report(Severity::warning, "epub.nested-too-deeply", {path, *document.too_deep},
                        "elements are nested so deeply that the rest is not checked");
    if (document.fault)
        findings.report(Severity::error, "epub.rsc-016", {path, document.fault->place},
                        "no well-formed XML: " + document.fault->message);
}

Ids check_ids(Findings& findings, const std::string& path, const XmlDocument& document) {
    Ids ids;
    for (const XmlElement& element : document.elements) {
        const std::string* id = element.find("id");
        if (id == nullptr) continue;
        const std::string name(trim_xml(*id));
        const bool is_valid = element.space == xhtml_namespace ? split_words(*id).size() == 1 : is_ncname(name);
        if (!is_valid)
            findings.report(Severity::error, "epub.rsc-005", {path, element.place}, fmt::format("'{}' is no id", name));
        if (!ids.emplace(name, ids.size()).second)
            findings.report(Severity::error, "epub.rsc-005", {path, element.place},
                            fmt::format("the id '{}' comes twice", name));
    }
    return ids;
}

void check_languages(Findings& findings, const std::string& path, const XmlDocument& document) {
    for (const XmlElement& element : document.elements)
        for (const XmlAttribute& attribute : element.attributes) {
            const bool names_a_language = attribute.name == "lang" && attribute.space == xml_namespace;
            if (!names_a_language || attribute.value.empty() || is_language(attribute.value)) continue;
            findings.report(Severity::error, "epub.opf-092", {path, element.place},
                            fmt::format("the language '{}' is not well-formed", attribute.value));
        }
}

bool is_language(std::string_view tag) {
    return tag.find('_') == std::string_view::npos && !language_tag(tag).empty();
}

bool is_ncname(std::string_view name) {
    const auto starts = [](unsigned char c) {
        return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto follows = [&](unsigned char c) { return starts(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !name.empty() && starts(static_cast<unsigned char>(name[0])) &&
           std::all_of(name.begin(), name.end(), follows);
}

}  // namespace offprint::epub::check
