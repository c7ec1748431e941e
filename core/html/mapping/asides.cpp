#include "html/mapping/asides.hpp"

#include <algorithm>
#include <array>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/mapper.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::array<std::string_view, 20> kinds{
    "abstract", "attention", "bug",     "caution",  "danger",    "error",   "example", "failure", "hint", "important",
    "info",     "note",      "primary", "question", "secondary", "seealso", "success", "tip",     "todo", "warning"};

bool is_box(Tag tag) {
    return tag == Tag::div || tag == Tag::section || tag == Tag::blockquote || tag == Tag::aside || tag == Tag::figure;
}

/// "admonition", "kg-callout-card", "starlight-aside--tip": the name of the whole box, not of a part of it.
bool names_callout(const std::string& name) {
    const std::vector<std::string> tokens = name_tokens(name);
    const auto is_whole = [](const std::string& token) {
        return token == "admonition" || token == "aside" || token == "callout" || token == "hint";
    };
    const auto found = std::find_if(tokens.begin(), tokens.end(), is_whole);
    if (found == tokens.end() || (*found == "aside" && found + 1 == tokens.end())) return false;
    return std::all_of(found + 1, tokens.end(), [](const std::string& token) {
        return token == "box" || token == "card" || token == "block" ||
               std::binary_search(kinds.begin(), kinds.end(), std::string_view(token));
    });
}

/// The first element of the box if it is one word that is the box's class, too: "Note".
NodeIndex title_like_class(const Dom& dom, NodeIndex box) {
    const NodeIndex child = dom.first_child(box);
    const NodeIndex title = child == no_node || dom.tag(child) != Tag::text ? child : dom.next_element(child);
    constexpr NodeIndex few_nodes = 6;
    if (title == no_node || is_phrasing(dom.tag(title)) || dom.end(title) - title > few_nodes) return no_node;
    std::string text = to_lower_ascii(dom.text(title));
    if (text.ends_with(':')) text.pop_back();
    const bool is_kind = std::binary_search(kinds.begin(), kinds.end(), std::string_view(text));
    return is_kind && has_class(dom, box, {text}) ? title : no_node;
}

/// What a pull quote says, without who said it.
std::string quoted_text(const Dom& dom, NodeIndex quote) {
    std::string text;
    for (NodeIndex node = quote; node < dom.end(quote); ++node) {
        const Tag tag = dom.tag(node);
        if (tag == Tag::cite || tag == Tag::footer || tag == Tag::figcaption)
            node = dom.end(node) - 1;
        else
            text += dom[node].text;
    }
    return text;
}

Paragraph strong_line(std::string text, SourceRange range) {
    Styled strong;
    strong.style = Style::strong;
    strong.range = range;
    append_text(strong.content, std::move(text));
    Paragraph line;
    line.range = range;
    line.content.emplace_back(std::move(strong));
    return line;
}

bool holds_heading(const Dom& dom, NodeIndex element) {
    for (NodeIndex node = element + 1; node < dom.end(element); ++node)
        if (is_heading(dom.tag(node))) return true;
    return false;
}

}  // namespace

bool is_callout(const Dom& dom, NodeIndex node) {
    if (!is_box(dom.tag(node)) || dom[node].attribute_count == 0) return false;
    if (dom.has_attribute(node, "data-callout")) return true;
    if (has_class(dom, node,
                  {"admonitionblock", "confluence-information-macro", "markdown-alert", "custom-block", "notecard"}))
        return true;
    const std::vector<std::string> words = class_words(dom, node);
    if (std::any_of(words.begin(), words.end(), names_callout)) return true;
    if (dom.has_word(node, "class", "alert") && !callout_kind(dom, node).empty()) return true;
    return dom.has_word(node, "role", "note") || title_like_class(dom, node) != no_node;
}

std::string callout_kind(const Dom& dom, NodeIndex node) {
    std::vector<std::string> tokens = name_tokens(dom.attribute(node, "data-callout"));
    for (std::string& token : name_tokens(dom.attribute(node, "class"))) tokens.push_back(std::move(token));
    for (const std::string& token : tokens)
        if (std::binary_search(kinds.begin(), kinds.end(), std::string_view(token))) return token;
    return {};
}

NodeIndex callout_title(const Dom& dom, NodeIndex callout) {
    constexpr NodeIndex near = 40;
    const NodeIndex end = std::min(dom.end(callout), callout + near);
    for (NodeIndex node = callout + 1; node < end; ++node) {
        if (dom.tag(node) == Tag::text || dom[node].attribute_count == 0) continue;
        const std::vector<std::string> tokens = name_tokens(dom.attribute(node, "class"));
        const bool is_title = std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
            return token == "title" || token == "heading" || token.ends_with("heading");
        });
        if (is_title) return node;
    }
    return title_like_class(dom, callout);
}

bool is_pull_quote(const Dom& dom, NodeIndex node) {
    const std::string_view names = dom.attribute(node, "class");
    if (names.find("ull") == std::string_view::npos) return false;  // most have none: spare them the rest
    const std::vector<std::string> tokens = name_tokens(names);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] == "pullquote" || tokens[i] == "pullquotes") return true;
        if (tokens[i] == "pull" && i + 1 < tokens.size() && tokens[i + 1] == "quote") return true;
    }
    return false;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool is_punctuation = text.substr(i).starts_with("\xE2\x80");  // U+2000 to U+203F
        const bool is_letter = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_punctuation)
            i += 2;
        else if (is_letter)
            letters += text[i];
    }
    return to_lower_ascii(letters);
}

bool Mapper::is_guessed_callout(NodeIndex node) const {
    return !is_literal_ && is_callout(dom_, node);
}

/// An aside whose title is a strong first line. Its kind is a class, for those who set callouts apart.
void Mapper::map_callout(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = GroupKind::aside;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    if (std::string kind = callout_kind(dom_, node); !kind.empty())
        group.attributes.ensure().classes.push_back(std::move(kind));
    const NodeIndex outer_title = callout_title_;
    callout_title_ = callout_title(dom_, node);
    const bool shows_title = callout_title_ != no_node && !selection_.removed[callout_title_];
    group.content = map_blocks(node, flow);
    callout_title_ = outer_title;
    if (const std::string label = collapse_space(dom_.attribute(node, "aria-label"));
        !shows_title && !label.empty() && !group.content.empty())
        group.content.insert(group.content.begin(), strong_line(label, range_of(node)));
    if (!group.content.empty()) flow.block(std::move(group));
}

void Mapper::map_strong_line(NodeIndex node, Flow& flow) {
    Styled strong;
    strong.style = Style::strong;
    flow.begin_paragraph(attributes_of(node, true), range_of(node));
    const bool opened = flow.open(std::move(strong));
    flow.text(dom_.text(node), range_of(node));  // without its icons
    if (opened) flow.close();
    flow.end_paragraph();
}

/// Words that the text has, too, are not shown twice; others are a quote or stand beside the text. True if that was
/// done.
bool Mapper::map_pull_quote(NodeIndex node, Flow& flow) {
    if (!is_pull_quote(dom_, node)) return false;
    if (repeats_text(node)) {
        context_.report(Severity::info, "html.pull-quote-dropped", "a pull quote repeats words of the text",
                        range_of(node));
        return true;
    }
    if (dom_.find(node, Tag::blockquote) != no_node) return false;
    map_group(node, GroupKind::aside, flow);
    return true;
}

bool Mapper::repeats_text(NodeIndex quote) {
    constexpr std::size_t probe_size = 64;
    constexpr int most_pull_quotes = 100;  // each is looked for in the whole text
    if (++pull_quotes_ > most_pull_quotes) return false;
    if (letters_.empty()) {
        for (const NodeIndex root : selection_.roots)
            for (NodeIndex node = root; node < dom_.end(root); ++node) {
                if (selection_.removed[node])
                    node = dom_.end(node) - 1;
                else if (dom_.tag(node) != Tag::script)
                    letters_ += letters_of(dom_[node].text);
            }
    }
    const std::string own = letters_of(quoted_text(dom_, quote));
    if (own.empty()) return false;
    const std::size_t begin = own.size() > probe_size ? (own.size() - probe_size) / 2 : 0;
    const std::string probe = own.substr(begin, probe_size);
    const std::size_t first = letters_.find(probe);
    return first != std::string::npos && letters_.find(probe, first + 1) != std::string::npos;
}

void Mapper::map_group(NodeIndex node, GroupKind kind, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = kind;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    group.content = map_blocks(node, flow);
    if (!group.content.empty()) flow.block(std::move(group));
}

/// A book has nothing to unfold: the summary becomes a strong first line of a section.
void Mapper::map_details(NodeIndex node, Flow& flow) {
    flow.end_paragraph();
    Group group;
    group.kind = GroupKind::section;
    group.attributes = attributes_of(node, true);
    group.range = range_of(node);
    Flow content = Flow::inside(flow);
    for (const NodeIndex child : dom_.children(node)) {
        if (dom_.tag(child) != Tag::summary || selection_.removed[child] || holds_heading(dom_, child)) {
            map_node(child, content);
            continue;
        }
        Styled strong;
        strong.style = Style::strong;
        content.begin_paragraph(attributes_of(child, true), range_of(child));
        map_within(std::move(strong), child, content);
        content.end_paragraph();
    }
    group.content = content.finish();
    if (!group.content.empty()) flow.block(std::move(group));
}

}  // namespace offprint::html
