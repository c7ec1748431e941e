#include <algorithm>
#include <set>
#include <string>

#include "article/article.hpp"
#include "html/mapping/captions.hpp"
#include "html/mapping/image_source.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_text_block(Tag tag) {
    return tag == Tag::p || tag == Tag::blockquote || tag == Tag::pre;
}

class Joining {
public:
    Joining(const Dom& dom, NodeIndex candidate, const PageMetadata& page,
            const std::vector<TextStatistics>& statistics, const Removal& removal)
        : dom_(dom),
          candidate_(candidate),
          box_(candidate),
          headline_(page.headline),
          shared_(page.metadata.cover_source),
          statistics_(statistics),
          removal_(removal) {
        while (is_wrapped()) candidate_ = dom.parent(box_ = candidate_);
        // A headline that is not shown may stand in the wrapper.
        const bool is_before = headline_ != no_node && headline_ < candidate_ && !dom.contains(headline_, candidate_);
        headline_end_ = is_before ? dom.end(headline_) : no_node;
    }

    std::vector<NodeIndex> run() {
        join_siblings();
        std::vector<NodeIndex> roots = headline_end_ == no_node ? std::vector<NodeIndex>() : lead();
        drop_pictures_of_body(roots);
        if (const NodeIndex picture = shared_picture(roots); picture != no_node) {
            std::erase_if(roots, [&](NodeIndex root) { return dom_.contains(picture, root); });
            roots.insert(std::upper_bound(roots.begin(), roots.end(), picture), picture);
        }
        roots.insert(roots.end(), first_, last_);
        return roots;
    }

private:
    /// True if the parent holds nothing besides: what stands beside that stands beside the candidate.
    bool is_wrapped() const {
        const NodeIndex parent = dom_.parent(candidate_);
        return candidate_ != dom_.body() && parent != dom_.body() &&
               statistics_[parent].text == statistics_[candidate_].text &&
               statistics_[parent].media == statistics_[candidate_].media;
    }

    /// The siblings from the first to the last that is a part of a split body.
    void join_siblings() {
        const NodeIndex parent = dom_.parent(candidate_);
        siblings_.clear();
        if (candidate_ == dom_.body() || parent == no_node) {
            siblings_.push_back(candidate_);
        } else {
            for (const NodeIndex child : dom_.children(parent))
                if (headline_end_ == no_node || child >= headline_end_) siblings_.push_back(child);
        }
        const auto is_part = [&](NodeIndex node) { return node == candidate_ || is_further_part(node); };
        first_ = std::find_if(siblings_.begin(), siblings_.end(), is_part);
        last_ = std::find_if(siblings_.rbegin(), siblings_.rend(), is_part).base();
        while (first_ != siblings_.begin() && is_picture_part(*std::prev(first_))) --first_;
        while (last_ != siblings_.end() && is_picture_part(*last_)) ++last_;
    }

    /// Editors that put each part into a box of one kind have such for pictures: right before and after the text.
    bool is_picture_part(NodeIndex node) const {
        if (dom_.tag(node) == Tag::text) return trim(dom_[node].text).empty();
        const TextStatistics& own = statistics_[node];
        if (removal_.removed[node] || own.pictures == 0 || own.links != 0 || own.fields != 0) return false;
        const std::string_view kind = first_class(candidate_);
        return dom_.tag(node) == dom_.tag(candidate_) && !kind.empty() && first_class(node) == kind;
    }

    std::string_view first_class(NodeIndex node) const {
        const std::string_view words = trim(dom_.attribute(node, "class"));
        return words.substr(0, words.find_first_of(" \t\n"));
    }

    bool is_further_part(NodeIndex node) const {
        if (dom_.tag(node) == Tag::text || removal_.removed[node]) return false;
        const TextStatistics& own = statistics_[node];
        // A headline that leads elsewhere is the next article's.
        if (own.link_density() > 0.4 || (own.linked_headings != 0 && dom_.find(node, Tag::h1) != no_node)) return false;
        if (is_text_block(dom_.tag(node))) return own.prose != 0 && own.link_density() <= 0.3;
        // Articles beside each other are articles of their own.
        if (dom_.tag(node) == Tag::article || dom_.tag(node) != dom_.tag(candidate_)) return false;
        if (dom_.tag(box_) == Tag::article && dom_.find(node, Tag::article) != no_node) return false;
        if (own.prose == 0) return false;
        return is_of_class(node, dom_.attribute(candidate_, "class")) || holds_box_like(node);
    }

    /// An id tells boxes without a class apart.
    bool is_of_class(NodeIndex node, std::string_view wanted) const {
        return dom_.attribute(node, "class") == wanted && (!wanted.empty() || !dom_.has_attribute(node, "id"));
    }

    /// Builders of pages put each text into a box of one kind, and that into one that is named by what it holds.
    bool holds_box_like(NodeIndex node) const {
        const std::string_view wanted = dom_.attribute(box_, "class");
        const NodeIndex child = dom_.first_child(node);
        if (box_ == candidate_ || wanted.empty() || child == no_node) return false;
        const NodeIndex box = dom_.tag(child) == Tag::text ? dom_.next_element(child) : child;
        return box != no_node && dom_.attribute(box, "class") == wanted && statistics_[node].links == 0 &&
               statistics_[node].fields == 0;
    }

    /// What stands between the headline and the body: the dek, a picture.
    std::vector<NodeIndex> lead() const {
        std::vector<NodeIndex> found;
        const NodeIndex end = *first_;
        for (NodeIndex node = headline_end_; node < end; ++node) {
            if (dom_.contains(node, end) && !removal_.removed[node]) continue;
            const bool skip = removal_.removed[node] || dom_.tag(node) == Tag::text;
            if (!skip && is_lead(node)) found.push_back(node);
            if (skip || is_lead(node) || !may_hold_lead(dom_.tag(node))) node = dom_.end(node) - 1;
        }
        return found;
    }

    /// The lead picture is often in the body as well.
    void drop_pictures_of_body(std::vector<NodeIndex>& lead) const {
        const std::set<std::string> files = files_of_first_pictures();
        std::erase_if(lead, [&](NodeIndex node) {
            const NodeIndex image = dom_.find(node, Tag::img);
            return image != no_node && statistics_[node].text == 0 && files.contains(file_of(image));
        });
    }

    std::set<std::string> files_of_first_pictures() const {
        constexpr std::size_t few = 3;
        std::set<std::string> files;
        for (auto part = first_; part != last_; ++part)
            for (NodeIndex node = *part; node < dom_.end(*part) && files.size() < few; ++node)
                if (dom_.tag(node) == Tag::img) files.insert(file_of(node));
        return files;
    }

    std::string file_of(NodeIndex image) const { return picture_name(image_source(dom_, image)); }

    /// The picture that the page is shared with, where the page shows it outside of the article but before it.
    NodeIndex shared_picture(const std::vector<NodeIndex>& lead) const {
        constexpr std::size_t shortest_name = 8;  // "1.jpg" may be any
        const std::string wanted = picture_name(shared_);
        if (wanted.size() < shortest_name || is_shown_in(first_, last_, wanted)) return no_node;
        if (is_shown_in(lead.begin(), lead.end(), wanted)) return no_node;
        for (NodeIndex node = dom_.body(); node < *first_; ++node) {
            if (removal_.hidden[node])
                node = dom_.end(node) - 1;
            else if (dom_.tag(node) == Tag::img && file_of(node) == wanted && !is_thumbnail(node))
                return with_caption(node);
        }
        return no_node;
    }

    bool is_shown_in(std::vector<NodeIndex>::const_iterator root, std::vector<NodeIndex>::const_iterator end,
                     const std::string& wanted) const {
        for (; root != end; ++root)
            for (NodeIndex node = *root; node < dom_.end(*root); ++node)
                if ((dom_.tag(node) == Tag::img || dom_.tag(node) == Tag::source) && file_of(node) == wanted)
                    return true;
        return false;
    }

    bool is_thumbnail(NodeIndex image) const {
        constexpr int largest = 200;
        return parse_integer(dom_.attribute(image, "width")).value_or(largest + 1) <= largest;
    }

    /// The figure or the box with the caption around a picture, or the picture. None holds the headline or the body.
    NodeIndex with_caption(NodeIndex image) const {
        constexpr NodeIndex most_nodes = 80;
        NodeIndex found = image;
        for (NodeIndex node = dom_.parent(image); dom_.end(node) - node <= most_nodes; node = dom_.parent(node)) {
            if (dom_.contains(node, *first_) || node == dom_.body()) break;
            if (headline_ != no_node && dom_.contains(node, headline_)) break;
            if (dom_.tag(node) == Tag::figure || caption_of_wrapper(dom_, node) != no_node) return node;
            if (dom_.tag(node) == Tag::picture) found = node;
        }
        return found;
    }

    static bool may_hold_lead(Tag tag) {
        return tag == Tag::div || tag == Tag::header || tag == Tag::section || tag == Tag::hgroup || tag == Tag::span;
    }

    bool is_lead(NodeIndex node) const {
        const TextStatistics& own = statistics_[node];
        const Tag tag = dom_.tag(node);
        if (tag == Tag::figure || tag == Tag::picture) return true;
        if (tag == Tag::img) return is_lead_picture(node);
        if (tag == Tag::p && own.text == 0 && own.pictures == 1) return is_wide(dom_.find(node, Tag::img));
        if (own.link_density() > 0.3 || own.fields != 0) return false;
        if (dom_.has_word(node, "itemprop", "description")) return own.text >= shortest_dek;
        if (tag == Tag::p || tag == Tag::h2 || tag == Tag::h3) return own.text >= shortest_dek;
        return tag == Tag::div && ((own.paragraphs == 1 && own.prose == own.text) || is_section(node));
    }

    /// A heading and its text: an abstract.
    bool is_section(NodeIndex node) const {
        NodeIndex first = dom_.first_child(node);
        if (first != no_node && dom_.tag(first) == Tag::text) first = dom_.next_element(first);
        return first != no_node && is_heading(dom_.tag(first)) && statistics_[first].linked == 0 &&
               statistics_[node].prose * 2 > statistics_[node].text;
    }

    /// By what the page says of it.
    bool is_wide(NodeIndex image) const {
        constexpr int smallest = 300;
        return image != no_node && parse_integer(dom_.attribute(image, "width")).value_or(0) >= smallest;
    }

    /// Not the author's portrait or an icon beside a line of small print.
    bool is_lead_picture(NodeIndex image) const {
        constexpr std::uint32_t longest_credit = 200;
        if (parse_integer(dom_.attribute(image, "width"))) return is_wide(image);
        const std::uint32_t beside = statistics_[dom_.parent(dom_.parent(image))].text;
        return beside == 0 || beside > longest_credit;
    }

    static constexpr std::uint32_t shortest_dek = 40;

    const Dom& dom_;
    NodeIndex candidate_;
    NodeIndex box_;  ///< the candidate's only child, or the candidate
    NodeIndex headline_;
    NodeIndex headline_end_;
    std::string_view shared_;  ///< the address of the picture that the page is shared with
    const std::vector<TextStatistics>& statistics_;
    const Removal& removal_;
    std::vector<NodeIndex> siblings_;
    std::vector<NodeIndex>::const_iterator first_;
    std::vector<NodeIndex>::const_iterator last_;
};

}  // namespace

std::vector<NodeIndex> join_parts(const Dom& dom, NodeIndex candidate, const PageMetadata& page,
                                  const std::vector<TextStatistics>& statistics, const Removal& removal) {
    return Joining(dom, candidate, page, statistics, removal).run();
}

}  // namespace offprint::html
