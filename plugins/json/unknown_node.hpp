// Nodes whose type this version of the format does not know: what they were is kept in their attributes.
// Thread safety: constants and pure functions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "json/output.hpp"
#include "offprint/document.hpp"

namespace offprint::json {

/// Name of the attribute that holds the type. No attribute of HTML or XML has such a name.
inline constexpr std::string_view unknown_type = "json type";

/// Name of the attribute that holds all members but the type, as a JSON object. `"children": []` in it stands for the
/// node's content; without it the content is only what a reader sees in place of the node.
inline constexpr std::string_view unknown_members = "json members";

/// What a node of unknown type was.
struct UnknownNode {
    std::string_view type;
    std::string_view members;
};

/// What `node` was, if it is one and what its attributes say can be written; views into the node.
std::optional<UnknownNode> unknown_node(const Node& node);

/// Writes the members to the object that is open in `out`. `write_content` writes the array that stands for `[]` as the
/// value of `children`.
void write_unknown_members(Output& out, const UnknownNode& node, const std::function<void()>& write_content);

}  // namespace offprint::json
