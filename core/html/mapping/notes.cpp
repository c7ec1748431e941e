#include "html/mapping/notes.hpp"

#include <algorithm>
#include <array>

#include "html/dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

bool has_note_name(const Dom& dom, NodeIndex node) {
    static constexpr std::array<std::string_view, 14> words{
        "fn",    "fnref",   "footnote", "footnotes", "endnote", "endnotes",        "note",
        "notes", "noteref", "cite",     "reference", "ftn",     "reversefootnote", "sidenote"};
    const std::vector<std::string> tokens = name_tokens(dom, node);
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        std::string_view word = token;
        while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

std::string note_label(const Dom& dom, NodeIndex reference) {
    std::string text = dom.text(reference);
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; }),
        text.end());
    return std::string(trim(text));
}

bool is_note_label(std::string_view label) {
    constexpr std::size_t longest_label = 6;  // "12a"
    if (label.empty() || label.size() > longest_label) return false;
    const bool number = std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number || code_points(label) <= 2 || label.starts_with("note") || label.starts_with("nb");
}

Notes find_notes(const Dom& dom, const Selection& selection, const LinkResolver& links, Context& context) {
    Notes notes;
    add_linked_notes(dom, selection, links, context, notes);
    add_side_notes(dom, selection, context, notes);
    add_numbered_notes(dom, selection, context, notes);
    return notes;
}

}  // namespace offprint::html
