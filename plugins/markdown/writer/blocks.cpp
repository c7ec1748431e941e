#include "writer/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "writer/escape.hpp"
#include "writer/tables.hpp"

namespace offprint::markdown {

namespace {

bool begins_with_words(const ListItem& item) {
    const auto* paragraph = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front());
    return paragraph != nullptr && !trim(plain_text(paragraph->content)).empty();
}

/// True if Markdown can count the items as they are counted.
bool fits_marks(const List& list) {
    constexpr int largest = 999'999'999;  // CommonMark, section 5.2
    const auto fits = [](const ListItem& item) { return !item.value && (!item.checked || begins_with_words(item)); };
    if (!std::all_of(list.items.begin(), list.items.end(), fits)) return false;
    if (!list.ordered) return true;
    return !list.reversed && list.numbering == Numbering::decimal && list.start >= 0 &&
           list.start <= largest - static_cast<int>(std::min<std::size_t>(list.items.size(), largest));
}

/// The language that stands behind the fence: one word.
std::string info_string(std::string_view language) {
    std::string word;
    for (const char c : language.substr(0, language.find_first_of(" \t\n\r")))
        if (c != '`' && c != '~') word += c;
    return word;
}

bool has_only_words(const Inlines& inlines) {
    bool has = true;
    walk(inlines, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        has = has && (std::is_same_v<N, Text> || std::is_same_v<N, Styled> || std::is_same_v<N, Link> ||
                      std::is_same_v<N, Code>);
    });
    return has;
}

/// Which of GitHub's callouts an aside is by its classes; empty if it is none.
std::string_view callout_kind(const Group& group) {
    static constexpr auto kinds = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"note", "NOTE"},
        {"info", "NOTE"},
        {"tip", "TIP"},
        {"hint", "TIP"},
        {"important", "IMPORTANT"},
        {"warning", "WARNING"},
        {"attention", "WARNING"},
        {"caution", "CAUTION"},
        {"danger", "CAUTION"},
        {"error", "CAUTION"},
    });
    if (group.kind != GroupKind::aside || !group.attributes) return {};
    for (const std::string& name : group.attributes->classes)
        for (const auto& [known, kind] : kinds)
            if (name == known) return kind;
    return {};
}

}  // namespace

void BlockWriter::write(const Blocks& blocks, bool is_tight) {
    const Sequence outer = std::exchange(sequence_, Sequence{is_tight});
    write_on(blocks);
    sequence_ = outer;
}

void BlockWriter::write_on(const Blocks& blocks) {
    for (const Block& block : blocks) write(block);
}

void BlockWriter::write(const Block& block) {
    context_.checkpoint();
    std::visit(
        [&](const auto& node) {
            using N = std::decay_t<decltype(node)>;
            constexpr bool has_element = std::is_same_v<N, Heading> || std::is_same_v<N, Figure> ||
                                         std::is_same_v<N, DefinitionList> || std::is_same_v<N, Group>;
            if (has_element || !inlines_.needs_element(node)) return write(node);
            open_element("div", inlines_.speech_attributes(node));
            const InlineWriter::Within within(inlines_, node);
            write(node);
            close_element("div");
        },
        block);
}

void BlockWriter::separate(Previous kind, bool can_interrupt) {
    const bool is_joined = sequence_.is_tight && sequence_.previous == Previous::paragraph && can_interrupt;
    if (sequence_.previous != Previous::nothing && !is_joined) out_.line("");
    sequence_.previous = kind;
    sequence_.list_mark = 0;
}

void BlockWriter::write_note(std::size_t number, const Note& note) {
    const bool begins_with_words = !note.content.empty() && std::holds_alternative<Paragraph>(note.content.front()) &&
                                   !inlines_.needs_element(std::get<Paragraph>(note.content.front()));
    separate(Previous::other);
    out_.enter(fmt::format("[^{}]:{}", number, begins_with_words ? " " : ""), "    ");
    if (!begins_with_words && !note.content.empty()) {
        out_.line("");
        out_.line("");
    }
    write(note.content);
    out_.leave();
}

void BlockWriter::write(const Paragraph& paragraph) {
    std::string text = inlines_.write(paragraph.content, Line::paragraph);
    text = inlines_.anchor(paragraph) + std::exchange(task_, {}) + text;
    if (text.empty()) return;
    separate(Previous::paragraph);
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out_.line(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
}

void BlockWriter::write(const Heading& heading) {
    const std::string element = inlines_.needs_element(heading) ? inlines_.attributes(heading) : std::string();
    std::string words;
    {
        const InlineWriter::Within within(inlines_, heading);
        words = inlines_.write(heading.content, Line::heading);
    }
    if (words.empty()) return;
    if (!element.empty()) words = fmt::format("<span{}>{}</span>", element, words);
    const std::string name = has_only_words(heading.content) ? plain_text(heading.content) : std::string();
    write_heading(heading.level, std::move(words), name, heading);
}

/// `name` is what the renderer makes the heading's id of.
void BlockWriter::write_heading(int level, std::string words, std::string_view name, const Node& node) {
    separate(Previous::other);
    // A number sign at the end would be taken for the end of the mark.
    if (words.ends_with('#')) words.insert(words.size() - 1, 1, '\\');
    const bool has_name = !name.empty() && heading_names_.add(name) == node.id();
    const std::string anchor = has_name || inlines_.needs_element(node) ? std::string() : inlines_.anchor(node);
    out_.line(fmt::format("{} {}{}", std::string(static_cast<std::size_t>(level), '#'), anchor, words));
}

void BlockWriter::write(const List& list) {
    if (list.items.empty()) return;
    if (!fits_marks(list)) return write_list_element(list);
    write_anchor(list);
    const char other_mark = sequence_.list_mark;
    separate(Previous::other, !list.ordered || list.start == 1);
    char mark = list.ordered ? '.' : '-';
    if (mark == other_mark) mark = list.ordered ? ')' : '+';
    sequence_.list_mark = mark;
    int number = list.start;
    for (const ListItem& item : list.items) {
        if (&item != &list.items.front() && !list.tight) out_.line("");
        write_item(item, list.ordered ? fmt::format("{}{}", number++, mark) : std::string(1, mark), list.tight);
    }
}

void BlockWriter::write_item(const ListItem& item, std::string mark, bool is_tight) {
    const std::string rest(mark.size() + 1, ' ');
    out_.enter(std::move(mark) + ' ', rest);
    if (item.checked) task_ = *item.checked ? "[x] " : "[ ] ";
    write_anchor(item);
    write(item.content, is_tight);
    out_.leave();
}

void BlockWriter::write(const CodeBlock& code) {
    write_anchor(code);
    separate(Previous::other, true);
    constexpr std::size_t shortest_fence = 3;
    const std::string fence(std::max(shortest_fence, longest_run(code.text, '`') + 1), '`');
    out_.line(fence + info_string(code.language));
    for (std::size_t begin = 0; begin <= code.text.size();) {
        const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
        out_.line(std::string_view(code.text).substr(begin, end - begin));
        begin = end + 1;
    }
    out_.line(fence);
}

void BlockWriter::write(const Quote& quote) {
    if (quote.content.empty() && quote.attribution.empty()) return;
    write_anchor(quote);
    separate(Previous::other, true);
    out_.enter("> ", "> ");
    const Sequence outer = std::exchange(sequence_, {});
    write_on(quote.content);
    write_attribution(quote);
    sequence_ = outer;
    out_.leave();
}

void BlockWriter::write_attribution(const Quote& quote) {
    bool names_source = quote.cite.empty();
    walk(quote.attribution, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Link>)
            names_source = names_source || node.url == quote.cite;
    });
    if (!names_source)
        context_.report(Severity::info, "markdown.quote-source-dropped",
                        "Markdown has no place for the address of a quotation's source", quote.range);
    if (quote.attribution.empty()) return;
    Paragraph paragraph;
    paragraph.content.emplace_back(Text("\u2014 "));
    paragraph.content.insert(paragraph.content.end(), quote.attribution.begin(), quote.attribution.end());
    write(paragraph);
}

void BlockWriter::write(const Table& table) {
    const TableGrid grid(table, context_.limits());
    if (grid.columns() == 0) return;
    if (!fits_bars(table, grid, inlines_)) return write_table_element(table);
    write_anchor(table);
    separate(Previous::other);
    for (const std::string& line : lines_with_bars(grid, inlines_)) out_.line(line);
}

/// Three asterisks, which are neither the mark of a list nor of a heading nor of YAML.
void BlockWriter::write(const Rule& rule) {
    write_anchor(rule);
    separate(Previous::other);
    out_.line("***");
}

void BlockWriter::write(const Group& group) {
    if (group.kind == GroupKind::article) return write_article(group);
    const bool needs_element = inlines_.needs_element(group);
    if (const std::string_view kind = callout_kind(group); !kind.empty() && !needs_element)
        return write_callout(group, kind);
    if (group.kind == GroupKind::aside || needs_element)
        return write_element(group.kind == GroupKind::aside ? "aside" : "div", group, group.content);
    // Sections, verse and bylines show by what they hold.
    write_anchor(group);
    write_on(group.content);
}

/// A callout, whose title GitHub sets itself.
void BlockWriter::write_callout(const Group& group, std::string_view kind) {
    write_anchor(group);
    separate(Previous::other, true);
    out_.enter("> ", "> ");
    out_.line(fmt::format("[!{}]", kind));
    const Sequence outer = std::exchange(sequence_, {});
    write_on(group.content);
    sequence_ = outer;
    out_.leave();
}

/// An article of a book, below a heading with its title.
void BlockWriter::write_article(const Group& article) {
    write_title_block(*article.metadata, article);
    write_on(article.content);
}

void BlockWriter::write_title_block(const Metadata& metadata, const Node& node) {
    if (!metadata.title.empty()) {
        Inlines words;
        append_text(words, metadata.title);
        write_heading(1, inlines_.write(words, Line::heading), metadata.title, node);
    } else {
        write_anchor(node);
    }
    Paragraph line;
    append_text(line.content, metadata.subtitle);
    write(line);
    std::string imprint;
    const auto add = [&](std::string_view part) {
        if (!part.empty()) imprint += (imprint.empty() ? "" : " \u00B7 ") + std::string(part);
    };
    for (const Contributor& contributor : metadata.contributors) add(contributor.name);
    add(metadata.publisher);
    if (metadata.published) add(metadata.published->to_string());
    line.content.clear();
    append_text(line.content, imprint);
    if (!metadata.source_url.empty()) {
        if (!imprint.empty()) append_text(line.content, " \u00B7 ");
        Link link;
        link.url = metadata.source_url;
        append_text(link.content, metadata.source_url);
        line.content.emplace_back(std::move(link));
    }
    write(line);
}

void BlockWriter::write_anchor(const Node& node) {
    const std::string anchor = inlines_.anchor(node);
    if (anchor.empty()) return;
    separate(Previous::other);
    out_.line(anchor);
}

}  // namespace offprint::markdown
