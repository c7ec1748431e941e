#include "dom/depth_guard.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "dom/space.hpp"
#include "dom/tag.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_name = 10;  // "figcaption" and "blockquote"
constexpr int max_attributes = 256;
constexpr std::size_t implied_end_window = 8;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Not "special" (HTML, section 13.2.4.2): its end tag reaches only through others of its sort.
bool is_ordinary(Tag tag) {
    switch (tag) {
        case Tag::audio:
        case Tag::canvas:
        case Tag::datalist:
        case Tag::dialog:
        case Tag::legend:
        case Tag::main:
        case Tag::map:
        case Tag::meter:
        case Tag::optgroup:
        case Tag::option:
        case Tag::progress:
        case Tag::search:
        case Tag::video:
            return true;
        default:
            return is_phrasing(tag);
    }
}

/// End tags of what is outside cannot reach through these (HTML, section 13.2.4.2).
bool is_scope_border(Tag tag) {
    switch (tag) {
        case Tag::applet:
        case Tag::marquee:
        case Tag::table:
        case Tag::td:
        case Tag::th:
        case Tag::caption:
        case Tag::template_:
        case Tag::object:
        case Tag::button:
        case Tag::select:
        case Tag::svg:
        case Tag::math:
            return true;
        default:
            return false;
    }
}

/// Start tags of these are ignored where there is one already, and their end tags leave everything open.
bool is_page_frame(Tag tag) {
    return tag == Tag::html || tag == Tag::head || tag == Tag::body || tag == Tag::frameset;
}

/// Opened anew after the end tag of something around them (HTML, section 13.2.4.3); of `a` there is only one.
bool is_formatting(Tag tag) {
    switch (tag) {
        case Tag::b:
        case Tag::big:
        case Tag::code:
        case Tag::em:
        case Tag::font:
        case Tag::i:
        case Tag::s:
        case Tag::small:
        case Tag::strike:
        case Tag::strong:
        case Tag::tt:
        case Tag::u:
            return true;
        default:
            return false;
    }
}

bool is_table_part(Tag tag) {
    switch (tag) {
        case Tag::table:
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
        case Tag::tr:
        case Tag::td:
        case Tag::th:
        case Tag::caption:
        case Tag::colgroup:
            return true;
        default:
            return false;
    }
}

/// Of these only the innermost open element is ended by its like.
bool ends_innermost_only(Tag tag) {
    return tag == Tag::option || tag == Tag::rt || tag == Tag::rp;
}

/// What an opening `tag` ends if it is still open: its own like, for those whose end tags people omit.
bool ends(Tag opening, Tag open) {
    switch (opening) {
        case Tag::li:
            return open == Tag::li;
        case Tag::dt:
        case Tag::dd:
            return open == Tag::dt || open == Tag::dd;
        case Tag::td:
        case Tag::th:
            return open == Tag::td || open == Tag::th;
        case Tag::tr:
            return open == Tag::tr;
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
            return open == Tag::tbody || open == Tag::thead || open == Tag::tfoot;
        case Tag::option:
            return open == Tag::option;
        case Tag::rt:
        case Tag::rp:
            return open == Tag::rt || open == Tag::rp;
        default:
            return !is_phrasing(opening) && open == Tag::p;
    }
}

/// A rough model of the parser's stack of open elements; it never holds less than the parser's would.
class OpenElements {
public:
    explicit OpenElements(std::size_t max_depth) : max_depth_(max_depth) {}

    bool in_foreign_content() const { return foreign_ != 0; }

    /// False if the element would be too deep. `name` must stay as it is for as long as the element is open.
    bool open(Tag tag, std::string_view name) {
        const bool outside_table = tables_ == 0 && !in_foreign_content();
        if (is_page_frame(tag) || (outside_table && is_table_part(tag) && tag != Tag::table)) return true;
        close_implied(tag);
        if (stack_.size() >= max_depth_) {
            ++refused_[static_cast<std::size_t>(tag)];
            return false;
        }
        push({tag, name});
        return true;
    }

    /// False if the end tag belongs to an element that `open` refused.
    bool close(Tag tag, std::string_view name) {
        int& refused = refused_[static_cast<std::size_t>(tag)];
        if (refused != 0) return --refused, false;
        if (is_page_frame(tag) || (tables_ == 0 && is_table_part(tag))) return true;
        for (std::size_t size = stack_.size(); size > 0; --size) {
            if (is_same(stack_[size - 1], tag, name)) return close_at(size - 1), true;
            if (blocks(stack_[size - 1].tag, tag)) break;
        }
        return true;
    }

private:
    struct Element {
        Tag tag;
        std::string_view name;
    };

    static bool is_same(const Element& element, Tag tag, std::string_view name) {
        return element.tag == tag && (tag != Tag::unknown || to_lower_ascii(element.name) == to_lower_ascii(name));
    }

    /// True if the end tag `closing` does not reach what is outside `open`.
    static bool blocks(Tag open, Tag closing) {
        if (is_ordinary(closing) || closing == Tag::noscript) return !is_ordinary(open);
        if (is_table_part(closing)) return open == Tag::table || open == Tag::template_;
        if (closing == Tag::li && (open == Tag::ul || open == Tag::ol)) return true;
        return is_scope_border(open);
    }

    void close_at(std::size_t at) {
        const Tag tag = stack_[at].tag;
        // A form leaves from between its content and what is around it.
        if (tag == Tag::form) {
            stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at));
            return;
        }
        std::vector<Element> reopened;
        if (is_phrasing(tag) || is_scope_border(tag))
            std::copy_if(stack_.begin() + static_cast<std::ptrdiff_t>(at) + 1, stack_.end(),
                         std::back_inserter(reopened), [](const Element& open) { return is_formatting(open.tag); });
        shrink(at);
        for (const Element& element : reopened) push(element);
    }

    void close_implied(Tag opening) {
        for (std::size_t i = 0; i < implied_end_window && i < stack_.size(); ++i) {
            const std::size_t at = stack_.size() - 1 - i;
            const Tag open = stack_[at].tag;
            if (ends(opening, open) && may_be_implied(opening, at)) return shrink(at);
            const bool within_table = is_table_part(opening) && is_table_part(open) && open != Tag::table;
            const bool is_passed = (is_phrasing(open) && !is_foreign_root(open)) || open == Tag::p || within_table;
            if (!is_passed || ends_innermost_only(opening)) return;
        }
    }

    bool may_be_implied(Tag opening, std::size_t at) const {
        // In drawings there is no table, and no choice.
        if (in_foreign_content() && (is_table_part(opening) || ends_innermost_only(opening))) return false;
        const bool is_annotation = opening == Tag::rt || opening == Tag::rp;
        return !is_annotation || (at > 0 && stack_[at - 1].tag == Tag::ruby);
    }

    static bool is_foreign_root(Tag tag) { return tag == Tag::svg || tag == Tag::math; }

    void push(const Element& element) {
        stack_.push_back(element);
        foreign_ += is_foreign_root(element.tag) ? 1 : 0;
        tables_ += element.tag == Tag::table ? 1 : 0;
    }

    void shrink(std::size_t size) {
        for (; stack_.size() > size; stack_.pop_back()) {
            foreign_ -= is_foreign_root(stack_.back().tag) ? 1 : 0;
            tables_ -= stack_.back().tag == Tag::table ? 1 : 0;
        }
    }

    std::vector<Element> stack_;
    std::array<int, 256> refused_{};
    std::size_t foreign_ = 0;
    std::size_t tables_ = 0;
    std::size_t max_depth_;
};

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
        const std::size_t end = comment ? markup_.find("-->", at_ + 2) : markup_.find('>', at_);
        at_ = end == std::string::npos ? markup_.size() : end + (comment ? 3 : 1);
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
