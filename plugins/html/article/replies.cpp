#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "article/article.hpp"
#include "html/dom/name_tokens.hpp"

namespace offprint::html {

namespace {

constexpr auto post_names = std::to_array<std::string_view>({"message", "post", "postbit", "postcontainer", "reply"});
constexpr auto author_names =
    std::to_array<std::string_view>({"author", "member", "poster", "user", "userinfo", "username"});
constexpr auto date_names = std::to_array<std::string_view>({"date", "postdate", "posted", "time", "timestamp"});

template <class Names>
bool is_named(const Dom& dom, NodeIndex node, const Names& names) {
    if (dom[node].attribute_count == 0) return false;
    const std::vector<std::string> tokens = name_tokens(dom, node);
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        return std::find(names.begin(), names.end(), token) != names.end();
    });
}

/// Entries of a live blog are its text.
constexpr auto live_names = std::to_array<std::string_view>({"blog", "entry", "live", "liveblog"});

/// A block that says who wrote it and when.
struct Post {
    NodeIndex node = no_node;
    std::string author;  ///< empty if it is no post
};

constexpr NodeIndex near = 300;  // nodes

Post read_post(const Dom& dom, NodeIndex node) {
    constexpr NodeIndex longest_name = 12;  // nodes
    Post post{node, {}};
    bool is_dated = false;
    const NodeIndex end = std::min(dom.end(node), node + near);
    for (NodeIndex i = node + 1; i < end; ++i) {
        // What has a headline is an article itself.
        if (dom.tag(i) == Tag::h1 || dom.tag(i) == Tag::h2 || dom.tag(i) == Tag::h3) return {};
        if (dom.tag(i) == Tag::text) continue;
        is_dated |= dom.tag(i) == Tag::time || is_named(dom, i, date_names);
        if (post.author.empty() && dom.end(i) - i <= longest_name && is_named(dom, i, author_names))
            post.author = dom.text(i);
    }
    return is_dated ? post : Post{};
}

}  // namespace

std::vector<NodeIndex> find_replies(const Dom& dom, const std::vector<TextStatistics>& statistics, Removal& removal) {
    constexpr std::size_t fewest = 3;
    std::vector<NodeIndex> replies;
    std::vector<Post> thread;
    NodeIndex looked_at = 0;
    const auto end_thread = [&] {
        std::set<std::string_view> authors;
        for (const Post& post : thread) authors.insert(post.author);
        const bool is_talk = thread.size() >= fewest && authors.size() > 1;
        if (is_talk && statistics[thread.front().node].prose != 0)
            for (auto post = thread.begin() + 1; post != thread.end(); ++post) replies.push_back(post->node);
        thread.clear();
    };
    for (NodeIndex node = dom.body() + 1; node < dom.end(dom.body()); ++node) {
        removal.checkpoint();
        if (dom.tag(node) == Tag::text || statistics[node].text == 0 || !is_named(dom, node, post_names)) continue;
        if (is_named(dom, node, live_names)) continue;
        // Posts in posts without end are none.
        looked_at += std::min(dom.end(node) - node, near);
        if (looked_at > 2 * dom.size()) return {};
        Post post = read_post(dom, node);
        if (post.author.empty()) continue;
        const bool goes_on = !thread.empty() && dom.parent(thread.back().node) == dom.parent(node) &&
                             dom.tag(thread.back().node) == dom.tag(node);
        if (!goes_on) end_thread();
        thread.push_back(std::move(post));
        node = dom.end(node) - 1;
    }
    end_thread();
    return replies;
}

}  // namespace offprint::html
