#include "cli/messages.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

/// C0 and C1 controls, bidirectional controls (U+202A..202E, U+2066..2069), zero-width marks.
std::size_t unprintable_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
    if (byte(0) == 0xE2 && byte(1) == 0x80 &&
        ((byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xA8 && byte(2) <= 0xAE)))
        return 3;
    if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return 3;
    return 0;
}

constexpr std::string_view clear_line = "\r\033[K";

}  // namespace

bool is_shown(Severity severity, Verbosity verbosity) {
    if (verbosity == Verbosity::quiet) return severity == Severity::error;
    return severity != Severity::info || verbosity == Verbosity::verbose;
}

std::string printable(std::string_view text) {
    const std::string clean = clean_xml_text(text);
    std::string result;
    for (std::size_t i = 0; i < clean.size();) {
        const std::size_t length = unprintable_length(std::string_view(clean).substr(i));
        for (std::size_t j = 0; j < length; ++j)
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(clean[i + j]));
        if (length == 0) result += clean[i];
        i += length == 0 ? 1 : length;
    }
    return result;
}

void Messages::configure(LogFormat format, Verbosity verbosity) {
    format_ = format;
    verbosity_ = verbosity;
}

void Messages::diagnostic(const Diagnostic& diagnostic, std::string_view input) const {
    if (!is_shown(diagnostic.severity, verbosity_)) return;
    const char* severity = name_of(diagnostic.severity);
    if (format_ == LogFormat::json)
        json_line(severity, diagnostic.code, input, diagnostic.message, diagnostic.range);
    else
        text_line(severity, input, diagnostic.message, diagnostic.code);
}

void Messages::error(const Error& error) const {
    if (format_ == LogFormat::json)
        json_line("error", name_of(error.code()), error.where(), error.what(), {});
    else
        text_line("error", error.where(), error.what(), {});
}

void Messages::suppressed(std::uint64_t count) const {
    if (count == 0) return;
    const std::string message = fmt::format("{} more messages of the same kinds", count);
    diagnostic({Severity::info, "diagnostics.suppressed", message, {}}, {});
}

bool Messages::shows_status() const {
    return format_ == LogFormat::text && verbosity_ != Verbosity::quiet && ::isatty(STDERR_FILENO) != 0;
}

std::size_t Messages::columns() const {
    winsize size{};
    const bool is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : 80;
}

void Messages::status(const std::string& text) const {
    const std::scoped_lock lock(mutex_);
    if (status_.empty() && text.empty()) return;
    status_ = text;
    const std::string shown = std::string(clear_line) + text;
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void Messages::put(const std::string& line) const {
    const std::scoped_lock lock(mutex_);
    const std::string shown = status_.empty() ? line : std::string(clear_line) + line + status_;
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void Messages::text_line(std::string_view severity, std::string_view where, std::string_view message,
                         std::string_view code) const {
    const std::string place = where.empty() ? "" : printable(where) + ": ";
    const std::string label = code.empty() ? "" : fmt::format(" [{}]", code);
    put(fmt::format("offprint: {}: {}{}{}\n", severity, place, printable(message), label));
}

void Messages::json_line(std::string_view severity, std::string_view code, std::string_view where,
                         std::string_view message, SourceRange range) const {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto member = [&](const char* name, std::string_view value) {
        const std::string clean = clean_xml_text(value);
        json.Key(name);
        json.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
    };
    json.StartObject();
    member("severity", severity);
    member("code", code);
    if (!where.empty()) member("where", where);
    member("message", message);
    if (range.known()) {
        json.Key("range");
        json.StartObject();
        json.Key("begin");
        json.Uint64(range.begin);
        json.Key("end");
        json.Uint64(range.end);
        json.EndObject();
    }
    json.EndObject();
    put(std::string(buffer.GetString(), buffer.GetSize()) + "\n");
}

}  // namespace offprint::cli
