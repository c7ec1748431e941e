#include "article/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "article/statistics.hpp"
#include "html/dom/space.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_words = 60;
constexpr int deepest_indent = 60;

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

class Outline {
public:
    Outline(const Dom& dom, const std::vector<bool>& removed, const std::vector<NodeIndex>& roots, Context& context)
        : dom_(dom), removed_(removed), roots_(roots), context_(context), left_(measure(dom, removed)) {
        // What was removed shows how much went with it.
        whole_ = measure(dom, std::vector<bool>(dom.size()));
        find_words();
    }

    std::string draw() {
        const NodeIndex body = dom_.body();
        std::vector<NodeIndex> open;
        for (NodeIndex node = body; node < dom_.end(body); ++node) {
            context_.checkpoint();
            while (!open.empty() && dom_.end(open.back()) <= node) open.pop_back();
            if (dom_.tag(node) == Tag::text) continue;
            append_line(node, static_cast<int>(open.size()));
            if (removed_[node])
                node = dom_.end(node) - 1;
            else
                open.push_back(node);
        }
        return std::move(drawn_);
    }

private:
    /// For each node the first text at or after it that is not blank.
    void find_words() {
        words_.resize(dom_.size(), no_node);
        NodeIndex next = no_node;
        for (NodeIndex node = dom_.size(); node-- > 0;) {
            const bool is_text = dom_.tag(node) == Tag::text && !is_blank(dom_[node].text);
            words_[node] = next = is_text ? node : next;
        }
    }

    std::string name_of(NodeIndex node) const {
        std::string name(dom_[node].name);
        if (const std::string_view id = dom_.attribute(node, "id"); !id.empty()) name.append("#").append(id);
        const std::string classes = collapse_space(dom_.attribute(node, "class").substr(0, longest_name));
        if (!classes.empty()) name.append(".").append(classes);
        std::replace_if(name.begin(), name.end(), is_space, '.');
        return std::string(utf8_prefix(name, longest_name));
    }

    std::string first_words(NodeIndex node) const {
        const NodeIndex text = words_[node];
        if (text == no_node || text >= dom_.end(node)) return {};
        // Enough for the words, whatever the space around them.
        const std::string_view start = utf8_prefix(dom_[text].text, 4 * longest_words);
        return std::string(utf8_prefix(trim(collapse_space(start)), longest_words));
    }

    void append_line(NodeIndex node, int depth) {
        const char mark = removed_[node] ? '-' : std::binary_search(roots_.begin(), roots_.end(), node) ? '*' : ' ';
        const TextStatistics& counts = removed_[node] ? whole_[node] : left_[node];
        fmt::format_to(std::back_inserter(drawn_), "{} {:{}}{}  text {}, links {:.2f}, prose {}  {}\n", mark, "",
                       2 * std::min(depth, deepest_indent), name_of(node), counts.text, counts.link_density(),
                       counts.prose, first_words(node));
    }

    const Dom& dom_;
    const std::vector<bool>& removed_;
    const std::vector<NodeIndex>& roots_;
    Context& context_;
    std::vector<TextStatistics> left_;
    std::vector<TextStatistics> whole_;
    std::vector<NodeIndex> words_;
    std::string drawn_;
};

}  // namespace

void trace_stage(std::string_view stage, const Dom& dom, const std::vector<bool>& removed,
                 const std::vector<NodeIndex>& roots, Context& context) {
    if (context.tracing()) context.trace(stage, Outline(dom, removed, roots, context).draw());
}

}  // namespace offprint::html
