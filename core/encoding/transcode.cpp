#include "encoding/transcode.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "encoding/damage.hpp"
#include "offprint/text.hpp"

namespace offprint::encoding {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t characters_per_checkpoint = 1 << 16;

/// A form feed is no XML character, but it ends pages and paragraphs: what it means is the reader's business.
constexpr bool is_kept(char32_t c) {
    return is_xml_character(c) || c == '\f';
}

/// It ends a line inside a paragraph, in texts from word processors; no XML character.
constexpr char vertical_tab = '\v';

/// Collects characters and what they took in the original.
class Output {
public:
    Output(std::size_t skipped, std::size_t capacity) : original_(skipped) {
        result_.text.reserve(capacity);
        if (skipped != 0) anchor({});
    }

    /// Appends text that is as long as its original and clean.
    void append_same(std::string_view text) {
        step({});
        result_.text += text;
        original_ += text.size();
    }

    /// Appends a character that is `bytes` long in the original.
    void append(char32_t c, std::size_t bytes) {
        if (c == vertical_tab) c = '\n';
        if (!is_kept(c)) return leave_out(bytes);
        std::array<char, 4> utf8;
        const std::size_t size = encode(c, utf8);
        step({static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(bytes)});
        result_.text.append(utf8.data(), size);
        original_ += bytes;
    }

    /// Appends a line whose characters' lengths in the original are not known one by one.
    void append_line(std::string_view text, std::size_t bytes) {
        anchor({});
        const std::size_t clean = xml_text_prefix(text);
        result_.text += text.substr(0, clean);
        for (char c : text.substr(clean)) {
            // A converter's output is valid UTF-8, so that only controls can be at fault.
            if (is_kept(static_cast<unsigned char>(c)))
                result_.text += c;
            else if (c == vertical_tab)
                result_.text += '\n';
            else
                ++result_.forbidden;
        }
        original_ += bytes;
        dirty_ = true;
    }

    void repair(const Repair& repair) {
        append(repair.character, repair.length);
        ++result_.repaired;
    }

    void replace(std::size_t bytes) {
        anchor({});
        result_.text += replacement;
        ++result_.replaced;
        original_ += bytes;
        dirty_ = true;
    }

    void leave_out(std::size_t bytes) {
        ++result_.forbidden;
        original_ += bytes;
        dirty_ = true;
    }

    Transcoded finish() {
        if (dirty_) anchor({});
        return std::move(result_);
    }

private:
    static std::size_t encode(char32_t c, std::array<char, 4>& to) {
        const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
        if (c < 0x80) return to = {static_cast<char>(c)}, 1;
        if (c < 0x800) return to = {static_cast<char>(0xC0 | (c >> 6)), tail(0)}, 2;
        if (c < 0x10000) return to = {static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)}, 3;
        return to = {static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)}, 4;
    }

    void step(OffsetStep wanted) {
        if (dirty_ || !(wanted == step_)) anchor(wanted);
    }

    void anchor(OffsetStep wanted) {
        result_.offsets.anchor(result_.text.size(), original_, wanted);
        step_ = wanted;
        dirty_ = false;
    }

    Transcoded result_;
    std::uint64_t original_;
    OffsetStep step_;
    bool dirty_ = false;  ///< what comes next needs an anchor even if it goes on in the same step
};

/// Length of the ill-formed sequence at the start of `text` (Unicode 15, section 3.9: maximal subpart).
std::size_t invalid_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t wanted = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
    if (wanted == 1 || text.size() < 2) return 1;
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < low || byte(1) > high) return 1;
    std::size_t length = 2;
    while (length < wanted - 1 && length < text.size() && (byte(length) & 0xC0) == 0x80) ++length;
    return length;
}

/// Appends `text`, which is well-formed, but for what is damaged in it.
void append_repaired(std::string_view text, const Utf8Damage& damage, Output& output) {
    std::size_t done = 0;
    for (std::size_t at = next_suspect(text, 0); at < text.size();) {
        const Repair repair = repair_at(text, at, damage);
        if (repair.length != 0) {
            output.append_same(text.substr(done, at - done));
            output.repair(repair);
            done = at + repair.length;
        }
        at = next_suspect(text, std::max(done, at + 1));
    }
    output.append_same(text.substr(done));
}

void decode_utf8(std::string_view bytes, Output& output, Context& context) {
    const Utf8Damage damage = find_damage(bytes);
    for (std::size_t at = 0; at < bytes.size();) {
        context.checkpoint();
        const std::string_view rest = bytes.substr(at);
        const std::string_view good = rest.substr(0, xml_text_prefix(rest));
        append_repaired(good, damage, output);
        at += good.size();
        if (at == bytes.size()) break;
        const Utf8Fault fault = utf8_fault(bytes.substr(at));
        const Repair repair = repair_at(bytes, at, damage);
        if (bytes[at] == '\f' || bytes[at] == vertical_tab)
            output.append(static_cast<unsigned char>(bytes[at]), 1);
        else if (repair.length != 0)
            output.repair(repair);
        else if (fault.forbidden)
            output.leave_out(fault.length);
        else
            output.replace(fault.length);
        at += fault.length;
    }
}

void decode_utf16(std::string_view rest, bool big_endian, Output& output, Context& context) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(rest[at]);
        const auto second = static_cast<unsigned char>(rest[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::size_t at = 0;
    for (std::size_t count = 0; at + 1 < rest.size(); ++count) {
        if (count % characters_per_checkpoint == 0) context.checkpoint();
        const char32_t first = unit(at);
        const bool high = first >= 0xD800 && first < 0xDC00;
        const char32_t second = high && at + 3 < rest.size() ? unit(at + 2) : 0;
        if (second >= 0xDC00 && second < 0xE000) {
            output.append(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4);
            at += 4;
            continue;
        }
        if (first >= 0xD800 && first < 0xE000)
            output.replace(2);
        else
            output.append(first, 2);
        at += 2;
    }
    if (at < rest.size()) output.replace(1);
}

/// An open conversion.
class Conversion {
public:
    Conversion(const Charset& charset, const char* to) : handle_(iconv_open(to, charset.iconv_name)) {
        if (handle_ == invalid())
            throw Error(ErrorCode::malformed_input,
                        fmt::format("the text's encoding {} cannot be converted on this system", charset.name));
    }
    ~Conversion() { iconv_close(handle_); }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// Converts the front of `from`, as far as it is valid and `to` has room; moves both on. False at
    /// bytes that are invalid or incomplete.
    bool run(std::string_view& from, char*& to, std::size_t& room) {
        char* in = const_cast<char*>(from.data());  // iconv's signature; it does not write there
        std::size_t left = from.size();
        const bool stopped = iconv(handle_, &in, &left, &to, &room) == static_cast<std::size_t>(-1);
        const bool invalid_bytes = stopped && errno != E2BIG;
        from.remove_prefix(from.size() - left);
        return !invalid_bytes;
    }

    /// Writes what was held back to be composed with an accent, and forgets all state.
    void flush(char*& to, std::size_t& room) { iconv(handle_, nullptr, nullptr, &to, &room); }

private:
    static iconv_t invalid() { return reinterpret_cast<iconv_t>(-1); }

    iconv_t handle_;
};

void decode_single_byte(std::string_view rest, const Charset& charset, Output& output, Context& context) {
    const std::array<char32_t, 256> table = single_byte_characters(charset);
    std::size_t count = 0;
    for (char byte : rest) {
        if (count++ % characters_per_checkpoint == 0) context.checkpoint();
        const char32_t c = table[static_cast<unsigned char>(byte)];
        if (c == unassigned)
            output.replace(1);
        else
            output.append(c, 1);
    }
}

void decode_multi_byte(std::string_view rest, const Charset& charset, Output& output, Context& context) {
    Conversion conversion(charset, "UTF-8");
    std::string buffer(1 << 14, '\0');
    while (!rest.empty()) {
        context.checkpoint();
        // Line by line, so that offsets are exact at line starts; in none of these encodings is LF part of
        // a longer character.
        const std::size_t line_end = rest.find('\n');
        std::string_view line = rest.substr(0, line_end == std::string_view::npos ? rest.size() : line_end + 1);
        rest.remove_prefix(line.size());
        while (!line.empty()) {
            const std::size_t before = line.size();
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const bool valid = conversion.run(line, to, room);
            if (room < buffer.size()) output.append_line({buffer.data(), buffer.size() - room}, before - line.size());
            if (valid && line.size() < before) continue;
            if (line.empty()) break;
            output.replace(1);
            line.remove_prefix(1);
        }
    }
}

}  // namespace

Utf8Fault utf8_fault(std::string_view bytes) {
    if (static_cast<unsigned char>(bytes[0]) < 0x80) return {1, true};
    if (bytes.starts_with("\xEF\xBF\xBE") || bytes.starts_with("\xEF\xBF\xBF")) return {3, true};
    return {invalid_length(bytes), false};
}

std::array<char32_t, 256> single_byte_characters(const Charset& charset) {
    Conversion conversion(charset, "UTF-32LE");
    // The standard maps what windows code pages leave free between 0x80 and 0x9F to C1 controls.
    const bool windows = charset.name.starts_with("windows-");
    std::array<char32_t, 256> table;
    for (unsigned value = 0; value < 256; ++value) {
        const char byte = static_cast<char>(value);
        std::string_view from(&byte, 1);
        std::array<unsigned char, 8> utf32{};
        char* to = reinterpret_cast<char*>(utf32.data());
        std::size_t room = utf32.size();
        const bool valid = conversion.run(from, to, room);
        conversion.flush(to, room);
        const bool converted = valid && room < utf32.size();
        const char32_t c = utf32[0] | char32_t{utf32[1]} << 8 | char32_t{utf32[2]} << 16;
        const bool free_control = windows && value >= 0x80 && value < 0xA0;
        table[value] = converted ? c : value < 0x80 || free_control ? value : unassigned;
    }
    return table;
}

Transcoded transcode(std::string_view bytes, std::size_t skipped, const Charset& charset, Context& context) {
    const std::string_view rest = bytes.substr(skipped);
    Output output(skipped, rest.size() + rest.size() / 4);
    switch (charset.kind) {
        case CharsetKind::utf8:
            decode_utf8(rest, output, context);
            break;
        case CharsetKind::utf16:
            decode_utf16(rest, charset.name == "utf-16be", output, context);
            break;
        case CharsetKind::single_byte:
            decode_single_byte(rest, charset, output, context);
            break;
        case CharsetKind::multi_byte:
            decode_multi_byte(rest, charset, output, context);
            break;
    }
    return output.finish();
}

}  // namespace offprint::encoding
