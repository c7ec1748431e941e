#include "reader/footnotes.hpp"

#include <algorithm>
#include <utility>

#include "offprint/text.hpp"
#include "reader/lines.hpp"
#include "reader/parse.hpp"

namespace offprint::markdown {

namespace {

/// What may be a definition: a line that begins like one.
struct Candidate {
    std::size_t line;   ///< where the line begins
    std::size_t label;  ///< its bracket
    std::size_t body;   ///< behind the colon
    std::size_t paragraph_end = 0;
    bool is_definition = false;
    bool is_nested = false;  ///< in a list or a quotation: its first paragraph is all of it
};

constexpr std::size_t set_in = 4;

/// What may stand before a paragraph in its first line: the marks of quotations and list items.
bool is_prefix(std::string_view text) {
    return text.find_first_not_of(" \t>-+*.)0123456789") == std::string_view::npos;
}

/// How much of `line` stands before the paragraph of a note.
std::size_t prefix_size(std::string_view line, const Candidate& candidate) {
    if (!candidate.is_nested) return indent_of(line, set_in).size;
    const std::size_t end = std::min(line.find_first_not_of(" \t>"), line.size());
    return std::min(end, candidate.label - candidate.line);
}

std::vector<Candidate> find_candidates(std::string_view text) {
    std::vector<Candidate> candidates;
    for (std::size_t at = 0; at < text.size(); at = line_end(text, at)) {
        const std::size_t label = text.substr(0, line_end(text, at)).find("[^", at);
        if (label == std::string_view::npos || !is_prefix(text.substr(at, label - at))) continue;
        const std::string_view name = reference_label(text.substr(label));
        const std::size_t colon = label + name.size() + std::string_view("[^]").size();
        if (!name.empty() && text.substr(colon).starts_with(':')) candidates.push_back({at, label, colon + 1});
    }
    return candidates;
}

/// Asks md4c which candidates stand in a paragraph, and where those paragraphs end.
class ParagraphFinder {
public:
    ParagraphFinder(std::string_view text, std::vector<Candidate>& candidates) : text_(text), candidates_(candidates) {}

    void enter_block(MD_BLOCKTYPE type, void*) {
        ++depth_;
        in_paragraph_ = type == MD_BLOCK_P;
    }

    void leave_block(MD_BLOCKTYPE, void*) {
        --depth_;
        if (!std::exchange(in_paragraph_, false)) return;
        for (; first_ < next_; ++first_) candidates_[first_].paragraph_end = line_end(text_, last_);
    }

    void enter_span(MD_SPANTYPE, void*) {}
    void leave_span(MD_SPANTYPE) {}

    void text(MD_TEXTTYPE type, std::string_view text) {
        const bool is_inside = text.data() >= text_.data() && text.data() < text_.data() + text_.size();
        if (!in_paragraph_ || !is_inside) return;
        const auto at = static_cast<std::size_t>(text.data() - text_.data());
        last_ = at + text.size() - std::min<std::size_t>(text.size(), 1);
        while (next_ < candidates_.size() && candidates_[next_].label < at) ++next_;
        if (type != MD_TEXT_NORMAL || next_ == candidates_.size() || candidates_[next_].label != at) return;
        constexpr int in_document = 2;
        candidates_[next_].is_nested = depth_ > in_document;
        candidates_[next_++].is_definition = true;
    }

private:
    std::string_view text_;
    std::vector<Candidate>& candidates_;
    std::size_t first_ = 0;  ///< of the candidates whose paragraph has not ended
    std::size_t next_ = 0;   ///< that was not looked at
    std::size_t last_ = 0;   ///< the last character of the paragraph
    int depth_ = 0;
    bool in_paragraph_ = false;
};

/// Where the lines end that follow the first paragraph of a note and are set in.
std::size_t end_of_note(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (at < text.size()) {
        const std::size_t next = line_end(text, at);
        const std::string_view line = text.substr(at, next - at);
        if (!without_line_end(line).empty()) {
            if (indent_of(line, set_in).columns < set_in) break;
            end = next;
        }
        at = next;
    }
    return end;
}

Footnote make_footnote(std::string_view text, const Candidate& candidate, std::size_t end) {
    Footnote note;
    note.label = footnote_label(reference_label(text.substr(candidate.label)));
    note.range = {candidate.label,
                  candidate.label + without_line_end(text.substr(candidate.label, end - candidate.label)).size()};
    for (std::size_t at = candidate.body; at < end;) {
        const std::size_t next = line_end(text, at);
        at += at == candidate.body ? indent_of(text.substr(at, next - at), set_in).size
                                   : prefix_size(text.substr(at, next - at), candidate);
        note.offsets.anchor(note.body.size(), at);
        note.body += text.substr(at, next - at);
        at = next;
    }
    return note;
}

/// Makes a block of HTML of nothing out of a definition, for it ends a paragraph, as the definition does.
void blank(std::string& text, const Candidate& candidate, std::size_t end) {
    constexpr std::string_view comment = "<? ?>";
    for (std::size_t at = candidate.label; at < end;) {
        const std::size_t next = line_end(text, at);
        if (at != candidate.label && candidate.is_nested)
            at += prefix_size(std::string_view(text).substr(at, next - at), candidate);
        for (; at < next; ++at)
            if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
    }
    text.replace(candidate.label, comment.size(), comment);
}

}  // namespace

std::vector<Footnote> take_footnotes(std::string& text) {
    std::vector<Candidate> candidates = find_candidates(text);
    if (candidates.empty()) return {};
    // Without its colon none of them is the definition of a link.
    std::string without_colons = text;
    for (const Candidate& candidate : candidates) without_colons[candidate.body - 1] = ';';
    ParagraphFinder finder(without_colons, candidates);
    parse(without_colons, 0, finder);
    std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.is_definition; });
    std::vector<Footnote> notes;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const bool next_is_beside = i + 1 < candidates.size() && candidates[i + 1].line < candidates[i].paragraph_end;
        const std::size_t end = next_is_beside            ? candidates[i + 1].line
                                : candidates[i].is_nested ? candidates[i].paragraph_end
                                                          : end_of_note(text, candidates[i].paragraph_end);
        notes.push_back(make_footnote(text, candidates[i], end));
        blank(text, candidates[i], end);
    }
    return notes;
}

std::string_view reference_label(std::string_view text) {
    constexpr std::size_t longest = 999;  // as that of a link (CommonMark, section 4.7)
    if (!text.starts_with("[^")) return {};
    const std::size_t end = text.substr(0, longest).find_first_of("[] \t\r\n", 2);
    return end == std::string_view::npos || text[end] != ']' ? std::string_view() : text.substr(2, end - 2);
}

std::string footnote_label(std::string_view label) {
    return to_lower_ascii(label);
}

}  // namespace offprint::markdown
