// The content of a document from a unist tree with mdast's names.
// Thread safety: as `Input`.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "children.hpp"
#include "json/input.hpp"
#include "node_fields.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "references.hpp"

namespace offprint::json {

/// Reads the nodes that `NodeWriter` writes, their members in any order. Throws as `Input`.
class NodeReader {
public:
    /// What is named is added to `references`. All must outlive the reader.
    NodeReader(Input& input, References& references, Context& context)
        : input_(input), references_(references), context_(context) {}

    /// The node `root`: attributes and content.
    void read_root(Document& document);

    /// One entry of `notes`, and its identifier.
    Note read_note(std::string& identifier);

private:
    void read_fields(NodeFields& fields);
    Scalar read_member(NodeFields& fields, std::string_view name);
    void read_structure(NodeFields& fields, std::string_view name);
    void read_child(Children& siblings);
    Attributes read_attributes();
    std::string read_id();
    void read_extra(Attributes& attributes);
    SourceRange read_position();
    bool read_plain_position(SourceRange& range);
    std::uint64_t read_point();
    Grouping read_grouping();
    void read_alignments(std::vector<TableColumn>& columns);
    void read_widths(std::vector<TableColumn>& columns);

    Input& input_;
    References& references_;
    Context& context_;
    Scratch scratch_;
    std::set<std::string> ids_;
};

}  // namespace offprint::json
