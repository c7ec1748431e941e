#include "inline/inlines.hpp"

#include <string>
#include <utility>

#include "inline/inline_marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/// `text` with runs of white space as single spaces, at its ends too.
std::string squeeze(std::string_view text) {
    if (text.find('\t') == std::string_view::npos && !holds_two_spaces(text)) return std::string(text);
    std::string squeezed;
    for (char c : text) {
        if (!is_space(c))
            squeezed += c;
        else if (squeezed.empty() || squeezed.back() != ' ')
            squeezed += ' ';
    }
    return squeezed;
}

class InlineBuilder {
public:
    InlineBuilder(const Passage& passage, const std::vector<InlineMark>& marks, const References& references)
        : passage_(passage), text_(passage.text()), marks_(marks), references_(references) {}

    Inlines build() { return build(0, marks_.size(), 0, text_.size()); }

private:
    using Kind = InlineMark::Kind;

    /// The characters [begin, end), in which the marks [first, last) stand.
    Inlines build(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
        Inlines inlines;
        for (std::size_t i = first; i < last; ++i) {
            const InlineMark& mark = marks_[i];
            if (mark.in_pair() && mark.partner == 0) continue;
            add_text(inlines, begin, mark.begin);
            if (mark.in_pair()) {
                add_pair(inlines, i);
                i = mark.partner;
            } else {
                add_single(inlines, mark);
            }
            begin = marks_[i].end;
        }
        add_text(inlines, begin, end);
        return inlines;
    }

    void add_text(Inlines& inlines, std::size_t begin, std::size_t end) {
        if (begin < end) append_text(inlines, squeeze(text_.substr(begin, end - begin)), passage_.range(begin, end));
    }

    template <class N>
    N with_range(N node, std::size_t begin, std::size_t end) const {
        node.range = passage_.range(begin, end);
        return node;
    }

    void add_pair(Inlines& inlines, std::size_t opening_index) {
        const InlineMark& opening = marks_[opening_index];
        const InlineMark& closing = marks_[opening.partner];
        Inlines content = build(opening_index + 1, opening.partner, opening.end, closing.begin);
        if (opening.kind == Kind::image) {
            Image image;
            image.source = closing.url;
            image.alt = plain_text(content);
            inlines.push_back(with_range(std::move(image), opening.begin, closing.end));
        } else if (opening.kind == Kind::link) {
            Link link;
            link.url = closing.url;
            link.content = std::move(content);
            inlines.push_back(with_range(std::move(link), opening.begin, closing.end));
        } else {
            inlines.push_back(with_range(styled(opening.kind, std::move(content)), opening.begin, closing.end));
        }
    }

    Styled styled(Kind kind, Inlines content) const {
        Styled node;
        node.style = kind == Kind::emphasis ? Style::emphasis : Style::strong;
        node.content = std::move(content);
        if (kind != Kind::strong_emphasis) return node;
        Styled outer;
        outer.style = Style::emphasis;
        outer.content.push_back(std::move(node));
        return outer;
    }

    void add_single(Inlines& inlines, const InlineMark& mark) {
        if (mark.kind == Kind::line_break) inlines.push_back(with_range(LineBreak{}, mark.begin, mark.end));
        if (mark.kind == Kind::code) inlines.push_back(with_range(code(mark), mark.begin, mark.end));
        if (mark.kind == Kind::note) inlines.push_back(note(mark));
        if (mark.kind == Kind::address) inlines.push_back(with_range(link(mark), mark.begin, mark.end));
    }

    NoteRef note(const InlineMark& mark) const {
        NoteRef node = with_range(NoteRef{}, mark.begin, mark.end);
        node.note = *references_.note(mark.url, node.range.begin);
        return node;
    }

    Code code(const InlineMark& mark) const {
        const std::string_view whole = text_.substr(mark.begin, mark.end - mark.begin);
        const std::size_t signs = whole.find_first_not_of('`');
        Code node;
        node.text = squeeze(whole.substr(signs, whole.size() - 2 * signs));
        return node;
    }

    Link link(const InlineMark& mark) {
        Link node;
        node.url = mark.url;
        add_text(node.content, mark.begin, mark.end);
        return node;
    }

    const Passage& passage_;
    std::string_view text_;
    const std::vector<InlineMark>& marks_;
    const References& references_;
};

}  // namespace

Inlines read_inlines(const Passage& passage, bool markdown, const References& references) {
    const std::vector<InlineMark> marks = find_inline_marks(passage.text(), markdown, references);
    return InlineBuilder(passage, marks, references).build();
}

}  // namespace offprint::text
