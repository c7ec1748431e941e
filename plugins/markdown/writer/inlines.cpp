#include "writer/inlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "html/writing/attribute_values.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"
#include "package/foreign_markup.hpp"
#include "writer/characters.hpp"
#include "writer/escape.hpp"

namespace offprint::markdown {

namespace {

/// How a style is written: between marks where its surroundings let them work, else as an element of HTML.
struct StyleMarks {
    const char* tag;
    std::array<const char*, 2> marks = {nullptr, nullptr};  ///< in the order in which they are tried
    const char* attributes = "";
};

StyleMarks marks_of(Style style) {
    switch (style) {
        case Style::emphasis:
            return {"em", {"*", "_"}};
        case Style::strong:
            return {"strong", {"**", "__"}};
        case Style::strike:
            return {"s", {"~~", nullptr}};
        case Style::underline:
            return {"u"};
        case Style::subscript:
            return {"sub"};
        case Style::superscript:
            return {"sup"};
        case Style::small_caps:
            return {"span", {}, " style=\"font-variant: small-caps\""};
        case Style::small:
            return {"small"};
        case Style::mark:
            return {"mark"};
        case Style::quote:
            return {"q"};
        case Style::cite:
            return {"cite"};
        case Style::keyboard:
            return {"kbd"};
        case Style::sample:
            return {"samp"};
        case Style::variable:
            return {"var"};
        case Style::definition:
            return {"dfn"};
        case Style::abbreviation:
            return {"abbr"};
        case Style::insertion:
            return {"ins"};
        case Style::span:
            return {"span"};
    }
    return {"span"};
}

char32_t first_character(std::string_view text, char32_t otherwise) {
    std::size_t at = 0;
    return text.empty() ? otherwise : next_character(text, at);
}

char32_t last_character(std::string_view text, char32_t otherwise) {
    if (text.empty()) return otherwise;
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return next_character(text, at);
}

/// The character that a node will begin with.
char32_t first_character(const Inline& node, char32_t otherwise) {
    return std::visit(overloaded{
                          [&](const Text& text) { return first_character(std::string_view(text.text), otherwise); },
                          [](const Styled& styled) {
                              const char* mark = marks_of(styled.style).marks.front();
                              return mark == nullptr ? U'<' : static_cast<char32_t>(*mark);
                          },
                          [](const Link&) { return U'['; },
                          [](const Image&) { return U'!'; },
                          [](const Code&) { return U'`'; },
                          [](const LineBreak&) { return U' '; },
                          [](const NoteRef&) { return U'['; },
                          [](const Math&) { return U'$'; },
                          [](const Ruby&) { return U'<'; },
                      },
                      node);
}

/// True if `mark` before and behind `content` is emphasis, for every renderer (CommonMark, section 6.2).
/// Punctuation on both sides of a mark is left to elements, for not all renderers agree. Within other emphasis a mark
/// must not be one that could end what is open.
bool marks_hold(std::string_view mark, std::string_view content, char32_t before, char32_t after, bool is_nested) {
    const auto character = static_cast<char32_t>(mark.front());
    const char32_t first = first_character(content, ' ');
    const char32_t last = last_character(content, ' ');
    if (before == character || after == character || first == character || last == character) return false;
    // md4c 0.4.8 takes a mark right behind a link for a part of its address.
    if (before == ')') return false;
    const bool is_open_before = is_white_space(before) || is_punctuation(before);
    const bool is_open_after = is_white_space(after) || is_punctuation(after);
    if (may_be_punctuation(first) && !is_white_space(before)) return false;
    if (may_be_punctuation(last) && !is_white_space(after)) return false;
    if (is_nested && !(is_open_before && is_open_after)) return false;
    return mark.front() != '_' || (is_open_before && is_open_after);
}

/// The words of a link that are its address: "https://..." or, of a mailto link, "ada@post.example". Empty for others.
std::string_view bare_address(const Link& link) {
    const auto* text = link.content.size() == 1 ? std::get_if<Text>(&link.content.front()) : nullptr;
    if (text == nullptr || text->attributes || link.attributes || !link.title.empty()) return {};
    constexpr std::string_view mail = "mailto:";
    const std::string_view words = text->text;
    // At the beginning of a line md4c 0.4.8 takes these for elements.
    const std::string head = to_lower_ascii(words.substr(0, std::string_view("textarea").size()));
    for (const std::string_view name : {"pre", "script", "style", "textarea"})
        if (head.starts_with(name)) return {};
    const bool is_url =
        words == link.url && !url_scheme(link.url).empty() && words.find_first_of(" <>\\|") == std::string_view::npos;
    const bool is_mail = link.url.starts_with(mail) && words == std::string_view(link.url).substr(mail.size()) &&
                         std::count(words.begin(), words.end(), '@') == 1 &&
                         std::all_of(words.begin(), words.end(), [](char c) {
                             return is_ascii_letter_or_digit(static_cast<unsigned char>(c)) || c == '.' || c == '-' ||
                                    c == '_' || c == '@';
                         });
    return is_url || is_mail ? words : std::string_view();
}

/// More than one dollar sign, or a formula, whose marks another one could meet.
bool pairs_dollars(const Inlines& inlines) {
    std::size_t dollars = 0;
    walk(inlines, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Text>)
            dollars += static_cast<std::size_t>(std::count(node.text.begin(), node.text.end(), '$'));
        if constexpr (std::is_same_v<N, Image>)
            if (node.alt) dollars += static_cast<std::size_t>(std::count(node.alt->begin(), node.alt->end(), '$'));
        if constexpr (std::is_same_v<N, Math>) dollars += 2;
    });
    return dollars > 1;
}

/// `text` for the inside of an element of HTML in a line, where Markdown goes on.
std::string escape_all(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|' || c == '<' || c == '&')
            escaped += fmt::format("&#{};", static_cast<int>(c));
        else if (is_ascii_punctuation(static_cast<unsigned char>(c)))
            escaped += std::string("\\") + c;
        else
            escaped += c == '\n' || c == '\r' ? ' ' : c;
    }
    return escaped;
}

std::string escape_bars(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// Every line of a paragraph by itself: without spaces at its ends, and not to be taken for another block.
std::string tidy_lines(std::string_view text, bool is_paragraph) {
    std::string tidy;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
        line.erase(line.find_last_not_of(" \t") + 1);
        tidy += is_paragraph ? escape_line_start(std::move(line)) : line;
        if (end == text.size()) return tidy;
        tidy += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace

InlineWriter::InlineWriter(const Document& document, Images& images, Context& context)
    : images_(images),
      context_(context),
      numbers_(document.notes.size()),
      speech_{document.metadata.language, Direction::unspecified} {
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Link>)
            if (node.url.starts_with('#')) wanted_.insert(node.url.substr(1));
    });
}

std::string InlineWriter::write(const Inlines& inlines, Line line) {
    line_ = line;
    pairs_dollars_ = pairs_dollars(inlines);
    std::string text = write_all(inlines, {' ', ' '});
    // A break at the end breaks nothing.
    while (text.ends_with("\\\n")) text.resize(text.size() - 2);
    return tidy_lines(text, line == Line::paragraph);
}

std::string InlineWriter::anchor(const Node& node) const {
    return node.id().empty() || !is_wanted(node.id()) ? std::string()
                                                      : fmt::format("<a id=\"{}\"></a>", escape_html(node.id()));
}

std::string InlineWriter::attributes(const Node& node) const {
    const std::string id = is_wanted(node.id()) ? fmt::format(" id=\"{}\"", escape_html(node.id())) : std::string();
    return id + speech_attributes(node);
}

std::string InlineWriter::speech_attributes(const Node& node) const {
    std::string written;
    const auto [language, direction] = speech_of(node);
    if (language != speech_.language) written += fmt::format(" lang=\"{}\"", escape_html(language));
    if (direction != speech_.direction) written += fmt::format(" dir=\"{}\"", html::name_of(direction));
    return written;
}

InlineWriter::Speech InlineWriter::speech_of(const Node& node) const {
    Speech speech = speech_;
    if (!node.attributes) return speech;
    if (!node.attributes->language.empty()) speech.language = node.attributes->language;
    if (node.attributes->direction != Direction::unspecified) speech.direction = node.attributes->direction;
    return speech;
}

std::size_t InlineWriter::number_of(std::size_t note) {
    std::size_t& number = numbers_[note];
    if (number == 0) {
        numbered_.push_back(note);
        number = numbered_.size();
    }
    return number;
}

std::string InlineWriter::write_all(const Inlines& inlines, Around around) {
    std::string text;
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        context_.checkpoint();
        const Around own{last_character(text, around.before),
                         i + 1 < inlines.size() ? first_character(inlines[i + 1], around.after) : around.after};
        text += std::visit([&](const auto& node) { return write(node, own); }, inlines[i]);
    }
    return text;
}

std::string InlineWriter::write_text(std::string_view text, Around around) const {
    return escape_text(text, {around.before == '\n' ? U' ' : around.before, around.after, in_link_, line_ == Line::cell,
                              pairs_dollars_});
}

std::string InlineWriter::write(const Text& text, Around around) {
    const std::string own = attributes(text);
    if (own.empty()) return write_text(text.text, around);
    return fmt::format("<span{}>{}</span>", own, write_text(text.text, {'>', '<'}));
}

std::string InlineWriter::write_in_element(std::string_view tag, std::string_view attributes, const Inlines& content) {
    return fmt::format("<{}{}>{}</{}>", tag, attributes, write_all(content, {'>', '<'}), tag);
}

std::string InlineWriter::write(const Styled& styled, Around around) {
    const StyleMarks marks = marks_of(styled.style);
    std::string own = attributes(styled) + marks.attributes;
    if (styled.attributes)
        for (const auto& [name, value] : styled.attributes->extra)
            if (name == "title") own += fmt::format(" title=\"{}\"", escape_html(value));
    if (styled.style == Style::span && own.empty()) return write_all(styled.content, around);
    if (own.empty() && marks.marks.front() != nullptr) return write_marked(styled, around);
    const Within within(*this, styled);
    return write_in_element(marks.tag, own, styled.content);
}

/// Spaces at the ends of emphasis stand outside of its marks, which do not work beside them.
std::string InlineWriter::write_marked(const Styled& styled, Around around) {
    const StyleMarks marks = marks_of(styled.style);
    const bool is_nested = !open_.empty();
    const bool is_repeated = std::find(open_.begin(), open_.end(), styled.style) != open_.end();
    open_.push_back(styled.style);
    const std::string content = write_all(styled.content, {'*', '*'});
    open_.pop_back();
    const std::size_t begin = std::min(content.find_first_not_of(' '), content.size());
    const std::size_t end = content.find_last_not_of(' ') + 1;
    if (begin >= end) return content;
    const std::string_view inner = std::string_view(content).substr(begin, end - begin);
    const char32_t before = begin > 0 ? U' ' : around.before;
    const char32_t after = end < content.size() ? U' ' : around.after;
    for (const char* mark : marks.marks) {
        if (mark == nullptr || is_repeated || !marks_hold(mark, inner, before, after, is_nested)) continue;
        return fmt::format("{}{}{}{}{}", content.substr(0, begin), mark, inner, mark, content.substr(end));
    }
    return fmt::format("{}<{}>{}</{}>{}", content.substr(0, begin), marks.tag, inner, marks.tag, content.substr(end));
}

std::string InlineWriter::write(const Link& link, Around around) {
    if (in_link_ || link.url.empty()) return write_all(link.content, around);
    if (const std::string_view address = bare_address(link); !address.empty()) return fmt::format("<{}>", address);
    in_link_ = true;
    const std::string own = attributes(link);
    const Within within(*this, link);
    std::string words = write_all(link.content, {'[', ']'});
    if (words.empty()) words = write_text(link.url, {'[', ']'});
    in_link_ = false;
    const bool in_cell = line_ == Line::cell;
    std::string text =
        fmt::format("[{}]({}{})", words, destination(link.url, in_cell), quoted_title(link.title, in_cell));
    return own.empty() ? text : fmt::format("<span{}>{}</span>", own, text);
}

std::string InlineWriter::write(const Image& image, Around around) {
    const std::string address = images_.address(image);
    if (address.empty()) return write_text(image.alt.value_or(""), around);
    const bool in_link = std::exchange(in_link_, true);
    const std::string words = write_text(collapse_space(image.alt.value_or("")), {'[', ']'});
    in_link_ = in_link;
    const bool in_cell = line_ == Line::cell;
    return fmt::format("{}![{}]({}{})", anchor(image), words, destination(address, in_cell),
                       quoted_title(image.title, in_cell));
}

std::string InlineWriter::write(const Code& code, Around around) {
    if (code.text.empty()) return {};
    // Two fences side by side would be one.
    if (around.before == '`') return fmt::format("<code>{}</code>", escape_all(code.text));
    // After a bracket at the beginning of the line, even that of a link, all of it would be the definition of a link.
    if (code.text.find("]:") != std::string::npos) return fmt::format("<code>{}</code>", escape_all(code.text));
    // A bar in a cell has a backslash before it, which goes: another one cannot stand there.
    if (line_ == Line::cell && code.text.find("\\|") != std::string::npos)
        return fmt::format("<code>{}</code>", escape_all(code.text));
    std::string text = line_ == Line::cell ? escape_bars(code.text) : code.text;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const bool is_blank = text.find_first_not_of(' ') == std::string::npos;
    const bool is_padded =
        text.front() == '`' || text.back() == '`' || (text.front() == ' ' && text.back() == ' ' && !is_blank);
    const std::string fence(longest_run(text, '`') + 1, '`');
    const char* space = is_padded ? " " : "";
    return anchor(code) + fence + space + text + space + fence;
}

std::string InlineWriter::write(const LineBreak&, Around) {
    return line_ == Line::paragraph ? "\\\n" : "<br>";
}

std::string InlineWriter::write(const NoteRef& reference, Around) {
    return anchor(reference) + fmt::format("[^{}]", number_of(reference.note));
}

std::string InlineWriter::write(const Math& math, Around around) {
    const std::string tex = collapse_space(math.tex);
    if (tex.empty()) {
        const std::string words = package::mathml_text(math.mathml);
        context_.report(Severity::warning, "markdown.math-in-words",
                        "a formula without TeX was written in one line of text", math.range);
        return write_text(words.empty() ? math.alt : words, around);
    }
    const bool is_safe = tex.find('$') == std::string::npos && !tex.ends_with('\\') &&
                         !(line_ == Line::cell && tex.find('|') != std::string::npos) &&
                         !is_word_character(around.before) && !is_word_character(around.after) &&
                         around.before != '$' && around.after != '$' && around.before != '\\';
    const char* mark = math.display ? "$$" : "$";
    if (is_safe) return fmt::format("{}{}{}{}", anchor(math), mark, tex, mark);
    return fmt::format("<math-renderer{}{}>{}</math-renderer>", attributes(math), math.display ? " block" : "",
                       escape_all(tex));
}

std::string InlineWriter::write(const Ruby& ruby, Around) {
    const std::string own = attributes(ruby);
    const Within within(*this, ruby);
    return fmt::format("<ruby{}>{}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>", own, write_all(ruby.base, {'>', '<'}),
                       write_all(ruby.annotation, {'>', '<'}));
}

}  // namespace offprint::markdown
