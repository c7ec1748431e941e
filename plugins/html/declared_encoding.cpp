#include "declared_encoding.hpp"

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::html {

namespace {

// The standard's 1024 bytes are too few for pages that begin with scripts; browsers look further, too.
constexpr std::size_t looked_at = 16 * 1024;

bool ends_label(char c) {
    return c == '"' || c == '\'' || c == ';' || c == '>' || c == '/' || c == '?' ||
           static_cast<unsigned char>(c) <= ' ';
}

/// The value behind `name` and '=' in `text`, with or without quotes.
std::string value_of(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) return {};
    text = trim(text.substr(at + name.size()));
    if (!text.starts_with('=')) return {};
    text = trim(text.substr(1));
    if (text.starts_with('"') || text.starts_with('\'')) text.remove_prefix(1);
    text = trim(text);
    const auto end = std::find_if(text.begin(), text.end(), ends_label);
    return std::string(text.begin(), end);
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
    const std::string head = to_lower_ascii(bytes.substr(0, looked_at));
    if (head.starts_with("<?xml"))
        if (std::string label = value_of(std::string_view(head).substr(0, head.find("?>")), "encoding"); !label.empty())
            return label;
    std::size_t at = 0;
    while ((at = head.find("<meta", at)) != std::string::npos) {
        const std::size_t end = std::min(head.find('>', at), head.size());
        if (std::string label = value_of(std::string_view(head).substr(at, end - at), "charset"); !label.empty())
            return label;
        at = end;
    }
    return {};
}

}  // namespace offprint::html
