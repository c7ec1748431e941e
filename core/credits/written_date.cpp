#include "credits/written_date.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/month_names.hpp"
#include "credits/words.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_text = 256;

/// Bytes of characters beyond ASCII count as letters.
bool is_letter(char c) {
    return is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Digit {
    std::size_t size = 0;  ///< in bytes; 0: `text` begins with something else
    int value = 0;
};

/// The digit that `text` begins with: of ASCII, Arabic, Persian, Devanagari, Thai or full width.
Digit digit_at(std::string_view text) {
    constexpr std::string_view zeros[] = {"0", "\u0660", "\u06F0", "\u0966", "\u0E50", "\uFF10"};
    for (std::string_view zero : zeros) {
        const std::size_t last = zero.size() - 1;
        if (text.size() <= last || !text.starts_with(zero.substr(0, last))) continue;
        const int value = static_cast<unsigned char>(text[last]) - static_cast<unsigned char>(zero[last]);
        if (value >= 0 && value <= 9) return {zero.size(), value};
    }
    return {};
}

bool holds_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (digit_at(text.substr(at)).size != 0) return true;
    return false;
}

/// The size of white space, or of a comma that no space need follow, at the front of `text`.
std::size_t space_at(std::string_view text) {
    constexpr std::string_view arabic_comma = "،";
    return text.starts_with(arabic_comma) ? arabic_comma.size() : leading_space(text);
}

/// A number, a word or one character of any other kind; white space is none.
struct Token {
    std::string_view text;
    int number = -1;  ///< of digits only, at most eight
    int digits = 0;   ///< of a number
    int month = 0;    ///< of a word that names one

    bool is_day() const { return digits <= 2 && number >= 1 && number <= 31; }
    bool is_mark() const { return number < 0 && !is_letter(text.front()); }
};

template <class Is>
std::size_t run(std::string_view text, Is is) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is) - text.begin());
}

/// The number that `text` begins with; it is no number if it begins with something else.
Token number_at(std::string_view text) {
    constexpr int too_large = 9999999;
    Token token;
    std::size_t size = 0;
    for (Digit digit = digit_at(text); digit.size != 0; digit = digit_at(text.substr(size))) {
        token.number = token.number > too_large ? 0 : std::max(token.number, 0) * 10 + digit.value;
        ++token.digits;
        size += digit.size;
    }
    token.text = text.substr(0, size);
    return token;
}

std::size_t word_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_letter(text[size]) && space_at(text.substr(size)) == 0 &&
           digit_at(text.substr(size)).size == 0)
        ++size;
    return size;
}

/// The word that `text` begins with; a month's name may be two ("تشرين الأول").
Token word_at(std::string_view text) {
    Token token;
    const std::size_t size = word_size(text);
    token.text = text.substr(0, size);
    token.month = month_from_name(token.text);
    if (token.month != 0 || size >= text.size() || text[size] != ' ') return token;
    const std::size_t second = word_size(text.substr(size + 1));
    token.month = month_from_name(std::string(token.text).append("-").append(text.substr(size + 1, second)));
    if (token.month != 0) token.text = text.substr(0, size + 1 + second);
    return token;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    while (!text.empty()) {
        if (const std::size_t space = space_at(text); space > 0) {
            text.remove_prefix(space);
            continue;
        }
        Token token = number_at(text);
        if (token.text.empty()) token = word_at(text);
        if (token.text.empty()) token.text = text.substr(0, 1);
        tokens.push_back(token);
        text.remove_prefix(token.text.size());
    }
    return tokens;
}

/// Years of other eras as those of the common one: Buddhist ones beside Thai letters, and Japan's ("令和6年").
void convert_eras(std::string_view text, std::vector<Token>& tokens) {
    constexpr int buddhist = 543;
    constexpr std::pair<std::string_view, int> japanese[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}};
    const bool is_thai =
        text.find("\xE0\xB8") != std::string_view::npos || text.find("\xE0\xB9") != std::string_view::npos;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        Token& token = tokens[at];
        if (is_thai && token.digits == 4 && token.number >= 1900 + buddhist && token.number <= 2100 + buddhist)
            token.number -= buddhist;
        if (at == 0 || token.number < 1 || token.digits > 2) continue;
        for (const auto& [era, before] : japanese) {
            if (!tokens[at - 1].text.ends_with(era)) continue;
            token.number += before;
            token.digits = 4;
        }
    }
}

/// Finds a date among the tokens of a text.
class DateFinder {
public:
    DateFinder(std::string_view text, DayOrder order, int earliest_year)
        : text_(text), tokens_(tokens_of(text)), order_(order), earliest_year_(earliest_year) {
        convert_eras(text, tokens_);
    }

    std::optional<WrittenDate> find() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            std::optional<Date> date;
            last_ = at;
            if (tokens_[at].number >= 0) date = numeric(at);
            if (!date && tokens_[at].number >= 0) date = number_first(at);
            if (!date && tokens_[at].month != 0) date = month_first(at);
            if (date) return WrittenDate{*date, offset(at), end(last_)};
        }
        return std::nullopt;
    }

    /// The first month with its year: "February 2024", "2024年2月".
    std::optional<WrittenDate> find_month() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool is_east_asian =
                is_year(tokens_[at]) && at + 3 < tokens_.size() &&
                ((mark(at + 1) == "年" && mark(at + 3) == "月") || (mark(at + 1) == "년" && mark(at + 3) == "월"));
            if (is_east_asian && tokens_[at + 2].number >= 1 && tokens_[at + 2].number <= 12)
                return WrittenDate{{tokens_[at].number, tokens_[at + 2].number, 0, {}}, offset(at), end(at + 3)};
            const std::size_t year = tokens_[at].month == 0 ? tokens_.size() : next_part(at);
            if (year < tokens_.size() && is_year(tokens_[year]))
                return WrittenDate{{tokens_[year].number, tokens_[at].month, 0, {}}, offset(at), end(year)};
        }
        return std::nullopt;
    }

private:
    bool is_year(const Token& token) const {
        return token.digits == 4 && token.number >= earliest_year_ && token.number <= 2100;
    }

    std::size_t end(std::size_t at) const { return offset(at) + tokens_[at].text.size(); }

    std::size_t offset(std::size_t at) const {
        return static_cast<std::size_t>(tokens_[at].text.data() - text_.data());
    }

    std::string_view mark(std::size_t at) const { return at < tokens_.size() ? tokens_[at].text : std::string_view(); }

    /// The token after `at`, past marks and two short words ("of", "th", "º de"): the parts of a date stand close.
    std::size_t next_part(std::size_t at) const {
        constexpr std::size_t longest_filler = 4;
        int fillers = 0;
        for (++at; at < tokens_.size(); ++at) {
            const Token& token = tokens_[at];
            const bool is_light_mark = token.is_mark() && token.text.find_first_of(".,'-/") == 0;
            if (is_light_mark) continue;
            if (fillers == 2 || token.number >= 0 || token.month != 0 || token.text.size() > longest_filler) break;
            if (token.is_mark()) return tokens_.size();
            ++fillers;
        }
        return at;
    }

    std::optional<Date> made(int year, int month, int day, std::size_t last) {
        const Date date{year, month, day, {}};
        if (month == 0 || day == 0 || !exists(date)) return std::nullopt;
        last_ = last;
        return date;
    }

    /// "2024-02-29", "29.2.2024", "2/29/24", "2024年2月29日", "2024년 2월 29일".
    std::optional<Date> numeric(std::size_t at) {
        if (at + 4 >= tokens_.size()) return std::nullopt;
        const std::string_view first_mark = mark(at + 1);
        const std::string_view second_mark = mark(at + 3);
        const Token& first = tokens_[at];
        const Token& second = tokens_[at + 2];
        const Token& third = tokens_[at + 4];
        if (!second.is_day()) return std::nullopt;
        const bool east_asian =
            (first_mark == "年" && second_mark == "月") || (first_mark == "년" && second_mark == "월");
        const bool same_marks = first_mark == second_mark && first_mark.size() == 1 &&
                                std::string_view("./-").find(first_mark) != std::string_view::npos;
        // "5 tháng 3 năm 2018"
        const bool vietnamese = first_mark == "tháng" && second_mark == "năm";
        if (!east_asian && !same_marks && !vietnamese) return std::nullopt;
        if (is_year(first) && third.is_day()) return made(first.number, second.number, third.number, at + 4);
        if (east_asian || !first.is_day()) return std::nullopt;
        int year = is_year(third) ? third.number : 0;
        // Two digits are a year only where points part them: other marks are used for fractions and scores.
        if (third.number >= 0 && third.digits == 2 && first_mark == ".")
            year = third.number + (third.number < 70 ? 2000 : 1900);
        if (year == 0) return std::nullopt;
        const bool month_leads = second.number > 12 || (first.number <= 12 && same_marks && first_mark != "." &&
                                                        order_ == DayOrder::month_first);
        return month_leads ? made(year, first.number, second.number, at + 4)
                           : made(year, second.number, first.number, at + 4);
    }

    /// "29 February 2024", "2024 February 29".
    std::optional<Date> number_first(std::size_t at) {
        const std::size_t month = next_part(at);
        if (month >= tokens_.size() || tokens_[month].month == 0) return std::nullopt;
        const std::size_t third = next_part(month);
        if (third >= tokens_.size()) return std::nullopt;
        if (tokens_[at].is_day() && is_year(tokens_[third]))
            return made(tokens_[third].number, tokens_[month].month, tokens_[at].number, third);
        if (is_year(tokens_[at]) && tokens_[third].is_day())
            return made(tokens_[at].number, tokens_[month].month, tokens_[third].number, third);
        return std::nullopt;
    }

    /// "February 29th, 2024".
    std::optional<Date> month_first(std::size_t at) {
        const std::size_t day = next_part(at);
        if (day >= tokens_.size() || !tokens_[day].is_day()) return std::nullopt;
        const std::size_t year = next_part(day);
        if (year >= tokens_.size() || !is_year(tokens_[year])) return std::nullopt;
        return made(tokens_[year].number, tokens_[at].month, tokens_[day].number, year);
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    DayOrder order_;
    int earliest_year_;
    std::size_t last_ = 0;
};

}  // namespace

DayOrder day_order(std::string_view language) {
    const bool american = language == "en" || language == "en-US" || language.empty();
    return american ? DayOrder::month_first : DayOrder::day_first;
}

std::optional<WrittenDate> find_written_date(std::string_view text, DayOrder order, int earliest_year) {
    text = utf8_prefix(text, longest_text);
    if (!holds_digit(text)) return std::nullopt;
    return DateFinder(text, order, earliest_year).find();
}

std::optional<WrittenDate> find_written_month(std::string_view text, int earliest_year) {
    text = utf8_prefix(text, longest_text);
    if (!holds_digit(text)) return std::nullopt;
    return DateFinder(text, DayOrder::day_first, earliest_year).find_month();
}

std::optional<Date> parse_date(std::string_view text, DayOrder order) {
    if (std::optional<Date> date = parse_iso_date(text)) return date;
    const std::optional<WrittenDate> written = find_written_date(text, order);
    return written ? std::optional(written->date) : std::nullopt;
}

}  // namespace offprint::credits
