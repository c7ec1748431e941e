// The grammar of selectors (Selectors Level 4, section 18; CSS Syntax Level 3, section 4).
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "html/dom/selector.hpp"
#include "html/dom/space.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Also the bound of the nesting of :is() and :not().
constexpr std::size_t longest_selector = 1024;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hex_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_name_character(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

void append_utf8(std::string& out, unsigned long code_point) {
    const auto append = [&](unsigned long byte) { out += static_cast<char>(byte); };
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
    if (code_point < 0x80) return append(code_point);
    if (code_point < 0x800) {
        append(0xC0 | code_point >> 6);
    } else {
        if (code_point < 0x10000) {
            append(0xE0 | code_point >> 12);
        } else {
            append(0xF0 | code_point >> 18);
            append(0x80 | (code_point >> 12 & 0x3F));
        }
        append(0x80 | (code_point >> 6 & 0x3F));
    }
    append(0x80 | (code_point & 0x3F));
}

}  // namespace

class SelectorParser {
public:
    SelectorParser(std::string_view text, Selector& selector) : text_(text), selector_(selector) {}

    void run() {
        if (text_.size() > longest_selector) fail("it has more than 1024 bytes");
        selector_.accepted_ = parse_list();
        if (!at_end()) fail("this closes nothing");
    }

private:
    using Bits = Selector::Bits;
    using Combinator = Selector::Combinator;
    using Operator = Selector::AttributeTest::Operator;

    [[noreturn]] void fail(std::string_view reason) const {
        throw Error(
            ErrorCode::usage,
            fmt::format("'{}' is no CSS selector that is understood here: {}, at '{}' (byte {})",
                        utf8_prefix(text_, 200), reason, at_end() ? "the end" : utf8_prefix(rest(), 40), at_ + 1));
    }

    bool at_end() const { return at_ == text_.size(); }
    std::string_view rest() const { return text_.substr(at_); }
    char peek() const { return at_end() ? '\0' : text_[at_]; }
    bool take(std::string_view token) {
        if (!rest().starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    bool skip_space() {
        const std::size_t start = at_;
        while (!at_end() && is_space(peek())) ++at_;
        return at_ != start;
    }

    /// Up to the end or a closing parenthesis. The last compounds of the selectors.
    Bits parse_list() {
        Bits last = 0;
        do last |= parse_complex();
        while (take(","));
        return last;
    }

    Bits parse_complex() {
        skip_space();
        Bits previous = parse_compound(Combinator::none, 0);
        while (const std::optional<Combinator> combinator = parse_combinator())
            previous = parse_compound(*combinator, previous);
        return previous;
    }

    /// With the space around it; nothing where the complex selector ends.
    std::optional<Combinator> parse_combinator() {
        const bool spaced = skip_space();
        if (at_end() || peek() == ',' || peek() == ')') return std::nullopt;
        Combinator combinator = Combinator::descendant;
        if (take(">"))
            combinator = Combinator::child;
        else if (take("+"))
            combinator = Combinator::next_sibling;
        else if (take("~"))
            combinator = Combinator::subsequent_sibling;
        else if (!spaced)
            fail("this cannot follow");
        skip_space();
        return combinator;
    }

    Bits parse_compound(Combinator combinator, Bits previous) {
        Selector::Compound compound;
        compound.combinator = combinator;
        compound.previous = previous;
        const std::size_t start = at_;
        if (!take("*") && starts_name()) compound.type = to_lower_ascii(parse_name());
        while (const auto condition = parse_condition()) compound.conditions.push_back(*condition);
        if (at_ == start) fail("an element is missing");
        if (selector_.compounds_.size() == Selector::most_compounds) fail("it has more than 64 parts");
        selector_.compounds_.push_back(std::move(compound));
        return Bits{1} << (selector_.compounds_.size() - 1);
    }

    std::optional<Selector::Condition> parse_condition() {
        if (take(".")) return Selector::AttributeTest{"class", Operator::has_word, parse_name(), false};
        if (take("#")) return Selector::AttributeTest{"id", Operator::equals, parse_name(), false};
        if (take("[")) return parse_attribute();
        if (rest().starts_with("::")) fail("a pseudo-element is no element of the page");
        if (take(":")) return parse_pseudo_class();
        return std::nullopt;
    }

    Selector::Condition parse_attribute() {
        Selector::AttributeTest test;
        skip_space();
        test.name = to_lower_ascii(parse_name());
        skip_space();
        if (take("]")) return test;
        test.compare = parse_operator();
        skip_space();
        test.value = peek() == '"' || peek() == '\'' ? parse_string() : parse_name();
        skip_space();
        test.ignores_case = take("i") || take("I");
        if (!test.ignores_case && !take("s")) take("S");
        if (test.ignores_case) test.value = to_lower_ascii(test.value);
        skip_space();
        if (!take("]")) fail("a ] is missing");
        return test;
    }

    Operator parse_operator() {
        constexpr std::pair<std::string_view, Operator> operators[] = {
            {"=", Operator::equals},       {"~=", Operator::has_word},  {"|=", Operator::is_or_precedes_dash},
            {"^=", Operator::starts_with}, {"$=", Operator::ends_with}, {"*=", Operator::contains}};
        for (const auto& [token, compare] : operators)
            if (take(token)) return compare;
        fail("a comparison or ] is missing");
    }

    Selector::Condition parse_pseudo_class() {
        const std::size_t start = at_;
        const std::string name = to_lower_ascii(parse_name());
        for (std::string_view element : {"before", "after", "first-line", "first-letter"}) {
            if (name != element) continue;
            at_ = start - 1;
            fail("a pseudo-element is no element of the page");
        }
        if (name == "root") return Selector::Position::root;
        if (name == "first-child") return Selector::NthChild{0, 1};
        if (name == "last-child") return Selector::Position::last_child;
        if (name == "first-of-type") return Selector::Position::first_of_type;
        const bool is_nested = name == "is" || name == "not";
        if ((!is_nested && name != "nth-child") || !take("(")) {
            at_ = start;
            fail("this pseudo-class is not known");
        }
        Selector::Condition condition;
        if (is_nested)
            condition = Selector::Nested{parse_list(), name == "not"};
        else
            condition = parse_nth();
        if (!take(")")) fail("a ) is missing");
        return condition;
    }

    /// "odd", "even", "3", "2n", "-n + 3" (CSS Syntax, section 6).
    Selector::NthChild parse_nth() {
        skip_space();
        Selector::NthChild nth;
        if (take("odd"))
            nth = {2, 1};
        else if (take("even"))
            nth = {2, 0};
        else
            nth = parse_an_plus_b();
        skip_space();
        return nth;
    }

    Selector::NthChild parse_an_plus_b() {
        const int sign = parse_sign().value_or(1);
        const std::optional<int> number = parse_digits();
        if (!take("n") && !take("N")) {
            if (!number) fail("a number, odd or even is missing");
            return {0, sign * *number};
        }
        const int step = sign * number.value_or(1);
        skip_space();
        const std::optional<int> offset_sign = parse_sign();
        if (!offset_sign) return {step, 0};
        skip_space();
        const std::optional<int> offset = parse_digits();
        if (!offset) fail("a number is missing");
        return {step, *offset_sign * *offset};
    }

    std::optional<int> parse_sign() {
        if (take("+")) return 1;
        if (take("-")) return -1;
        return std::nullopt;
    }

    std::optional<int> parse_digits() {
        if (!is_digit(peek())) return std::nullopt;
        int number = 0;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
        if (error != std::errc()) fail("this number is too large");
        at_ = static_cast<std::size_t>(end - text_.data());
        return number;
    }

    /// True at the beginning of an identifier (CSS Syntax, section 4.3.9).
    bool starts_name() const {
        const std::string_view name = rest().substr(peek() == '-' ? 1 : 0);
        return !name.empty() && (name.front() == '\\' || (is_name_character(name.front()) && !is_digit(name.front())));
    }

    std::string parse_name() {
        if (!starts_name()) fail("a name is missing");
        std::string name;
        while (!at_end()) {
            if (take("\\"))
                append_escaped(name);
            else if (is_name_character(peek()))
                name += text_[at_++];
            else
                break;
        }
        return name;
    }

    std::string parse_string() {
        const char quote = text_[at_++];
        std::string value;
        while (!at_end() && peek() != quote) {
            if (take("\\"))
                append_escaped(value);
            else
                value += text_[at_++];
        }
        if (at_end()) fail("a quotation mark is missing");
        ++at_;
        return value;
    }

    /// What follows a backslash: a code point in up to six digits and a space, or the character itself.
    void append_escaped(std::string& out) {
        if (at_end()) fail("a character is missing after \\");
        if (!is_hex_digit(peek())) {
            out += text_[at_++];
            return;
        }
        constexpr std::size_t most_digits = 6;
        std::size_t length = 0;
        while (length < most_digits && length < rest().size() && is_hex_digit(rest()[length])) ++length;
        append_utf8(out, std::stoul(std::string(rest().substr(0, length)), nullptr, 16));
        at_ += length;
        if (is_space(peek())) ++at_;
    }

    std::string_view text_;
    Selector& selector_;
    std::size_t at_ = 0;
};

Selector::Selector(std::string_view text) {
    SelectorParser(text, *this).run();
}

}  // namespace offprint::html
