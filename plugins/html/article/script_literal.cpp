#include "article/script_literal.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "html/dom/space.hpp"
#include "metadata/json_text.hpp"

namespace offprint::html {

namespace {

bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool is_name_part(char c) {
    return is_name_start(c) || (c >= '0' && c <= '9');
}

/// The values of the parameters of a function that is called at once, by name.
using Arguments = std::map<std::string_view, std::string, std::less<>>;

class LiteralReader {
public:
    explicit LiteralReader(std::string_view program) : rest_(program) {}

    /// Moves behind the next "window.name =" or the like; false if there is none.
    bool find_assignment() {
        constexpr std::string_view owners[] = {"window", "self", "globalThis"};
        while (!rest_.empty()) {
            if (!is_name_start(rest_.front())) {
                skip_token();
                continue;
            }
            const std::string_view name = take_name();
            if (std::find(std::begin(owners), std::end(owners), name) != std::end(owners) && take_member() && take("="))
                return !rest_.starts_with('=');
        }
        return false;
    }

    void read_value(DataListener& listener) {
        if (rest_.starts_with('{') || rest_.starts_with('[')) return read_literal({}, &listener);
        if (take("JSON.parse(") && is_quote()) {
            const std::string json = take_string();
            return read_json(json, listener);
        }
        if (take("(function(") || take("(function (")) read_call(listener);
    }

private:
    void skip_space() {
        while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    }

    /// Space around `token` is passed over.
    bool take(std::string_view token) {
        skip_space();
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        skip_space();
        return true;
    }

    std::string_view take_name() {
        std::size_t size = 0;
        while (size < rest_.size() && is_name_part(rest_[size])) ++size;
        const std::string_view name = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return name;
    }

    /// ".name" or "['name']".
    bool take_member() {
        if (take(".")) return !take_name().empty();
        if (!take("[") || !is_quote()) return false;
        take_string();
        return take("]");
    }

    bool is_quote() const { return !rest_.empty() && (rest_[0] == '"' || rest_[0] == '\'' || rest_[0] == '`'); }

    void skip_token() {
        if (is_quote())
            take_string();
        else
            rest_.remove_prefix(1);
    }

    /// The string that the rest begins with; it ends with its line if it is not closed.
    std::string take_string() {
        const char quote = rest_.front();
        rest_.remove_prefix(1);
        std::string text;
        const auto ends = [&] { return rest_.front() == quote || (rest_.front() == '\n' && quote != '`'); };
        while (!rest_.empty() && !ends()) {
            if (rest_.front() == '\\' && rest_.size() > 1) {
                take_escape(text);
            } else {
                text += rest_.front();
                rest_.remove_prefix(1);
            }
        }
        rest_.remove_prefix(std::min<std::size_t>(1, rest_.size()));
        return text;
    }

    void take_escape(std::string& text) {
        constexpr std::string_view escapes = "nrtbfv";
        constexpr std::string_view meanings = "\n\r\t\b\f\v";
        const char kind = rest_[1];
        rest_.remove_prefix(2);
        if (kind == 'u' || kind == 'x') return append_character(take_code(kind == 'u' ? 4 : 2), text);
        if (kind == '\n') return;
        const std::size_t at = escapes.find(kind);
        text += at == std::string_view::npos ? kind : meanings[at];
    }

    /// Digits of base sixteen, in braces or `most` of them.
    char32_t take_code(std::size_t most) {
        const bool is_braced = rest_.starts_with('{');
        if (is_braced) rest_.remove_prefix(1);
        char32_t code = 0;
        for (std::size_t i = 0; i < (is_braced ? 6 : most) && !rest_.empty(); ++i) {
            const char c = rest_.front();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) break;
            code = code * 16 + static_cast<char32_t>(digit);
            rest_.remove_prefix(1);
        }
        if (is_braced && rest_.starts_with('}')) rest_.remove_prefix(1);
        return code;
    }

    /// Joins the halves of characters that UTF-16 writes in two.
    void append_character(char32_t code, std::string& text) {
        if (code >= 0xD800 && code < 0xDC00) {
            high_half_ = code;
            return;
        }
        if (code >= 0xDC00 && code < 0xE000 && high_half_ != 0)
            code = 0x10000 + ((high_half_ - 0xD800) << 10) + (code - 0xDC00);
        high_half_ = 0;
        append_utf8(code, text);
    }

    /// An object or a list, whose values are told to `listener`; null: it is passed over.
    void read_literal(const Arguments& arguments, DataListener* listener) {
        constexpr int deepest = 256;
        int depth = 0;
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (is_quote() || is_name_start(c)) {
                read_word(arguments, listener);
                continue;
            }
            if (is_name_part(c)) {
                take_name();  // a number
                continue;
            }
            rest_.remove_prefix(1);
            if (c == '{' || c == '[') {
                if (depth == deepest) break;
                ++depth;
                if (listener != nullptr) c == '{' ? listener->begin_object() : listener->begin_array();
            } else if (c == '}' || c == ']') {
                if (listener != nullptr) listener->end();
                if (--depth == 0) return;
            }
        }
        for (; depth > 0 && listener != nullptr; --depth) listener->end();
    }

    /// A name or a string, which is a key if a colon follows.
    void read_word(const Arguments& arguments, DataListener* listener) {
        const bool is_string = is_quote();
        const std::string word = is_string ? take_string() : std::string(take_name());
        skip_space();
        const bool is_key = rest_.starts_with(':');
        if (listener == nullptr) return;
        if (is_key) return listener->key(word);
        if (is_string) return listener->text(word);
        if (const auto argument = arguments.find(word); argument != arguments.end()) listener->text(argument->second);
    }

    /// "a,b){return {...}}("first","second")": the literal is read once the arguments are known.
    void read_call(DataListener& listener) {
        std::vector<std::string_view> parameters;
        while (!rest_.empty() && is_name_start(rest_.front())) {
            parameters.push_back(take_name());
            take(",");
        }
        if (!take(")") || !take("{")) return;
        while (!rest_.empty() && !rest_.starts_with("return"))
            is_name_start(rest_.front()) ? void(take_name()) : skip_token();
        rest_.remove_prefix(std::min<std::size_t>(6, rest_.size()));
        skip_space();
        if (!rest_.starts_with('{') && !rest_.starts_with('[')) return;
        const std::string_view literal = rest_;
        read_literal({}, nullptr);
        while (!rest_.empty() && !rest_.starts_with('(')) rest_.remove_prefix(1);
        const Arguments arguments = take_arguments(parameters);
        const std::string_view after = std::exchange(rest_, literal);
        read_literal(arguments, &listener);
        rest_ = after;
    }

    Arguments take_arguments(const std::vector<std::string_view>& parameters) {
        Arguments arguments;
        if (!take("(")) return arguments;
        for (std::size_t i = 0; i < parameters.size() && !rest_.empty() && !rest_.starts_with(')');) {
            if (is_quote()) {
                arguments.emplace(parameters[i], take_string());
            } else if (rest_.starts_with('{') || rest_.starts_with('[')) {
                read_literal({}, nullptr);
            } else {
                if (rest_.front() == ',') ++i;
                rest_.remove_prefix(1);
            }
        }
        return arguments;
    }

    std::string_view rest_;
    char32_t high_half_ = 0;
};

}  // namespace

void read_assigned_literals(std::string_view program, DataListener& listener) {
    LiteralReader reader(program);
    while (reader.find_assignment()) reader.read_value(listener);
}

}  // namespace offprint::html
