#include "typography.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::text {

namespace {

/// What print has in a language for `"x"`, `'x'` and `--`.
struct Signs {
    std::string_view languages;  ///< with a space before and after each
    std::string_view open;
    std::string_view close;
    std::string_view open_inner;
    std::string_view close_inner;
    std::string_view dash;
};

constexpr std::array languages{
    Signs{" en ga cy ", "“", "”", "‘", "’", "—"},
    Signs{" nl tr pt id ms vi ", "“", "”", "‘", "’", "–"},
    Signs{" de cs sk sl is ", "„", "“", "‚", "‘", "–"},
    Signs{" bg lt ", "„", "“", "‚", "‘", "–"},
    Signs{" fr ", "«\u202F", "\u202F»", "“", "”", "–"},
    Signs{" es ca gl ", "«", "»", "“", "”", "—"},
    Signs{" it el ", "«", "»", "“", "”", "–"},
    Signs{" pl ro hr sr bs ", "„", "”", "‚", "’", "–"},
    Signs{" hu ", "„", "”", "»", "«", "–"},
    Signs{" ru uk be ", "«", "»", "„", "“", "—"},
    Signs{" sv fi ", "”", "”", "’", "’", "–"},
    Signs{" da ", "»", "«", "›", "‹", "–"},
    Signs{" nb nn no ", "«", "»", "‘", "’", "–"},
};
constexpr std::string_view apostrophe = "’";
constexpr std::string_view ellipsis = "…";
constexpr std::string_view em_dash = "—";

const Signs* signs_of(std::string_view language) {
    const std::string primary = " " + std::string(language.substr(0, language.find('-'))) + " ";
    const auto* const found = std::find_if(languages.begin(), languages.end(), [&](const Signs& row) {
        return row.languages.find(primary) != row.languages.npos;
    });
    return found == languages.end() ? nullptr : found;
}

/// A text node, and where it stands in the block's text.
struct Run {
    Text* node;
    std::size_t begin;
    std::size_t end;
};

/// The text of one block in a piece, so that a sign is judged by its neighbours in whatever nodes these are.
struct BlockText {
    std::string text;
    std::vector<Run> runs;

    void add(Inlines& inlines) {
        for (Inline& node : inlines) std::visit([&](auto& alternative) { add_node(alternative); }, node);
    }

private:
    template <class N>
    void add_node(N& node) {
        if constexpr (std::is_same_v<N, Text>) {
            runs.push_back({&node, text.size(), text.size() + node.text.size()});
            text += node.text;
        } else if constexpr (std::is_same_v<N, LineBreak>) {
            text += '\n';
        } else if constexpr (std::is_same_v<N, Link>) {
            const bool is_address = node.url.ends_with(plain_text(node.content));
            is_address ? add_word() : add(node.content);
        } else if constexpr (requires { requires std::is_same_v<decltype(node.content), Inlines>; }) {
            add(node.content);
        } else {
            add_word();
        }
    }

    /// What is no text or not to be touched is to its neighbours as a letter is.
    void add_word() { text += 'x'; }
};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// Replaces the signs of one block, from its beginning to its end.
class Typesetter {
public:
    Typesetter(std::string_view text, const Signs& signs) : text_(text), signs_(signs) {}

    /// The text between two offsets; calls come in order.
    std::string set(std::size_t begin, std::size_t end) {
        std::string result;
        for (std::size_t at = begin; at < end;) {
            const Sign sign = sign_at(at);
            const bool replaced = sign.length != 0 && at + sign.length <= end;
            const std::size_t length = replaced ? sign.length : 1;
            result += replaced ? sign.printed : text_.substr(at, 1);
            at += length;
        }
        return result;
    }

private:
    /// `length` bytes of typewriting and what is printed for them; none when `length` is 0.
    struct Sign {
        std::size_t length = 0;
        std::string_view printed;
    };

    char before(std::size_t at) const { return at == 0 ? ' ' : text_[at - 1]; }
    char after(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

    Sign sign_at(std::size_t at) {
        switch (text_[at]) {
            case '"':
                return double_quote(at);
            case '\'':
                return single_quote(at);
            case '-':
                return dash(at);
            case '.':
                return dots(at);
            default:
                return {};
        }
    }

    /// True where a quotation can begin: at a space, a bracket, a dash, or behind another one's beginning.
    bool opens(std::size_t at) const {
        constexpr std::array<std::string_view, 9> openers{"—", "–", "«", "“", "„", "‘", "‚", "\u00A0", "\u202F"};
        if (is_space(after(at + 1))) return false;
        if (is_space(before(at)) || at == opened_) return true;
        const std::string_view head = text_.substr(0, at);
        return std::string_view("([{-/").find(before(at)) != std::string_view::npos ||
               std::any_of(openers.begin(), openers.end(), [&](std::string_view sign) { return head.ends_with(sign); });
    }

    Sign double_quote(std::size_t at) {
        if (opens(at)) {
            is_open_ = true;
            opened_ = at + 1;
            return {1, signs_.open};
        }
        if (is_digit(before(at)) && !is_open_) return {};
        is_open_ = false;
        return {1, signs_.close};
    }

    Sign single_quote(std::size_t at) {
        if (is_letter(before(at)) && is_letter(after(at + 1))) return {1, apostrophe};
        if (is_inner_open_ && !opens(at)) {
            is_inner_open_ = false;
            return {1, signs_.close_inner};
        }
        if (opens(at) && is_closed_behind(at)) {
            is_inner_open_ = true;
            opened_ = at + 1;
            return {1, signs_.open_inner};
        }
        return is_digit(before(at)) ? Sign{} : Sign{1, apostrophe};
    }

    /// Tells `'so'` from `'tis`.
    bool is_closed_behind(std::size_t at) const {
        constexpr std::size_t longest_inner_quotation = 1000;
        const std::string_view rest = text_.substr(at + 1, longest_inner_quotation);
        for (std::size_t next = rest.find('\''); next != rest.npos; next = rest.find('\'', next + 1))
            if (next > 0 && !is_space(rest[next - 1]) && !is_letter(after(at + 1 + next + 1))) return true;
        return false;
    }

    Sign dash(std::size_t at) const {
        if (before(at) == '-') return {};
        const std::size_t end = std::min(text_.find_first_not_of('-', at), text_.size());
        const bool is_spaced = is_space(before(at)) && is_space(after(end));
        const bool joins = !is_space(before(at)) && !is_space(after(end));
        if (end - at == 3 && (is_spaced || joins)) return {3, em_dash};
        if (end - at == 2 && (is_spaced || joins)) return {2, signs_.dash};
        const bool is_minus = at >= 2 && is_digit(text_[at - 2]) && is_digit(after(end + 1));
        return end - at == 1 && is_spaced && at >= 2 && !is_minus ? Sign{1, signs_.dash} : Sign{};
    }

    Sign dots(std::size_t at) const {
        const bool is_ellipsis = text_.substr(at, 3) == "..." && before(at) != '.' && after(at + 3) != '.';
        return is_ellipsis ? Sign{3, ellipsis} : Sign{};
    }

    std::string_view text_;
    const Signs& signs_;
    std::size_t opened_ = std::string_view::npos;  ///< behind the sign that began a quotation last
    bool is_open_ = false;
    bool is_inner_open_ = false;
};

void set_block(Inlines& inlines, const Signs& signs) {
    BlockText block;
    block.add(inlines);
    if (block.text.find_first_of("\"'-.") == std::string::npos) return;
    Typesetter typesetter(block.text, signs);
    for (const Run& run : block.runs) run.node->text = typesetter.set(run.begin, run.end);
}

}  // namespace

void set_typography(Document& document, Context& context) {
    const Signs* signs = signs_of(document.metadata.language);
    if (signs == nullptr) return;
    walk(document, [&](auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Quote>) {
            set_block(node.attribution, *signs);
        } else if constexpr (!std::is_constructible_v<Inline, N> &&
                             requires { requires std::is_same_v<decltype(node.content), Inlines>; }) {
            context.checkpoint();
            set_block(node.content, *signs);
        }
    });
}

}  // namespace offprint::text
