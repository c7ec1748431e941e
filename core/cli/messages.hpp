// What the program says on standard error: diagnostics and errors, as text or as JSON lines.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "offprint/diagnostic.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

enum class LogFormat { text, json };
enum class Verbosity { quiet, normal, verbose };

/// `text` with control characters, and those that reorder what a terminal shows, made visible.
std::string printable(std::string_view text);

class Messages {
public:
    /// `quiet` shows errors only, `normal` warnings too, `verbose` everything.
    void configure(LogFormat format, Verbosity verbosity);

    /// One line; `input` names what the diagnostic is about, empty for standard input.
    void diagnostic(const Diagnostic& diagnostic, std::string_view input) const;
    void error(const Error& error) const;

    /// Says that `count` diagnostics were not kept; nothing for 0.
    void suppressed(std::uint64_t count) const;

private:
    void text_line(std::string_view severity, std::string_view where, std::string_view message,
                   std::string_view code) const;
    void json_line(std::string_view severity, std::string_view code, std::string_view where, std::string_view message,
                   SourceRange range) const;

    LogFormat format_ = LogFormat::text;
    Verbosity verbosity_ = Verbosity::normal;
};

}  // namespace offprint::cli
