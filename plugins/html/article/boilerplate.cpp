#include <algorithm>
#include <array>
#include <unordered_map>

#include "article/article.hpp"
#include "article/names.hpp"
#include "credits/words.hpp"
#include "html/dom/name_tokens.hpp"
#include "html/dom/space.hpp"
#include "html/mapping/captions.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::array<std::string_view, 12> boilerplate_roles{"alert",       "alertdialog", "banner",  "complementary",
                                                             "contentinfo", "dialog",      "menu",    "menubar",
                                                             "navigation",  "search",      "tablist", "toolbar"};

std::string role_of(const Dom& dom, NodeIndex node) {
    return to_lower_ascii(trim(dom.attribute(node, "role")));
}

/// Inside of an article an alert is one of its warnings.
bool has_boilerplate_role(const Dom& dom, NodeIndex node, bool inside_article) {
    const std::string role = role_of(dom, node);
    if (inside_article && role == "alert") return false;
    return std::find(boilerplate_roles.begin(), boilerplate_roles.end(), role) != boilerplate_roles.end();
}

/// Calls `visit` with each name of a list of names, up to a sensible length.
template <class Visit>
void for_each_name(std::string_view names, Visit&& visit) {
    names = names.substr(0, longest_name_list);
    while (!names.empty()) {
        std::size_t length = 0;
        while (length < names.size() && !is_space(names[length])) ++length;
        if (length != 0) visit(names.substr(0, length));
        names.remove_prefix(std::min(length + 1, names.size()));
    }
}

/// True for elements that hold words of the author whatever their names say.
bool is_protected(Tag tag) {
    if (is_heading(tag)) return true;
    switch (tag) {
        case Tag::body:
        case Tag::main:
        case Tag::article:
        case Tag::blockquote:
        case Tag::pre:
        case Tag::code:
        case Tag::table:
        case Tag::tbody:
        case Tag::tr:
        case Tag::td:
        case Tag::th:
        case Tag::figure:
        case Tag::img:
        case Tag::picture:
        case Tag::math:
        case Tag::svg:
        case Tag::figcaption:
        case Tag::em:
        case Tag::strong:
        case Tag::b:
        case Tag::i:
        case Tag::mark:
        case Tag::sup:
        case Tag::sub:
            return true;
        default:
            return false;
    }
}

/// The ids of lines and phrases are made of their text.
bool has_telling_id(Tag tag) {
    return !is_phrasing(tag) && tag != Tag::p && tag != Tag::li && tag != Tag::dt;
}

constexpr const char* by_comments = "comments, by its name";
constexpr const char* by_call = "a control of the page";

/// A link that prints the page, closes its window or goes back, by what it calls.
bool is_control(const Dom& dom, NodeIndex link) {
    constexpr std::size_t longest_call = 200;
    const std::string_view target = trim(dom.attribute(link, "href"));
    const std::string_view code =
        url_scheme(target.substr(0, longest_call)) == "javascript" ? target : std::string_view();
    for (std::string_view call : {code, dom.attribute(link, "onclick")})
        for (std::string_view name : {"print(", "close(", "history."})
            if (call.substr(0, longest_call).find(name) != std::string_view::npos) return true;
    return false;
}

class BoilerplateFinder {
public:
    BoilerplateFinder(const Dom& dom, NodeIndex headline, Evidence evidence, Removal& removal)
        : dom_(dom),
          headline_(headline),
          evidence_(evidence),
          removal_(removal),
          statistics_(measure(dom, removal.removed)) {
        if (evidence == Evidence::structure_and_names) weigh_names();
    }

    Boilerplate run() {
        Boilerplate result;
        const NodeIndex body = dom_.body();
        inside_.assign(dom_.size(), Inside{});
        if (evidence_ == Evidence::structure_and_names) {
            for (const NodeIndex reply : find_replies(dom_, statistics_, removal_)) {
                removal_.remove(reply, "a reply to the first post");
                result.found = true;
            }
        }
        for (NodeIndex node = body + 1; node < dom_.end(body); ++node) {
            removal_.checkpoint();
            if (dom_.tag(node) == Tag::text) {
                text_before_ += statistics_[node].text;
                continue;
            }
            inside_[node] = inside_of(node);
            const char* reason = removal_.removed[node] ? "" : reason_to_remove(node);
            if (reason == nullptr) continue;
            if (*reason != '\0') {
                removal_.remove(node, reason);
                result.found |= reason != by_call;  // views for printing are articles with nothing around them
                if (reason == by_comments && result.comments == no_node && statistics_[node].prose != 0)
                    result.comments = node;
            }
            node = dom_.end(node) - 1;
        }
        return result;
    }

private:
    /// Of what the ancestors are.
    struct Inside {
        bool article = false;
        bool quote = false;
    };

    Inside inside_of(NodeIndex node) const {
        const NodeIndex parent = dom_.parent(node);
        Inside inside = inside_[parent];
        const Tag tag = dom_.tag(parent);
        inside.article |= tag == Tag::article || tag == Tag::main;
        inside.quote |= tag == Tag::blockquote || tag == Tag::pre;
        return inside;
    }

    /// A name that most of the prose carries is the framework's, and says nothing.
    void weigh_names() {
        const NodeIndex body = dom_.body();
        for (NodeIndex node = body + 1; node < dom_.end(body); ++node) {
            removal_.checkpoint();
            if (removal_.removed[node]) {
                node = dom_.end(node) - 1;
                continue;
            }
            const std::uint32_t prose = statistics_[node].prose;
            if (prose == 0) continue;
            for_each_name(dom_.attribute(node, "class"), [&](std::string_view name) { prose_[name] += prose; });
        }
    }

    const char* reason_to_remove(NodeIndex node) {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::nav || is_drawn_menu(node)) return "navigation";
        if (headline_ != no_node && dom_.contains(node, headline_)) return nullptr;
        if (is_reader_comment(node) && !is_all_there_is(node)) return by_comments;
        if (is_control_bar(node)) return by_call;
        const NameMeaning meaning = names_count(node) ? meaning_of_names(node) : NameMeaning::nothing;
        if (meaning == NameMeaning::comments && !is_all_there_is(node)) return by_comments;
        if (holds_article(node)) return nullptr;
        if ((tag == Tag::footer || tag == Tag::header) && !inside_[node].article && !inside_[node].quote)
            if (tag == Tag::footer || dom_.find(node, Tag::h1) == no_node) return "the page's own header or footer";
        if (tag == Tag::aside && statistics_[node].link_density() > 0.5) return "an aside of links";
        if ((dom_[node].attribute_count == 0 && !is_custom(node)) || holds_words(node)) return nullptr;
        if (is_link_in_prose(node) || is_linked_heading(node)) return nullptr;
        if (has_boilerplate_role(dom_, node, inside_[node].article)) return "its role";
        if (meaning == NameMeaning::nothing || is_doubted(node, meaning)) return nullptr;
        return "its name";
    }

    /// A picture with places to click on, above all text.
    bool is_drawn_menu(NodeIndex node) const {
        constexpr std::uint64_t longest_title = 60;
        return dom_.tag(node) == Tag::img && dom_.has_attribute(node, "usemap") && text_before_ < longest_title;
    }

    /// "Print | Close": every word is in a link that does something to the page.
    bool is_control_bar(NodeIndex node) const {
        constexpr std::uint32_t longest = 80;
        constexpr NodeIndex most_nodes = 40;
        const TextStatistics& own = statistics_[node];
        if (own.links + own.anchors == 0 || own.text == 0 || own.text > longest || dom_.end(node) - node > most_nodes)
            return false;
        bool has_control = false;
        for (NodeIndex i = node; i < dom_.end(node); ++i) {
            if (dom_.tag(i) == Tag::a && is_control(dom_, i)) {
                has_control = true;
                i = dom_.end(i) - 1;
            } else if (dom_.tag(i) == Tag::text && !credits::comparable(dom_[i].text).empty()) {
                return false;
            }
        }
        return has_control;
    }

    /// Formulas are the author's, whatever names their renderers use ("CtxtMenu").
    bool names_count(NodeIndex node) const {
        if (statistics_[node].formulas != 0 && statistics_[node].links == 0) return false;
        return evidence_ == Evidence::structure_and_names && (dom_[node].attribute_count != 0 || is_custom(node)) &&
               !holds_words(node) && !inside_[node].quote;
    }

    /// A word of a sentence, whatever the link's name says of how it opens ("external-popup").
    bool is_link_in_prose(NodeIndex node) const {
        const NodeIndex parent = dom_.parent(node);
        return dom_.tag(node) == Tag::a && dom_.tag(parent) == Tag::p && statistics_[parent].prose != 0;
    }

    /// The words of a heading that lead back to the table of contents ("toc-backref").
    bool is_linked_heading(NodeIndex node) const {
        const NodeIndex parent = dom_.parent(node);
        return dom_.tag(node) == Tag::a && is_heading(dom_.tag(parent)) &&
               trim(dom_.attribute(node, "href")).starts_with('#') &&
               statistics_[node].text * 2 > statistics_[parent].text;
    }

    /// A table that says that it is none is a box like any other.
    bool holds_words(NodeIndex node) const {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::sup && dom_.has_word(node, "class", "noprint")) return false;
        return is_protected(tag) && (tag != Tag::table || role_of(dom_, node) != "presentation");
    }

    /// An element of the page's own, whose name says what it is for: "amp-ad".
    bool is_custom(NodeIndex node) const {
        return dom_.tag(node) == Tag::unknown && dom_[node].name.find('-') != std::string_view::npos;
    }

    /// Replies to the article or to a question's first post, by schema.org's name for them.
    bool is_reader_comment(NodeIndex node) const {
        return dom_[node].attribute_count != 0 && dom_.attribute(node, "itemtype").ends_with("schema.org/Comment");
    }

    bool is_all_there_is(NodeIndex node) const {
        constexpr std::uint32_t shortest_article = 250;
        return statistics_[dom_.body()].prose - statistics_[node].prose < shortest_article;
    }

    /// What a name is not to be believed against. Of an author's there are bylines, and columns of many paragraphs; under
    /// a doubtful one, text: paragraphs, or tables and lists that lead nowhere.
    bool is_doubted(NodeIndex node, NameMeaning meaning) const {
        constexpr std::uint32_t much = 1000;
        constexpr std::uint32_t longest_biography = 2;
        const TextStatistics& own = statistics_[node];
        if (meaning == NameMeaning::author) return own.prose == 0 || own.paragraphs > longest_biography;
        if (meaning != NameMeaning::perhaps_boilerplate) return false;
        if (own.paragraphs > 1 && own.prose * 2 > own.text) return true;
        if (const NodeIndex caption = caption_of_wrapper(dom_, dom_.parent(node));
            caption != no_node && dom_.contains(node, caption))
            return true;
        return own.text > much && own.link_density() < 0.1 && own.fields == 0;
    }

    NameMeaning meaning_of_names(NodeIndex node) {
        NameMeaning strongest = NameMeaning::nothing;
        const auto look_at = [&](std::string_view name) { strongest = std::max(strongest, known_meaning_of(name)); };
        for_each_name(dom_.attribute(node, "class"), look_at);
        if (dom_.has_word(node, "itemprop", "author")) strongest = std::max(strongest, NameMeaning::author);
        if (is_custom(node)) look_at(dom_[node].name);
        if (has_telling_id(dom_.tag(node)) && !is_named_by_heading(node))
            for_each_name(dom_.attribute(node, "id"), look_at);
        for (std::string_view name : testing_names) for_each_name(dom_.attribute(node, name), look_at);
        return strongest;
    }

    /// "related-work" or "RelatedWork" around the heading "Related work": generators name sections so.
    bool is_named_by_heading(NodeIndex node) const {
        constexpr NodeIndex near = 6;
        const auto letters_of = [](std::string_view text) {
            std::string letters = credits::comparable(text);
            std::erase(letters, '-');
            return letters;
        };
        const NodeIndex end = std::min(dom_.end(node), node + near);
        for (NodeIndex i = node + 1; i < end; ++i)
            if (is_heading(dom_.tag(i))) return letters_of(dom_.text(i)) == letters_of(dom_.attribute(node, "id"));
        return false;
    }

    NameMeaning known_meaning_of(std::string_view name) {
        const auto [known, is_new] = meanings_.try_emplace(name, NameMeaning::nothing);
        if (!is_new) return known->second;
        known->second = meaning_of(name);
        const auto carried = prose_.find(name);
        const bool is_everywhere = carried != prose_.end() && carried->second > statistics_[dom_.body()].prose / 2;
        if (is_everywhere && known->second != NameMeaning::comments) known->second = NameMeaning::nothing;
        return known->second;
    }

    /// Too much of the page's prose for anything but the article. Behind its headline a short one may stand beside more
    /// than itself.
    bool holds_article(NodeIndex node) const {
        const TextStatistics& page = statistics_[dom_.body()];
        const TextStatistics& own = statistics_[node];
        const bool is_behind_headline = headline_ != no_node && headline_ < node;
        if (page.prose != 0) return own.prose > page.prose / 4 * (is_behind_headline ? 3 : 2);
        return own.unlinked() > page.unlinked() / 2;
    }

    const Dom& dom_;
    NodeIndex headline_;
    Evidence evidence_;
    Removal& removal_;
    std::vector<TextStatistics> statistics_;
    std::vector<Inside> inside_;
    std::uint64_t text_before_ = 0;
    std::unordered_map<std::string_view, std::uint64_t> prose_;  ///< of the elements with this name
    std::unordered_map<std::string_view, NameMeaning> meanings_;
};

}  // namespace

Boilerplate remove_boilerplate(const Dom& dom, NodeIndex headline, Evidence evidence, Removal& removal) {
    return BoilerplateFinder(dom, headline, evidence, removal).run();
}

}  // namespace offprint::html
