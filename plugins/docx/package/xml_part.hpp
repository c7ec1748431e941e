// One XML part of the package as a tree whose names do not depend on how its author abbreviated namespaces.
// Thread safety: an object belongs to one thread.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "offprint/context.hpp"

namespace offprint::docx {

/// The namespace of a canonical prefix, as Transitional documents have it; empty for other prefixes.
std::string_view namespace_uri(std::string_view prefix);

/// The prefixes are those that the standard's examples use ("w:p", "m:oMath", "a:blip", ...), for Transitional and
/// Strict documents alike; names of unknown namespaces have the prefix "other". Of alternative content one branch is
/// left, in place of the element (ECMA-376 Part 3, 7.6). DOCTYPE declarations are passed over, entities never expanded.
class XmlPart {
public:
    /// Elements nested more deeply have lost what was in them, so that recursion over the tree is safe.
    static constexpr int greatest_depth = 700;

    /// Parses `bytes`; `name` is for messages. What follows a fault is left out, with a diagnostic. Throws
    /// `Error{limit_exceeded}` when the tree would have more nodes than `Limits::nodes`.
    XmlPart(std::string bytes, const std::string& name, Context& context);

    /// The root element; null for a part without any.
    pugi::xml_node root() const { return tree_->document_element(); }

private:
    std::unique_ptr<std::string> bytes_;  ///< the tree points into them
    std::unique_ptr<pugi::xml_document> tree_;
};

}  // namespace offprint::docx
