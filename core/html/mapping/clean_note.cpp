#include "html/mapping/clean_note.hpp"

#include <array>

#include "html/mapping/flow.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

void drop_arrows(std::string_view& text) {
    static constexpr std::array<std::string_view, 5> arrows{"^", "\u2191", "\u21A9", "\uFE0E", "\uFE0F"};
    for (bool found = true; found;) {
        found = false;
        text = trim(text);
        for (std::string_view arrow : arrows)
            if (text.starts_with(arrow)) {
                text.remove_prefix(arrow.size());
                found = true;
            }
    }
}

/// "[3] Words", "3. Words", "3) Words" -> "Words"; others stay as they are.
std::string_view without_label(std::string_view text, std::string_view label) {
    std::string_view rest = text;
    const bool bracketed = rest.starts_with('[') || rest.starts_with('(');
    if (bracketed) rest.remove_prefix(1);
    if (!rest.starts_with(label)) return text;
    rest.remove_prefix(label.size());
    const std::size_t marks = std::min(rest.find_first_not_of("]).:"), rest.size());
    const bool is_number = marks != 0 || (!bracketed && rest.empty());
    return is_number ? rest.substr(marks) : text;
}

void drop_label(Inlines& inlines, std::string_view label) {
    if (const auto* styled = std::get_if<Styled>(&inlines.front()); styled != nullptr && inlines.size() > 1)
        if (!label.empty() && without_label(trim(plain_text(styled->content)), label).empty())
            inlines.erase(inlines.begin());
    auto* text = std::get_if<Text>(&inlines.front());
    if (text == nullptr) return;
    const bool ends_in_space = text->text.ends_with(' ');
    std::string_view rest = text->text;
    drop_arrows(rest);
    if (!label.empty()) rest = trim(without_label(rest, label));
    text->text = std::string(rest) + (ends_in_space && !rest.empty() ? " " : "");
    if (text->text.empty() && inlines.size() > 1) inlines.erase(inlines.begin());
}

void drop_empty_brackets(Inlines& inlines) {
    auto* text = std::get_if<Text>(&inlines.back());
    if (text == nullptr) return;
    for (std::string_view brackets : {"[]", "()", "[ ]", "( )"})
        if (text->text.ends_with(brackets))
            text->text = trim(std::string_view(text->text).substr(0, text->text.size() - brackets.size()));
    if (text->text.empty() && inlines.size() > 1) inlines.pop_back();
}

}  // namespace

void clean_note(Blocks& note, std::string_view label) {
    if (note.empty()) return;
    if (auto* first = std::get_if<Paragraph>(&note.front())) drop_label(first->content, label);
    if (auto* last = std::get_if<Paragraph>(&note.back())) drop_empty_brackets(last->content);
}

}  // namespace offprint::html
