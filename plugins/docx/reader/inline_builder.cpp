#include "reader/inline_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "offprint/text.hpp"

namespace offprint::docx::reader {

namespace {

/// From the outside in; the link comes before them all, then the language.
constexpr Style nesting[] = {Style::insertion, Style::strike,     Style::mark,         Style::small,
                             Style::strong,    Style::emphasis,   Style::underline,    Style::small_caps,
                             Style::cite,      Style::definition, Style::abbreviation, Style::variable,
                             Style::keyboard,  Style::sample,     Style::superscript,  Style::subscript};
constexpr std::size_t link_level = 0;
constexpr std::size_t language_level = 1;
constexpr std::size_t first_style_level = 2;
constexpr std::size_t levels = first_style_level + std::size(nesting);

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_blank(std::string_view text) {
    return std::ranges::all_of(text, is_space);
}

/// "☑" and its like.
struct Box {
    std::string_view text;
    bool is_checked;
};
constexpr Box boxes[] = {{"☐", false}, {"☑", true}, {"☒", true}, {"\U0001F5F9", true}};

}  // namespace

Inlines anchors(std::vector<std::string> ids) {
    Inlines nodes;
    for (std::string& id : ids) {
        Styled anchor;
        anchor.attributes.ensure().id = std::move(id);
        nodes.emplace_back(std::move(anchor));
    }
    return nodes;
}

std::size_t InlineBuilder::add_link(std::string url, std::string title, std::uint64_t element) {
    const bool goes_on =
        !links_.empty() && (links_.back().element == element || (!is_literal_ && links_.back().url == url));
    if (!goes_on) links_.push_back({std::move(url), std::move(title), element});
    return links_.size();
}

void InlineBuilder::add_text(std::string_view text, const PieceFormat& format) {
    if (text.empty()) return;
    if (!pieces_.empty() && !pieces_.back().leaf && pieces_.back().format == format)
        pieces_.back().text += text;
    else
        pieces_.push_back({format, std::string(text), std::nullopt});
}

void InlineBuilder::add(Inline leaf, const PieceFormat& format) {
    pieces_.push_back({format, {}, std::move(leaf)});
}

bool InlineBuilder::take_back(std::string_view text) {
    if (pieces_.empty() || pieces_.back().leaf || pieces_.back().text != text) return false;
    pieces_.pop_back();
    return true;
}

bool InlineBuilder::is_all_code() const {
    bool has_text = false;
    for (const Piece& piece : pieces_) {
        if (piece.leaf) {
            if (!std::holds_alternative<LineBreak>(*piece.leaf)) return false;
        } else if (!is_blank(piece.text)) {
            if ((piece.format.traits & code_trait) == 0) return false;
            has_text = true;
        }
    }
    return has_text;
}

bool InlineBuilder::has_links() const {
    return std::ranges::any_of(pieces_, [](const Piece& piece) { return piece.format.link != 0; });
}

bool InlineBuilder::has_nodes() const {
    return std::ranges::any_of(pieces_, [](const Piece& piece) {
        return piece.leaf && !std::holds_alternative<LineBreak>(*piece.leaf) &&
               !std::holds_alternative<Styled>(*piece.leaf);
    });
}

void InlineBuilder::remove_prefix(std::size_t size) {
    for (Piece& piece : pieces_) {
        const std::size_t here = std::min(size, piece.text.size());
        piece.text.erase(0, here);
        size -= here;
    }
    std::erase_if(pieces_, [](const Piece& piece) { return !piece.leaf && piece.text.empty(); });
}

void InlineBuilder::drop_if_everywhere(unsigned traits) {
    for (const Piece& piece : pieces_)
        if (!piece.leaf && !is_blank(piece.text)) traits &= piece.format.traits;
    for (Piece& piece : pieces_) piece.format.traits &= ~traits;
}

bool InlineBuilder::is_picture() const {
    bool has_picture = false;
    for (const Piece& piece : pieces_) {
        if (!piece.leaf && !is_blank(piece.text)) return false;
        if (!piece.leaf) continue;
        const bool is_image = std::holds_alternative<Image>(*piece.leaf);
        if (!is_image && !std::holds_alternative<LineBreak>(*piece.leaf) &&
            !std::holds_alternative<Styled>(*piece.leaf))
            return false;
        has_picture = has_picture || is_image;
    }
    return has_picture;
}

std::string InlineBuilder::verbatim() const {
    std::string text;
    for (const Piece& piece : pieces_) {
        text += piece.text;
        if (piece.leaf && std::holds_alternative<LineBreak>(*piece.leaf)) text += '\n';
    }
    return text;
}

std::optional<bool> InlineBuilder::take_box() {
    const auto first = std::ranges::find_if(pieces_, [](const Piece& piece) { return !piece.leaf; });
    if (first == pieces_.end()) return std::nullopt;
    for (const Box& box : boxes) {
        if (!first->text.starts_with(box.text)) continue;
        const bool has_space = first->text.size() > box.text.size() && is_space(first->text[box.text.size()]);
        first->text.erase(0, box.text.size() + (has_space ? 1 : 0));
        return box.is_checked;
    }
    return std::nullopt;
}

/// Spaces in a row are one, over the borders of pieces, too; none stands at an end or beside a line break. Code keeps
/// its own.
void InlineBuilder::clean_spaces() {
    bool after_space = true;
    for (Piece& piece : pieces_) {
        if (piece.leaf) {
            if (std::holds_alternative<LineBreak>(*piece.leaf))
                after_space = true;
            else if (!std::holds_alternative<Styled>(*piece.leaf))
                after_space = false;
            continue;
        }
        if ((piece.format.traits & code_trait) != 0) {
            std::ranges::replace_if(piece.text, is_space, ' ');
            after_space = false;
            continue;
        }
        std::string kept;
        for (const char c : piece.text) {
            const bool space = is_space(c);
            if (!space || !after_space) kept += space ? ' ' : c;
            after_space = space;
        }
        piece.text = std::move(kept);
    }
    bool before_end = true;
    for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) {
        if (piece->leaf) {
            if (!std::holds_alternative<Styled>(*piece->leaf))
                before_end = std::holds_alternative<LineBreak>(*piece->leaf);
            continue;
        }
        if (before_end && (piece->format.traits & code_trait) == 0)
            while (!piece->text.empty() && piece->text.back() == ' ') piece->text.pop_back();
        if (!piece->text.empty()) before_end = false;
    }
    std::erase_if(pieces_, [](const Piece& piece) { return !piece.leaf && piece.text.empty(); });
}

/// A space alone is bold by accident unless what is before it is.
void InlineBuilder::drop_idle_traits() {
    unsigned before = 0;
    for (Piece& piece : pieces_) {
        if (!piece.leaf && is_blank(piece.text)) {
            piece.format.traits &= before;
            if ((piece.format.traits & code_trait) == 0) piece.format.language.clear();
        }
        before = piece.format.traits;
    }
}

bool InlineBuilder::are_alike(const Piece& first, const Piece& second, std::size_t level) const {
    if (level == link_level) return first.format.link == second.format.link;
    if (level == language_level) return first.format.language == second.format.language;
    const unsigned bit = trait(nesting[level - first_style_level]);
    return (first.format.traits & bit) == (second.format.traits & bit);
}

bool InlineBuilder::is_plain(const Piece& piece, std::size_t level) const {
    if (level == link_level) return piece.format.link == 0;
    if (level == language_level) return piece.format.language.empty();
    return (piece.format.traits & trait(nesting[level - first_style_level])) == 0;
}

void InlineBuilder::append_leaf(Piece& piece, Inlines& out) {
    if (piece.leaf) {
        out.push_back(std::move(*piece.leaf));
    } else if ((piece.format.traits & code_trait) != 0) {
        Code* const before = out.empty() ? nullptr : std::get_if<Code>(&out.back());
        if (before != nullptr) {
            before->text += piece.text;
        } else {
            Code code;
            code.text = std::move(piece.text);
            out.emplace_back(std::move(code));
        }
    } else {
        append_text(out, piece.text);
    }
}

void InlineBuilder::wrap(std::size_t begin, std::size_t end, std::size_t level, Inlines& out) {
    const PieceFormat& format = pieces_[begin].format;
    Inlines content;
    nest(begin, end, level + 1, content);
    if (level == link_level) {
        Link link;
        link.url = links_[format.link - 1].url;
        link.title = links_[format.link - 1].title;
        link.content = std::move(content);
        out.emplace_back(std::move(link));
        return;
    }
    Styled styled;
    styled.style = level == language_level ? Style::span : nesting[level - first_style_level];
    if (level == language_level) styled.attributes.ensure().language = format.language;
    styled.content = std::move(content);
    out.emplace_back(std::move(styled));
}

void InlineBuilder::nest(std::size_t begin, std::size_t end, std::size_t level, Inlines& out) {
    if (level == levels) {
        for (std::size_t i = begin; i < end; ++i) append_leaf(pieces_[i], out);
        return;
    }
    while (begin < end) {
        std::size_t next = begin + 1;
        while (next < end && are_alike(pieces_[begin], pieces_[next], level)) ++next;
        if (is_plain(pieces_[begin], level))
            nest(begin, next, level + 1, out);
        else
            wrap(begin, next, level, out);
        begin = next;
    }
}

Inlines InlineBuilder::finish() {
    if (!is_literal_) clean_spaces();
    if (!is_literal_) drop_idle_traits();
    Inlines inlines;
    nest(0, pieces_.size(), 0, inlines);
    pieces_.clear();
    links_.clear();
    return inlines;
}

}  // namespace offprint::docx::reader
