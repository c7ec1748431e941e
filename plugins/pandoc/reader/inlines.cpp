#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "names.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "reader/content_reader.hpp"
#include "reader/surroundings.hpp"

namespace offprint::pandoc {

namespace {

/// A space, unless the text ends in one.
void append_space(Inlines& to) {
    const Text* last = to.empty() ? nullptr : std::get_if<Text>(&to.back());
    if (last == nullptr || last->attributes || !last->text.ends_with(' ')) append_text(to, " ");
}

/// What filters put into a `Str` may hold any space.
void append_words(Inlines& to, std::string_view text) {
    constexpr std::string_view white_space = " \t\n\r\f";
    while (!text.empty()) {
        const std::size_t word = std::min(text.find_first_of(white_space), text.size());
        append_text(to, text.substr(0, word));
        text.remove_prefix(word);
        if (text.empty()) return;
        append_space(to);
        text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    }
}

void append(Inlines& to, Inlines from) {
    for (Inline& node : from) {
        const Text* text = std::get_if<Text>(&node);
        if (text != nullptr && !text->attributes)
            append_words(to, text->text);
        else
            to.push_back(std::move(node));
    }
}

/// A length as pandoc understands it, in CSS pixels; nullopt for a share of the page and the like.
std::optional<int> pixels(std::string_view length) {
    constexpr std::pair<std::string_view, double> units[] = {{"", 1},           {"px", 1},         {"in", 96},
                                                             {"inch", 96},      {"cm", 96 / 2.54}, {"mm", 96 / 25.4},
                                                             {"pt", 96 / 72.0}, {"pc", 16}};
    double number = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
    const std::string_view name = length.substr(static_cast<std::size_t>(end - length.data()));
    const auto unit = std::ranges::find(units, name, &std::pair<std::string_view, double>::first);
    constexpr double most = 1e6;
    if (error != std::errc() || unit == std::end(units)) return std::nullopt;
    const double value = std::round(number * unit->second);
    return value >= 1 && value <= most ? std::optional(static_cast<int>(value)) : std::nullopt;
}

/// Takes a size out of the attributes, if it is one in pixels.
int take_size(Attributes& attributes, std::string_view name) {
    std::optional<std::string> length = take_pair(attributes, name);
    if (!length) return 0;
    const std::optional<int> size = pixels(*length);
    if (!size) attributes.extra.emplace_back(name, std::move(*length));
    return size.value_or(0);
}

/// What is in `content` if it is nothing but one node of the style `shown`, which stands for that around it.
Inlines without_shown(Inlines content, Style shown) {
    Styled* inner = content.size() == 1 && shown != Style::span ? std::get_if<Styled>(&content.front()) : nullptr;
    if (inner == nullptr || inner->style != shown || inner->attributes) return content;
    return Inlines(std::move(inner->content));
}

/// A base text and its reading; nullopt if there is no reading. The parentheses around it are for others.
std::optional<Ruby> ruby_of(Inlines& content) {
    for (auto node = content.begin(); node != content.end(); ++node) {
        Styled* reading = std::get_if<Styled>(&*node);
        if (reading == nullptr || !reading->attributes || !take_class(*reading->attributes, ruby_text_class)) continue;
        Ruby ruby;
        ruby.annotation = std::move(reading->content);
        ruby.base.assign(std::make_move_iterator(content.begin()), std::make_move_iterator(node));
        Text* before = ruby.base.empty() ? nullptr : std::get_if<Text>(&ruby.base.back());
        if (before != nullptr && before->text.ends_with('(')) before->text.pop_back();
        if (before != nullptr && before->text.empty()) ruby.base.pop_back();
        return ruby;
    }
    return std::nullopt;
}

/// What carries attributes alone.
void append_span(Inlines& to, Attributes attributes, Inlines content) {
    // The reading of a ruby text is known by its class, which must stay where it is.
    const bool is_reading = std::ranges::find(attributes.classes, ruby_text_class) != attributes.classes.end();
    if (attributes.empty() || (!is_reading && give_attributes(content, attributes)))
        return append(to, std::move(content));
    Styled span;
    span.attributes = std::move(attributes);
    span.content = std::move(content);
    to.emplace_back(std::move(span));
}

template <class Node>
Node with_attributes(Attributes attributes) {
    Node node;
    node.attributes = boxed(std::move(attributes));
    return node;
}

}  // namespace

Inlines ContentReader::read_inlines() {
    Inlines inlines;
    ast_.read_list([&] { read_inline(inlines); });
    return inlines;
}

void ContentReader::read_inline(Inlines& to) {
    context_.count_nodes(1);
    ast_.read_element([&](std::string_view type) { read_inline(type, to); });
}

void ContentReader::read_inline(std::string_view type, Inlines& to) {
    const std::size_t begin = input_.offset();
    if (type == "Str") return append_words(to, input_.read_text());
    if (type == "Space" || type == "SoftBreak") return append_space(to);
    if (type == "LineBreak") return void(to.emplace_back(LineBreak{}));
    if (const auto style = json::value_in(style_elements, type)) return read_styled(*style, to);
    if (type == "Link") return read_link(to);
    if (type == "Image") return read_image(to);
    if (type == "Code") return read_code(to);
    if (type == "Span") return read_span(to);
    if (type == "Quoted") return read_quoted(to);
    if (type == "Note") return read_note(to);
    if (type == "Math") return read_math(to);
    if (type == "Cite") return read_cite(to);
    if (type == "RawInline") return read_raw();
    input_.fail(fmt::format("'{}' is no inline element of pandoc's", utf8_prefix(type, 80)), begin);
}

void ContentReader::read_styled(Style style, Inlines& to) {
    Styled node;
    node.style = style;
    node.content = read_inlines();
    to.emplace_back(std::move(node));
}

/// Single marks are those within double ones; elsewhere they stand for themselves.
void ContentReader::read_quoted(Inlines& to) {
    bool is_single = false;
    Styled node;
    node.style = Style::quote;
    const bool in_double_quotes = in_double_quotes_;
    ast_.read_tuple(
        [&] {
            is_single = ast_.read_type() == "SingleQuote";
            in_double_quotes_ = !is_single;
        },
        [&] { node.content = read_inlines(); });
    in_double_quotes_ = in_double_quotes;
    if (!is_single || in_double_quotes) return void(to.emplace_back(std::move(node)));
    append_text(to, "\u2018");
    append(to, std::move(node.content));
    append_text(to, "\u2019");
}

/// The words that stand for the citation.
void ContentReader::read_cite(Inlines& to) {
    losses_.report(
        Severity::info, "pandoc.citation",
        "of citations the words were kept, not which sources they name; pandoc's --citeproc adds a list of them",
        {input_.offset(), input_.offset()});
    ast_.read_tuple([&] { input_.skip(); }, [&] { append(to, read_inlines()); });
}

void ContentReader::read_code(Inlines& to) {
    Attributes attributes;
    std::string text;
    ast_.read_tuple([&] { attributes = attributes_.read(); }, [&] { text = input_.read_text(); });
    for (const auto& [style, name] : code_classes) {
        if (!take_class(attributes, name)) continue;
        Styled node = with_attributes<Styled>(std::move(attributes));
        node.style = style;
        append_words(node.content, text);
        return void(to.emplace_back(std::move(node)));
    }
    Code node = with_attributes<Code>(std::move(attributes));
    node.text = std::move(text);
    to.emplace_back(std::move(node));
}

void ContentReader::read_math(Inlines& to) {
    Math node;
    ast_.read_tuple([&] { node.display = ast_.read_type() == "DisplayMath"; },
                    [&] { node.tex = trim(input_.read_text()); });
    if (!node.tex.empty()) to.emplace_back(std::move(node));
}

/// A link that leads nowhere, or stands in one, is what it shows.
void ContentReader::read_link(Inlines& to) {
    Link node;
    const bool is_nested = std::exchange(in_link_, true);
    ast_.read_tuple([&] { node.attributes = boxed(attributes_.read()); }, [&] { node.content = read_inlines(); },
                    [&] {
                        const std::size_t begin = input_.offset();
                        ast_.read_tuple([&] { node.url = link_target(input_.read_text(), begin); },
                                        [&] { node.title = input_.read_text(); });
                    });
    in_link_ = is_nested;
    if (!is_nested && !node.url.empty()) return void(to.emplace_back(std::move(node)));
    append_span(to, node.attributes ? std::move(*node.attributes) : Attributes{}, std::move(node.content));
}

/// Where a link leads, resolved; empty, with a diagnostic, for nowhere.
std::string ContentReader::link_target(std::string url, std::size_t offset) {
    if (url.starts_with('#') && url.size() > 1) return url;
    const std::string resolved = resolve_url(document_.base_url, url);
    if (is_safe_link(resolved)) return resolved;
    if (url_scheme(resolved).empty())
        losses_.report(Severity::info, "pandoc.link-unresolved",
                       "relative links lead nowhere without --base-url; their text was kept", {offset, offset});
    else
        losses_.report(Severity::info, "pandoc.link-dropped",
                       "links of a script, data or unknown kind lost their target", {offset, offset});
    return {};
}

void ContentReader::read_image(Inlines& to) {
    const std::size_t begin = input_.offset();
    Image node;
    Attributes attributes;
    Inlines alt;
    ast_.read_tuple(
        [&] { attributes = attributes_.read(); }, [&] { alt = read_inlines(); },
        [&] { ast_.read_tuple([&] { node.source = input_.read_text(); }, [&] { node.title = input_.read_text(); }); });
    node.range = {begin, input_.end()};
    node.width = take_size(attributes, "width");
    node.height = take_size(attributes, "height");
    node.alt = take_pair(attributes, "alt");
    figure_caption_.reset();
    if (node.title.starts_with(figure_mark)) {
        node.title.erase(0, figure_mark.size());
        figure_caption_ = std::move(alt);
    } else if (std::string text = plain_text(alt); !node.alt && !text.empty()) {
        node.alt = std::move(text);
    }
    node.attributes = boxed(std::move(attributes));
    to.emplace_back(std::move(node));
}

void ContentReader::read_note(Inlines& to) {
    NoteRef reference;
    reference.note = document_.notes.size();
    document_.notes.emplace_back();
    const bool in_link = std::exchange(in_link_, false);
    const bool in_double_quotes = std::exchange(in_double_quotes_, false);
    Note note;
    note.content = read_blocks();
    note.attributes = take_attributes(note.content);
    in_link_ = in_link;
    in_double_quotes_ = in_double_quotes;
    document_.notes[reference.note] = std::move(note);
    to.emplace_back(reference);
}

void ContentReader::read_span(Inlines& to) {
    Attributes attributes;
    Inlines content;
    ast_.read_tuple([&] { attributes = attributes_.read(); }, [&] { content = read_inlines(); });
    if (take_class(attributes, ruby_class)) {
        if (std::optional<Ruby> ruby = ruby_of(content)) {
            ruby->attributes = boxed(std::move(attributes));
            return void(to.emplace_back(std::move(*ruby)));
        }
    }
    for (const auto& [style, name] : style_classes) {
        if (!take_class(attributes, name)) continue;
        Styled node = with_attributes<Styled>(std::move(attributes));
        node.style = style;
        node.content = without_shown(std::move(content), shown_style(style));
        return void(to.emplace_back(std::move(node)));
    }
    append_span(to, std::move(attributes), std::move(content));
}

}  // namespace offprint::pandoc
