#include "offprint/language.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "offprint/text.hpp"

namespace offprint {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letters(std::string_view text) {
    return std::ranges::all_of(text, is_letter);
}
bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

// The subtags, or none if one of them is not one to eight letters and digits.
std::vector<std::string_view> split(std::string_view tag) {
    std::vector<std::string_view> subtags;
    for (std::size_t begin = 0; begin <= tag.size();) {
        const std::size_t end = std::min(tag.find('-', begin), tag.size());
        const std::string_view subtag = tag.substr(begin, end - begin);
        const bool is_valid = !subtag.empty() && subtag.size() <= 8 &&
                              std::ranges::all_of(subtag, [](char c) { return is_letter(c) || is_digit(c); });
        if (!is_valid) return {};
        subtags.push_back(subtag);
        begin = end + 1;
    }
    return subtags;
}

// BCP 47, section 2.1: language ["-" extlang] ["-" script] ["-" region] *("-" variant) *("-" extension).
class TagParser {
public:
    explicit TagParser(std::vector<std::string_view> subtags) : subtags_(std::move(subtags)) {}

    bool is_well_formed() {
        if (subtags_.empty()) return false;
        if (current() == "x" || current() == "X") return subtags_.size() > 1;
        if (current().size() < 2 || !is_letters(current())) return false;
        const bool may_extend = current().size() <= 3;
        ++at_;
        for (int i = 0; may_extend && i < 3 && is(3) && is_letters(current()); ++i) ++at_;
        if (is(4) && is_letters(current())) ++at_;
        if ((is(2) && is_letters(current())) || (is(3) && is_digits(current()))) ++at_;
        return skip_variants() && skip_extensions();
    }

private:
    std::string_view current() const { return at_ < subtags_.size() ? subtags_[at_] : std::string_view(); }
    bool is(std::size_t size) const { return current().size() == size; }

    bool skip_variants() {
        for (; current().size() >= 5 || (is(4) && is_digit(current().front())); ++at_)
            if (!seen_.insert(to_lower_ascii(current())).second) return false;
        return true;
    }

    bool skip_extensions() {
        while (is(1)) {
            const std::string singleton = to_lower_ascii(current());
            ++at_;
            if (singleton == "x") return at_ < subtags_.size();
            const std::size_t begin = at_;
            while (current().size() >= 2) ++at_;
            if (at_ == begin || !seen_.insert(singleton).second) return false;
        }
        return at_ == subtags_.size();
    }

    std::vector<std::string_view> subtags_;
    std::size_t at_ = 0;
    std::set<std::string> seen_;
};

char to_upper_ascii(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// RFC 5646, section 2.1.1: regions in capitals, scripts with one, all else in small letters. What follows a
// singleton ("u", "x") is an extension, whose words only look like regions and scripts.
std::string in_usual_case(std::string_view tag) {
    std::string result = to_lower_ascii(tag);
    for (std::size_t begin = result.find('-') + 1; begin != 0; begin = result.find('-', begin) + 1) {
        const std::size_t size = std::min(result.find('-', begin), result.size()) - begin;
        if (size == 1) break;
        if (size == 2) result[begin + 1] = to_upper_ascii(result[begin + 1]);
        if (size == 2 || size == 4) result[begin] = to_upper_ascii(result[begin]);
    }
    return result;
}

}  // namespace

std::string language_tag(std::string_view tag) {
    std::string normal(trim(tag));
    std::ranges::replace(normal, '_', '-');
    if (!TagParser(split(normal)).is_well_formed()) return {};
    normal = in_usual_case(normal);
    // The name of a locale, but by its form a language of five to eight letters.
    return normal == "posix" ? std::string() : normal;
}

}  // namespace offprint
