// The program's exit codes, documented in docs/cli.md. They never change.
// Thread safety: pure.
#pragma once

#include "offprint/error.hpp"

namespace offprint::cli {

enum class ExitCode {
    ok = 0,
    failed = 1,          ///< a conversion failed
    usage = 2,           ///< the command line makes no sense
    warnings = 3,        ///< there were warnings, under --strict
    some_failed = 4,     ///< of several inputs, some failed and others were converted
    limit_hit = 5,       ///< a limit was hit
    plugin_trouble = 6,  ///< a plugin is missing or refused
};

constexpr ExitCode exit_code_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return ExitCode::usage;
        case ErrorCode::limit_exceeded:
            return ExitCode::limit_hit;
        case ErrorCode::plugin_missing:
        case ErrorCode::plugin_refused:
            return ExitCode::plugin_trouble;
        case ErrorCode::input:
        case ErrorCode::malformed_input:
        case ErrorCode::output:
        case ErrorCode::plugin_failed:
        case ErrorCode::cancelled:
            return ExitCode::failed;
    }
    return ExitCode::failed;
}

/// The worse of two, in the order 2, 6, 5, 1, 4, 3, 0.
constexpr ExitCode worse(ExitCode a, ExitCode b) {
    for (ExitCode code : {ExitCode::usage, ExitCode::plugin_trouble, ExitCode::limit_hit, ExitCode::failed,
                          ExitCode::some_failed, ExitCode::warnings})
        if (a == code || b == code) return code;
    return ExitCode::ok;
}

}  // namespace offprint::cli
