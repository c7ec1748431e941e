#include "html/mapping/code_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "html/dom/name_tokens.hpp"
#include "html/dom/space.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// True if the subtree has no text but digits and space. Of very long ones only the beginning is looked at.
bool has_only_digits(const Dom& dom, NodeIndex node) {
    constexpr std::size_t longest = 64 * 1024;
    std::size_t size = 0;
    for (NodeIndex i = node; i < dom.end(node) && size < longest; ++i) {
        size += dom[i].text.size() + 1;
        for (char c : dom[i].text)
            if (!is_space(c) && (c < '0' || c > '9')) return false;
    }
    return size < longest;
}

/// "line-numbers", "hljs-ln-n", "lnt": the names of what numbers lines, without the marks between their parts.
bool is_number_name(const std::string& word) {
    std::string letters;
    std::copy_if(word.begin(), word.end(), std::back_inserter(letters), [](char c) { return c != '-' && c != '_'; });
    static constexpr std::array<std::string_view, 6> parts{"linenum", "lineno",  "gutter",
                                                           "linenr",  "blobnum", "crayonnum"};
    return letters == "ln" || letters == "lnt" || letters == "lnum" ||
           std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return letters.find(part) != std::string::npos; });
}

/// A short bar with the buttons of a code block, or with the name of its language.
bool is_control_bar(const Dom& dom, NodeIndex node) {
    constexpr std::size_t longest = 64;
    constexpr NodeIndex most_nodes = 200;
    const Tag tag = dom.tag(node);
    if (is_phrasing(tag) || tag == Tag::pre || dom.end(node) - node > most_nodes) return false;
    bool has_control = false;
    std::size_t size = 0;
    for (NodeIndex i = node; i < dom.end(node); ++i) {
        if (dom.tag(i) == Tag::pre || dom.tag(i) == Tag::code) return false;
        has_control |= dom.tag(i) == Tag::button || dom.tag(i) == Tag::select;
        size += trim(dom[i].text).size();
    }
    return has_control && size <= longest;
}

bool is_control(Tag tag) {
    switch (tag) {
        case Tag::button:
        case Tag::input:
        case Tag::script:
        case Tag::select:
        case Tag::style:
        case Tag::svg:
        case Tag::textarea:
            return true;
        default:
            return false;
    }
}

/// An inline element that shows one line: "line", "token-line", "cm-line".
bool is_named_line(const Dom& dom, NodeIndex node) {
    const std::vector<std::string> words = class_words(dom, node);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "line" || word.ends_with("-line") || word.ends_with("_line");
    });
}

class CodeReader {
public:
    CodeReader(const Dom& dom, const std::vector<bool>& removed) : dom_(dom), removed_(removed) {}

    std::string read(NodeIndex root) {
        for (NodeIndex node = root + 1; node < dom_.end(root); ++node) {
            close_lines(node);
            const Tag tag = dom_.tag(node);
            if (tag == Tag::text) {
                append(node);
            } else if (tag == Tag::br) {
                text_ += '\n';
                line_is_over_ = false;
            } else if (removed_[node] || is_no_code(node)) {
                node = dom_.end(node) - 1;
            } else if (is_line(node)) {
                end_line();
                if (!text_.empty() && text_.back() != '\n') text_ += '\n';
                lines_.push_back({dom_.end(node), text_.size()});
            }
        }
        return tidy();
    }

private:
    struct Line {
        NodeIndex end;
        std::size_t begin;  ///< in the text
    };

    bool is_no_code(NodeIndex node) const {
        const Tag tag = dom_.tag(node);
        if (is_control(tag)) return true;
        const bool is_first_cell = tag == Tag::td && dom_.previous_element(node) == no_node;
        if (is_first_cell && dom_.next_element(node) != no_node && has_only_digits(dom_, node)) return true;
        return is_line_numbers(dom_, node) || is_control_bar(dom_, node);
    }

    bool is_line(NodeIndex node) const {
        const Tag tag = dom_.tag(node);
        if (tag == Tag::td || tag == Tag::th) return false;
        if (!is_phrasing(tag)) return true;
        if (tag == Tag::code) return dom_.next_element(node) != no_node || dom_.previous_element(node) != no_node;
        return dom_[node].attribute_count != 0 && is_named_line(dom_, node);
    }

    /// An element that is a line ends it, unless its own text did. The line end is owed until more code
    /// follows: many highlighters write it out behind the element.
    void close_lines(NodeIndex node) {
        for (; !lines_.empty() && lines_.back().end <= node; lines_.pop_back())
            line_is_over_ |= text_.size() == lines_.back().begin || text_.back() != '\n';
    }

    void end_line() {
        if (line_is_over_) text_ += '\n';
        line_is_over_ = false;
    }

    void append(NodeIndex node) {
        const std::string_view text = dom_[node].text;
        const bool is_blank = std::all_of(text.begin(), text.end(), is_space);
        const auto line_ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        if (is_blank && line_ends != 0) {
            // Between blocks it is only the source's own layout.
            if (is_beside_block(node)) return;
            if (line_is_over_) text_.append(line_ends, '\n');
            if (std::exchange(line_is_over_, false)) return;
        }
        if (text.front() == '\n') line_is_over_ = false;
        end_line();
        text_ += text;
    }

    bool is_beside_block(NodeIndex node) const {
        const NodeIndex next = dom_.next_sibling(node);
        const NodeIndex previous = dom_.previous_element(node);
        return (next != no_node && !is_phrasing(dom_.tag(next))) ||
               (previous != no_node && !is_phrasing(dom_.tag(previous)));
    }

    /// Without blank lines around it, carriage returns, and the spaces that only browsers need.
    std::string tidy() const {
        std::string clean;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const std::string_view rest = std::string_view(text_).substr(i, 3);
            if (rest.starts_with("\u00A0")) {
                clean += ' ';
                i += 1;
            } else if (rest == "\u200B" || rest == "\uFEFF") {
                i += 2;
            } else if (text_[i] != '\r') {
                clean += text_[i];
            }
        }
        while (!clean.empty() && is_space(clean.back())) clean.pop_back();
        const std::size_t first = clean.find_first_not_of(" \t\n");
        const std::size_t line = first == std::string::npos ? first : clean.rfind('\n', first);
        return line == std::string::npos ? clean : clean.substr(line + 1);
    }

    const Dom& dom_;
    const std::vector<bool>& removed_;
    std::string text_;
    std::vector<Line> lines_;
    bool line_is_over_ = false;
};

}  // namespace

bool is_line_numbers(const Dom& dom, NodeIndex node) {
    if (dom[node].attribute_count == 0) return false;
    const std::vector<std::string> words = class_words(dom, node);
    const bool named = std::any_of(words.begin(), words.end(), is_number_name) ||
                       dom.has_attribute(node, "data-line-number") ||
                       style_value(dom.attribute(node, "style"), "user-select") == "none";
    return named && has_only_digits(dom, node);
}

std::string code_text(const Dom& dom, NodeIndex root, const std::vector<bool>& removed) {
    return CodeReader(dom, removed).read(root);
}

}  // namespace offprint::html
