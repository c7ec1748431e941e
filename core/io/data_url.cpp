#include <array>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint {

namespace {

constexpr std::array<std::int8_t, 256> make_base64_values() {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    values['-'] = 62;  // the URL-safe alphabet
    values['_'] = 63;
    return values;
}

constexpr std::array<std::int8_t, 256> base64_values = make_base64_values();

int value_of(char c) {
    return base64_values[static_cast<unsigned char>(c)];
}

/// Decodes groups of four plain characters, which is nearly all of it, from `at` on to `end`, which follows; both move
/// past what was done.
void decode_groups(std::string& text, std::size_t& at, std::size_t& end) {
    for (; text.size() - at >= 4; at += 4) {
        const int one = value_of(text[at]);
        const int two = value_of(text[at + 1]);
        const int three = value_of(text[at + 2]);
        const int four = value_of(text[at + 3]);
        if ((one | two | three | four) < 0) return;
        const int bits = (one << 18) | (two << 12) | (three << 6) | four;
        text[end++] = static_cast<char>(bits >> 16);
        text[end++] = static_cast<char>(bits >> 8);
        text[end++] = static_cast<char>(bits);
    }
}

/// Makes of `text` the bytes that it encodes from `begin` on. Bytes take less room than their code, so each lies where
/// all is read already; a second buffer may be hundreds of megabytes.
bool decode_base64(std::string& text, std::size_t begin) {
    std::size_t end = 0;
    std::uint32_t bits = 0;
    int count = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (count == 0) decode_groups(text, i, end);
        if (i == text.size()) break;
        char c = text[i];
        if (c == '%') {
            c = percent_decode(std::string_view(text).substr(i, 3)).front();
            if (c != '%') i += 2;
        }
        const int value = value_of(c);
        if (value < 0) {
            if (c == '=' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
            return false;
        }
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            text[end++] = static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    text.resize(end);
    return true;
}

}  // namespace

bool is_data_url(std::string_view url) {
    return url_scheme(url.substr(0, 8)) == "data";
}

bool decode_data_url(std::string& url) {
    constexpr std::size_t scheme = 5;  // "data:"
    const std::size_t comma = url.find(',');
    if (comma == std::string::npos || comma < scheme) return false;
    const std::string header = to_lower_ascii(std::string_view(url).substr(scheme, comma - scheme));
    if (trim(header).ends_with(";base64")) return decode_base64(url, comma + 1);
    url = percent_decode(std::string_view(url).substr(comma + 1));
    return true;
}

}  // namespace offprint
