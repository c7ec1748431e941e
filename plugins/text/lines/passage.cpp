#include "lines/passage.hpp"

#include <algorithm>
#include <iterator>

namespace offprint::text {

Passage::Passage(Lines lines, LineEnds line_ends, const SourceText& source, const Hyphenation& hyphenation)
    : source_(source) {
    if (lines.size() == 1) {
        single_ = lines.front().text;
        return;
    }
    std::size_t size = lines.size();
    for (const Line& line : lines) size += line.text.size();
    joined_.reserve(size);
    pieces_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        pieces_.push_back({joined_.size(), lines[i].text});
        joined_ += lines[i].text;
        if (i + 1 == lines.size()) break;
        const bool kept = line_ends == LineEnds::keep || (line_ends == LineEnds::join_or_two && lines[i].two_spaces);
        if (kept)
            joined_ += '\n';
        else
            join(hyphenation.join(lines[i].text, lines[i + 1].text));
    }
}

void Passage::join(LineJoin join) {
    if (join == LineJoin::space) joined_ += ' ';
    if (join != LineJoin::drop_hyphen) return;
    while ((joined_.back() & 0xC0) == 0x80) joined_.pop_back();
    joined_.pop_back();
}

/// The source's character behind `at`; the last of a line for the join after it.
std::string_view Passage::in_source(std::size_t at) const {
    if (pieces_.empty()) return single_.substr(at, 1);
    const auto after = [](std::size_t position, const Piece& piece) { return position < piece.begin; };
    const Piece& piece = *std::prev(std::upper_bound(pieces_.begin(), pieces_.end(), at, after));
    return piece.source.substr(std::min(at - piece.begin, piece.source.size() - 1), 1);
}

SourceRange Passage::range(std::size_t begin, std::size_t end) const {
    const std::string_view first = in_source(begin);
    const std::string_view last = in_source(end - 1);
    return {source_.range(first).begin, source_.range(last).end};
}

}  // namespace offprint::text
