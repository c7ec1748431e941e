#include "writer/escape.hpp"

#include <algorithm>
#include <array>

#include "character_reference.hpp"
#include "offprint/text.hpp"
#include "writer/characters.hpp"

namespace offprint::markdown {

namespace {

/// The length of the character reference that `text` begins with; 0 if there is none.
std::size_t reference_length(std::string_view text) {
    std::size_t end = 1;
    if (text.substr(1).starts_with('#')) ++end;
    const std::size_t begin = end;
    while (end < text.size() && is_ascii_letter_or_digit(static_cast<unsigned char>(text[end]))) ++end;
    return end > begin && end < text.size() && text[end] == ';' ? end + 1 : 0;
}

char32_t character_at(std::string_view text, std::size_t at) {
    return next_character(text, at);
}

/// Walks over a text with the characters around each one at hand.
class Escaper {
public:
    Escaper(std::string_view text, const TextPlace& place) : text_(text), place_(place) {}

    std::string escape() {
        std::string escaped;
        char32_t before = place_.before;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            const char32_t c = next_character(text_, at);
            const char32_t after = at < text_.size() ? character_at(text_, at) : place_.after;
            if (c < 0x80 && is_mark(static_cast<char>(c), begin, before, after)) escaped += '\\';
            const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (is_space && !escaped.ends_with(' '))
                escaped += ' ';
            else if (!is_space)
                escaped += text_.substr(begin, at - begin);
            before = c;
        }
        return escaped;
    }

private:
    bool is_mark(char c, std::size_t at, char32_t before, char32_t after) const {
        const bool is_first = at == 0;
        const bool is_last = at + 1 == text_.size();
        switch (c) {
            case '\\':
                return is_ascii_punctuation(after) || (is_last && is_white_space(after));
            case '`':
                return true;
            case '*':
                return !(is_white_space(before) && is_white_space(after));
            case '_':
                return !(is_word_character(before) && is_word_character(after)) &&
                       !(is_white_space(before) && is_white_space(after));
            case '~':
                return before == '~' || after == '~' || !is_white_space(before);
            case '[':
                return place_.in_brackets || after == '^' || (is_first && before == ']');
            case ']':
                return place_.in_brackets || after == '(' || after == '[' || after == ':' || is_last;
            case '(':
                return is_first && before == ']';
            case '!':
                return is_last && after == '[';
            case '<':
                return is_ascii_letter_or_digit(after) || after == '/' || after == '!' || after == '?' ||
                       (is_last && !is_white_space(after));
            case '&':
                return reference_length(text_.substr(at)) != 0;
            case '|':
                return place_.in_cell;
            case '$':
                return place_.pairs_dollars;
            case '{':
                return after == '#';
            case ':':
                return begins_address(at);
            case '.':
                return ends_www(at);
            case '@':
                return is_ascii_letter_or_digit(before) && is_ascii_letter_or_digit(after);
            default:
                return false;
        }
    }

    /// The colon of "https://": GitHub makes a link of what follows, pandoc even within a link.
    bool begins_address(std::size_t colon) const {
        if (!text_.substr(colon).starts_with("://")) return false;
        constexpr std::size_t longest_scheme = 5;
        const std::size_t begin = colon - std::min(colon, longest_scheme);
        const std::string head = to_lower_ascii(text_.substr(begin, colon - begin));
        return head.ends_with("http") || head.ends_with("https") || head.ends_with("ftp");
    }

    bool ends_www(std::size_t dot) const {
        constexpr std::string_view www = "www";
        if (dot < www.size() || to_lower_ascii(text_.substr(dot - www.size(), www.size())) != www) return false;
        return dot == www.size() || !is_ascii_letter_or_digit(static_cast<unsigned char>(text_[dot - www.size() - 1]));
    }

    std::string_view text_;
    const TextPlace& place_;
};

bool consists_of(std::string_view line, std::string_view characters) {
    return line.find_first_not_of(characters) == std::string_view::npos;
}

/// True if a blank, or nothing, follows the first `size` characters.
bool ends_after(std::string_view line, std::size_t size) {
    return line.size() == size || line[size] == ' ';
}

/// Where a backslash is due; npos if nowhere.
std::size_t mark_at_start(std::string_view line) {
    if (line.empty()) return std::string_view::npos;
    switch (line.front()) {
        case '#':
            return ends_after(line, std::min(line.find_first_not_of('#'), line.size())) ? 0 : std::string_view::npos;
        case '>':
            return 0;
        case '+':
        case '*':
            return ends_after(line, 1) ? 0 : std::string_view::npos;
        case '-':
        case '=':
        case ':':
        case '|':
            if ((line.front() == '-' || line.front() == ':') && ends_after(line, 1)) return 0;
            return consists_of(line, "-=:| ") ? 0 : std::string_view::npos;
        case '[':
            // A quotation that begins so would be a callout. The backslash comes second: it may be a link.
            if (line.starts_with("[!") && !line.starts_with("[![")) return 1;
            if (line.starts_with("[ ]") || line.starts_with("[x]") || line.starts_with("[X]")) return 0;
            // A note's reference before a colon would define the note.
            if (const std::size_t end = line.find("]:");
                line.starts_with("[^") && end == line.find(']') && end != std::string_view::npos)
                return end + 1;
            return std::string_view::npos;
        default: {
            const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
            constexpr std::size_t most_digits = 9;
            const bool is_number = digits > 0 && digits <= most_digits && digits < line.size() &&
                                   (line[digits] == '.' || line[digits] == ')') && ends_after(line, digits + 1);
            return is_number ? digits : std::string_view::npos;
        }
    }
}

/// True if `url` can stand without angle brackets (CommonMark, section 6.3).
bool is_plain_destination(std::string_view url) {
    int open = 0;
    for (const char c : url) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\\') return false;
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open < 0) return false;
    }
    return open == 0 && !url.empty();
}

/// Backslashes before `marks` and what would be a character reference; a bar would end the cell.
std::string escape_quoted(std::string_view text, std::string_view marks, bool in_cell) {
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_reference = text[i] == '&' && reference_length(text.substr(i)) != 0;
        if (is_reference || marks.find(text[i]) != std::string_view::npos || (in_cell && text[i] == '|'))
            escaped += '\\';
        escaped += text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
    }
    return escaped;
}

}  // namespace

std::string escape_text(std::string_view text, const TextPlace& place) {
    return Escaper(text, place).escape();
}

std::string escape_line_start(std::string line) {
    if (const std::size_t at = mark_at_start(line); at != std::string::npos) line.insert(at, 1, '\\');
    return line;
}

std::string destination(std::string_view url, bool in_cell) {
    if (is_plain_destination(url)) return escape_quoted(url, "", in_cell);
    return "<" + escape_quoted(url, "<>\\", in_cell) + ">";
}

std::string quoted_title(std::string_view title, bool in_cell) {
    return title.empty() ? std::string() : " \"" + escape_quoted(title, "\"\\", in_cell) + "\"";
}

std::string escape_html(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        const std::string_view reference = character_reference(c);
        if (!reference.empty())
            escaped += reference;
        else
            escaped += c == '\n' || c == '\r' ? ' ' : c;
    }
    return escaped;
}

std::size_t longest_run(std::string_view text, char c) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char each : text) {
        run = each == c ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

}  // namespace offprint::markdown
