#include "encoding/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "encoding/charset.hpp"
#include "encoding/damage.hpp"
#include "encoding/detect.hpp"
#include "encoding/transcode.hpp"
#include "offprint/text.hpp"

namespace offprint::encoding {

namespace {

constexpr std::size_t sample_size = 64 * 1024;

struct ByteOrderMark {
    std::string_view bytes;
    const char* charset;
};
constexpr std::array byte_order_marks{
    ByteOrderMark{"\xEF\xBB\xBF", "utf-8"},
    ByteOrderMark{"\xFF\xFE", "utf-16le"},
    ByteOrderMark{"\xFE\xFF", "utf-16be"},
};

struct Signature {
    std::string_view bytes;
    const char* what;
};
using std::string_view_literals::operator""sv;
constexpr std::array binary_signatures{
    Signature{"%PDF-"sv, "a PDF file"},
    Signature{"\x89PNG\r\n"sv, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{"GIF87a"sv, "a GIF image"},
    Signature{"GIF89a"sv, "a GIF image"},
    Signature{"PK\x03\x04"sv, "a ZIP archive"},
    Signature{"\x1F\x8B\x08"sv, "a gzip file"},
    Signature{"BZh91AY&SY"sv, "a bzip2 file"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "an xz file"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1"sv, "an old Office file"},
};

void refuse_binary(std::string_view bytes) {
    for (const Signature& signature : binary_signatures)
        if (bytes.starts_with(signature.bytes))
            throw Error(ErrorCode::malformed_input, fmt::format("this is no text: it is {}", signature.what));
}

/// True if at least half of what is no ASCII is well-formed UTF-8: in text of any other encoding a quarter may be.
bool is_mostly_utf8(std::string_view sample) {
    std::size_t valid = 0;
    std::size_t invalid = 0;
    while (!sample.empty()) {
        const std::string_view good = sample.substr(0, xml_text_prefix(sample));
        valid += static_cast<std::size_t>(
            std::count_if(good.begin(), good.end(), [](char c) { return (c & 0xC0) == 0x80; }));
        sample.remove_prefix(good.size());
        if (sample.empty()) break;
        const Utf8Fault fault = utf8_fault(sample);
        if (!fault.forbidden) ++invalid;
        sample.remove_prefix(fault.length);
    }
    return valid >= invalid;
}

/// What `declared` means in bytes that could be read so far: nobody can read "utf-16" in UTF-16.
const Charset* declared_charset(std::string_view declared) {
    const Charset* charset = find_charset(declared);
    return charset != nullptr && charset->kind == CharsetKind::utf16 ? find_charset("utf-8") : charset;
}

bool has_high_bytes(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

void report_ignored(const Charset& promised, Context& context) {
    context.report(Severity::info, "encoding.declaration-ignored",
                   fmt::format("the document says that it is {}, but its bytes are not", promised.name));
}

/// The encoding of bytes that have neither a mark nor an order from the user.
const Charset& choose(std::string_view bytes, std::string_view declared, Context& context) {
    const std::string_view sample = bytes.substr(0, sample_size);
    const bool utf8 = is_mostly_utf8(sample) && is_mostly_utf8(bytes);
    if (const Charset* utf16 = detect_utf16(sample, utf8)) return *utf16;
    if (const Charset* escaped = detect_iso_2022_jp(sample)) return *escaped;
    const Charset* promised = declared_charset(declared);
    if (promised != nullptr) {
        if (!has_high_bytes(bytes) || (promised->kind == CharsetKind::utf8) == utf8) return *promised;
        report_ignored(*promised, context);
    }
    if (utf8) return *find_charset("utf-8");
    const Charset& guess = detect_legacy(sample);
    context.report(Severity::warning, "encoding.guessed",
                   fmt::format("no encoding is declared; read as {}; --encoding says it better", guess.name));
    return guess;
}

/// Refuses what came out as garbage, and reports what was lost.
void report_losses(const Transcoded& result, const Charset& charset, Context& context) {
    const std::uint64_t bad = result.replaced + result.forbidden;
    if (bad >= 4 && bad * 20 > code_points(result.text) + bad)
        throw Error(ErrorCode::malformed_input,
                    fmt::format("this is no text: {} of its characters are invalid as {}", bad, charset.name));
    if (result.replaced != 0)
        context.report(Severity::warning, "encoding.invalid-bytes",
                       fmt::format("{} invalid sequences of {} became U+FFFD", result.replaced, charset.name));
    if (result.repaired != 0)
        context.report(Severity::warning, "encoding.repaired",
                       fmt::format("{} characters that were damaged between UTF-8 and windows-1252 were repaired",
                                   result.repaired));
    if (result.forbidden != 0)
        context.report(Severity::warning, "encoding.forbidden-characters",
                       fmt::format("{} control characters that no document can hold were left out", result.forbidden));
}

}  // namespace

void OffsetMap::anchor(std::uint64_t decoded, std::uint64_t original, OffsetStep step) {
    if (!anchors_.empty() && anchors_.back().decoded == decoded) anchors_.pop_back();
    anchors_.push_back({decoded, original, step});
}

std::uint64_t OffsetMap::original(std::uint64_t decoded) const {
    const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), decoded,
                                        [](std::uint64_t at, const Anchor& anchor) { return at < anchor.decoded; });
    if (after == anchors_.begin()) return decoded;
    const Anchor& anchor = *(after - 1);
    const std::uint64_t original =
        anchor.original + (decoded - anchor.decoded) / anchor.step.decoded * anchor.step.original;
    return after == anchors_.end() ? original : std::min<std::uint64_t>(original, after->original);
}

Decoded decode(std::string bytes, std::string_view forced, std::string_view declared, Context& context) {
    const Charset* charset = nullptr;
    if (!forced.empty()) {
        charset = find_charset(forced);
        if (charset == nullptr) throw Error(ErrorCode::usage, fmt::format("there is no encoding named \"{}\"", forced));
    }
    refuse_binary(bytes);
    std::size_t skipped = 0;
    for (const ByteOrderMark& mark : byte_order_marks) {
        if (!std::string_view(bytes).starts_with(mark.bytes)) continue;
        const Charset* marked = find_charset(mark.charset);
        if (charset == nullptr) charset = marked;
        if (charset == marked) skipped = mark.bytes.size();
    }
    const bool may_be_utf8 = charset == nullptr || charset->kind == CharsetKind::utf8;
    if (skipped == 0 && may_be_utf8 && xml_text_prefix(bytes) == bytes.size() && !find_damage_in_valid(bytes).any()) {
        const Charset* promised = forced.empty() ? declared_charset(declared) : nullptr;
        if (promised != nullptr && promised->kind != CharsetKind::utf8 && has_high_bytes(bytes))
            report_ignored(*promised, context);
        return {std::move(bytes), "utf-8", {}};
    }
    if (charset == nullptr) charset = &choose(bytes, declared, context);
    Transcoded result = transcode(bytes, skipped, *charset, context);
    report_losses(result, *charset, context);
    return {std::move(result.text), std::string(charset->name), std::move(result.offsets)};
}

}  // namespace offprint::encoding
