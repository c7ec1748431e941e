#include "writer/division.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "writer/sentences.hpp"

namespace offprint::epub {

namespace {

// What tags and attributes weigh of an ordinary node, of a reference to a note and of a note.
constexpr std::size_t node_weight = 16;
constexpr std::size_t reference_weight = 120;
constexpr std::size_t note_weight = 200;

// A paragraph is cut in this last share of what its part may weigh.
constexpr std::size_t window_share = 4;

template <class N>
std::size_t own_weight(const N& node) {
    if constexpr (std::is_same_v<N, NoteRef>)
        return reference_weight;
    else if constexpr (requires { node.mathml; })
        return node_weight + std::max(node.mathml.size(), node.tex.size());
    else if constexpr (requires { node.text; })
        return node_weight + node.text.size();
    else if constexpr (requires { node.url; })
        return node_weight + node.url.size();
    else
        return node_weight;
}

template <class N>
std::size_t total_weight(const N& node) {
    std::size_t weight = 0;
    walk(node, [&](const auto& inner) { weight += own_weight(inner); });
    return weight;
}

// `node` without its children, to be filled with a part of them. Only the first part has the id. The others are marked,
// but for plain text, which is no element.
template <class N>
N part_of(const N& node, bool is_first, std::string_view mark = {}) {
    N part;
    part.attributes = node.attributes;
    part.range = node.range;
    if (is_first || (std::is_same_v<N, Text> && !part.attributes)) return part;
    part.attributes.ensure().id.clear();
    auto& extra = part.attributes->extra;
    std::erase_if(extra, [](const auto& entry) { return entry.first == continued_attribute; });
    extra.emplace_back(continued_attribute, mark);
    return part;
}

// Neighbours together, as many as weigh no more than `size`.
template <class T>
std::vector<std::vector<T>> pack(std::vector<T> children, std::size_t size) {
    std::vector<std::vector<T>> packs;
    std::size_t filled = 0;
    for (T& child : children) {
        const std::size_t weight = total_weight(child);
        if (packs.empty() || filled + weight > size) {
            packs.emplace_back();
            filled = 0;
        }
        packs.back().push_back(std::move(child));
        filled += weight;
    }
    return packs;
}

// Where to cut `text` in its last `window` bytes: after the last sentence that ends there, else after a word; 0 without
// either.
std::size_t cut_of(std::string_view text, std::size_t window) {
    const std::size_t from = utf8_prefix(text, text.size() - std::min(window, text.size())).size();
    std::size_t cut = from;
    for (std::size_t end = from; end < text.size(); end += sentence_length(text.substr(end))) cut = end;
    if (cut > from) return cut;
    const std::size_t space = text.substr(from).rfind(' ');
    return space == std::string_view::npos ? 0 : from + space + 1;
}

// Divides the content of a paragraph, or of a style or link in it. The first part goes on where `filled` bytes are
// taken, and is empty if nothing fits there.
class InlineDivision {
public:
    InlineDivision(std::size_t size, std::size_t filled) : size_(size), filled_(filled) {}

    std::vector<Inlines> divide(const Inlines& inlines) {
        parts_.emplace_back();
        for (const Inline& node : inlines) add(node);
        if (parts_.back().empty()) parts_.pop_back();
        return std::move(parts_);
    }

private:
    void add(const Inline& node) {
        const std::size_t weight = total_weight(node);
        if (filled_ + weight <= size_) return append(node, weight);
        std::visit([&](const auto& inner) { add_heavy(inner, weight); }, node);
    }

    template <class N>
    void add_heavy(const N& node, std::size_t weight) {
        if constexpr (std::is_same_v<N, Text>) return add_text(node);
        if constexpr (std::is_same_v<N, Styled> || std::is_same_v<N, Link>)
            if (weight > size_) return add_container(node);
        start_part();
        append(node, weight);
    }

    void add_text(const Text& text) {
        std::string_view rest = text.text;
        while (filled_ + rest.size() > size_) {
            const std::string_view fitting = utf8_prefix(rest, size_ - std::min(filled_, size_));
            std::size_t cut = cut_of(fitting, size_ / window_share);
            // A text without spaces is cut anywhere, but not as long as the next part may take all of it.
            if (cut == 0 && filled_ == 0) cut = fitting.size();
            if (cut != 0) append(piece_of(text, rest.substr(0, cut)), cut);
            rest.remove_prefix(cut);
            start_part();
        }
        if (!rest.empty()) append(piece_of(text, rest), rest.size());
    }

    Text piece_of(const Text& text, std::string_view words) {
        Text piece = part_of(text, words.data() == text.text.data());
        piece.text = words;
        return piece;
    }

    template <class N>
    void add_container(const N& node) {
        bool has_id = true;
        std::vector<Inlines> contents = InlineDivision(size_, filled_).divide(node.content);
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (i > 0) start_part();
            if (contents[i].empty()) continue;
            N part = part_of(node, std::exchange(has_id, false));
            if constexpr (std::is_same_v<N, Styled>) part.style = node.style;
            if constexpr (std::is_same_v<N, Link>) std::tie(part.url, part.title) = std::tie(node.url, node.title);
            part.content = std::move(contents[i]);
            const std::size_t weight = total_weight(part);
            append(std::move(part), weight);
        }
    }

    void append(Inline node, std::size_t weight) {
        parts_.back().push_back(std::move(node));
        filled_ += weight;
    }

    void start_part() {
        if (filled_ > 0) parts_.emplace_back();
        filled_ = 0;
    }

    const std::size_t size_;
    std::size_t filled_;
    std::vector<Inlines> parts_;
};

Blocks divide_all(const Blocks& blocks, std::size_t size) {
    Blocks parts;
    for (const Block& block : blocks) {
        Blocks divided = divide(block, size);
        std::move(divided.begin(), divided.end(), std::back_inserter(parts));
    }
    return parts;
}

Blocks parts_of(const Paragraph& paragraph, std::size_t size) {
    Blocks parts;
    for (Inlines& content : InlineDivision(size, 0).divide(paragraph.content)) {
        Paragraph part = part_of(paragraph, parts.empty());
        part.content = std::move(content);
        parts.emplace_back(std::move(part));
    }
    return parts;
}

Blocks parts_of(const CodeBlock& code, std::size_t size) {
    Blocks parts;
    std::string_view mark;
    for (std::string_view rest = code.text; !rest.empty();) {
        std::string_view text = utf8_prefix(rest, size);
        const std::size_t line_end = text.size() < rest.size() ? text.rfind('\n') : std::string_view::npos;
        const bool ends_line = line_end != std::string_view::npos;
        if (ends_line) text = text.substr(0, line_end);
        rest.remove_prefix(text.size() + (ends_line ? 1 : 0));
        CodeBlock part = part_of(code, parts.empty(), std::exchange(mark, ends_line ? next_line : std::string_view()));
        part.language = code.language;
        part.text = text;
        parts.emplace_back(std::move(part));
    }
    return parts;
}

Blocks parts_of(const Quote& quote, std::size_t size) {
    Blocks parts;
    for (Blocks& content : pack(divide_all(quote.content, size), size)) {
        Quote part = part_of(quote, parts.empty());
        part.cite = quote.cite;
        part.content = std::move(content);
        parts.emplace_back(std::move(part));
    }
    if (!parts.empty()) std::get<Quote>(parts.back()).attribution = quote.attribution;
    return parts;
}

Blocks parts_of(const Group& group, std::size_t size) {
    Blocks parts;
    for (Blocks& content : pack(divide_all(group.content, size), size)) {
        Group part = part_of(group, parts.empty());
        part.kind = group.kind;
        part.content = std::move(content);
        parts.emplace_back(std::move(part));
    }
    return parts;
}

// The first number of a list; one that counts down without saying from where ends at 1.
std::int64_t first_number(const List& list) {
    return list.reversed && list.start == 1 ? static_cast<std::int64_t>(list.items.size()) : list.start;
}

// Of an item that `next` would be the number of.
std::int64_t number_of(const ListItem& item, std::int64_t next) {
    return item.value ? std::int64_t{*item.value} : next;
}

// Lists that count beyond what the model holds end there.
int as_value(std::int64_t number) {
    using Range = std::numeric_limits<int>;
    return static_cast<int>(std::clamp<std::int64_t>(number, Range::min(), Range::max()));
}

// An item that goes on keeps its number; the style sheet shows it once.
std::vector<ListItem> divide(const ListItem& item, std::int64_t number, std::size_t size) {
    if (total_weight(item) <= size) return {item};
    std::vector<ListItem> parts;
    for (Blocks& content : pack(divide_all(item.content, size), size)) {
        ListItem part = part_of(item, parts.empty());
        part.value = parts.empty() ? item.value : as_value(number);
        if (parts.empty())
            part.checked = item.checked;
        else
            part.attributes.ensure().classes.emplace_back("continued");
        part.content = std::move(content);
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<ListItem> divide_items(const List& list, std::size_t size) {
    std::vector<ListItem> items;
    std::int64_t number = first_number(list);
    for (const ListItem& item : list.items) {
        number = number_of(item, number);
        std::vector<ListItem> parts = divide(item, number, size);
        std::move(parts.begin(), parts.end(), std::back_inserter(items));
        number += list.reversed ? -1 : 1;
    }
    return items;
}

Blocks parts_of(const List& list, std::size_t size) {
    Blocks parts;
    std::int64_t number = first_number(list);
    for (std::vector<ListItem>& items : pack(divide_items(list, size), size)) {
        List part = part_of(list, parts.empty());
        std::tie(part.ordered, part.reversed, part.numbering, part.tight) =
            std::tie(list.ordered, list.reversed, list.numbering, list.tight);
        part.start = as_value(number_of(items.front(), number));
        for (const ListItem& item : items) number = number_of(item, number) + (list.reversed ? -1 : 1);
        part.items = std::move(items);
        parts.emplace_back(std::move(part));
    }
    return parts;
}

Blocks parts_of(const DefinitionList& list, std::size_t size) {
    Blocks parts;
    for (std::vector<DefinitionItem>& items : pack(list.items, size)) {
        DefinitionList part = part_of(list, parts.empty());
        part.items = std::move(items);
        parts.emplace_back(std::move(part));
    }
    return parts;
}

template <class N>
Blocks parts_of(const N& node, std::size_t) {
    static_assert(
        std::is_same_v<N, Heading> || std::is_same_v<N, Figure> || std::is_same_v<N, Table> || std::is_same_v<N, Rule>,
        "a new kind of block must say how it is divided");
    return {node};
}

}  // namespace

std::size_t weight_of(const Block& block) {
    return total_weight(block);
}

std::size_t weight_of(const Note& note) {
    return note_weight + total_weight(note);
}

bool is_continued(const Node& node) {
    return node.attributes && std::ranges::any_of(node.attributes->extra,
                                                  [](const auto& entry) { return entry.first == continued_attribute; });
}

Blocks divide(const Block& block, std::size_t size) {
    if (weight_of(block) <= size) return {block};
    return std::visit([&](const auto& node) { return parts_of(node, size); }, block);
}

}  // namespace offprint::epub
