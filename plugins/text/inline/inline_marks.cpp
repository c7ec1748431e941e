#include "inline/inline_marks.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "inline/addresses.hpp"
#include "offprint/url.hpp"

namespace offprint::text {

namespace {

constexpr std::array<bool, 256> make_mark_candidates(std::string_view characters) {
    std::array<bool, 256> candidates{};
    for (char c : characters) candidates[static_cast<unsigned char>(c)] = true;
    return candidates;
}
constexpr std::array<bool, 256> plain_candidates = make_mark_candidates("*_`/:.@\n");
constexpr std::array<bool, 256> referring_candidates = make_mark_candidates("*_`/:.@\n[\xC2\xE2");
constexpr std::array<bool, 256> markdown_candidates = make_mark_candidates("*_`:.@\n[]\\\xC2\xE2");

/// Directories at the root of a Unix file system (Filesystem Hierarchy Standard 3.0): "/usr/" is a path.
constexpr std::array<std::string_view, 18> root_directories = {"bin",   "boot", "dev", "etc",  "home", "lib",
                                                               "media", "mnt",  "opt", "proc", "root", "run",
                                                               "sbin",  "srv",  "sys", "tmp",  "usr",  "var"};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// True if the bytes begin with general punctuation (U+2000..U+206F) or a sign like «.
bool is_wide_punctuation(std::string_view bytes) {
    return bytes.starts_with("\xE2\x80") || bytes.starts_with("\xE2\x81") || bytes.starts_with("\xC2");
}

class MarkFinder {
public:
    MarkFinder(std::string_view text, bool markdown, const References& references)
        : text_(text), markdown_(markdown), references_(references) {
        open_.fill(none);
    }

    std::vector<InlineMark> find() {
        const std::array<bool, 256>& candidates = markdown_             ? markdown_candidates
                                                  : references_.empty() ? plain_candidates
                                                                        : referring_candidates;
        for (std::size_t at = 0; at < text_.size();) {
            if (candidates[static_cast<unsigned char>(text_[at])])
                at = read_mark(at);
            else
                ++at;
        }
        return std::move(marks_);
    }

private:
    using Kind = InlineMark::Kind;

    /// What opens and closes with the same sign. At most one mark of each is open at a time, so that
    /// nesting is bounded and each mark is looked at once.
    enum Sign : std::size_t {
        star,
        two_stars,
        three_stars,
        underscore,
        two_underscores,
        slash,
        bracket,
        image_bracket,
        sign_count
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Reads what stands at `at`; returns where to go on.
    std::size_t read_mark(std::size_t at) {
        switch (text_[at]) {
            case '*':
            case '_':
                return read_emphasis(at);
            case '`':
                return read_code(at);
            case '/':
                return read_slash(at);
            case '[':
                if (const std::size_t end = read_note(at)) return end;
                return markdown_ ? read_opening_bracket(at) : at + 1;
            case '\xC2':
            case '\xE2':
                if (const std::size_t end = read_note(at)) return end;
                return at + 1;
            case ']':
                return read_closing_bracket(at);
            case '\\':
                return read_escape(at);
            case '\n':
                marks_.push_back({Kind::line_break, at, at + 1});
                return at + 1;
            default:
                return read_address(at);
        }
    }

    char character(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

    std::size_t run_end(std::size_t at) const { return std::min(text_.find_first_not_of(text_[at], at), text_.size()); }

    bool is_edge_before(std::size_t at) const {
        if (at == 0 || is_space(text_[at - 1]) || is_ascii_punctuation(text_[at - 1])) return true;
        return (at >= 3 && is_wide_punctuation(text_.substr(at - 3, 3))) || (at >= 2 && text_[at - 2] == '\xC2');
    }
    bool is_edge_after(std::size_t at) const {
        return at >= text_.size() || is_space(text_[at]) || is_ascii_punctuation(text_[at]) ||
               is_wide_punctuation(text_.substr(at));
    }

    std::optional<Sign> sign_of(char c, std::size_t length) const {
        if (length == 1) return c == '*' ? star : underscore;
        if (length == 2 && c == '*') return two_stars;
        if (length == 2 && markdown_) return two_underscores;
        if (length == 3 && c == '*' && markdown_) return three_stars;
        return std::nullopt;
    }

    static Kind kind_of(Sign sign) {
        if (sign == two_stars || sign == two_underscores) return Kind::strong;
        return sign == three_stars ? Kind::strong_emphasis : Kind::emphasis;
    }

    std::size_t read_emphasis(std::size_t at) {
        const std::size_t end = run_end(at);
        const std::optional<Sign> sign = sign_of(text_[at], end - at);
        if (!sign) return end;
        constexpr std::string_view never_first = ".,;:!?)]}";
        constexpr std::string_view never_last = "([{";
        const bool closes = at > 0 && !is_space(text_[at - 1]) && is_edge_after(end) &&
                            never_last.find(text_[at - 1]) == std::string_view::npos;
        const bool opens = !is_space(character(end)) && is_edge_before(at) &&
                           never_first.find(character(end)) == std::string_view::npos;
        if (closes && open_[*sign] != none)
            close(*sign, {kind_of(*sign), at, end});
        else if (opens)
            open(*sign, {kind_of(*sign), at, end});
        return end;
    }

    void open(Sign sign, InlineMark mark) {
        open_[sign] = marks_.size();
        marks_.push_back(std::move(mark));
    }

    void close(Sign sign, InlineMark mark) {
        const std::size_t opening = open_[sign];
        marks_[opening].partner = marks_.size();
        mark.kind = marks_[opening].kind;
        marks_.push_back(std::move(mark));
        // What was opened in between and not closed there can no longer be closed.
        for (std::size_t& other : open_)
            if (other != none && other >= opening) other = none;
    }

    /// Words between slashes, as one writes italics in messages; paths and alternatives are none.
    std::size_t read_slash(std::size_t at) {
        constexpr std::size_t longest = 80;  // bytes
        const std::size_t opening = open_[slash] == none ? at : marks_[open_[slash]].end;
        const std::string_view content = text_.substr(opening, at - opening);
        if (is_edge_before(at) && is_letter(character(at + 1)))
            open(slash, {Kind::emphasis, at, at + 1});
        else if (open_[slash] != none && is_edge_after(at + 1) && content.size() <= longest && is_words(content))
            close(slash, {Kind::emphasis, at, at + 1});
        else
            open_[slash] = none;
        return at + 1;
    }

    static bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    }

    static bool is_words(std::string_view content) {
        const auto belongs = [](char c) {
            return c == ' ' || c == '\'' || c == ',' || (c & 0x80) != 0 || is_letter(c);
        };
        return !content.empty() && content.back() != ' ' && std::all_of(content.begin(), content.end(), belongs) &&
               std::find(root_directories.begin(), root_directories.end(), content) == root_directories.end();
    }

    /// The end of the mark of a note that exists; 0 when there is none.
    std::size_t read_note(std::size_t at) {
        if (references_.empty()) return 0;
        const std::optional<ReferenceMark> mark = reference_mark(text_.substr(at));
        if (!mark || !references_.note(mark->label, 0)) return 0;
        marks_.push_back({.kind = Kind::note, .begin = at, .end = at + mark->size, .url = std::string(mark->label)});
        return at + mark->size;
    }

    std::size_t read_code(std::size_t at) {
        const std::size_t content = run_end(at);
        const std::size_t size = content - at;
        if (size > (markdown_ ? 2U : 1U) || !is_edge_before(at) || is_space(character(content))) return content;
        const std::size_t closing = text_.find('`', content);
        if (closing == std::string_view::npos) return content;
        const std::size_t end = run_end(closing);
        // Of another size: it may open something itself.
        if (end - closing != size || is_space(text_[closing - 1]) || has_line_break(content, closing)) return closing;
        marks_.push_back({Kind::code, at, end});
        return end;
    }

    bool has_line_break(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
    }

    std::size_t read_opening_bracket(std::size_t at) {
        const bool image = at > 0 && text_[at - 1] == '!';
        open(image ? image_bracket : bracket, {image ? Kind::image : Kind::link, image ? at - 1 : at, at + 1});
        return at + 1;
    }

    std::size_t read_closing_bracket(std::size_t at) {
        const Sign sign = innermost_bracket();
        if (open_[sign] == none) return at + 1;
        return character(at + 1) == '(' ? read_target(sign, at) : read_reference(sign, at);
    }

    /// A picture may stand in a link: "[![alt](picture)](url)".
    Sign innermost_bracket() const {
        if (open_[image_bracket] == none) return bracket;
        return open_[bracket] == none || open_[bracket] < open_[image_bracket] ? image_bracket : bracket;
    }

    /// "][label]", or "]" behind a text that is itself a label.
    std::size_t read_reference(Sign sign, std::size_t at) {
        constexpr std::size_t longest = 100;  // bytes
        const std::size_t text_begin = marks_[open_[sign]].end;
        std::string_view label = text_.substr(text_begin, at - text_begin);
        std::size_t end = at + 1;
        if (character(end) == '[') {
            const std::size_t closing = text_.substr(0, std::min(text_.size(), end + longest)).find(']', end);
            if (closing == std::string_view::npos) return end;
            if (closing > end + 1) label = text_.substr(end + 1, closing - end - 1);
            end = closing + 1;
        }
        const std::string_view address = label.size() > longest ? std::string_view() : references_.address(label);
        const bool image = marks_[open_[sign]].kind == Kind::image;
        if (address.empty() || !(image || is_safe_link(address))) {
            open_[sign] = none;
            return at + 1;
        }
        close(sign, {.kind = Kind::link, .begin = at, .end = end, .url = encode_url(address)});
        return end;
    }

    /// "](url)" or "](url "title")"; the title goes, as hints that only a mouse shows do.
    std::size_t read_target(Sign sign, std::size_t at) {
        const std::size_t url = at + 2;
        std::size_t end = url;
        for (int depth = 0; end < text_.size() && !is_space(text_[end]); ++end) {
            if (text_[end] == '[' || text_[end] == ']' || (text_[end] == ')' && depth == 0)) break;
            depth += text_[end] == '(' ? 1 : text_[end] == ')' ? -1 : 0;
        }
        const std::string_view target = text_.substr(url, end - url);
        const bool image = marks_[open_[sign]].kind == Kind::image;
        if (character(end) != ')' || target.empty() || !(image || is_safe_link(target))) {
            open_[sign] = none;
            return at + 1;
        }
        close(sign, {.kind = Kind::link, .begin = at, .end = end + 1, .url = encode_url(target)});
        return end + 1;
    }

    std::size_t read_escape(std::size_t at) {
        if (!is_ascii_punctuation(character(at + 1))) return at + 1;
        marks_.push_back({Kind::escape, at, at + 1});
        return at + 2;
    }

    std::size_t read_address(std::size_t at) {
        std::optional<Address> address = address_around(text_, at);
        const std::size_t free_from = marks_.empty() ? 0 : marks_.back().end;
        if (!address || address->begin < free_from) return at + 1;
        marks_.push_back(
            {.kind = Kind::address, .begin = address->begin, .end = address->end, .url = std::move(address->url)});
        return marks_.back().end;
    }

    std::string_view text_;
    bool markdown_;
    const References& references_;
    std::vector<InlineMark> marks_;
    std::array<std::size_t, sign_count> open_{};  ///< index of the mark that is open, or `none`
};

}  // namespace

std::vector<InlineMark> find_inline_marks(std::string_view text, bool markdown, const References& references) {
    return MarkFinder(text, markdown, references).find();
}

}  // namespace offprint::text
