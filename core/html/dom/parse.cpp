// The only file that knows the parser, gumbo.
#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "html/dom/arena.hpp"
#include "html/dom/depth_guard.hpp"
#include "html/dom/dom.hpp"
#include "html/dom/long_data.hpp"
#include "html/dom/streamed_parts.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

struct ParserMemory {
    Arena& arena;
    std::jmp_buf exhausted;
};

void* allocate(void* memory, std::size_t size) {
    auto* parser_memory = static_cast<ParserMemory*>(memory);
    void* result = parser_memory->arena.allocate(size);
    // Gumbo knows no failure here. Between this frame and the caller of the parser there are only C
    // frames that own nothing but arena memory, so that they can be left at once.
    if (result == nullptr) std::longjmp(parser_memory->exhausted, 1);
    return result;
}

void release(void* memory, void* allocated) {
    static_cast<ParserMemory*>(memory)->arena.release(allocated);
}

/// Null when the arena is exhausted. The result is never destroyed: gumbo would recurse, and the
/// arena owns it all.
const GumboOutput* run_parser(ParserMemory& memory, std::string_view markup) {
    if (setjmp(memory.exhausted) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &memory;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, markup.data(), markup.size());
}

const char* prefix_of(const GumboAttribute& attribute) {
    switch (attribute.attr_namespace) {
        case GUMBO_ATTR_NAMESPACE_XLINK:
            return "xlink:";
        case GUMBO_ATTR_NAMESPACE_XML:
            return "xml:";
        case GUMBO_ATTR_NAMESPACE_XMLNS:
            return std::string_view(attribute.name) == "xmlns" ? "" : "xmlns:";
        case GUMBO_ATTR_NAMESPACE_NONE:
            break;
    }
    return "";
}

bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::string_view attribute_of(const GumboNode* element, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&element->v.element.attributes, name);
    return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

using Nodes = std::vector<const GumboNode*>;

std::span<const GumboNode* const> children_of(const GumboNode* element) {
    const GumboVector& children = element->v.element.children;
    return {reinterpret_cast<const GumboNode* const*>(children.data), children.length};
}

/// The template of a host's declarative shadow root (HTML 4.12.3); null if it has none.
const GumboNode* shadow_root(const GumboNode* host) {
    for (const GumboNode* child : children_of(host))
        if (child->type == GUMBO_NODE_TEMPLATE && !attribute_of(child, "shadowrootmode").empty()) return child;
    return nullptr;
}

/// The elements of the tree that are sent in place of templates, by their ids.
std::unordered_map<std::string_view, const GumboNode*> find_parts(
    const GumboNode* root, const std::unordered_map<std::string_view, StreamedPart>& wanted) {
    std::unordered_map<std::string_view, const GumboNode*> found;
    for (const auto& [placeholder, part] : wanted) found.emplace(part.id, nullptr);
    Nodes open{root};
    while (!open.empty()) {
        const GumboNode* node = open.back();
        open.pop_back();
        if (!is_element(node)) continue;
        const auto part = found.find(attribute_of(node, "id"));
        if (part != found.end() && part->second == nullptr &&
            gumbo_get_attribute(&node->v.element.attributes, "hidden"))
            part->second = node;
        const std::span<const GumboNode* const> children = children_of(node);
        open.insert(open.end(), children.rbegin(), children.rend());
    }
    std::erase_if(found, [](const auto& part) { return part.second == nullptr; });
    return found;
}

}  // namespace

/// Copies the parser's tree in document order, as browsers show it: shadow trees in their hosts, and parts that were
/// sent late in their places.
class TreeCopy {
public:
    TreeCopy(Dom& dom, const LongData& data, Context& context)
        : dom_(dom),
          data_(data),
          context_(context),
          has_shadow_trees_(data.markup().find("shadowrootmode") != std::string_view::npos),
          streamed_(streamed_parts(data.markup())) {}

    /// True if it had to leave out elements that were too deep.
    bool run(const GumboNode* root) {
        if (!streamed_.empty()) parts_ = find_parts(root, streamed_);
        open(root, no_node, std::nullopt);
        while (!path_.empty()) {
            Level& level = path_.back();
            if (level.next_child < level.children.size()) {
                visit(level.children[level.next_child++], level.copy, level.scope);
            } else {
                close(level);
                path_.pop_back();
            }
        }
        return flattened_;
    }

private:
    /// Of `scopes_`; none outside of shadow trees.
    using Scope = std::optional<std::size_t>;

    struct Level {
        const GumboNode* element;
        NodeIndex copy;  ///< where its children go: its copy, or an ancestor's when it is too deep
        bool copied;
        std::span<const GumboNode* const> children;  ///< those that are shown
        Scope scope;                                 ///< the shadow tree that these are in
        std::size_t next_child = 0;
        bool has_marks = true;  ///< comments around what is replaced, as far as is known
    };

    /// A shadow tree: what its host holds besides, by the slot that it is shown in, and where that stands itself.
    struct Shadow {
        std::unordered_map<std::string_view, Nodes> slotted;
        Scope outer;
    };

    void visit(const GumboNode* node, NodeIndex parent, Scope scope) {
        switch (node->type) {
            case GUMBO_NODE_ELEMENT:
                return open(node, parent, scope);
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA:
                return add_text(node->v.text, parent);
            case GUMBO_NODE_TEMPLATE:  // inert until a script uses it
                return replace(node, parent, scope);
            case GUMBO_NODE_COMMENT:
            case GUMBO_NODE_DOCUMENT:
                return;
        }
    }

    /// Goes on with the children of the part that was sent for `placeholder`, if there is one.
    void replace(const GumboNode* placeholder, NodeIndex parent, Scope scope) {
        if (parts_.empty()) return;
        const auto streamed = streamed_.find(attribute_of(placeholder, "id"));
        const auto part = streamed == streamed_.end() ? parts_.end() : parts_.find(streamed->second.id);
        if (part == parts_.end() || part->second == nullptr) return;
        if (streamed->second.has_fallback) skip_fallback(path_.back());
        const GumboNode* element = part->second;
        part->second = nullptr;  // once
        path_.push_back({element, parent, false, children_of(element), scope});
    }

    /// What is shown until the part comes: up to a comment, or where those were taken out of the page, an element.
    static void skip_fallback(Level& level) {
        std::size_t depth = 0;
        std::size_t first_element = level.children.size();
        for (std::size_t i = level.next_child; i < level.children.size(); ++i) {
            const GumboNode* node = level.children[i];
            if (is_element(node)) first_element = std::min(first_element, i);
            if (first_element == i && !level.has_marks) break;
            if (node->type != GUMBO_NODE_COMMENT) continue;
            const std::string_view mark = node->v.text.text;
            if (mark.starts_with('$')) ++depth;
            if (mark == "/$" && depth-- == 0) {
                level.next_child = i;
                return;
            }
        }
        level.has_marks = false;
        if (first_element != level.children.size() && level.children[first_element]->type == GUMBO_NODE_ELEMENT)
            level.next_child = first_element + 1;
    }

    /// The children of `node` that are shown, and the shadow tree that they are in.
    std::pair<std::span<const GumboNode* const>, Scope> shown_children(const GumboNode* node, Scope scope) {
        if (!has_shadow_trees_) return {children_of(node), scope};
        if (const GumboNode* root = shadow_root(node)) {
            Shadow& shadow = shadows_.emplace_back();
            shadow.outer = scope;
            for (const GumboNode* child : children_of(node))
                if (child != root)
                    shadow.slotted[is_element(child) ? attribute_of(child, "slot") : ""].push_back(child);
            return {children_of(root), shadows_.size() - 1};
        }
        if (scope && node->v.element.tag == GUMBO_TAG_UNKNOWN && is_slot(node)) {
            Shadow& shadow = shadows_[*scope];
            const auto slotted = shadow.slotted.find(attribute_of(node, "name"));
            if (slotted != shadow.slotted.end()) {
                Nodes& nodes = assigned_.emplace_back(std::move(slotted->second));
                shadow.slotted.erase(slotted);
                return {nodes, shadow.outer};
            }
        }
        return {children_of(node), scope};
    }

    static bool is_slot(const GumboNode* node) {
        GumboStringPiece name = node->v.element.original_tag;
        gumbo_tag_from_original_text(&name);
        return to_lower_ascii({name.data, name.length}) == "slot";
    }

    void open(const GumboNode* node, NodeIndex parent, Scope scope) {
        context_.checkpoint();
        if (!parts_.empty())  // where it is sent, a part is not shown
            if (const auto part = parts_.find(attribute_of(node, "id"));
                part != parts_.end() && gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr)
                return;
        const auto [children, inner_scope] = shown_children(node, scope);
        if (depth_ >= Dom::max_depth) {
            flattened_ = true;
            path_.push_back({node, parent, false, children, inner_scope});
            return;
        }
        const GumboElement& element = node->v.element;
        const auto copy = static_cast<NodeIndex>(dom_.nodes_.size());
        DomNode& added = dom_.nodes_.emplace_back();
        added.parent = parent;
        name(element, added);
        added.source_begin = data_.original(element.start_pos.offset);
        added.source_end = data_.original(element.start_pos.offset + element.original_tag.length);
        added.first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
        add_attributes(element);
        added.attribute_count = static_cast<std::uint32_t>(dom_.attributes_.size()) - added.first_attribute;
        path_.push_back({node, copy, true, children, inner_scope});
        ++depth_;
    }

    void close(const Level& level) {
        if (!level.copied) return;
        --depth_;
        DomNode& node = dom_.nodes_[level.copy];
        node.end = dom_.size();
        const GumboStringPiece& end_tag = level.element->v.element.original_end_tag;
        if (end_tag.length != 0)
            node.source_end =
                data_.original(static_cast<std::size_t>(end_tag.data - data_.markup().data()) + end_tag.length);
        if (node.parent != no_node) extend(node.parent, node.source_end);
    }

    void add_text(const GumboText& text, NodeIndex parent) {
        if (*text.text == '\0' || dom_.tag(parent) == Tag::style) return;
        const auto copy = static_cast<NodeIndex>(dom_.nodes_.size());
        DomNode& added = dom_.nodes_.emplace_back();
        added.tag = Tag::text;
        added.text = clean(text.text);
        added.parent = parent;
        added.end = copy + 1;
        added.source_begin = data_.original(text.start_pos.offset);
        const std::size_t end = text.start_pos.offset + text.original_text.length;
        added.source_end = data_.original(std::min(end, data_.markup().size()));
        extend(parent, added.source_end);
    }

    void extend(NodeIndex node, std::size_t source_end) {
        dom_.nodes_[node].source_end = std::max(dom_.nodes_[node].source_end, source_end);
    }

    void name(const GumboElement& element, DomNode& node) {
        GumboStringPiece original = element.original_tag;
        if (element.tag != GUMBO_TAG_UNKNOWN) {
            node.name = gumbo_normalized_tagname(element.tag);
        } else {
            gumbo_tag_from_original_text(&original);
            node.name = dom_.arena_->copy(to_lower_ascii({original.data, original.length}));
        }
        if (element.tag_namespace == GUMBO_NAMESPACE_HTML) {
            node.tag = tag_from_name(node.name);
            return;
        }
        node.tag = element.tag == GUMBO_TAG_SVG ? Tag::svg : element.tag == GUMBO_TAG_MATH ? Tag::math : Tag::foreign;
        if (element.tag_namespace != GUMBO_NAMESPACE_SVG || original.length == 0) return;
        if (element.tag != GUMBO_TAG_UNKNOWN) gumbo_tag_from_original_text(&original);
        if (const char* svg_name = gumbo_normalize_svg_tagname(&original)) node.name = svg_name;
    }

    void add_attributes(const GumboElement& element) {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const std::string_view prefix = prefix_of(attribute);
            const std::string_view plain = attribute.name;
            dom_.attributes_.push_back({prefix.empty() ? plain : dom_.arena_->copy(std::string(prefix).append(plain)),
                                        clean(attribute.value)});
        }
    }

    /// Character references can name what XML forbids. What stands in the source as it is may be long, and is clean.
    std::string_view clean(std::string_view text) {
        text = data_.restored(text, *dom_.arena_);
        if (data_.is_in_source(text)) return text;
        return xml_text_prefix(text) == text.size() ? text : dom_.arena_->copy(clean_xml_text(text));
    }

    Dom& dom_;
    const LongData& data_;
    Context& context_;
    bool has_shadow_trees_;
    std::unordered_map<std::string_view, StreamedPart> streamed_;   ///< by those of their templates
    std::unordered_map<std::string_view, const GumboNode*> parts_;  ///< by their ids; null when they are in place
    std::vector<Shadow> shadows_;
    std::deque<Nodes> assigned_;  ///< levels view them
    std::vector<Level> path_;
    int depth_ = 0;
    bool flattened_ = false;
};

Dom::Dom(std::string text, Context& context) : source_(std::move(text)) {
    arena_ = std::make_unique<Arena>(context.limits(), source_.size());
    bool flattened = limit_markup(source_, max_depth);
    ParserMemory memory{*arena_, {}};
    const LongData data(source_);
    const GumboOutput* output = run_parser(memory, data.markup());
    if (output == nullptr) throw_limit(context.limits(), &Limits::parser_bytes);
    flattened |= TreeCopy(*this, data, context).run(output->root);
    if (flattened)
        context.report(Severity::warning, "html.depth-flattened",
                       "elements nested deeper than 512 levels, or with more than 256 attributes, were flattened");
    index();
}

Dom::~Dom() = default;

}  // namespace offprint::html
