#include "json/input.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "json/place.hpp"
#include "offprint/text.hpp"

namespace offprint::json {

namespace {

/// Of objects and arrays. A sound document needs six for each of its own levels in our JSON, and nine in pandoc's.
constexpr int most_levels = 10 * Limits::depth;

/// Keeps the one value that is parsed.
class ScalarHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ScalarHandler> {
public:
    explicit ScalarHandler(Scalar& value) : value_(value) {}

    bool Null() { return true; }
    bool Bool(bool flag) { return set(flag); }
    bool Int(int number) { return set(std::int64_t{number}); }
    bool Uint(unsigned number) { return set(std::int64_t{number}); }
    bool Int64(std::int64_t number) { return set(number); }
    bool Uint64(std::uint64_t number) { return set(static_cast<double>(number)); }
    bool Double(double number) { return set(number); }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        value_.emplace<std::string>(text, size);
        return true;
    }
    bool Default() { return false; }  // objects and arrays

private:
    template <class T>
    bool set(T value) {
        value_ = value;
        return true;
    }

    Scalar& value_;
};

constexpr unsigned scalar_flags = rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseFullPrecisionFlag;
constexpr unsigned skip_flags = rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseIterativeFlag;

/// True for what stands in a string as it is: no end, no escape, no control character.
bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = ones * 0x80;

/// Of eight characters, as a number whose lowest byte is the first: the high bit of each one that is not plain. Those
/// behind the first such one may be wrong.
std::uint64_t not_plain(std::uint64_t characters) {
    const auto below = [](std::uint64_t bytes, unsigned char bound) {
        return (bytes - ones * bound) & ~bytes & high_bits;
    };
    return below(characters, 0x20) | below(characters ^ (ones * '"'), 1) | below(characters ^ (ones * '\\'), 1);
}

/// How many plain characters stand at `begin`, all but the last few before `end`; adds their bits to `all`.
std::size_t plain_prefix(const char* begin, const char* end, std::uint64_t& all) {
    if constexpr (std::endian::native != std::endian::little) return 0;
    const char* at = begin;
    for (std::uint64_t eight; end - at >= 8; at += 8, all |= eight) {
        std::memcpy(&eight, at, sizeof eight);
        const std::uint64_t bad = not_plain(eight);
        if (bad == 0) continue;
        const int bits = std::countr_zero(bad) & ~7;
        all |= eight & ((std::uint64_t{1} << bits) - 1);
        at += bits / 8;
        break;
    }
    return static_cast<std::size_t>(at - begin);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

bool MemberNames::add_to_more(std::string_view name) {
    if (!more_) more_.emplace();
    return more_->insert(name).second;
}

void Input::enter_new_level() {
    most_nested_ = level_;
    if (level_ > most_levels) fail(fmt::format("objects and arrays are nested deeper than {}", most_levels), offset());
}

void Input::skip_white_space() {
    constexpr std::string_view indent = "        ";
    const char* at = stream_.src_;
    const char* const end = json_.data() + json_.size();
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') {
        ++at;
        while (end - at >= 8 && std::memcmp(at, indent.data(), 8) == 0) at += 8;
    }
    stream_.src_ = at;
}

void Input::fail_expected(char mark) {
    if (at_end()) fail("the text ends too early", json_.size());
    if (mark == '{') fail("an object is expected", stream_.Tell());
    if (mark == '[') fail("an array is expected", stream_.Tell());
    fail(fmt::format("'{}' is expected", mark), stream_.Tell());
}

std::optional<Input::PlainString> Input::read_plain_string() {
    if (peek() != '"') return std::nullopt;
    const char* const begin = stream_.src_ + 1;
    std::uint64_t all = 0;
    const char* end = begin + plain_prefix(begin, json_.data() + json_.size(), all);
    for (; is_plain(*end); ++end) all |= static_cast<unsigned char>(*end);  // the text ends in a NUL
    if (*end != '"') return std::nullopt;
    stream_.src_ = end + 1;
    return PlainString{{begin, static_cast<std::size_t>(end - begin)}, (all & high_bits) == 0};
}

std::optional<std::int64_t> Input::read_plain_integer() {
    constexpr std::ptrdiff_t most_digits = 18;
    const bool is_negative = peek() == '-';
    const char* const begin = stream_.src_ + (is_negative ? 1 : 0);
    const char* end = begin;
    std::int64_t number = 0;
    while (is_digit(*end) && end - begin < most_digits) number = 10 * number + (*end++ - '0');
    const bool has_more = is_digit(*end) || *end == '.' || *end == 'e' || *end == 'E';
    if (end == begin || has_more || (*begin == '0' && end - begin > 1)) return std::nullopt;
    stream_.src_ = end;
    return is_negative ? -number : number;
}

bool Input::accept_name(std::string_view name) {
    return attempt([&] {
        if (!accept('"')) return false;
        const auto left = static_cast<std::size_t>(json_.data() + json_.size() - stream_.src_);
        if (name.size() >= left || std::string_view(stream_.src_, name.size()) != name) return false;
        stream_.src_ += name.size();
        return *stream_.src_++ == '"' && accept(':');
    });
}

std::string_view Input::read_name(MemberNames& names) {
    const std::size_t begin = offset();
    if (peek() != '"') fail(at_end() ? "the text ends too early" : "a name in quotation marks is expected", begin);
    const std::optional<PlainString> plain = read_plain_string();
    const std::string_view name = plain ? plain->text : *decoded_names_.insert(read_text()).first;
    if (!names.add(name)) fail(fmt::format("the name '{}' occurs twice", utf8_prefix(name, 80)), begin);
    return name;
}

template <unsigned flags, class Handler>
void Input::parse_value(Handler& handler) {
    if (at_end()) fail("the text ends too early", json_.size());
    const rapidjson::ParseResult result = reader_.Parse<flags>(stream_, handler);
    if (result) return;
    if (result.Code() == rapidjson::kParseErrorTermination) fail("a single value is expected", offset());
    std::string_view reason = rapidjson::GetParseError_En(result.Code());
    reason.remove_suffix(reason.ends_with('.') ? 1 : 0);
    fail(fmt::format("this is no JSON: {}", reason), result.Offset());
}

Scalar Input::read_scalar() {
    if (next_is_object() || next_is_array()) fail("a single value is expected", stream_.Tell());
    const std::size_t begin = stream_.Tell();
    Scalar value;
    if (const std::optional<PlainString> plain = read_plain_string()) {
        value.emplace<std::string>(text_of(*plain, begin));
    } else if (const std::optional<std::int64_t> whole = read_plain_integer()) {
        value = *whole;
    } else {
        ScalarHandler handler(value);
        parse_value<scalar_flags>(handler);
        if (std::string* text = std::get_if<std::string>(&value)) *text = clean(std::move(*text), begin);
    }
    return value;
}

std::string Input::read_text() {
    const std::size_t begin = offset();
    if (const std::optional<PlainString> plain = read_plain_string()) return text_of(*plain, begin);
    return text_of(read_scalar(), begin);
}

bool Input::read_flag() {
    const std::size_t begin = offset();
    return flag_of(read_scalar(), begin);
}

std::int64_t Input::read_integer(std::int64_t least, std::int64_t most) {
    const std::size_t begin = offset();
    if (const std::optional<std::int64_t> whole = read_plain_integer(); whole && *whole >= least && *whole <= most)
        return *whole;
    stream_.src_ = json_.data() + begin;
    return integer_of(read_scalar(), begin, least, most);
}

double Input::read_number(double least, double most) {
    const std::size_t begin = offset();
    const Scalar value = read_scalar();
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* fraction = std::get_if<double>(&value);
    if (whole == nullptr && fraction == nullptr) fail("a number is expected", begin);
    const double number = whole != nullptr ? static_cast<double>(*whole) : *fraction;
    if (number < least || number > most) fail(fmt::format("the number must be from {} to {}", least, most), begin);
    return number;
}

void Input::skip() {
    rapidjson::BaseReaderHandler<> nobody;
    parse_value<skip_flags>(nobody);
}

std::string Input::text_of(const PlainString& plain, std::size_t offset) const {
    std::string text(plain.text);
    return plain.is_ascii ? text : clean(std::move(text), offset);
}

std::string Input::text_of(Scalar&& scalar, std::size_t offset) const {
    std::string* text = std::get_if<std::string>(&scalar);
    if (text == nullptr) fail("a text is expected", offset);
    return std::move(*text);
}

bool Input::flag_of(const Scalar& scalar, std::size_t offset) const {
    const bool* flag = std::get_if<bool>(&scalar);
    if (flag == nullptr) fail("true or false is expected", offset);
    return *flag;
}

std::int64_t Input::integer_of(const Scalar& scalar, std::size_t offset, std::int64_t least, std::int64_t most) const {
    const auto* whole = std::get_if<std::int64_t>(&scalar);
    const auto* fraction = std::get_if<double>(&scalar);
    if (whole == nullptr && (fraction == nullptr || std::trunc(*fraction) != *fraction))
        fail("a whole number is expected", offset);
    // Many programs write 3.0 for 3; what is no exact integer as a double is out of every range here.
    constexpr double exact = 9007199254740992.0;
    const bool fits = whole != nullptr ? *whole >= least && *whole <= most : std::fabs(*fraction) <= exact;
    const std::int64_t number = whole != nullptr ? *whole : fits ? static_cast<std::int64_t>(*fraction) : 0;
    if (!fits || number < least || number > most)
        fail(fmt::format("the number must be from {} to {}", least, most), offset);
    return number;
}

/// What is not Unicode cannot be understood; what XML 1.0 forbids (section 2.2) can be left out.
std::string Input::clean(std::string text, std::size_t offset) const {
    if (xml_text_prefix(text) == text.size()) return text;
    std::string kept;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t good = xml_text_prefix(rest);
        kept.append(rest.substr(0, good));
        rest.remove_prefix(good);
        if (rest.empty()) break;
        const bool is_control = static_cast<unsigned char>(rest.front()) < 0x20;
        const bool is_noncharacter = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
        if (!is_control && !is_noncharacter) fail("the text is not valid Unicode", offset);
        rest.remove_prefix(is_control ? 1 : 3);
    }
    context_.report(Severity::warning, "encoding.forbidden-characters",
                    "control characters and noncharacters were left out", {offset, offset});
    return kept;
}

void Input::fail(const std::string& message, std::size_t offset) const {
    throw Error(ErrorCode::malformed_input, fmt::format("{}: {}", place_of(json_, offset), message));
}

}  // namespace offprint::json
