// What a conversion has to say without failing: things dropped, guessed or repaired. And what a check finds.
// Thread safety: values; distinct objects may be used from distinct threads.
#pragma once

#include <cstdint>
#include <string>

#include "offprint/export.hpp"

namespace offprint {

/// A half-open range of byte offsets into the original input, before decoding, repair or
/// flattening. `{0, 0}` means "not known".
struct SourceRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    bool known() const noexcept { return end > begin; }
    bool operator==(const SourceRange&) const = default;
};

enum class Severity {
    info,     ///< a choice that was made; quiet by default
    warning,  ///< something of the author's was lost, replaced or guessed; of a check: what may trouble somebody
    error,    ///< of a check only: what makes the file invalid
};

/// Stable lower-case name: "info", "warning" or "error". Never null.
OFFPRINT_API const char* name_of(Severity severity) noexcept;

/// One message about one thing. Codes are stable, lower-case, dotted ("image.missing") and listed in
/// docs/diagnostics.md; messages are English prose and may change.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string code;
    std::string message;  ///< one line of UTF-8, without a final full stop
    SourceRange range;    ///< where in the input it was seen, if known

    bool operator==(const Diagnostic&) const = default;
};

}  // namespace offprint
