#include "language/document_language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include "language/detect_language.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::language {

namespace {

constexpr std::size_t piece_size = 5 * 1024;  ///< of each of the three pieces of a sample

/// Calls `visit` with every text of the document's own language.
template <class N, class Visit>
void for_each_own_text(const N& node, const Visit& visit) {
    if constexpr (std::is_same_v<N, Block> || std::is_same_v<N, Inline>) {
        std::visit([&](const auto& alternative) { for_each_own_text(alternative, visit); }, node);
    } else if constexpr (std::is_base_of_v<Node, N>) {
        if (node.attributes && !node.attributes->language.empty()) return;
        if constexpr (std::is_same_v<N, Text>) visit(std::string_view(node.text));
        for_each_child_list(node, [&](const auto& children) { for_each_own_text(children, visit); });
    } else {
        for (const auto& child : node) for_each_own_text(child, visit);
    }
}

/// The whole characters of `text` between two offsets.
std::string_view characters_between(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && (text[begin] & 0xC0) == 0x80) ++begin;
    return utf8_prefix(text.substr(begin), end - begin);
}

/// The beginning, the middle and the end of the text, or all of a short one.
std::string sample_of(const Blocks& content) {
    std::size_t total = 0;
    for_each_own_text(content, [&](std::string_view text) { total += text.size(); });
    const std::array<std::size_t, 3> begins{0, total / 2 - std::min(total / 2, piece_size / 2),
                                            total - std::min(total, piece_size)};
    std::string sample;
    std::size_t at = 0;
    std::size_t taken = 0;  // up to where the sample holds the text
    for_each_own_text(content, [&](std::string_view text) {
        for (const std::size_t piece : begins) {
            const std::size_t begin = std::max({piece, at, taken});
            const std::size_t end = std::min(piece + piece_size, at + text.size());
            if (begin >= end) continue;
            sample += characters_between(text, begin - at, end - at);
            taken = end;
            sample += ' ';
        }
        at += text.size();
    });
    return sample;
}

std::string_view primary(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

/// Languages so near to each other that a page's own word counts for more than the detector's.
constexpr std::array<std::string_view, 8> near_languages{
    " da nb nn no ", " bs cnr hr sh sr ", " id ms ",     " cs sk ",
    " gl pt es ",    " hi mr ne ",        " fa prs tg ", " cmn yue zh ",
};

bool are_near(std::string_view tag, std::string_view other) {
    const std::string first = fmt::format(" {} ", primary(tag));
    const std::string second = fmt::format(" {} ", primary(other));
    return first == second || std::any_of(near_languages.begin(), near_languages.end(), [&](std::string_view group) {
               return group.find(first) != group.npos && group.find(second) != group.npos;
           });
}

/// A page in two languages declares one of them: only a text that is long and all in another refutes it.
bool refutes(const DetectedLanguage& detected, std::string_view declared) {
    constexpr std::size_t letters_of_proof = 1000;
    constexpr int share_of_proof = 95;
    return !detected.tag.empty() && detected.letters >= letters_of_proof && detected.share >= share_of_proof &&
           !are_near(detected.tag, declared);
}

}  // namespace

void complete_language(Document& document, Context& context) {
    std::string& language = document.metadata.language;
    const DetectedLanguage detected = detect_language(sample_of(document.content));
    if (!language.empty() && !refutes(detected, language)) return;
    if (detected.tag.empty()) {
        context.report(Severity::info, "language.unknown",
                       "nothing names the text's language, and it is too short or too mixed to show it");
        return;
    }
    if (!language.empty())
        context.report(Severity::warning, "language.declaration-ignored",
                       fmt::format("the text is declared to be in {}, but it is in {}", language, detected.tag));
    language = detected.tag;
    document.metadata.provenance[MetadataField::language] = Origin::detected;
}

}  // namespace offprint::language
