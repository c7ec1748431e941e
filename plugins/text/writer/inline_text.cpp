#include "writer/inline_text.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "package/foreign_markup.hpp"

namespace offprint::text {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "10^6" is not 106. Ordinals ("1st") and marks say the same on the line.
bool is_power(std::string_view before, std::string_view raised) {
    if (before.empty() || !is_letter_or_digit(before.back()) || raised.empty()) return false;
    return is_digit(raised.front()) || raised.starts_with('-') || raised.starts_with("\u2212");
}

}  // namespace

std::string InlineText::text_of(const Inlines& inlines) {
    text_.clear();
    append(inlines);
    return std::exchange(text_, {});
}

void InlineText::append(const Inlines& inlines) {
    for (const Inline& node : inlines) std::visit([&](const auto& inner) { append(inner); }, node);
}

void InlineText::append(const Text& text) {
    text_ += text.text;
}

void InlineText::append(const Styled& styled) {
    if (styled.style == Style::quote) text_ += "\u201C";
    const std::size_t begin = text_.size();
    append(styled.content);
    if (styled.style == Style::quote) text_ += "\u201D";
    const std::string_view whole = text_;
    if (styled.style == Style::superscript && is_power(whole.substr(0, begin), whole.substr(begin)))
        text_.insert(begin, 1, '^');
}

void InlineText::append(const Link& link) {
    const std::size_t begin = text_.size();
    append(link.content);
    if (link.content.empty()) text_ += link.url;
    if (link.url.starts_with('#') || std::string_view(text_).substr(begin) == link.url) return;
    if (lists_addresses_)
        text_ += fmt::format(" [{}]", references_.number_of_address(link.url));
    else
        ++lost_addresses_;
}

void InlineText::append(const Image& image) {
    ++images_;
    const std::string& words = image.alt ? *image.alt : image.title;
    if (!words.empty()) text_.append("[").append(words).append("]");
}

void InlineText::append(const Code& code) {
    text_ += code.text;
}

void InlineText::append(const LineBreak&) {
    text_ += '\n';
}

void InlineText::append(const NoteRef& reference) {
    text_ += fmt::format("[{}]", references_.number_of_note(reference.note));
}

void InlineText::append(const Math& math) {
    const std::string words = package::mathml_text(math.mathml);
    text_ += !words.empty() ? words : !math.tex.empty() ? math.tex : math.alt;
}

void InlineText::append(const Ruby& ruby) {
    append(ruby.base);
    text_ += '(';
    append(ruby.annotation);
    text_ += ')';
}

}  // namespace offprint::text
