#include "mapping/notes.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_label = 6;  // "[12a]"
constexpr NodeIndex right_before = 3;

bool has_note_name(const Dom& dom, NodeIndex node) {
    static constexpr std::array<std::string_view, 14> words{
        "fn",    "fnref",   "footnote", "footnotes", "endnote", "endnotes",        "note",
        "notes", "noteref", "cite",     "reference", "ftn",     "reversefootnote", "sidenote"};
    const std::vector<std::string> tokens = name_tokens(dom, node);
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        std::string_view word = token;
        while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

bool has_role(const Dom& dom, NodeIndex node, std::string_view role) {
    return dom.has_word(node, "role", role);
}

/// The text of a reference without its brackets: "3", "a", "*".
std::string label_of(const Dom& dom, NodeIndex link) {
    std::string text = dom.text(link);
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; }),
        text.end());
    return std::string(trim(text));
}

/// True for numbers, single letters and marks, which no other link consists of.
bool is_label(std::string_view label) {
    if (label.empty() || label.size() > longest_label) return false;
    const bool number = std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number || code_points(label) <= 2 || label.starts_with("note") || label.starts_with("nb");
}

/// The element that holds the note whose anchor is `target`.
NodeIndex holder_of(const Dom& dom, NodeIndex target) {
    for (NodeIndex node = target; node != no_node && node != dom.body(); node = dom.parent(node)) {
        switch (dom.tag(node)) {
            case Tag::li:
            case Tag::p:
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
                if (node == target && has_note_name(dom, node) && dom.text(node).size() > longest_label) return node;
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

class NoteFinder {
public:
    NoteFinder(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context)
        : dom_(dom), selection_(selection), links_(links), context_(context) {}

    Notes run() {
        find_anchors();
        for (NodeIndex link = 0; link < dom_.size(); ++link) {
            context_.checkpoint();
            if (dom_.tag(link) == Tag::a && dom_.has_attribute(link, "href")) consider(link);
        }
        keep_outermost();
        find_back_links();
        return std::move(notes_);
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
        const bool short_label = is_label(label_of(dom_, link));
        if (!declared && !(short_label && (raised || named || dom_.text(link).starts_with('[')))) return;
        const auto [holder, in_section] = target_of(dom_.by_id(id));
        if (holder == no_node || dom_.contains(holder, link)) return;
        // A link from a note to its reference looks the same but leads back.
        if (!declared && holder < link && !is_sidenote(holder)) return;
        if (!declared && !in_section && !leads_back(holder, link)) return;
        if (!selection_.includes(dom_, link)) return;
        notes_.references.emplace(link, holder);
        notes_.definitions.insert(holder);
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
        for (const NodeIndex definition : notes_.definitions)
            for (NodeIndex node = definition; node < dom_.end(definition); ++node) {
                context_.checkpoint();
                if (is_back_link(node)) notes_.back_links.insert(node);
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
    Notes notes_;
};

}  // namespace

Notes find_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context) {
    return NoteFinder(dom, selection, links, context).run();
}

}  // namespace offprint::html
