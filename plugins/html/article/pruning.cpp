#include <algorithm>
#include <optional>
#include <set>

#include "article/article.hpp"
#include "article/links.hpp"
#include "article/teasers.hpp"
#include "credits/words.hpp"
#include "html/dom/name_tokens.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::uint32_t longest_small_print = 150;
constexpr std::uint64_t end_of_beginning = 1500;  // letters of text

bool is_container(Tag tag) {
    switch (tag) {
        case Tag::aside:
        case Tag::div:
        case Tag::footer:
        case Tag::form:
        case Tag::header:
        case Tag::section:
        case Tag::table:
            return true;
        default:
            return is_list(tag);
    }
}

constexpr const char* of_links = "links";

class Pruning {
public:
    Pruning(const Dom& dom, const std::vector<NodeIndex>& roots, const std::vector<TextStatistics>& statistics,
            const PageMetadata& page, Removal& removal)
        : dom_(dom),
          roots_(roots),
          statistics_(statistics),
          page_(page),
          title_(credits::comparable(page.metadata.title)),
          subtitle_(credits::comparable(page.metadata.subtitle)),
          links_(dom, statistics, removal.removed, url_host(page.metadata.source_url)),
          teasers_(dom, statistics, page),
          removal_(removal) {
        for (const Contributor& author : page.metadata.contributors)
            authors_.push_back(credits::comparable(author.name));
    }

    void run() {
        has_entries_ = has_entries();
        main_root_ = *std::max_element(roots_.begin(), roots_.end(), [&](NodeIndex left, NodeIndex right) {
            return statistics_[left].prose < statistics_[right].prose;
        });
        for (const NodeIndex root : roots_) {
            for (NodeIndex node = root; node < dom_.end(root); ++node) {
                removal_.checkpoint();
                const char* reason = removal_.removed[node] ? "" : reason_to_remove(node);
                if (reason == nullptr) {
                    note_content(node);
                    continue;
                }
                if (*reason != '\0') removal_.remove(node, reason);
                if (reason == of_links && is_list(dom_.tag(node))) remove_label_of(node);
                node = dom_.end(node) - 1;
            }
        }
        teasers_.remove(roots_, removal_);
        remove_empty_sections();
    }

private:
    void note_content(NodeIndex node) {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::text) text_before_ += statistics_[node].text;
        if (tag == Tag::img || tag == Tag::iframe || tag == Tag::video) media_before_ = true;
        if (is_container(tag)) teasers_.find(node, removal_.removed);
    }

    /// "More on this story", right before a list of links that went.
    void remove_label_of(NodeIndex links) {
        const NodeIndex label = dom_.previous_element(links);
        if (label == no_node || removal_.removed[label] || (dom_.tag(label) != Tag::p && dom_.tag(label) != Tag::div))
            return;
        const TextStatistics& own = statistics_[label];
        if (own.text == 0 || own.text > longest_label || own.media != 0 || is_sentence(label)) return;
        if (dom_.text(label).find_first_of("0123456789") != std::string::npos) return;
        removal_.remove(label, "the label of links");
    }

    /// Several times of day are those of a live blog's entries.
    bool has_entries() const {
        constexpr std::size_t fewest = 3;
        std::set<std::string_view> times;
        for (const NodeIndex root : roots_) {
            for (NodeIndex node = root; node < dom_.end(root) && times.size() < fewest; ++node) {
                if (removal_.removed[node])
                    node = dom_.end(node) - 1;
                else if (dom_.tag(node) == Tag::time &&
                         dom_.attribute(node, "datetime").find(':') != std::string_view::npos)
                    times.insert(dom_.attribute(node, "datetime"));
            }
        }
        return times.size() == fewest;
    }

    /// The line with the time of an entry; before the first words it may be that of the whole.
    bool is_entry_time(NodeIndex node) const {
        constexpr NodeIndex few = 16;
        if (!has_entries_ || dom_.end(node) - node > few) return false;
        const NodeIndex time = dom_.find(node, Tag::time);
        if (time == no_node || text_before_ != 0) return time != no_node;
        const std::optional<Date> date = parse_iso_date(dom_.attribute(time, "datetime"));
        return date && date != page_.metadata.published && date != page_.metadata.modified;
    }

    const char* reason_to_remove(NodeIndex node) const {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::text || node == main_root_) return nullptr;
        if (tag == Tag::img) return is_portrait(node) ? "a portrait" : nullptr;
        if (repeats_title(node)) return "the title again";
        if (is_small_print(node)) return "what the metadata say already";
        if (links_.is_lone_link(node, text_before_)) return "a link that stands alone";
        if (links_.is_button(node)) return "a button";
        if (links_.is_jump(node)) return "a jump within the page";
        if (!is_container(tag)) return nullptr;
        if (is_player_control(node)) return "controls of a player";
        if (is_form(node)) return "a form";
        if (links_.is_table_of_contents(node)) return "a table of contents";
        if (statistics_[node].prose * 4 <= statistics_[node].text && links_.is_block_of_links(node, text_before_))
            return of_links;
        return nullptr;
    }

    bool is_form(NodeIndex node) const {
        const TextStatistics& own = statistics_[node];
        constexpr std::uint32_t longest_field = 250;
        return dom_.tag(node) != Tag::table && own.fields != 0 && own.text < own.fields * longest_field &&
               own.paragraphs <= 1;
    }

    /// At the very beginning the title is the transforms' business: they keep its id. Later on it is a part's.
    bool repeats_title(NodeIndex node) const {
        if (dom_.tag(node) != Tag::h1 && dom_.tag(node) != Tag::h2) return false;
        if (text_before_ > end_of_beginning) return false;
        if (text_before_ == 0 && !media_before_) return false;
        return !title_.empty() && credits::comparable(dom_.text(node)) == title_;
    }

    /// The picture of somebody who wrote: by its name, or small and alone before the text has begun.
    bool is_portrait(NodeIndex image) const {
        constexpr int largest = 100;
        const std::vector<std::string> tokens = name_tokens(dom_, image);
        if (std::find(tokens.begin(), tokens.end(), "avatar") != tokens.end()) return true;
        const int width = parse_integer(dom_.attribute(image, "width")).value_or(0);
        const bool is_small = width > 0 && width <= largest;
        if (is_cell(dom_.tag(dom_.parent(image)))) return false;
        return is_small && text_before_ < end_of_beginning && statistics_[dom_.parent(image)].text == 0;
    }

    /// A short line that names the author or the date, which are known.
    bool is_small_print(NodeIndex node) const {
        const TextStatistics& own = statistics_[node];
        if (own.text == 0 || own.text > longest_small_print || is_heading(dom_.tag(node)) || own.media != own.pictures)
            return false;
        if (is_entry_time(node)) return false;
        if (is_cell(dom_.tag(node)) || is_sentence(node)) return false;
        if (std::binary_search(page_.credits.begin(), page_.credits.end(), node)) {
            // In the old habit an article's first paragraph begins with its place and date.
            const bool is_text = dom_.tag(node) == Tag::p && own.prose != 0;
            return !is_text && (subtitle_.empty() || credits::comparable(dom_.text(node)) != subtitle_);
        }
        return text_before_ < end_of_beginning && (is_named_small_print(node) || is_author_again(node));
    }

    /// A second line, above all text, with nothing but who wrote it.
    bool is_author_again(NodeIndex node) const {
        constexpr std::uint64_t longest_headline = 300;
        const Tag tag = dom_.tag(node);
        if ((tag != Tag::p && tag != Tag::div && tag != Tag::address) || text_before_ > longest_headline) return false;
        const std::string text = credits::comparable(dom_.text(node));
        return std::any_of(authors_.begin(), authors_.end(), [&](const std::string& name) { return name == text; });
    }

    /// Times that a player shows beside what it plays: no words.
    bool is_player_control(NodeIndex node) const {
        constexpr std::uint32_t longest = 30;
        const TextStatistics& own = statistics_[node];
        if (own.media != 0 || own.text == 0 || own.text > longest) return false;
        const std::vector<std::string> tokens = name_tokens(dom_.attribute(node, "class"));
        if (std::find(tokens.begin(), tokens.end(), "player") == tokens.end()) return false;
        const std::string text = credits::comparable(dom_.text(node));
        return text.find_first_not_of("0123456789-") == std::string::npos;
    }

    /// Small print has no full stop.
    bool is_sentence(NodeIndex node) const {
        constexpr std::uint32_t shortest = 20;
        if (statistics_[node].text < shortest) return false;
        const std::string text = dom_.text(node);
        for (std::string_view mark : {".", "!", "?", "\u3002", "\uFF01", "\uFF1F"})
            if (trim(text).ends_with(mark)) return true;
        return false;
    }

    bool is_named_small_print(NodeIndex node) const {
        if (dom_.tag(node) == Tag::li || dom_.closest(node, Tag::blockquote) != no_node) return false;
        if (dom_.closest(node, Tag::dd) != no_node) return false;
        const std::vector<std::string> tokens = name_tokens(dom_, node);
        return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
            return token == "byline" || token == "author" || token == "dateline" || token == "timestamp" ||
                   token == "pubdate" || token == "date" || token == "published" || token == "postmeta";
        });
    }

    /// Headings that were the titles of what was left out: nothing remains between them and the next one, or the end.
    void remove_empty_sections() {
        NodeIndex heading = no_node;
        bool left_out = false;
        const auto end_section = [&](int next_level) {
            if (heading != no_node && left_out && next_level <= level_of(heading))
                removal_.remove(heading, "nothing of its section remains");
            heading = no_node;
            left_out = false;
        };
        for (const NodeIndex root : roots_) {
            for (NodeIndex node = root; node < dom_.end(root); ++node) {
                const bool removed = removal_.removed[node];
                left_out |= removed && !removal_.hidden[node];
                if (!removed && is_heading(dom_.tag(node))) {
                    end_section(level_of(node));
                    heading = node;
                } else if (!removed && has_content_itself(node)) {
                    end_section(lowest_level + 1);
                } else if (!removed) {
                    continue;
                }
                node = dom_.end(node) - 1;
            }
        }
        // What was to be written below the last one is filled in by scripts.
        left_out |= heading != no_node && text_before_ > 0 && !is_sentence(heading);
        end_section(0);
    }

    static constexpr int lowest_level = 6;

    int level_of(NodeIndex heading) const {
        return 1 + static_cast<int>(dom_.tag(heading)) - static_cast<int>(Tag::h1);
    }

    bool has_content_itself(NodeIndex node) const {
        return (dom_.tag(node) == Tag::text && statistics_[node].text != 0) ||
               (dom_.tag(node) != Tag::text && statistics_[node].media != 0 && dom_.first_child(node) == no_node);
    }

    const Dom& dom_;
    const std::vector<NodeIndex>& roots_;
    const std::vector<TextStatistics>& statistics_;
    const PageMetadata& page_;
    std::string title_;
    std::string subtitle_;
    std::vector<std::string> authors_;
    Links links_;
    Teasers teasers_;
    Removal& removal_;
    NodeIndex main_root_ = no_node;  ///< with most prose: whatever it looks like, it is the article
    std::uint64_t text_before_ = 0;
    bool media_before_ = false;
    bool has_entries_ = false;
};

}  // namespace

void prune(const Dom& dom, const std::vector<NodeIndex>& roots, const std::vector<TextStatistics>& statistics,
           const PageMetadata& metadata, Removal& removal) {
    Pruning(dom, roots, statistics, metadata, removal).run();
}

}  // namespace offprint::html
