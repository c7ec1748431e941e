// The members of one node, as they were read and before its type is looked at: that may be the last of them.
// Thread safety: as `Input`.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "children.hpp"
#include "json/input.hpp"
#include "names.hpp"
#include "offprint/document.hpp"

namespace offprint::json {

/// One member of a node; its value, unless it is an object or array, which `NodeFields` has in its own form.
struct Member {
    std::string_view name;
    std::size_t begin = 0;  ///< where the value begins in the text
    std::size_t end = 0;
    Scalar value;
};

/// One entry of a definition list's `items` or a table's `sections`: how many children belong together.
struct Grouping {
    Node node;
    SectionKind kind = SectionKind::body;
    std::size_t rows = 0;
    std::size_t terms = 0;
    std::size_t descriptions = 0;
};

/// Room that open nodes share, so that none has to make its own.
struct Scratch {
    std::vector<Member> members;  ///< of the nodes that are open, the outermost one's first
    std::vector<Inlines> spare;   ///< empty lists, which keep their room
};

/// A node on its way into the model. Getters throw `Error{malformed_input}` for a value of the wrong type or out of
/// range, and when one that is required is missing.
class NodeFields {
public:
    std::size_t offset = 0;
    std::string type;
    Node node;
    Children children;
    Box<Metadata> metadata;
    std::vector<TableColumn> columns;
    std::vector<Grouping> groupings;
    bool is_grouped = false;  ///< there was a list of groupings, an empty one perhaps

    /// The node's members lie on top of those in `scratch` until it ends.
    NodeFields(const Input& input, Scratch& scratch, std::size_t begin);
    ~NodeFields();
    NodeFields(const NodeFields&) = delete;
    NodeFields& operator=(const NodeFields&) = delete;

    /// Adds the member that was read last, whose value begins at `begin_of_value`.
    void add(std::string_view name, std::size_t begin_of_value, Scalar value) {
        Member& member = scratch_.members.emplace_back();
        member.name = name;
        member.begin = begin_of_value;
        member.end = input_.end();
        member.value = std::move(value);
    }
    Member* begin() const { return scratch_.members.data() + first_; }
    Member* end() const { return scratch_.members.data() + scratch_.members.size(); }
    Member* find(std::string_view name) const;  ///< null when there is none

    /// Moves the text out, to be called once; empty when there is none.
    std::string text(std::string_view name) const;
    std::string required_text(std::string_view name) const;
    bool flag(std::string_view name, bool otherwise) const;
    int integer(std::string_view name, int least, int most, int otherwise) const;

    /// The enumerator that the text is a name of.
    template <class Enumerator, std::size_t size>
    Enumerator choice(std::string_view name, const Name<Enumerator> (&names)[size], Enumerator otherwise) const {
        if (is_absent(name)) return otherwise;
        const std::string chosen = text(name);
        if (const auto value = value_in(names, chosen)) return *value;
        fail_choice(name, chosen);
    }

    /// All members but `type` as a JSON object without white space; in the place of the children stands `[]`.
    std::string members_json() const;

    /// A node with the attributes and the range.
    template <class N>
    N begin_node() {
        N made;
        static_cast<Node&>(made) = std::move(node);
        return made;
    }

    /// The children as blocks; beside them there may be those of `parts`.
    Blocks take_blocks(std::initializer_list<Part> parts = {Part::block, Part::text});
    /// The children as inline nodes; beside them there may be those of `parts`.
    Inlines take_inlines(std::initializer_list<Part> parts = {Part::text});
    /// Throws unless each child is one of `parts`.
    void require_only(std::initializer_list<Part> parts) const;

    [[noreturn]] void fail(const std::string& message) const { input_.fail(message, offset); }

private:
    bool is_absent(std::string_view name) const;
    [[noreturn]] void fail_choice(std::string_view name, std::string_view chosen) const;

    const Input& input_;
    Scratch& scratch_;
    std::size_t first_;  ///< of this node's members
};

}  // namespace offprint::json
