// What the program says on standard error: diagnostics and errors, as text or as JSON lines.
// Thread safety: lines may come from many threads at once, once it is configured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "offprint/diagnostic.hpp"
#include "offprint/error.hpp"

namespace offprint::cli {

enum class LogFormat { text, json };
enum class Verbosity { quiet, normal, verbose };

/// True if who asked for `verbosity` wants to see something of `severity`.
bool is_shown(Severity severity, Verbosity verbosity);

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

    /// True where a line may stand below the messages that says how far the work is: on a terminal, unless less was
    /// asked for.
    bool shows_status() const;

    /// How wide that terminal is.
    std::size_t columns() const;

    /// Replaces that line; empty takes it away.
    void status(const std::string& text) const;

private:
    void put(const std::string& line) const;
    void text_line(std::string_view severity, std::string_view where, std::string_view message,
                   std::string_view code) const;
    void json_line(std::string_view severity, std::string_view code, std::string_view where, std::string_view message,
                   SourceRange range) const;

    LogFormat format_ = LogFormat::text;
    Verbosity verbosity_ = Verbosity::normal;
    mutable std::mutex mutex_;
    mutable std::string status_;  ///< what stands below the messages now
};

}  // namespace offprint::cli
