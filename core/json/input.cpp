#include "json/input.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <cmath>
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

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

}  // namespace

bool MemberNames::add(std::string_view name) {
    constexpr std::size_t most_compared = 16;
    const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(first_);
    if (std::find(first, stack_.end(), name) != stack_.end()) return false;
    if (stack_.size() - first_ == most_compared) return more_.insert(name).second;
    stack_.push_back(name);
    return true;
}

Input::Level::Level(Input& input) : input_(input) {
    if (++input.level_ > most_levels)
        input.fail(fmt::format("objects and arrays are nested deeper than {}", most_levels), input.offset());
}

std::size_t Input::offset() {
    rapidjson::SkipWhitespace(stream_);
    return stream_.Tell();
}

void Input::fail_expected(char mark) {
    if (at_end()) fail("the text ends too early", json_.size());
    if (mark == '{') fail("an object is expected", stream_.Tell());
    if (mark == '[') fail("an array is expected", stream_.Tell());
    fail(fmt::format("'{}' is expected", mark), stream_.Tell());
}

std::optional<std::string_view> Input::read_plain_string() {
    if (peek() != '"') return std::nullopt;
    const char* begin = stream_.src_ + 1;
    const char* end = begin;
    while (is_plain(*end)) ++end;  // the text ends in a NUL
    if (*end != '"') return std::nullopt;
    stream_.src_ = end + 1;
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
}

std::string_view Input::read_name(MemberNames& names) {
    const std::size_t begin = offset();
    if (peek() != '"') fail(at_end() ? "the text ends too early" : "a name in quotation marks is expected", begin);
    std::optional<std::string_view> name = read_plain_string();
    if (!name) name = *decoded_names_.insert(read_text()).first;
    if (!names.add(*name)) fail(fmt::format("the name '{}' occurs twice", utf8_prefix(*name, 80)), begin);
    return *name;
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
    if (const std::optional<std::string_view> plain = read_plain_string()) {
        value.emplace<std::string>(*plain);
    } else {
        ScalarHandler handler(value);
        parse_value<scalar_flags>(handler);
    }
    if (std::string* text = std::get_if<std::string>(&value)) *text = clean(std::move(*text), begin);
    return value;
}

std::string Input::read_text() {
    const std::size_t begin = offset();
    return text_of(read_scalar(), begin);
}

bool Input::read_flag() {
    const std::size_t begin = offset();
    return flag_of(read_scalar(), begin);
}

std::int64_t Input::read_integer(std::int64_t least, std::int64_t most) {
    const std::size_t begin = offset();
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
