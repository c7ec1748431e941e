#include <array>
#include <cstdint>

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

constexpr std::uint32_t no_code = 0xFF000000;

/// For each place in a group of four characters what each character puts into the group's 24 bits.
constexpr std::array<std::array<std::uint32_t, 256>, 4> make_group_bits() {
    std::array<std::array<std::uint32_t, 256>, 4> bits{};
    for (std::size_t place = 0; place < bits.size(); ++place)
        for (std::size_t c = 0; c < base64_values.size(); ++c)
            bits[place][c] =
                base64_values[c] < 0 ? no_code : static_cast<std::uint32_t>(base64_values[c]) << (18 - 6 * place);
    return bits;
}

/// Decodes groups of four plain characters, which is nearly all of it, from `at` on to `end`, which follows; both move
/// past what was done.
void decode_groups(std::string& text, std::size_t& at, std::size_t& end) {
    static constexpr auto group_bits = make_group_bits();
    // Through pointers: a write to the string could change the string itself, for all that the compiler knows.
    const char* from = text.data() + at;
    const char* const last = text.data() + text.size();
    char* to = text.data() + end;
    for (; last - from >= 4; from += 4) {
        std::uint32_t bits = 0;
        for (std::size_t place = 0; place < 4; ++place)
            bits |= group_bits[place][static_cast<unsigned char>(from[place])];
        if ((bits & no_code) != 0) break;
        *to++ = static_cast<char>(bits >> 16);
        *to++ = static_cast<char>(bits >> 8);
        *to++ = static_cast<char>(bits);
    }
    at = static_cast<std::size_t>(from - text.data());
    end = static_cast<std::size_t>(to - text.data());
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
