// The only file that knows the parser, gumbo.
#include <gumbo.h>

#include <algorithm>
#include <csetjmp>

#include "html/dom/arena.hpp"
#include "html/dom/depth_guard.hpp"
#include "html/dom/dom.hpp"
#include "html/dom/long_data.hpp"
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

}  // namespace

/// Copies the parser's tree in document order.
class TreeCopy {
public:
    TreeCopy(Dom& dom, const LongData& data, Context& context) : dom_(dom), data_(data), context_(context) {}

    /// True if it had to leave out elements that were too deep.
    bool run(const GumboNode* root) {
        open(root, no_node);
        while (!path_.empty()) {
            Level& level = path_.back();
            const GumboVector& children = level.element->v.element.children;
            if (level.next_child < children.length) {
                visit(static_cast<const GumboNode*>(children.data[level.next_child++]), level.copy);
            } else {
                close(level);
                path_.pop_back();
            }
        }
        return flattened_;
    }

private:
    struct Level {
        const GumboNode* element;
        NodeIndex copy;  ///< where its children go: its copy, or an ancestor's when it is too deep
        bool copied;
        unsigned next_child = 0;
    };

    void visit(const GumboNode* node, NodeIndex parent) {
        switch (node->type) {
            case GUMBO_NODE_ELEMENT:
                return open(node, parent);
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA:
                return add_text(node->v.text, parent);
            case GUMBO_NODE_TEMPLATE:  // inert until a script uses it
            case GUMBO_NODE_COMMENT:
            case GUMBO_NODE_DOCUMENT:
                return;
        }
    }

    void open(const GumboNode* node, NodeIndex parent) {
        context_.checkpoint();
        if (depth_ >= Dom::max_depth) {
            flattened_ = true;
            path_.push_back({node, parent, false});
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
        path_.push_back({node, copy, true});
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

    /// Character references can name what XML forbids.
    std::string_view clean(std::string_view text) {
        text = data_.restored(text, *dom_.arena_);
        return xml_text_prefix(text) == text.size() ? text : dom_.arena_->copy(clean_xml_text(text));
    }

    Dom& dom_;
    const LongData& data_;
    Context& context_;
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
