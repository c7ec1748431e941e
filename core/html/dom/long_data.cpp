#include "html/dom/long_data.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string_view>

#include "html/dom/arena.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t shortest_cut = 4096;
constexpr std::size_t longest_type = 128;  // of "data:image/png;charset=utf-8"
constexpr std::string_view data_mark = ";base64,";
constexpr char mark = '\f';

/// The quote of an attribute whose value begins with a data: URI that `head` ends in; 0 if there is none.
char quote_of_attribute(std::string_view head) {
    const std::string_view near = head.substr(head.size() - std::min(head.size(), longest_type));
    const std::size_t scheme = near.rfind("data:");
    if (scheme == std::string_view::npos || near.find('>', scheme) != std::string_view::npos) return 0;
    const std::string_view before = near.substr(0, scheme);
    return before.ends_with("=\"") || before.ends_with("='") ? before.back() : '\0';
}

/// Where the value that begins at `begin` ends with `quote`; npos if it does not, if a parser would not hand on all of
/// it as it stands, or if markup might be in it.
std::size_t end_of_plain_value(std::string_view source, std::size_t begin, char quote) {
    constexpr std::string_view special("&<>\r\0", 5);
    // A search for one character is many times as fast as one for any of several, and fastest in the processor's cache.
    constexpr std::size_t block_size = 8192;
    for (std::size_t at = begin; at < source.size(); at += block_size) {
        const std::string_view block = source.substr(at, block_size);
        const std::size_t end = block.find(quote);
        const std::string_view value = block.substr(0, end);
        for (const char c : special)
            if (value.find(c) != std::string_view::npos) return std::string_view::npos;
        if (end != std::string_view::npos) return at + end;
    }
    return std::string_view::npos;
}

}  // namespace

LongData::LongData(std::string_view source) : source_(source) {
    std::size_t at = 0;
    while ((at = source.find(data_mark, at)) != std::string_view::npos) {
        const char quote = quote_of_attribute(source.substr(0, at));
        at += data_mark.size();
        if (quote == '\0') continue;
        const std::size_t end = end_of_plain_value(source, at, quote);
        if (end == std::string_view::npos) continue;
        if (end - at >= shortest_cut) cut(at, end);
        at = end;
    }
    if (!cuts_.empty()) shortened_ += source.substr(cuts_.back().end);
}

void LongData::cut(std::size_t begin, std::size_t end) {
    shortened_ += source_.substr(cuts_.empty() ? 0 : cuts_.back().end, begin - (cuts_.empty() ? 0 : cuts_.back().end));
    const std::size_t mark_begin = shortened_.size();
    shortened_ += mark + std::to_string(cuts_.size()) + mark;
    cuts_.push_back({begin, end, mark_begin, shortened_.size()});
}

std::size_t LongData::original(std::size_t offset) const {
    const auto after = std::upper_bound(cuts_.begin(), cuts_.end(), offset,
                                        [](std::size_t at, const Cut& cut) { return at < cut.mark_begin; });
    if (after == cuts_.begin()) return offset;
    const Cut& cut = *(after - 1);
    return offset < cut.mark_end ? cut.begin : cut.end + (offset - cut.mark_end);
}

const LongData::Cut* LongData::take_mark(std::string_view& text, std::string_view& before) const {
    const std::size_t at = text.find(mark);
    before = text.substr(0, at);
    if (at == std::string_view::npos) {
        text = {};
        return nullptr;
    }
    text.remove_prefix(at + 1);
    std::size_t number = cuts_.size();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || number >= cuts_.size() || !text.substr(length).starts_with(mark)) return nullptr;
    text.remove_prefix(length + 1);
    return &cuts_[number];
}

std::string_view LongData::in_source(std::string_view text) const {
    std::string_view before;
    std::size_t begin = 0;
    std::size_t at = 0;
    bool is_first = true;
    while (!text.empty()) {
        const Cut* cut = take_mark(text, before);
        if (is_first) begin = at = cut != nullptr && before.size() <= cut->begin ? cut->begin - before.size() : 0;
        is_first = false;
        if (source_.substr(at, before.size()) != before) return {};
        at += before.size();
        if (cut == nullptr) continue;
        if (cut->begin != at) return {};
        at = cut->end;
    }
    return source_.substr(begin, at - begin);
}

bool LongData::is_in_source(std::string_view text) const {
    return std::less_equal<>()(source_.data(), text.data()) &&
           std::less<>()(text.data(), source_.data() + source_.size());
}

std::string_view LongData::restored(std::string_view text, Arena& arena) const {
    if (cuts_.empty() || text.find(mark) == std::string_view::npos) return text;
    if (const std::string_view found = in_source(text); !found.empty()) return found;
    std::string result;
    std::string_view before;
    while (!text.empty()) {
        const Cut* cut = take_mark(text, before);
        result += before;
        if (cut != nullptr) result += source_.substr(cut->begin, cut->end - cut->begin);
    }
    return arena.copy(result);
}

}  // namespace offprint::html
