#include "html/dom/open_elements.hpp"

#include <algorithm>
#include <string>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t implied_end_window = 8;

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

/// What ends drawings and formulas that were left open (HTML, section 13.2.6.5); `font` does so only sometimes.
bool breaks_out(Tag tag) {
    switch (tag) {
        case Tag::blockquote:
        case Tag::center:
        case Tag::dd:
        case Tag::div:
        case Tag::dl:
        case Tag::dt:
        case Tag::li:
        case Tag::listing:
        case Tag::menu:
        case Tag::ol:
        case Tag::p:
        case Tag::pre:
        case Tag::ruby:
        case Tag::span:
        case Tag::sub:
        case Tag::sup:
        case Tag::table:
        case Tag::ul:
        case Tag::var:
            return true;
        default:
            return is_heading(tag) || (is_formatting(tag) && tag != Tag::font);
    }
}

/// The end tags of these forget the formatting inside (HTML, section 13.2.4.3, "marker").
bool forgets_formatting(Tag tag) {
    return tag == Tag::td || tag == Tag::th || tag == Tag::caption || tag == Tag::applet || tag == Tag::object ||
           tag == Tag::marquee || tag == Tag::template_;
}

}  // namespace

bool OpenElements::Element::is(Tag other, std::string_view other_name) const {
    return tag == other && (tag != Tag::unknown ||
                            (name.size() == other_name.size() && to_lower_ascii(name) == to_lower_ascii(other_name)));
}

/// Foreign, but what it holds is HTML.
bool OpenElements::Element::is_integration_point() const {
    constexpr std::array<std::string_view, 9> names{"annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms",
                                                    "mtext",          "title"};
    return foreign && name.size() <= names.front().size() &&
           std::binary_search(names.begin(), names.end(), to_lower_ascii(name));
}

bool OpenElements::in_foreign_content() const {
    return !stack_.empty() && stack_.back().foreign && !stack_.back().is_integration_point();
}

bool OpenElements::open(Tag tag, std::string_view name) {
    if (breaks_out(tag))
        while (in_foreign_content()) pop();
    const bool foreign = in_foreign_content() || tag == Tag::svg || tag == Tag::math;
    if (!foreign) {
        if (is_page_frame(tag) || (tables_ == 0 && is_table_part(tag) && tag != Tag::table)) return true;
        close_implied(tag);
    }
    if (stack_.size() >= max_depth_) {
        ++refused_[static_cast<std::size_t>(tag)];
        return false;
    }
    push({tag, name, foreign});
    return true;
}

bool OpenElements::close(Tag tag, std::string_view name) {
    int& refused = refused_[static_cast<std::size_t>(tag)];
    if (refused != 0) return --refused, false;
    if (is_page_frame(tag) || (tables_ == 0 && is_table_part(tag))) return true;
    for (std::size_t size = stack_.size(); size > 0; --size) {
        if (stack_[size - 1].is(tag, name)) return close_at(size - 1), true;
        if (blocks(stack_[size - 1], tag)) break;
    }
    return true;
}

/// True if the end tag `closing` does not reach what is outside `open`.
bool OpenElements::blocks(const Element& open, Tag closing) {
    if (open.foreign) return open.is_integration_point() || open.tag == Tag::svg || open.tag == Tag::math;
    if (is_ordinary(closing) || closing == Tag::noscript) return !is_ordinary(open.tag);
    if (is_table_part(closing)) return open.tag == Tag::table || open.tag == Tag::template_;
    if (closing == Tag::li && (open.tag == Tag::ul || open.tag == Tag::ol)) return true;
    return is_scope_border(open.tag);
}

void OpenElements::close_implied(Tag opening) {
    for (std::size_t i = 0; i < implied_end_window && i < stack_.size(); ++i) {
        const std::size_t at = stack_.size() - 1 - i;
        const Element& open = stack_[at];
        if (open.foreign) return;
        if (ends(opening, open.tag) && may_be_implied(opening, at)) return close_at(at);
        const bool within_table = is_table_part(opening) && is_table_part(open.tag) && open.tag != Tag::table;
        const bool is_passed = is_phrasing(open.tag) || open.tag == Tag::p || within_table;
        if (!is_passed || ends_innermost_only(opening)) return;
    }
}

/// Annotations end each other in a `ruby` only.
bool OpenElements::may_be_implied(Tag opening, std::size_t at) const {
    const bool is_annotation = opening == Tag::rt || opening == Tag::rp;
    return !is_annotation || (at > 0 && stack_[at - 1].tag == Tag::ruby);
}

void OpenElements::close_at(std::size_t at) {
    // A form leaves from between its content and what is around it.
    if (stack_[at].tag == Tag::form) {
        stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
    std::vector<Element> reopened;
    for (; stack_.size() > at + 1; pop()) {
        if (forgets_formatting(stack_.back().tag)) reopened.clear();
        if (is_formatting(stack_.back().tag)) reopened.push_back(stack_.back());
    }
    if (forgets_formatting(stack_.back().tag)) reopened.clear();
    pop();
    for (auto element = reopened.rbegin(); element != reopened.rend(); ++element) push(*element);
}

void OpenElements::push(const Element& element) {
    stack_.push_back(element);
    tables_ += element.tag == Tag::table ? 1 : 0;
}

void OpenElements::pop() {
    tables_ -= stack_.back().tag == Tag::table ? 1 : 0;
    stack_.pop_back();
}

}  // namespace offprint::html
