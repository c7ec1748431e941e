// A parsed page: a read-only tree in document order, without any type of the parser behind it.
// Thread safety: immutable after parsing; may be read by many threads.
//
// Nodes are numbered in document order, so that a subtree is the range [node, end of node). Passes
// over the tree are loops over numbers: upwards (children first) when they run backwards. Nesting is
// at most `Dom::max_depth`, so recursion over children is safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html/dom/tag.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = 0xFFFFFFFF;

/// Of attributes that are lists of words (class, rel, role) only so much is looked at.
inline constexpr std::size_t longest_name_list = 1024;

struct DomAttribute {
    std::string_view name;  ///< lower case in HTML; "xlink:href" in foreign content
    std::string_view value;
};

struct DomNode {
    Tag tag = Tag::unknown;
    std::string_view name;  ///< of an element; in SVG with its capitals
    std::string_view text;  ///< of a text node, character references resolved
    NodeIndex parent = no_node;
    NodeIndex end = 0;  ///< one past the last node of the subtree
    std::uint32_t first_attribute = 0;
    std::uint32_t attribute_count = 0;
    std::size_t source_begin = 0;  ///< byte offsets into the parsed text
    std::size_t source_end = 0;
};

class Arena;

class Dom {
public:
    static constexpr int max_depth = 512;

    /// Parses UTF-8 that XML 1.0 allows, as HTML prescribes (section 13.2). Nesting beyond max_depth is
    /// flattened with the diagnostic "html.depth-flattened". Throws `Error{limit_exceeded}` when the
    /// parser wants more memory than `Limits::parser_budget` of the input's size.
    Dom(std::string text, Context& context);
    ~Dom();
    Dom(const Dom&) = delete;
    Dom& operator=(const Dom&) = delete;

    const DomNode& operator[](NodeIndex node) const { return nodes_[node]; }
    NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
    Tag tag(NodeIndex node) const { return nodes_[node].tag; }
    NodeIndex end(NodeIndex node) const { return nodes_[node].end; }
    NodeIndex parent(NodeIndex node) const { return nodes_[node].parent; }

    /// The elements that every page has; the parser makes them where the source does not. A page of
    /// frames has no body: then it is its frameset.
    NodeIndex root() const { return 0; }
    NodeIndex head() const { return head_; }
    NodeIndex body() const { return body_; }

    NodeIndex first_child(NodeIndex node) const { return node + 1 < end(node) ? node + 1 : no_node; }
    NodeIndex next_sibling(NodeIndex node) const;

    /// The sibling elements before and after, skipping text that is white space only; else no_node.
    NodeIndex previous_element(NodeIndex node) const;
    NodeIndex next_element(NodeIndex node) const;

    /// The attribute's value, empty when there is none.
    std::string_view attribute(NodeIndex node, std::string_view name) const;
    bool has_attribute(NodeIndex node, std::string_view name) const;

    /// All attributes in source order.
    std::span<const DomAttribute> attributes(NodeIndex node) const {
        return std::span(attributes_).subspan(nodes_[node].first_attribute, nodes_[node].attribute_count);
    }

    /// True if `word` is one of the attribute's white-space separated words, in any case; of very long lists
    /// only the beginning counts.
    bool has_word(NodeIndex node, std::string_view attribute_name, std::string_view word) const;

    /// The first element with this id (or, for `a`, this name).
    NodeIndex by_id(std::string_view id) const;

    /// The nearest ancestor, `node` included, with this tag; else no_node.
    NodeIndex closest(NodeIndex node, Tag tag) const;

    /// The first element with this tag in the subtree of `node`, itself included; else no_node.
    NodeIndex find(NodeIndex node, Tag tag) const;

    bool contains(NodeIndex ancestor, NodeIndex node) const { return ancestor <= node && node < end(ancestor); }

    /// All text of the subtree but that of scripts and styles, as it is.
    std::string raw_text(NodeIndex node) const;

    /// The same without soft hyphens and their like, with white space collapsed and spaces where blocks and breaks part
    /// words.
    std::string text(NodeIndex node) const;

    /// The subtree as XML with the namespace of its root (SVG or MathML) declared.
    std::string to_xml(NodeIndex node) const;

    /// A range for `for (NodeIndex child : dom.children(node))`.
    class Children {
    public:
        class Iterator {
        public:
            Iterator(const Dom& dom, NodeIndex node) : dom_(&dom), node_(node) {}
            NodeIndex operator*() const { return node_; }
            Iterator& operator++() {
                node_ = dom_->next_sibling(node_);
                return *this;
            }
            bool operator!=(const Iterator& other) const { return node_ != other.node_; }

        private:
            const Dom* dom_;
            NodeIndex node_;
        };
        Children(const Dom& dom, NodeIndex node) : dom_(&dom), node_(node) {}
        Iterator begin() const { return {*dom_, dom_->first_child(node_)}; }
        Iterator end() const { return {*dom_, no_node}; }

    private:
        const Dom* dom_;
        NodeIndex node_;
    };
    Children children(NodeIndex node) const { return {*this, node}; }

private:
    friend class TreeCopy;
    void index();

    std::string source_;            ///< long attributes are views into it
    std::unique_ptr<Arena> arena_;  ///< asked for memory by the constructor only
    std::vector<DomNode> nodes_;
    std::vector<DomAttribute> attributes_;
    std::unordered_map<std::string_view, NodeIndex> ids_;
    NodeIndex head_ = no_node;
    NodeIndex body_ = no_node;
};

}  // namespace offprint::html
