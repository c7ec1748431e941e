#include "inline/addresses.hpp"

#include <algorithm>
#include <array>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::text {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool follows_word(std::string_view text, std::size_t at) {
    return at > 0 && (is_letter_or_digit(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0xC3);
}

/// True where an address must end: white space, brackets and quotation marks that none holds.
bool ends_address(std::string_view rest) {
    constexpr std::array<std::string_view, 9> quotes = {"“", "”", "‘", "’", "«", "»", "„", "…", "\xC2\xA0"};
    const char c = rest.front();
    if (c == ' ' || c == '\t' || c == '\n' || c == '<' || c == '>' || c == '"' || c == '`') return true;
    return static_cast<unsigned char>(c) >= 0x80 &&
           std::any_of(quotes.begin(), quotes.end(), [&](std::string_view quote) { return rest.starts_with(quote); });
}

/// The end of the address that begins at `begin`, without the punctuation of its sentence.
std::size_t address_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    std::ptrdiff_t open_brackets = 0;
    for (; end < text.size() && !ends_address(text.substr(end)); ++end) {
        if (text[end] == '(') ++open_brackets;
        if (text[end] == ')') --open_brackets;
    }
    constexpr std::string_view sentence = ".,;:!?'*_]}|";
    while (end > begin) {
        const char last = text[end - 1];
        const bool stray_bracket = last == ')' && open_brackets < 0;
        if (!stray_bracket && sentence.find(last) == std::string_view::npos) break;
        if (stray_bracket) ++open_brackets;
        --end;
    }
    return end;
}

std::optional<Address> web_address(std::string_view text, std::size_t colon) {
    // Looked at first, so that a row of bare schemes is not scanned over and over.
    if (!text.substr(colon).starts_with("://") || colon + 3 == text.size()) return std::nullopt;
    if (!is_letter_or_digit(text[colon + 3]) && text[colon + 3] != '[') return std::nullopt;
    constexpr std::array<std::string_view, 3> schemes = {"https", "http", "ftp"};
    for (std::string_view scheme : schemes) {
        if (colon < scheme.size()) continue;
        const std::size_t begin = colon - scheme.size();
        if (to_lower_ascii(text.substr(begin, scheme.size())) != scheme || follows_word(text, begin)) continue;
        const std::size_t end = address_end(text, colon + 3);
        if (end <= colon + 3) return std::nullopt;
        return Address{begin, end, encode_url(text.substr(begin, end - begin))};
    }
    return std::nullopt;
}

std::optional<Address> www_address(std::string_view text, std::size_t dot) {
    if (dot < 3 || to_lower_ascii(text.substr(dot - 3, 3)) != "www" || follows_word(text, dot - 3)) return std::nullopt;
    if (dot + 1 == text.size() || !is_letter_or_digit(text[dot + 1])) return std::nullopt;
    const std::size_t begin = dot - 3;
    const std::size_t end = address_end(text, dot + 1);
    if (end <= dot + 1 || text.substr(dot + 1, end - dot - 1).find('.') == std::string_view::npos) return std::nullopt;
    return Address{begin, end, encode_url("http://" + std::string(text.substr(begin, end - begin)))};
}

std::optional<Address> mail_address(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_local = 64;  // RFC 5321, section 4.5.3.1.1
    const auto is_local = [](char c) {
        return is_letter_or_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    };
    std::size_t begin = at;
    while (begin > 0 && at - begin <= longest_local && is_local(text[begin - 1])) --begin;
    if (at - begin > longest_local) return std::nullopt;
    while (begin < at && !is_letter_or_digit(text[begin])) ++begin;
    std::size_t end = at + 1;
    while (end < text.size() && (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    while (end > at && !is_letter_or_digit(text[end - 1])) --end;
    if (begin == at || end <= at + 1) return std::nullopt;
    const std::string_view domain = text.substr(at + 1, end - at - 1);
    const std::size_t dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3) return std::nullopt;
    return Address{begin, end, "mailto:" + std::string(text.substr(begin, end - begin))};
}

}  // namespace

std::optional<Address> address_around(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case ':':
            return web_address(text, at);
        case '.':
            return www_address(text, at);
        case '@':
            return mail_address(text, at);
        default:
            return std::nullopt;
    }
}

}  // namespace offprint::text
