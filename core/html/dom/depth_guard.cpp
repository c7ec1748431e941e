#include "html/dom/depth_guard.hpp"

#include <algorithm>
#include <string_view>

#include "html/dom/open_elements.hpp"
#include "html/dom/space.hpp"
#include "html/dom/tag.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_name = 10;  // "figcaption" and "blockquote"
constexpr int max_attributes = 256;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Scanner {
public:
    Scanner(std::string& markup, int max_depth) : markup_(markup), open_(static_cast<std::size_t>(max_depth)) {}

    bool run() {
        while ((at_ = markup_.find('<', at_)) != std::string::npos && at_ + 1 < markup_.size()) {
            const char next = markup_[at_ + 1];
            if (next == '!' || next == '?')
                skip_declaration();
            else if (is_letter(next))
                start_tag();
            else if (next == '/' && at_ + 2 < markup_.size() && is_letter(markup_[at_ + 2]))
                end_tag();
            else
                ++at_;
        }
        return changed_;
    }

private:
    void skip_declaration() {
        const bool comment = markup_.compare(at_, 4, "<!--") == 0;
        // "<!-->" is a whole comment; the search may therefore begin inside the opening.
        const bool character_data = open_.in_foreign_content() && markup_.compare(at_, 9, "<![CDATA[") == 0;
        const std::string_view close = comment ? "-->" : character_data ? "]]>" : ">";
        const std::size_t end = markup_.find(close, at_ + (comment ? 2 : 0));
        at_ = end == std::string::npos ? markup_.size() : end + close.size();
    }

    Tag read_name(std::size_t from) {
        std::size_t end = from;
        while (end < markup_.size() && !is_space(markup_[end]) && markup_[end] != '>' && markup_[end] != '/') ++end;
        after_name_ = end;
        name_ = std::string_view(markup_).substr(from, end - from);
        if (end - from > longest_name) return Tag::unknown;
        return tag_from_name(to_lower_ascii(name_));
    }

    void start_tag() {
        const std::size_t begin = at_;
        const Tag tag = read_name(begin + 1);
        const bool self_closing = skip_attributes();
        if (is_void(tag) || (self_closing && (open_.in_foreign_content() || tag == Tag::svg))) return;
        if (is_raw_text(tag) && !open_.in_foreign_content()) return skip_raw_text(tag);
        if (!open_.open(tag, name_)) blank(begin, at_);
    }

    void end_tag() {
        const std::size_t begin = at_;
        const Tag tag = read_name(begin + 2);
        skip_attributes();
        if (!open_.close(tag, name_)) blank(begin, at_);
    }

    /// Goes behind the tag's '>'. True if the tag ends in "/>".
    bool skip_attributes() {
        std::size_t at = after_name_;
        int attributes = 0;
        std::size_t surplus = 0;
        while (at < markup_.size() && markup_[at] != '>') {
            if (is_space(markup_[at]) || markup_[at] == '/') {
                ++at;
                continue;
            }
            if (++attributes == max_attributes) surplus = at;
            at = skip_attribute(at);
        }
        if (surplus != 0) blank(surplus, std::min(at, markup_.size()));
        const bool self_closing = at < markup_.size() && markup_[at - 1] == '/';
        at_ = std::min(at + 1, markup_.size());
        return self_closing;
    }

    std::size_t skip_attribute(std::size_t at) const {
        ++at;  // a name may begin with '='
        while (at < markup_.size() && !is_space(markup_[at]) && markup_[at] != '>' && markup_[at] != '/' &&
               markup_[at] != '=')
            ++at;
        std::size_t value = at;
        while (value < markup_.size() && is_space(markup_[value])) ++value;
        if (value >= markup_.size() || markup_[value] != '=') return at;
        ++value;
        while (value < markup_.size() && is_space(markup_[value])) ++value;
        if (value >= markup_.size()) return value;
        if (markup_[value] == '"' || markup_[value] == '\'') {
            const std::size_t end = markup_.find(markup_[value], value + 1);
            return end == std::string::npos ? markup_.size() : end + 1;
        }
        while (value < markup_.size() && !is_space(markup_[value]) && markup_[value] != '>') ++value;
        return value;
    }

    void skip_raw_text(Tag tag) {
        if (tag == Tag::plaintext) at_ = markup_.size();
        while ((at_ = markup_.find("</", at_)) != std::string::npos) {
            if (read_name(at_ + 2) == tag) return;
            at_ += 2;
        }
        at_ = markup_.size();
    }

    void blank(std::size_t begin, std::size_t end) {
        std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(begin),
                  markup_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        changed_ = true;
    }

    std::string& markup_;
    std::size_t at_ = 0;
    std::size_t after_name_ = 0;
    std::string_view name_;  // of the last tag
    OpenElements open_;
    bool changed_ = false;
};

}  // namespace

bool limit_markup(std::string& markup, int max_depth) {
    return Scanner(markup, max_depth).run();
}

}  // namespace offprint::html
