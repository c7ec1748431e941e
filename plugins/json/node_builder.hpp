// Nodes of the model from the members that were read.
// Thread safety: pure but for their arguments.
#pragma once

#include "children.hpp"
#include "node_fields.hpp"
#include "references.hpp"

namespace offprint::json {

/// Makes a node of `fields` and adds it to `siblings`. Throws as `NodeFields`.
void build_node(NodeFields& fields, Children& siblings, References& references);

}  // namespace offprint::json
