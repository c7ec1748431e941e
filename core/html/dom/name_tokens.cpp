#include "html/dom/name_tokens.hpp"

#include <algorithm>

#include "html/dom/space.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

bool is_lower(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

void append_tokens(std::string_view name, std::vector<std::string>& tokens) {
    std::string token;
    const auto finish = [&] {
        if (!token.empty()) tokens.push_back(std::move(token));
        token.clear();
    };
    bool after_lower = false;
    for (char c : name.substr(0, longest_name_list)) {
        if (is_upper(c)) {
            if (after_lower) finish();
            token += static_cast<char>(c - 'A' + 'a');
        } else if (is_lower(c)) {
            token += c;
        } else {
            finish();
        }
        after_lower = is_lower(c);
    }
    finish();
}

}  // namespace

std::vector<std::string> name_tokens(std::string_view name) {
    std::vector<std::string> tokens;
    append_tokens(name, tokens);
    return tokens;
}

std::vector<std::string> name_tokens(const Dom& dom, NodeIndex node) {
    std::vector<std::string> tokens;
    append_tokens(dom.attribute(node, "class"), tokens);
    append_tokens(dom.attribute(node, "id"), tokens);
    for (std::string_view name : testing_names) append_tokens(dom.attribute(node, name), tokens);
    return tokens;
}

std::vector<std::string> class_words(const Dom& dom, NodeIndex node) {
    std::vector<std::string> words;
    std::string_view names = dom.attribute(node, "class").substr(0, longest_name_list);
    while (!names.empty()) {
        const auto end = std::find_if(names.begin(), names.end(), is_space);
        const auto length = static_cast<std::size_t>(end - names.begin());
        if (length != 0) words.push_back(to_lower_ascii(names.substr(0, length)));
        names.remove_prefix(std::min(length + 1, names.size()));
    }
    return words;
}

bool has_class(const Dom& dom, NodeIndex node, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return dom.has_word(node, "class", name); });
}

}  // namespace offprint::html
