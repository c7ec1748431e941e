// An XML document as a strict parser sees it: elements with their places, and what is wrong.
// Thread safety: values; `parse_xml` is pure but for its context.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "offprint/context.hpp"

namespace offprint::epub::ocf {

/// `text` without XML's white space around it; other spaces are text.
std::string_view trim_xml(std::string_view text);

/// Where something begins, both counted from 1; columns are bytes. 0 when there is no such place.
struct XmlPlace {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

struct XmlAttribute {
    std::string_view space;  ///< the namespace; empty for none
    std::string_view name;   ///< without prefix
    std::string value;
};

struct XmlElement {
    static constexpr std::size_t none = SIZE_MAX;

    std::string_view space;
    std::string_view name;
    XmlPlace place;
    std::size_t parent = none;
    std::size_t end = 0;  ///< the index after its last descendant
    std::vector<XmlAttribute> attributes;
    std::string text;       ///< of the element itself, without that of its descendants
    bool has_text = false;  ///< it or a descendant has text other than white space

    /// The value of an attribute; null if it has none.
    const std::string* find(std::string_view attribute, std::string_view attribute_space = {}) const;
    /// The same; empty if it has none.
    std::string_view value(std::string_view attribute, std::string_view attribute_space = {}) const;
    bool is(std::string_view other_space, std::string_view other_name) const {
        return name == other_name && space == other_space;
    }
};

/// Why a document is not well-formed.
struct XmlFault {
    XmlPlace place;
    std::string message;
};

/// What was read before the first fault. Names live as long as the document, wherever it is moved.
struct XmlDocument {
    std::vector<XmlElement> elements;  ///< in document order; the root first
    std::optional<XmlFault> fault;
    std::optional<XmlPlace> too_deep;         ///< where elements were nested too deeply to go on
    std::optional<XmlPlace> external_entity;  ///< where one is declared
    std::string version = "1.0";
    std::string encoding;  ///< as declared; empty if it is not
    bool has_doctype = false;
    std::string public_id;
    std::string system_id;
    std::unordered_set<std::string> names;

    const XmlElement* root() const { return elements.empty() ? nullptr : elements.data(); }
    std::vector<const XmlElement*> children(const XmlElement& element) const;
    /// The first child of this name; null if there is none.
    const XmlElement* child(const XmlElement& element, std::string_view space, std::string_view name) const;
};

/// Parses a document by XML 1.0 and Namespaces in XML. No external entity is read, and what expands beyond measure is a
/// fault. Throws `Error{limit_exceeded}` beyond `Limits::nodes`.
XmlDocument parse_xml(std::string_view bytes, Context& context);

}  // namespace offprint::epub::ocf
