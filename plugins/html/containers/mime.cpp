#include "containers/mime.hpp"

#include <algorithm>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_header = 64 * 1024;
constexpr std::size_t longest_boundary = 256;  // the standard allows 70

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
    rest.remove_prefix(line.size());
    return line;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// RFC 2045, section 6.7. A '=' that begins no escape stays, as mail programs do it.
std::string decode_quoted_printable(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        const bool has_end = line.ends_with('\n');
        std::string_view content = line;
        while (!content.empty() && static_cast<unsigned char>(content.back()) <= ' ') content.remove_suffix(1);
        const bool continues = content.ends_with('=');
        if (continues) content.remove_suffix(1);
        for (std::size_t i = 0; i < content.size(); ++i) {
            const int high = content[i] == '=' && i + 2 < content.size() ? hex_value(content[i + 1]) : -1;
            const int low = high >= 0 ? hex_value(content[i + 2]) : -1;
            if (low >= 0) i += 2;
            bytes += low >= 0 ? static_cast<char>(high * 16 + low) : content[i];
        }
        if (!continues && has_end) bytes += '\n';
    }
    return bytes;
}

}  // namespace

MimeEntity::MimeEntity(std::string_view bytes) {
    std::string_view rest = bytes;
    while (!rest.empty() && bytes.size() - rest.size() < longest_header) {
        const std::size_t at = bytes.size() - rest.size();
        if (!trim(take_line(rest)).empty()) continue;
        header = bytes.substr(0, at);
        body = rest;
        return;
    }
    header = bytes.substr(0, bytes.size() - rest.size());
}

std::string MimeEntity::field(std::string_view name) const {
    std::string value;
    bool inside = false;
    for (std::string_view rest = header; !rest.empty();) {
        const std::string_view line = take_line(rest);
        if (inside && (line.front() == ' ' || line.front() == '\t')) {
            value += ' ';
            value += trim(line);
            continue;
        }
        if (inside) break;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || to_lower_ascii(trim(line.substr(0, colon))) != name) continue;
        inside = true;
        value = trim(line.substr(colon + 1));
    }
    return value;
}

std::string MimeEntity::type() const {
    const std::string value = field("content-type");
    return to_lower_ascii(trim(std::string_view(value).substr(0, value.find(';'))));
}

std::string MimeEntity::type_parameter(std::string_view name) const {
    const std::string value = field("content-type");
    std::string_view rest = value;
    while (rest.find(';') != std::string_view::npos) {
        rest = trim(rest.substr(rest.find(';') + 1));
        const std::size_t equals = rest.find_first_of("=;");
        if (equals == std::string_view::npos || rest[equals] == ';') continue;
        const std::string found = to_lower_ascii(trim(rest.substr(0, equals)));
        rest = trim(rest.substr(equals + 1));
        const bool quoted = rest.starts_with('"');
        if (quoted) rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find(quoted ? '"' : ';'), rest.size());
        if (found == name) return std::string(trim(rest.substr(0, end)));
        rest.remove_prefix(end);
    }
    return {};
}

std::optional<std::string> MimeEntity::decoded() const {
    const std::string encoding = to_lower_ascii(field("content-transfer-encoding"));
    if (encoding == "quoted-printable") return decode_quoted_printable(body);
    if (encoding != "base64") return std::string(body);
    std::string bytes = "data:;base64," + std::string(body);
    if (!decode_data_url(bytes)) return std::nullopt;
    return bytes;
}

MultipartCursor::MultipartCursor(std::string_view body, std::string_view boundary)
    : rest_(body), delimiter_("--" + std::string(boundary.substr(0, longest_boundary))) {
    rest_.remove_prefix(find_delimiter());
    rest_.remove_prefix(line_.size());
}

std::size_t MultipartCursor::find_delimiter() {
    for (std::size_t at = 0; (at = rest_.find(delimiter_, at)) != std::string_view::npos; at += delimiter_.size()) {
        if (at != 0 && rest_[at - 1] != '\n') continue;
        std::string_view behind = rest_.substr(at);
        const std::string_view line = take_line(behind);
        const std::string_view mark = trim(line.substr(delimiter_.size()));
        if (!mark.empty() && mark != "--") continue;
        closed_ = mark == "--";
        line_ = line;
        return at;
    }
    line_ = {};
    closed_ = true;
    cut_off_ = true;
    return rest_.size();
}

std::optional<std::string_view> MultipartCursor::next() {
    if (closed_) return std::nullopt;
    const std::string_view from = rest_;
    const std::size_t end = find_delimiter();
    std::string_view part = from.substr(0, end);
    rest_.remove_prefix(end + line_.size());
    if (!line_.empty() && part.ends_with('\n')) part.remove_suffix(1);
    if (!line_.empty() && part.ends_with('\r')) part.remove_suffix(1);
    return part;
}

}  // namespace offprint::html
