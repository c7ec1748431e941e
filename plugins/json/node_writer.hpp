// The content of a document as a unist tree with mdast's names.
// Thread safety: a writer belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>

#include "json/output.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::json {

/// Name of a note in `footnoteReference.identifier` and `notes[].identifier`: "n1" for the first.
std::string note_identifier(std::size_t index);

/// Writes nodes; docs/json.md describes each.
class NodeWriter {
public:
    /// `positions`: nodes say where in the input they come from.
    NodeWriter(Output& out, Context& context, bool positions) : out_(out), context_(context), positions_(positions) {}

    /// The node `root` of a document.
    void write_root(const Document& document);

    /// One entry of `notes`.
    void write_note(const Note& note, std::size_t index);

    /// `"position": {...}`, if positions are wanted and this one is known.
    void write_position(const SourceRange& range);

private:
    template <class List>
    void write_all(const List& list);
    template <class List>
    void write_children(const List& list);
    template <class Writing>
    void write_node(const char* type, const Node& node, Writing&& write_members);
    template <class List>
    bool write_if_unknown(const Node& node, const List& children);
    template <class List>
    void write_parent(const char* type, const Node& node, const List& children);
    template <class List>
    void write_labelled(const char* type, const List& children);
    void write_attributes(const Attributes& attributes);
    void write_attributes_if_any(const Box<Attributes>& attributes);
    void write_table_columns(const Table& table);
    void write_table_sections(const Table& table);
    void write_definition_items(const DefinitionList& list);

    void write(const Block& block);
    void write(const Inline& node);

    void write(const Paragraph& node);
    void write(const Heading& node);
    void write(const List& node);
    void write(const ListItem& node);
    void write(const DefinitionList& node);
    void write(const DefinitionTerm& node);
    void write(const DefinitionDescription& node);
    void write(const CodeBlock& node);
    void write(const Quote& node);
    void write(const Figure& node);
    void write(const Table& node);
    void write(const TableRow& node);
    void write(const TableCell& node);
    void write(const Rule& node);
    void write(const Group& node);

    void write(const Text& node);
    void write(const Styled& node);
    void write(const Link& node);
    void write(const Image& node);
    void write(const Code& node);
    void write(const LineBreak& node);
    void write(const NoteRef& node);
    void write(const Math& node);
    void write(const Ruby& node);

    Output& out_;
    Context& context_;
    bool positions_;
};

}  // namespace offprint::json
