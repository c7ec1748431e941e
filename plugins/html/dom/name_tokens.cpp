#include "dom/name_tokens.hpp"

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
    return tokens;
}

}  // namespace offprint::html
