#include "offprint/url.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "offprint/text.hpp"

namespace offprint {

namespace {

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
int hex_value(char c) {
    return is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
}

/// Length of "scheme", without the colon; 0 when there is none.
std::size_t scheme_length(std::string_view reference) {
    if (reference.empty() || !is_alpha(reference.front())) return 0;
    for (std::size_t i = 1; i < reference.size(); ++i) {
        const char c = reference[i];
        if (c == ':') return i;
        if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
    }
    return 0;
}

/// The five components of RFC 3986, section 3; each with its delimiter.
struct Components {
    std::string_view scheme;     ///< "https:"
    std::string_view authority;  ///< "//host"
    std::string_view path;
    std::string_view query;     ///< "?a=b"
    std::string_view fragment;  ///< "#top"
};

Components split(std::string_view url) {
    Components parts;
    if (const std::size_t length = scheme_length(url); length > 0) {
        parts.scheme = url.substr(0, length + 1);
        url.remove_prefix(length + 1);
    }
    const std::size_t hash = std::min(url.find('#'), url.size());
    parts.fragment = url.substr(hash);
    url = url.substr(0, hash);
    const std::size_t mark = std::min(url.find('?'), url.size());
    parts.query = url.substr(mark);
    url = url.substr(0, mark);
    if (url.starts_with("//")) {
        const std::size_t end = std::min(url.find('/', 2), url.size());
        parts.authority = url.substr(0, end);
        url.remove_prefix(end);
    }
    parts.path = url;
    return parts;
}

/// RFC 3986, section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
    const bool absolute = path.starts_with('/');
    std::vector<std::string_view> kept;
    bool ends_open = false;
    for (std::size_t begin = absolute ? 1 : 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view segment = path.substr(begin, end - begin);
        ends_open = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) kept.pop_back();
        if (!ends_open) kept.push_back(segment);
        begin = end + 1;
    }
    std::string result = absolute ? "/" : "";
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (i > 0) result += '/';
        result += kept[i];
    }
    if (ends_open && !kept.empty()) result += '/';
    return result;
}

std::string join(const Components& parts) {
    std::string url;
    for (std::string_view part : {parts.scheme, parts.authority, parts.path, parts.query, parts.fragment}) url += part;
    return url;
}

std::string merge_paths(const Components& base, std::string_view path) {
    if (!base.authority.empty() && base.path.empty()) return "/" + std::string(path);
    const std::size_t slash = base.path.rfind('/');
    const std::string_view folder = slash == std::string_view::npos ? "" : base.path.substr(0, slash + 1);
    return std::string(folder) + std::string(path);
}

}  // namespace

std::string url_scheme(std::string_view reference) {
    return to_lower_ascii(reference.substr(0, scheme_length(reference)));
}

std::string url_host(std::string_view reference) {
    std::string_view host = split(reference).authority;
    if (host.empty()) return {};
    host.remove_prefix(2);
    host.remove_prefix(host.rfind('@') + 1);  // npos + 1 is 0
    const std::size_t port = host.rfind(':');
    const bool is_in_brackets = port != std::string_view::npos && host.find(']', port) != std::string_view::npos;
    return to_lower_ascii(is_in_brackets ? host : host.substr(0, port));
}

bool is_remote(std::string_view reference) {
    const std::string scheme = url_scheme(reference);
    return scheme == "http" || scheme == "https" || reference.starts_with("//");
}

bool is_safe_link(std::string_view url) {
    static constexpr std::array<std::string_view, 13> safe = {
        "http", "https", "mailto", "tel", "ftp", "ftps", "doi", "urn", "news", "gemini", "sms", "gopher", "magnet"};
    const std::string scheme = url_scheme(url);
    return std::find(safe.begin(), safe.end(), scheme) != safe.end();
}

std::string resolve_url(std::string_view base_url, std::string_view reference) {
    Components target = split(reference);
    const Components base = split(base_url);
    if (!target.scheme.empty() || base.scheme.empty()) return std::string(reference);
    std::string path(target.path);
    if (target.authority.empty()) {
        if (path.empty()) {
            path = base.path;
            if (target.query.empty()) target.query = base.query;
        } else if (!path.starts_with('/')) {
            path = merge_paths(base, path);
        }
        target.authority = base.authority;
    }
    path = remove_dot_segments(path);
    target.scheme = base.scheme;
    target.path = path;
    return join(target);
}

std::string encode_url(std::string_view url) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    static constexpr std::string_view allowed = "-._~:/?#@!$&'()*+,;=";
    const Components parts = split(url);
    const std::size_t host_end = parts.scheme.size() + parts.authority.size();
    const bool has_host = !parts.authority.empty();
    std::string result;
    result.reserve(url.size() + 16);
    bool in_fragment = false;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const char c = url[i];
        const bool is_escape = c == '%' && i + 2 < url.size() && is_hex(url[i + 1]) && is_hex(url[i + 2]);
        const bool is_bracket_of_host = (c == '[' || c == ']') && has_host && i < host_end;
        const bool is_second_hash = c == '#' && in_fragment;
        in_fragment = in_fragment || c == '#';
        if (is_alpha(c) || is_digit(c) || is_escape || is_bracket_of_host ||
            (allowed.find(c) != std::string_view::npos && !is_second_hash)) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 0xFU];
        }
    }
    return result;
}

std::string percent_decode(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
            result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

}  // namespace offprint
