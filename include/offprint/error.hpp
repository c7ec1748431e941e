// The one exception type that crosses library borders, and its codes.
// Thread safety: values; distinct objects may be used from distinct threads.
#pragma once

#include <stdexcept>
#include <string>

#include "offprint/export.hpp"

namespace offprint {

/// What kind of thing went wrong; decides the program's exit code (docs/cli.md).
enum class ErrorCode {
    usage,            ///< the caller asked for something that makes no sense
    input,            ///< the input cannot be opened or read
    malformed_input,  ///< the input was read but is not what it should be
    output,           ///< the target cannot be created, written or renamed
    limit_exceeded,   ///< a limit of `Limits` was hit; the message names it and how to raise it
    plugin_missing,   ///< no plugin offers the wanted format
    plugin_refused,   ///< a plugin was found but cannot be used here
    plugin_failed,    ///< a plugin broke its contract or threw something foreign
    cancelled,        ///< the stop token was triggered
};

/// Stable lower-case name of a code, for example "limit-exceeded". Never null.
OFFPRINT_API const char* name_of(ErrorCode code) noexcept;

/// A failure that ends a conversion. Everything that can be survived is a `Diagnostic` instead.
class OFFPRINT_API Error : public std::runtime_error {
public:
    /// `message` is one line of UTF-8 without a final full stop: what happened and what to do.
    /// `where` names the place (a file, a format, "line 3, column 5"); empty when there is none.
    Error(ErrorCode code, const std::string& message, std::string where = {});
    ~Error() override;  // out of line: the type's identity lives in the core library

    ErrorCode code() const noexcept { return code_; }
    const std::string& where() const noexcept { return where_; }

    /// "where: message", or the message alone.
    std::string full_message() const;

private:
    ErrorCode code_;
    std::string where_;
};

}  // namespace offprint
