#include <algorithm>
#include <array>
#include <string>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/notes.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr NodeIndex right_before = 3;

bool has_role(const Dom& dom, NodeIndex node, std::string_view role) {
    return dom.has_word(node, "role", role);
}

bool has_words(const std::string& text) {
    return !text.empty() && !is_note_label(text);
}

/// Word processors put a note of several paragraphs into a box that is named like it.
NodeIndex whole_note(const Dom& dom, NodeIndex first_paragraph) {
    const NodeIndex box = dom.parent(first_paragraph);
    const std::string_view id = dom.attribute(box, "id");
    const bool is_numbered = !id.empty() && id.back() >= '0' && id.back() <= '9';
    const bool is_first = dom.previous_element(first_paragraph) == no_node;
    return is_numbered && is_first && dom.tag(box) == Tag::div && has_note_name(dom, box) ? box : first_paragraph;
}

/// The element that holds the note whose anchor is `target`.
NodeIndex holder_of(const Dom& dom, NodeIndex target) {
    for (NodeIndex node = target; node != no_node && node != dom.body(); node = dom.parent(node)) {
        switch (dom.tag(node)) {
            case Tag::p:
                return whole_note(dom, node);
            case Tag::li:
            case Tag::dd:
            case Tag::div:
            case Tag::aside:
            case Tag::section:
            case Tag::tr:
            case Tag::blockquote:
                return node;
            case Tag::span:
            case Tag::small:
            case Tag::label:
                if (node == target && has_note_name(dom, node) && has_words(dom.text(node))) return node;
                break;
            case Tag::dt:
                return dom.next_element(node);
            default:
                break;
        }
    }
    return no_node;
}

bool in_note_section(const Dom& dom, NodeIndex node) {
    for (int level = 0; level < 4 && node != no_node && node != dom.body(); ++level, node = dom.parent(node)) {
        for (std::string_view role : {"doc-footnote", "doc-endnote", "doc-endnotes", "note"})
            if (has_role(dom, node, role)) return true;
        if (has_note_name(dom, node)) return true;
    }
    return false;
}

class LinkedNotes {
public:
    LinkedNotes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context, Notes& notes)
        : dom_(dom), selection_(selection), links_(links), context_(context), notes_(notes) {}

    void run() {
        find_anchors();
        for (NodeIndex link = 0; link < dom_.size(); ++link) {
            context_.checkpoint();
            if (dom_.tag(link) == Tag::a && dom_.has_attribute(link, "href")) consider(link);
        }
        keep_outermost();
        find_back_links();
    }

private:
    /// Where a link leads: many may lead to the same element, and looking at it takes time.
    struct Target {
        NodeIndex holder;
        bool in_note_section;
    };
    struct Anchor {
        NodeIndex target;
        NodeIndex link;
    };

    /// All links within the page, by what they lead to.
    void find_anchors() {
        for (NodeIndex link = 0; link < dom_.size(); ++link) {
            context_.checkpoint();
            if (dom_.tag(link) != Tag::a) continue;
            if (const std::string_view id = links_.fragment(dom_.attribute(link, "href")); !id.empty())
                anchors_.push_back({dom_.by_id(id), link});
        }
        std::stable_sort(anchors_.begin(), anchors_.end(),
                         [](const Anchor& left, const Anchor& right) { return left.target < right.target; });
    }

    const Target& target_of(NodeIndex node) {
        const auto found = targets_.find(node);
        if (found != targets_.end()) return found->second;
        return targets_.emplace(node, Target{holder_of(dom_, node), in_note_section(dom_, node)}).first->second;
    }

    void consider(NodeIndex link) {
        const std::string_view id = links_.fragment(dom_.attribute(link, "href"));
        if (id.empty() || has_role(dom_, link, "doc-backlink")) return;
        const bool declared = has_role(dom_, link, "doc-noteref");
        const bool raised = dom_.closest(link, Tag::sup) != no_node || dom_.find(link, Tag::sup) != no_node;
        const bool named = has_note_name(dom_, link) || has_note_name(dom_, dom_.parent(link));
        const bool short_label = is_note_label(note_label(dom_, link));
        if (!declared && !(short_label && (raised || named || dom_.text(link).starts_with('[')))) return;
        const auto [holder, in_section] = target_of(dom_.by_id(id));
        if (holder == no_node || dom_.contains(holder, link)) return;
        // A link from a note to its reference looks the same but leads back.
        if (!declared && holder < link && !is_sidenote(holder)) return;
        if (!declared && !in_section && !leads_back(holder, link)) return;
        if (!selection_.includes(dom_, link)) return;
        notes_.references.emplace(link, holder);
        notes_.definitions.insert(holder);
        notes_.labels.try_emplace(holder, note_label(dom_, link));
    }

    bool is_sidenote(NodeIndex holder) const { return has_note_name(dom_, holder) && dom_.tag(holder) != Tag::p; }

    /// True if the note has a link to what surrounds its reference.
    bool leads_back(NodeIndex holder, NodeIndex link) const {
        auto anchor = std::lower_bound(anchors_.begin(), anchors_.end(), link - std::min(link, right_before),
                                       [](const Anchor& left, NodeIndex target) { return left.target < target; });
        for (; anchor != anchors_.end() && anchor->target < dom_.end(link); ++anchor)
            if (dom_.contains(holder, anchor->link)) return true;
        return false;
    }

    /// True if `anchor` is the link, inside it or right before it, as a close ancestor is.
    bool is_around(NodeIndex anchor, NodeIndex link) const {
        return dom_.contains(link, anchor) || (anchor < link && link - anchor <= right_before);
    }

    /// A note inside another would be shown twice.
    void keep_outermost() {
        NodeIndex covered = 0;
        std::set<NodeIndex> inner;
        for (const NodeIndex definition : notes_.definitions) {
            if (definition < covered)
                inner.insert(definition);
            else
                covered = dom_.end(definition);
        }
        std::erase_if(notes_.definitions, [&](NodeIndex definition) { return inner.contains(definition); });
        std::erase_if(notes_.references, [&](const auto& reference) { return inner.contains(reference.second); });
    }

    void find_back_links() {
        for (const NodeIndex definition : notes_.definitions) {
            std::vector<NodeIndex> back_links;
            for (NodeIndex node = definition; node < dom_.end(definition); ++node) {
                context_.checkpoint();
                if (is_back_link(node)) back_links.push_back(node);
            }
            notes_.marks.insert(back_links.begin(), back_links.end());
            for (const NodeIndex link : back_links) notes_.marks.insert(mark_around(link));
        }
    }

    /// The largest inline element that has nothing to say but the back-links in it: an arrow, "and", brackets.
    NodeIndex mark_around(NodeIndex link) const {
        constexpr NodeIndex most_nodes = 64;
        constexpr std::size_t longest_decoration = 8;
        NodeIndex mark = link;
        while (true) {
            const NodeIndex parent = dom_.parent(mark);
            const bool fits = is_phrasing(dom_.tag(parent)) && dom_.end(parent) - parent <= most_nodes;
            if (!fits || notes_.definitions.contains(parent)) return mark;
            std::size_t decoration = 0;
            for (NodeIndex node = parent + 1; node < dom_.end(parent); ++node) {
                if (notes_.marks.contains(node))
                    node = dom_.end(node) - 1;
                else
                    decoration += trim(dom_[node].text).size();
            }
            if (decoration > longest_decoration) return mark;
            mark = parent;
        }
    }

    bool is_back_link(NodeIndex node) const {
        if (dom_.tag(node) == Tag::text) return false;
        if (has_role(dom_, node, "doc-backlink")) return true;
        const std::vector<std::string> tokens = name_tokens(dom_.attribute(node, "class"));
        for (std::string_view word : {"backlink", "backref", "reversefootnote"})
            if (std::find(tokens.begin(), tokens.end(), word) != tokens.end()) return true;
        if (dom_.tag(node) != Tag::a) return false;
        const std::string_view id = links_.fragment(dom_.attribute(node, "href"));
        if (id.empty()) return false;
        // To the reference itself, to an element around it, or to an anchor right before it.
        const NodeIndex anchor = dom_.by_id(id);
        const auto next = notes_.references.lower_bound(anchor);
        return next != notes_.references.end() && is_around(anchor, next->first);
    }

    const Dom& dom_;
    const Selection& selection_;
    const LinkResolver& links_;
    Context& context_;
    std::vector<Anchor> anchors_;
    std::map<NodeIndex, Target> targets_;
    Notes& notes_;
};

}  // namespace

void add_linked_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context,
                      Notes& notes) {
    LinkedNotes(dom, selection, links, context, notes).run();
}

}  // namespace offprint::html
