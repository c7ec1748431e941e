#include "metadata/visible.hpp"

#include <algorithm>
#include <array>

#include "dom/name_tokens.hpp"
#include "metadata/people.hpp"
#include "metadata/words.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::array<std::string_view, 9> title_separators{
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " / "};

bool has_token(const std::vector<std::string>& tokens, std::initializer_list<std::string_view> wanted) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        return std::find(wanted.begin(), wanted.end(), token) != wanted.end();
    });
}

/// The heading that shares most words with the page's title, if it is mostly made of them.
NodeIndex headline(const Dom& dom, std::string_view page_title, Context& context) {
    const std::vector<std::string> title_words = words_of(page_title);
    NodeIndex best = no_node;
    std::size_t best_score = 0;
    for (Tag level : {Tag::h1, Tag::h2}) {
        for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
            context.checkpoint();
            if (dom.tag(node) != level) continue;
            const std::string text = dom.text(node);
            const std::vector<std::string> words = words_of(text);
            const std::size_t shared = shared_words(words, title_words);
            const bool mostly = shared * 5 >= words.size() * 3;
            if (!mostly || shared <= best_score || shared * 3 < title_words.size()) continue;
            best = node;
            best_score = shared;
        }
        if (best != no_node) break;
    }
    return best;
}

/// A name in an element that says that it holds the author.
void read_authors(const Dom& dom, Visible& visible, Context& context) {
    std::vector<Contributor> declared;
    std::vector<Contributor> bylines;
    constexpr std::size_t longest_byline = 80;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        if (dom[node].attribute_count == 0) continue;
        const bool says_author = dom.has_word(node, "rel", "author") || dom.has_word(node, "itemprop", "author");
        const std::vector<std::string> tokens = name_tokens(dom.attribute(node, "class"));
        if (has_token(tokens, {"comment", "comments", "related", "sidebar", "footer"})) {
            node = dom.end(node) - 1;
            continue;
        }
        if (says_author && declared.empty()) {
            NodeIndex holder = node;
            for (NodeIndex inner = node; inner < dom.end(node); ++inner)
                if (dom.has_word(inner, "itemprop", "name")) holder = inner;
            const std::string text = dom.text(holder);
            if (text.size() <= longest_byline) add_people(text, "", declared);
            if (!declared.empty()) visible.credits.push_back(node);
        } else if (bylines.empty() && has_token(tokens, {"byline", "author", "authors"})) {
            const std::string text = dom.text(node);
            if (text.size() <= longest_byline) add_people(text, "", bylines);
            if (!bylines.empty()) visible.credits.push_back(node);
        }
    }
    visible.claims.contributors = declared.empty() ? bylines : declared;
}

/// The first machine-readable date of the page; one that says that it is the publication's goes before.
void read_dates(const Dom& dom, Visible& visible, Context& context) {
    Claims& claims = visible.claims;
    std::optional<Date> any;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        const bool published = dom.has_word(node, "itemprop", "datepublished") || dom.has_attribute(node, "pubdate");
        if (!published && dom.tag(node) != Tag::time) continue;
        std::optional<Date> date = parse_iso_date(dom.attribute(node, "datetime"));
        if (!date) date = parse_iso_date(dom.attribute(node, "content"));
        if (!date) continue;
        visible.credits.push_back(node);
        if (dom.has_word(node, "itemprop", "datemodified")) {
            if (!claims.modified) claims.modified = date;
        } else if (published && !claims.published) {
            claims.published = date;
        } else if (!any) {
            any = date;
        }
    }
    if (!claims.published) claims.published = any;
}

}  // namespace

Visible read_visible(const Dom& dom, std::string_view page_title, Context& context) {
    Visible visible;
    visible.headline = headline(dom, page_title, context);
    if (visible.headline != no_node) visible.claims.title = dom.text(visible.headline);
    read_authors(dom, visible, context);
    read_dates(dom, visible, context);
    std::sort(visible.credits.begin(), visible.credits.end());
    return visible;
}

std::string title_without_site(std::string_view page_title, std::string_view site) {
    for (std::string_view separator : title_separators) {
        const std::size_t last = page_title.rfind(separator);
        if (last == std::string_view::npos) continue;
        const std::string_view first_part = trim(page_title.substr(0, last));
        const std::string_view last_part = trim(page_title.substr(last + separator.size()));
        if (same_words(last_part, site)) return std::string(first_part);
        const std::size_t first = page_title.find(separator);
        if (same_words(page_title.substr(0, first), site))
            return std::string(trim(page_title.substr(first + separator.size())));
        // The name of a site is short; a title in two parts is balanced.
        if (words_of(last_part).size() <= 3 && words_of(first_part).size() >= 3) return std::string(first_part);
    }
    return std::string(page_title);
}

std::optional<Date> date_in_url(std::string_view url) {
    const auto is_digit = [&](std::size_t at) { return at < url.size() && url[at] >= '0' && url[at] <= '9'; };
    for (std::size_t at = url.find('/', 8); at != std::string_view::npos; at = url.find('/', at + 1)) {
        // "/YYYY/MM/DD" and "/YYYY-MM-DD"
        const std::string_view part = url.substr(at + 1, 10);
        if (part.size() < 10 || (part[4] != '/' && part[4] != '-') || part[7] != part[4] || is_digit(at + 11)) continue;
        std::string date(part);
        date[4] = date[7] = '-';
        if (std::optional<Date> parsed = parse_iso_date(date); parsed && parsed->year >= 1990) return parsed;
    }
    return std::nullopt;
}

}  // namespace offprint::html
