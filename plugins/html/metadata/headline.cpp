#include "metadata/headline.hpp"

#include <algorithm>

#include "credits/words.hpp"
#include "metadata/place.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// A title in the two forms in which it is compared.
struct Title {
    explicit Title(std::string_view text) : comparable(credits::comparable(text)), words(credits::words_of(text)) {}

    std::string comparable;
    std::vector<std::string> words;
};

/// How much a heading and a title say the same, 0 to 1.
double likeness(const Title& heading, const Title& title) {
    const std::size_t shared = credits::shared_words(heading.words, title.words);
    if (shared == 0) return 0;
    const double overlap =
        2.0 * static_cast<double>(shared) / static_cast<double>(heading.words.size() + title.words.size());
    // Behind the headline titles go on with sections and slogans.
    constexpr double of_beginning = 0.7;
    if (title.comparable.starts_with(heading.comparable + '-')) return std::max(overlap, of_beginning);
    // Where another heading is the beginning, the end is the name of the book or site that the page is a part of.
    constexpr double of_end = 0.65;
    return title.comparable.ends_with('-' + heading.comparable) ? std::min(overlap, of_end) : overlap;
}

/// What a heading's level adds to its likeness: an h1 that is like the title at all goes before the parts of the
/// article, which may repeat it.
double rank_of(Tag tag) {
    switch (tag) {
        case Tag::h1:
            return 2;
        case Tag::h2:
            return 0.1;
        default:
            return 0;
    }
}

/// The links of the site's name lead to its front page.
bool leads_home(const Dom& dom, NodeIndex heading) {
    const NodeIndex link = dom.find(heading, Tag::a);
    if (link == no_node) return false;
    const std::string_view target = trim(dom.attribute(link, "href"));
    const std::size_t host = target.find("//");
    const std::string_view path =
        host == std::string_view::npos ? target : target.substr(std::min(target.find('/', host + 2), target.size()));
    return path == "/" || (path.empty() && host != std::string_view::npos) || path == "./" || path == "index.html";
}

std::string path_of(std::string_view url) {
    const std::size_t host = url.find("//");
    if (host != std::string_view::npos) url = url.substr(std::min(url.find('/', host + 2), url.size()));
    url = url.substr(0, url.find_first_of("?#"));
    while (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

/// The title of another page is a link to it; some pages link their own, to where they are or were.
bool leads_to_another_page(const Dom& dom, NodeIndex heading, std::string_view page_url) {
    const NodeIndex link = dom.find(heading, Tag::a);
    const std::string_view target = link == no_node ? std::string_view() : trim(dom.attribute(link, "href"));
    if (page_url.empty() || target.empty() || target.starts_with('#')) return false;
    if (dom.text(link) != dom.text(heading)) return false;
    return path_of(resolve_url(page_url, target)) != path_of(page_url);
}

/// A part of a headline that is none of its words: a control, what is hidden, and what search engines are told to leave
/// out.
bool is_extra(const Dom& dom, NodeIndex node) {
    return dom.tag(node) == Tag::button || dom.tag(node) == Tag::script || dom.has_attribute(node, "hidden") ||
           dom.has_attribute(node, "data-nosnippet");
}

std::string text_without_extras(const Dom& dom, NodeIndex headline) {
    std::string text;
    bool has_extras = false;
    for (NodeIndex node = headline; node < dom.end(headline); ++node) {
        if (dom.tag(node) == Tag::text) {
            text += dom[node].text;
        } else if (node != headline && is_extra(dom, node)) {
            has_extras = true;
            node = dom.end(node) - 1;
        }
    }
    return has_extras ? collapse_space(credits::with_plain_spaces(text)) : dom.text(headline);
}

using Parts = std::vector<std::string>;

/// The texts in `headline`, each from an element of its own, without extras.
Parts parts_of(const Dom& dom, NodeIndex headline) {
    constexpr std::size_t most_parts = 10;
    Parts parts;
    for (NodeIndex node = headline; node < dom.end(headline) && parts.size() < most_parts; ++node) {
        if (node != headline && is_extra(dom, node)) {
            node = dom.end(node) - 1;
            continue;
        }
        if (dom.tag(node) != Tag::text) continue;
        if (std::string text = collapse_space(dom[node].text); !text.empty()) parts.push_back(std::move(text));
    }
    return parts;
}

std::string join(Parts::const_iterator begin, Parts::const_iterator end) {
    std::string text;
    for (auto part = begin; part != end; ++part) text.append(text.empty() ? "" : " ").append(*part);
    return text;
}

/// On pages without a heading that is like a title: the first element that shows a title and nothing else.
NodeIndex find_unmarked(const Dom& dom, const std::vector<std::string>& titles, Context& context) {
    constexpr std::size_t shortest_title = 12;  // shorter ones are names of menus as well
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::text || dom.parent(node) == dom.body()) continue;
        const NodeIndex element = dom.parent(node);
        if (dom.tag(element) == Tag::a || dom.tag(element) == Tag::li || dom.tag(element) == Tag::script) continue;
        const std::string_view text = trim(dom[node].text);
        for (const std::string& title : titles)
            if (title.size() >= shortest_title && text.size() == title.size() && credits::same_words(text, title))
                return element;
    }
    return no_node;
}

/// True if most of the page's text, and no little of it, stands behind `heading`, and what holds it speaks of the article.
bool leads_text(const Dom& dom, const TextOffsets& offsets, NodeIndex heading) {
    constexpr std::uint32_t least_text = 1000;
    const std::uint32_t behind = offsets.end(dom.body()) - offsets.end(heading);
    if (behind < least_text || offsets.begin(heading) > behind) return false;
    for (NodeIndex box = heading; box != dom.body(); box = dom.parent(box))
        if (place_of(dom, box) != Place::article) return false;
    return true;
}

}  // namespace

Headline find_headline(const Dom& dom, const TextOffsets& offsets, const std::vector<std::string>& titles,
                       const std::vector<std::string>& site_names, std::string_view page_url, Context& context) {
    constexpr std::uint32_t longest_title = 500;
    // A heading of a part of the article repeats a word or two of its title.
    constexpr double like_enough_h1 = 0.4;
    constexpr double like_enough = 0.6;
    const std::vector<Title> known(titles.begin(), titles.end());
    Headline best;
    double best_score = 0;
    NodeIndex level_one = no_node;
    std::size_t level_ones = 0;
    int headings_left = 1000;  // more are no headlines
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()) && headings_left > 0; ++node) {
        context.checkpoint();
        const bool is_candidate = dom.tag(node) == Tag::h1 || dom.tag(node) == Tag::h2 || dom.tag(node) == Tag::h3;
        if (!is_candidate || !offsets.is_line(node, longest_title)) continue;
        --headings_left;
        const std::string text = dom.text(node);
        const auto is_same = [&](const std::string& name) { return credits::same_words(text, name); };
        if (std::any_of(site_names.begin(), site_names.end(), is_same) || leads_home(dom, node)) continue;
        if (dom.tag(node) == Tag::h1 && level_ones++ == 0) level_one = node;
        const Title heading(text);
        const bool leads_away = leads_to_another_page(dom, node, page_url);
        for (const Title& title : known) {
            const double like = likeness(heading, title);
            const double score = like + (leads_away && like < 1 ? 0 : rank_of(dom.tag(node)));
            if (like < (dom.tag(node) == Tag::h1 ? like_enough_h1 : like_enough) || score <= best_score) continue;
            // Of those that are a little like a title the first is the page's own.
            if (best_score >= rank_of(Tag::h1) && like < like_enough) continue;
            best = {node, true};
            best_score = score;
        }
    }
    if (best_score >= 1) return best;
    const NodeIndex unmarked = find_unmarked(dom, titles, context);
    if (unmarked < best.node) return {unmarked, true};
    if (best.node != no_node) return best;
    if (level_ones != 1) return {};
    return {level_one, leads_text(dom, offsets, level_one)};
}

std::string title_in_headline(const Dom& dom, NodeIndex headline, const std::vector<std::string>& titles) {
    const std::vector<std::string> parts = parts_of(dom, headline);
    std::string whole = text_without_extras(dom, headline);
    const auto title_that_says = [&](const std::string& text) {
        return std::find_if(titles.begin(), titles.end(),
                            [&](const std::string& title) { return credits::same_words(text, title); });
    };
    if (title_that_says(whole) != titles.end()) return whole;
    for (auto second = parts.begin(); second != parts.end(); ++second) {
        if (const auto title = title_that_says(join(second, parts.end())); title != titles.end()) return *title;
        if (const auto title = title_that_says(join(parts.begin(), second)); title != titles.end()) return *title;
    }
    return whole;
}

}  // namespace offprint::html
