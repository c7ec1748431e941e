#include "html/writing/link_address.hpp"

#include <algorithm>
#include <array>

#include "offprint/url.hpp"

namespace offprint::html {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_port(std::string_view text) {
    return text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
           (text.empty() || std::stoi(std::string(text)) <= 65'535);
}

// Labels of letters, digits, '-' and '_', the non-ASCII ones of any script; none is empty.
bool is_host_name(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    if (host.empty() || host.starts_with('.') || host.find("..") != std::string_view::npos) return false;
    return std::ranges::all_of(host, [](char c) {
        return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    });
}

// "user@host:port", of which user and port may be missing.
bool is_authority(std::string_view authority) {
    authority.remove_prefix(authority.rfind('@') + 1);  // npos + 1 is 0
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    const bool port_is_sound = colon == authority.size() || is_port(authority.substr(colon + 1));
    return port_is_sound && is_host_name(percent_decode(authority.substr(0, colon)));
}

bool has_host(std::string_view url, std::string_view scheme) {
    url.remove_prefix(scheme.size() + 1);
    if (!url.starts_with("//")) return false;
    url.remove_prefix(2);
    return is_authority(url.substr(0, std::min(url.find_first_of("/?#"), url.size())));
}

}  // namespace

std::string link_address(std::string_view url) {
    static constexpr auto with_host = std::to_array<std::string_view>({"http", "https", "ftp"});
    static constexpr auto without_host = std::to_array<std::string_view>({"mailto", "tel", "news", "urn"});
    const std::string address = encode_url(url);
    const std::string scheme = url_scheme(address);
    if (!is_safe_link(address)) return {};
    if (scheme == "doi") return "https://doi.org/" + address.substr(scheme.size() + 1);
    if (std::ranges::find(without_host, scheme) != without_host.end()) {
        const std::string_view rest = std::string_view(address).substr(scheme.size() + 1);
        return rest.empty() || rest.starts_with('#') ? std::string() : address;
    }
    const bool is_known = std::ranges::find(with_host, scheme) != with_host.end();
    return is_known && has_host(address, scheme) ? address : std::string();
}

}  // namespace offprint::html
