#include "html/dom/long_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "html/dom/arena.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t shortest_cut = 4096;
constexpr std::size_t longest_type = 128;  // of "data:image/png;charset=utf-8"
constexpr std::string_view data_mark = ";base64,";
constexpr char mark = '\f';

/// A table, for most bytes of a saved page may be such.
constexpr std::array<bool, 256> make_base64_table() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_%"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

bool is_base64(char c) {
    static constexpr std::array<bool, 256> table = make_base64_table();
    return table[static_cast<unsigned char>(c)];
}

/// True if `head` ends with the beginning of a data: URI in an attribute.
bool opens_attribute(std::string_view head) {
    const std::string_view near = head.substr(head.size() - std::min(head.size(), longest_type));
    const std::size_t scheme = near.rfind("data:");
    if (scheme == std::string_view::npos || near.find('>', scheme) != std::string_view::npos) return false;
    const std::string_view before = near.substr(0, scheme);
    return before.ends_with("=\"") || before.ends_with("='");
}

}  // namespace

LongData::LongData(std::string_view source) : source_(source) {
    std::size_t at = 0;
    while ((at = source.find(data_mark, at)) != std::string_view::npos) {
        const std::size_t begin = at + data_mark.size();
        const auto end = static_cast<std::size_t>(
            std::find_if_not(source.begin() + static_cast<std::ptrdiff_t>(begin), source.end(), is_base64) -
            source.begin());
        if (end - begin >= shortest_cut && opens_attribute(source.substr(0, at))) cut(begin, end);
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
