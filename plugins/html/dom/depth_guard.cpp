#include "dom/depth_guard.hpp"

#include <algorithm>
#include <array>
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

    /// False if the element would be too deep.
    bool open(Tag tag) {
        close_implied(tag);
        if (stack_.size() >= max_depth_) {
            ++refused_[static_cast<std::size_t>(tag)];
            return false;
        }
        stack_.push_back(tag);
        if (tag == Tag::svg || tag == Tag::math) ++foreign_;
        return true;
    }

    /// False if the end tag belongs to an element that `open` refused.
    bool close(Tag tag) {
        int& refused = refused_[static_cast<std::size_t>(tag)];
        if (refused != 0) return --refused, false;
        for (std::size_t size = stack_.size(); size > 0; --size) {
            const Tag open = stack_[size - 1];
            if (open == tag) return shrink(size - 1), true;
            const bool blocked = is_ordinary(tag)     ? !is_ordinary(open)
                                 : is_table_part(tag) ? open == Tag::table || open == Tag::template_
                                                      : is_scope_border(open);
            if (blocked) break;
        }
        return true;
    }

private:
    void close_implied(Tag opening) {
        for (std::size_t i = 0; i < implied_end_window && i < stack_.size(); ++i) {
            const std::size_t at = stack_.size() - 1 - i;
            const Tag open = stack_[at];
            if (ends(opening, open)) return shrink(at);
            const bool within_table = is_table_part(opening) && is_table_part(open) && open != Tag::table;
            if (!is_phrasing(open) && open != Tag::p && !within_table) return;
        }
    }

    void shrink(std::size_t size) {
        foreign_ -=
            static_cast<std::size_t>(std::count_if(stack_.begin() + static_cast<std::ptrdiff_t>(size), stack_.end(),
                                                   [](Tag tag) { return tag == Tag::svg || tag == Tag::math; }));
        stack_.resize(size);
    }

    std::vector<Tag> stack_;
    std::array<int, 256> refused_{};
    std::size_t foreign_ = 0;
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
        if (end - from > longest_name) return Tag::unknown;
        return tag_from_name(to_lower_ascii(std::string_view(markup_).substr(from, end - from)));
    }

    void start_tag() {
        const std::size_t begin = at_;
        const Tag tag = read_name(begin + 1);
        const bool self_closing = skip_attributes();
        if (is_void(tag) || (self_closing && (open_.in_foreign_content() || tag == Tag::svg))) return;
        if (is_raw_text(tag) && !open_.in_foreign_content()) return skip_raw_text(tag);
        if (!open_.open(tag)) blank(begin, at_);
    }

    void end_tag() {
        const std::size_t begin = at_;
        const Tag tag = read_name(begin + 2);
        skip_attributes();
        if (!open_.close(tag)) blank(begin, at_);
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
    OpenElements open_;
    bool changed_ = false;
};

}  // namespace

bool limit_markup(std::string& markup, int max_depth) {
    return Scanner(markup, max_depth).run();
}

}  // namespace offprint::html
