// What an article does not need of its page's links: lines and blocks that are hardly anything else.
// Thread safety: belongs to one conversion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.hpp"

namespace offprint::html {

/// True if the first link in `node` leads to a page of `site`, a host: what an article recommends is elsewhere, what a
/// site recommends is its own. Hosts that differ in their first labels alone are of one site. An empty `site` is any.
bool leads_within(const Dom& dom, std::string_view site, NodeIndex node);

/// Of links: longer ones are titles.
inline constexpr std::uint32_t longest_label = 40;

constexpr bool is_list(Tag tag) {
    return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl;
}

/// What stands in a table or a list of facts is one of them.
constexpr bool is_cell(Tag tag) {
    return tag == Tag::td || tag == Tag::th || tag == Tag::dd || tag == Tag::dt || tag == Tag::tr;
}

class Links {
public:
    /// Keeps references to the first three. `removed` says which nodes went so far; `site` is the host of the page.
    Links(const Dom& dom, const std::vector<TextStatistics>& statistics, const std::vector<bool>& removed,
          std::string site)
        : dom_(dom), statistics_(statistics), removed_(removed), site_(std::move(site)) {}

    /// A line between paragraphs that is nothing but the title of another page of this site.
    bool is_lone_link(NodeIndex node, std::uint64_t text_before) const;

    /// A line that is a link in the look of a button, to another page of this site.
    bool is_button(NodeIndex node) const;

    /// "Jump to the recipe", "Back to top": a line that is nothing but a link within the page, of more than a number.
    bool is_jump(NodeIndex node) const;

    /// A menu, a list of other articles. `text_before` are the letters of the article before it.
    bool is_block_of_links(NodeIndex node, std::uint64_t text_before) const;

    /// A list of links to what follows in the page, with its label; books have such a list of their own.
    bool is_table_of_contents(NodeIndex node) const;

private:
    bool follows_heading(NodeIndex node) const;
    /// Among its first nodes.
    bool holds_heading(NodeIndex node) const;
    /// A heading, or a box around one that can be linked to, and nothing else.
    bool shows_heading(NodeIndex node) const;
    /// "Read more: " and a link, and nothing after it.
    bool is_labelled_link(NodeIndex node) const;
    /// An address as it stands, which a script would have made a preview of the page: the author's.
    bool is_bare_address(NodeIndex node) const;
    /// A cell's only link, or whatever stands in the cell behind a header of its row.
    bool is_fact(NodeIndex node) const;
    /// A part of a link to another site, which the author set: a bookmark with the title and the picture of a page.
    bool is_in_link_elsewhere(NodeIndex node) const;
    /// A box with a heading is a section.
    bool has_heading(NodeIndex node) const;
    /// A heading and below it the titles of other pages of the site: "Read also" amid an article.
    bool is_box_of_titles(NodeIndex node) const;
    /// A box in the middle of a sentence.
    bool is_part_of_line(NodeIndex node) const;
    /// A heading or a line that ends in a colon makes a list part of the text; so does an item that it is in.
    bool is_introduced(NodeIndex list) const;
    /// True if the last words before the node, in the same box, end so.
    bool follows_colon(NodeIndex node) const;
    /// A box around a list and nothing else, as some programs set each list, behind a heading with an id or a sentence
    /// that ends in a colon: one of some length, for "More from us:" is none, unless the links lead away.
    bool is_introduced_box(NodeIndex node) const;
    /// The child that holds all words, or the node itself.
    NodeIndex only_text_of(NodeIndex node) const;
    /// A heading of the text's own, which a table of contents can lead to.
    bool is_linkable_heading(NodeIndex node) const;

    const Dom& dom_;
    const std::vector<TextStatistics>& statistics_;
    const std::vector<bool>& removed_;
    std::string site_;
};

}  // namespace offprint::html
