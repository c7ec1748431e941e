#include "structure/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_label = 16;  // bytes

constexpr std::array<std::string_view, 10> raised_digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

std::size_t raised_digit_size(std::string_view text) {
    for (std::string_view digit : raised_digits)
        if (text.starts_with(digit)) return digit.size();
    return 0;
}

bool is_label_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '*' || c == '+';
}

bool is_number(std::string_view label) {
    return !label.empty() && label.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<ReferenceMark> bracketed_mark(std::string_view text) {
    std::size_t begin = text.starts_with("[^") ? 2 : 1;
    std::size_t end = begin;
    while (end < text.size() && end - begin <= longest_label && is_label_character(text[end])) ++end;
    if (end == begin || end >= text.size() || text[end] != ']') return std::nullopt;
    return ReferenceMark{text.substr(begin, end - begin), end + 1};
}

std::optional<ReferenceMark> raised_mark(std::string_view text) {
    std::size_t end = 0;
    while (const std::size_t size = raised_digit_size(text.substr(end))) end += size;
    if (end == 0 || end > longest_label) return std::nullopt;
    return ReferenceMark{text.substr(0, end), end};
}

/// What a line defines, if it defines anything.
struct Definition {
    std::string_view label;
    std::string_view text;  ///< after the mark
    bool closed = false;    ///< a bracket ends it
};

/// "[Footnote 3: text]", as Project Gutenberg has it.
std::optional<Definition> bracketed_note(std::string_view text) {
    constexpr std::string_view opening = "[Footnote ";
    if (!text.starts_with(opening)) return std::nullopt;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > opening.size() + longest_label) return std::nullopt;
    return Definition{text.substr(opening.size(), colon - opening.size()), trim(text.substr(colon + 1)), true};
}

std::optional<Definition> definition_in(std::string_view text, const ReferenceHabits& habits) {
    if (!habits.lossless)
        if (const std::optional<Definition> note = bracketed_note(text)) return note;
    const std::optional<ReferenceMark> mark = reference_mark(text);
    if (!mark) return std::nullopt;
    if (habits.lossless && !is_number(mark->label)) return std::nullopt;
    std::string_view rest = text.substr(mark->size);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    rest = trim(rest);
    if (rest.empty() || rest.front() == '(') return std::nullopt;
    return Definition{mark->label, rest, false};
}

/// "[label]: https://...", with a title behind it perhaps (CommonMark, section 4.7).
struct LinkDefinition {
    std::string_view label;
    std::string_view address;
};
std::optional<LinkDefinition> link_definition(std::string_view text) {
    constexpr std::size_t longest_link_label = 100;  // bytes
    if (!text.starts_with('[') || text.starts_with("[^")) return std::nullopt;
    const std::size_t end = text.substr(0, longest_link_label).find("]:");
    if (end == std::string_view::npos || end == 1) return std::nullopt;
    const std::string_view rest = trim(text.substr(end + 2));
    std::string_view address = rest.substr(0, rest.find_first_of(" \t"));
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    const bool looks_like_one = address.find("://") != std::string_view::npos || address.starts_with('/') ||
                                address.starts_with('#') || address.starts_with("mailto:");
    return looks_like_one ? std::optional(LinkDefinition{text.substr(1, end - 1), address}) : std::nullopt;
}

/// Takes the definitions of links out of `lines`.
std::map<std::string, std::string, std::less<>> take_link_definitions(std::vector<Line>& lines) {
    std::map<std::string, std::string, std::less<>> addresses;
    std::uint32_t blank_lines = 0;
    std::size_t kept = 0;
    for (const Line& line : lines) {
        if (const std::optional<LinkDefinition> link = link_definition(line.text)) {
            addresses.try_emplace(to_lower_ascii(link->label), link->address);
            blank_lines += line.blank_lines;
            continue;
        }
        lines[kept] = line;
        lines[kept++].blank_lines += blank_lines;
        blank_lines = 0;
    }
    lines.resize(kept);
    return addresses;
}

/// A definition and the lines it takes.
struct FoundDefinition {
    Definition definition;
    std::size_t first;
    std::size_t end;
};

std::size_t definition_end(Lines lines, std::size_t first, const Definition& definition,
                           const ReferenceHabits& habits) {
    std::size_t end = first + 1;
    if (definition.closed) {
        constexpr std::size_t longest_note = 100;  // lines
        for (; end < lines.size() && end - first < longest_note; ++end)
            if (lines[end - 1].text.ends_with(']')) return end;
        return first + 1;
    }
    for (; end < lines.size(); ++end) {
        const Line& line = lines[end];
        const bool set_in = line.indent >= lines[first].indent + 2;
        if (definition_in(line.text, habits)) break;
        if (line.blank_lines != 0 ? !set_in : habits.one_line && !set_in) break;
    }
    return end;
}

std::vector<FoundDefinition> find_definitions(Lines lines, const ReferenceHabits& habits) {
    std::vector<FoundDefinition> found;
    for (std::size_t i = 0; i < lines.size();) {
        const bool starts_block =
            i == 0 || lines[i].blank_lines != 0 || habits.one_line || (!found.empty() && found.back().end == i);
        const std::optional<Definition> definition = starts_block ? definition_in(lines[i].text, habits) : std::nullopt;
        if (!definition) {
            ++i;
            continue;
        }
        const std::size_t end = definition_end(lines, i, *definition, habits);
        found.push_back({*definition, i, end});
        i = end;
    }
    return found;
}

/// The labels that marks in the text name, those of the definitions themselves left out.
std::set<std::string_view> referred_labels(Lines lines, const std::vector<FoundDefinition>& found) {
    std::set<std::string_view> labels;
    auto definition = found.begin();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool defines = definition != found.end() && definition->first == i;
        if (defines) ++definition;
        for (std::size_t at = line.text.find_first_of("[\xC2\xE2"); at != std::string_view::npos;
             at = line.text.find_first_of("[\xC2\xE2", at + 1)) {
            if (at == 0 && defines) continue;
            if (const std::optional<ReferenceMark> mark = reference_mark(line.text.substr(at)))
                labels.insert(mark->label);
        }
    }
    return labels;
}

/// Takes what announced the notes from the end of `lines`: a rule, and a heading of a word or two.
void take_heading_of_notes(std::vector<Line>& lines, const SourceText& source, Context& context) {
    constexpr std::size_t longest_heading = 40;  // bytes
    while (!lines.empty() && (is_scene_break(lines.back().text) || setext_level(lines.back().text) != 0))
        lines.pop_back();
    if (lines.empty() || lines.back().blank_lines == 0) return;
    std::string_view text = lines.back().text;
    if (const std::optional<AtxHeading> atx = atx_heading(text)) text = atx->text;
    const bool two_words = std::count(text.begin(), text.end(), ' ') <= 1;
    if (text.size() > longest_heading || !two_words || ends_sentence(text) || reference_mark(text)) return;
    context.report(Severity::info, "text.notes-heading", fmt::format("left out \"{}\" above the notes", text),
                   source.range(lines.back().text));
    lines.pop_back();
}

std::vector<Line> definition_lines(Lines lines, const FoundDefinition& found) {
    std::vector<Line> content(lines.begin() + static_cast<std::ptrdiff_t>(found.first),
                              lines.begin() + static_cast<std::ptrdiff_t>(found.end));
    content.front().text = found.definition.text;
    if (found.definition.closed && content.back().text.ends_with(']')) content.back().text.remove_suffix(1);
    content.front().blank_lines = 0;
    const std::uint32_t indent = smallest_indent(Lines(content).subspan(1));
    content.front().indent = 0;
    for (Line& line : std::span(content).subspan(1)) line.indent -= indent;
    if (content.back().text.empty()) content.pop_back();
    return content;
}

}  // namespace

std::optional<ReferenceMark> reference_mark(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text.front() == '[' ? bracketed_mark(text) : raised_mark(text);
}

References References::take_from(std::vector<Line>& lines, const SourceText& source, ReferenceHabits habits,
                                 Context& context) {
    References references;
    if (habits.markdown && !habits.lossless) references.addresses_ = take_link_definitions(lines);
    const std::vector<FoundDefinition> found = find_definitions(lines, habits);
    if (found.empty()) return references;
    const std::set<std::string_view> labels = referred_labels(lines, found);
    std::vector<Line> kept;
    std::size_t next = 0;
    for (const FoundDefinition& definition : found) {
        const std::string_view label = definition.definition.label;
        if (!labels.contains(label)) continue;
        kept.insert(kept.end(), lines.begin() + static_cast<std::ptrdiff_t>(next),
                    lines.begin() + static_cast<std::ptrdiff_t>(definition.first));
        next = definition.end;
        const SourceRange range = {source.range(lines[definition.first].text).begin,
                                   source.range(lines[definition.end - 1].text).end};
        references.by_label_[std::string(label)].push_back(references.notes_.size());
        references.notes_.push_back({label, definition_lines(lines, definition), range});
    }
    if (references.notes_.empty()) return references;
    if (next == lines.size() && !habits.lossless) take_heading_of_notes(kept, source, context);
    kept.insert(kept.end(), lines.begin() + static_cast<std::ptrdiff_t>(next), lines.end());
    lines = std::move(kept);
    return references;
}

std::optional<std::size_t> References::note(std::string_view label, std::uint64_t offset) const {
    const auto found = by_label_.find(label);
    if (found == by_label_.end()) return std::nullopt;
    const std::vector<std::size_t>& candidates = found->second;
    const auto after = std::partition_point(candidates.begin(), candidates.end(),
                                            [&](std::size_t note) { return notes_[note].range.begin <= offset; });
    return after != candidates.end() ? *after : candidates.back();
}

std::string_view References::address(std::string_view label) const {
    const auto found = addresses_.find(to_lower_ascii(label));
    return found == addresses_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace offprint::text
