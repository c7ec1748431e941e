#include "io/data_url.hpp"

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

/// Decodes groups of four plain characters, which is nearly all of it, from `at` on; answers where they end.
std::size_t decode_groups(std::string_view text, std::size_t at, std::string& bytes) {
    std::array<char, std::size_t{3} << 10> block;
    std::size_t filled = 0;
    for (; text.size() - at >= 4; at += 4) {
        const int one = value_of(text[at]);
        const int two = value_of(text[at + 1]);
        const int three = value_of(text[at + 2]);
        const int four = value_of(text[at + 3]);
        if ((one | two | three | four) < 0) break;
        const int bits = (one << 18) | (two << 12) | (three << 6) | four;
        block[filled++] = static_cast<char>(bits >> 16);
        block[filled++] = static_cast<char>(bits >> 8);
        block[filled++] = static_cast<char>(bits);
        if (filled < block.size()) continue;
        bytes.append(block.data(), filled);
        filled = 0;
    }
    bytes.append(block.data(), filled);
    return at;
}

/// Escapes are decoded on the way, since a copy of the text may be hundreds of megabytes.
std::optional<std::string> decode_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (count == 0) i = decode_groups(text, i, bytes);
        if (i == text.size()) break;
        char c = text[i];
        if (c == '%') {
            c = percent_decode(text.substr(i, 3)).front();
            if (c != '%') i += 2;
        }
        const int value = value_of(c);
        if (value < 0) {
            if (c == '=' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
            return std::nullopt;
        }
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return bytes;
}

}  // namespace

std::optional<std::string> decode_data_url(std::string_view url) {
    constexpr std::size_t scheme = 5;  // "data:"
    const std::size_t comma = url.find(',');
    if (comma == std::string_view::npos || comma < scheme) return std::nullopt;
    const std::string header = to_lower_ascii(url.substr(scheme, comma - scheme));
    const std::string_view payload = url.substr(comma + 1);
    const bool is_base64 = trim(header).ends_with(";base64");
    return is_base64 ? decode_base64(payload) : percent_decode(payload);
}

}  // namespace offprint
