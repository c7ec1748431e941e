#include <algorithm>

#include "article/article.hpp"
#include "dom/name_tokens.hpp"
#include "metadata/words.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_small_print = 150;

bool is_container(Tag tag) {
    switch (tag) {
        case Tag::aside:
        case Tag::div:
        case Tag::dl:
        case Tag::footer:
        case Tag::form:
        case Tag::header:
        case Tag::ol:
        case Tag::section:
        case Tag::table:
        case Tag::ul:
            return true;
        default:
            return false;
    }
}

bool has_media(const Dom& dom, NodeIndex node) {
    for (NodeIndex i = node; i < dom.end(node); ++i) {
        const Tag tag = dom.tag(i);
        if (tag == Tag::img || tag == Tag::figure || tag == Tag::video || tag == Tag::iframe || tag == Tag::pre ||
            tag == Tag::math || tag == Tag::svg)
            return true;
    }
    return false;
}

class ResidueFinder {
public:
    ResidueFinder(const Dom& dom, NodeIndex article, const std::vector<TextStatistics>& statistics,
                  const Metadata& metadata, Removal& removal)
        : dom_(dom),
          article_(article),
          statistics_(statistics),
          title_(comparable(metadata.title)),
          removal_(removal) {}

    void run() {
        for (NodeIndex node = article_ + 1; node < dom_.end(article_); ++node) {
            removal_.checkpoint();
            const char* reason = removal_.removed[node] ? "" : reason_to_remove(node);
            if (reason == nullptr) {
                note_content(node);
                continue;
            }
            if (*reason != '\0') removal_.remove(node, reason);
            node = dom_.end(node) - 1;
        }
    }

private:
    void note_content(NodeIndex node) {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::text) text_before_ += statistics_[node].text;
        if (tag == Tag::img || tag == Tag::iframe || tag == Tag::video) media_before_ = true;
    }

    const char* reason_to_remove(NodeIndex node) const {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::text) return nullptr;
        if (repeats_title(node)) return "the title again";
        if (is_small_print(node)) return "what the metadata say already";
        if (!is_container(tag) || statistics_[node].prose * 4 > statistics_[node].text) return nullptr;
        if (is_block_of_links(node)) return "links";
        return nullptr;
    }

    /// At the very beginning the title is the transforms' business: they keep its id.
    bool repeats_title(NodeIndex node) const {
        if (dom_.tag(node) != Tag::h1 && dom_.tag(node) != Tag::h2) return false;
        if (text_before_ == 0 && !media_before_) return false;
        return !title_.empty() && comparable(dom_.text(node)) == title_;
    }

    /// A short line, before the text has begun, that is made of names and dates that are known.
    bool is_small_print(NodeIndex node) const {
        const std::uint32_t text = statistics_[node].text;
        if (text == 0 || text > longest_small_print || text_before_ > 1500) return false;
        if (is_heading(dom_.tag(node)) || has_media(dom_, node)) return false;
        const std::vector<std::string> tokens = name_tokens(dom_, node);
        return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
            return token == "byline" || token == "author" || token == "dateline" || token == "timestamp" ||
                   token == "pubdate" || token == "date" || token == "published" || token == "postmeta";
        });
    }

    bool is_block_of_links(NodeIndex node) const {
        const TextStatistics& own = statistics_[node];
        if (own.text == 0 || has_media(dom_, node)) return false;
        const bool is_list = dom_.tag(node) == Tag::ul || dom_.tag(node) == Tag::ol || dom_.tag(node) == Tag::dl;
        return own.link_density() > (is_list ? 0.8 : 0.6);
    }

    const Dom& dom_;
    NodeIndex article_;
    const std::vector<TextStatistics>& statistics_;
    std::string title_;
    Removal& removal_;
    std::uint64_t text_before_ = 0;
    bool media_before_ = false;
};

}  // namespace

void remove_residue(const Dom& dom, NodeIndex article, const std::vector<TextStatistics>& statistics,
                    const Metadata& metadata, Removal& removal) {
    ResidueFinder(dom, article, statistics, metadata, removal).run();
}

}  // namespace offprint::html
