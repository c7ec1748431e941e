#include "html/dom/selector.hpp"

#include <algorithm>
#include <unordered_set>

#include "html/dom/space.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool has_exact_word(std::string_view list, std::string_view word) {
    list = list.substr(0, longest_name_list);
    while (!list.empty()) {
        const auto* end = std::find_if(list.begin(), list.end(), is_space);
        const auto length = static_cast<std::size_t>(end - list.begin());
        if (list.substr(0, length) == word) return !word.empty();
        list.remove_prefix(std::min(length + 1, list.size()));
    }
    return false;
}

bool has_next_element(const Dom& dom, NodeIndex node) {
    NodeIndex next = dom.next_sibling(node);
    while (next != no_node && dom.tag(next) == Tag::text) next = dom.next_sibling(next);
    return next != no_node;
}

}  // namespace

/// Walks the page once, forwards: what an element matches follows from what its parent and its earlier siblings
/// match, so that no combinator is ever tried twice.
class Selector::Matcher {
public:
    Matcher(const Selector& selector, const Dom& dom) : selector_(selector), dom_(dom) {
        open_.push_back({.end = dom.size()});
    }

    /// What `node`, the next element in document order, matches.
    Bits enter(NodeIndex node) {
        while (open_.back().end <= node) open_.pop_back();
        Level& parent = open_.back();
        ++parent.children;
        is_first_of_type_ = parent.types.insert(dom_[node].name).second;
        matched_ = 0;
        for (std::size_t i = 0; i < selector_.compounds_.size(); ++i)
            if (matches(node, selector_.compounds_[i])) matched_ |= Bits{1} << i;
        parent.last_child = matched_;
        parent.all_children |= matched_;
        const Bits ancestors = parent.ancestors | matched_;
        open_.push_back({.end = dom_.end(node), .matched = matched_, .ancestors = ancestors});
        return matched_;
    }

private:
    /// An open element, and what is known of its children so far.
    struct Level {
        NodeIndex end = 0;
        Bits matched = 0;
        Bits ancestors = 0;  ///< what it or an ancestor matches
        Bits last_child = 0;
        Bits all_children = 0;
        int children = 0;
        std::unordered_set<std::string_view> types{};
    };

    bool matches(NodeIndex node, const Compound& compound) const {
        if (!compound.type.empty() && compound.type != to_lower_ascii(dom_[node].name)) return false;
        if (!is_combined(compound)) return false;
        return std::all_of(compound.conditions.begin(), compound.conditions.end(), [&](const Condition& condition) {
            return std::visit([&](const auto& test) { return holds(node, test); }, condition);
        });
    }

    bool is_combined(const Compound& compound) const {
        const Level& parent = open_.back();
        switch (compound.combinator) {
            case Combinator::none:
                return true;
            case Combinator::descendant:
                return (parent.ancestors & compound.previous) != 0;
            case Combinator::child:
                return (parent.matched & compound.previous) != 0;
            case Combinator::next_sibling:
                return (parent.last_child & compound.previous) != 0;
            case Combinator::subsequent_sibling:
                return (parent.all_children & compound.previous) != 0;
        }
        return false;
    }

    bool holds(NodeIndex node, const AttributeTest& test) const {
        if (!dom_.has_attribute(node, test.name)) return false;
        const std::string_view value = dom_.attribute(node, test.name);
        return test.ignores_case ? compares(to_lower_ascii(value), test) : compares(value, test);
    }

    static bool compares(std::string_view value, const AttributeTest& test) {
        const std::string_view wanted = test.value;
        switch (test.compare) {
            case AttributeTest::Operator::exists:
                return true;
            case AttributeTest::Operator::equals:
                return value == wanted;
            case AttributeTest::Operator::has_word:
                return has_exact_word(value, wanted);
            case AttributeTest::Operator::is_or_precedes_dash:
                return value.starts_with(wanted) && (value.size() == wanted.size() || value[wanted.size()] == '-');
            case AttributeTest::Operator::starts_with:
                return !wanted.empty() && value.starts_with(wanted);
            case AttributeTest::Operator::ends_with:
                return !wanted.empty() && value.ends_with(wanted);
            case AttributeTest::Operator::contains:
                return !wanted.empty() && value.find(wanted) != std::string_view::npos;
        }
        return false;
    }

    bool holds(NodeIndex, const NthChild& nth) const {
        const std::int64_t distance = open_.back().children - std::int64_t{nth.offset};
        if (nth.step == 0) return distance == 0;
        return distance % nth.step == 0 && distance / nth.step >= 0;
    }

    bool holds(NodeIndex node, Position position) const {
        switch (position) {
            case Position::root:
                return node == dom_.root();
            case Position::last_child:
                return !has_next_element(dom_, node);
            case Position::first_of_type:
                return is_first_of_type_;
        }
        return false;
    }

    bool holds(NodeIndex, const Nested& nested) const { return ((matched_ & nested.matches) != 0) != nested.negated; }

    const Selector& selector_;
    const Dom& dom_;
    std::vector<Level> open_;  // never empty: the first is the document
    Bits matched_ = 0;         // of the current element, so far
    bool is_first_of_type_ = false;
};

std::vector<NodeIndex> Selector::outermost_matches(const Dom& dom, Context& context) const {
    std::vector<NodeIndex> found;
    Matcher matcher(*this, dom);
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        if (dom.tag(node) == Tag::text) continue;
        const Bits matched = matcher.enter(node);
        if ((matched & accepted_) == 0 || !dom.contains(dom.body(), node)) continue;
        found.push_back(node);
        node = dom.end(node) - 1;
    }
    return found;
}

}  // namespace offprint::html
