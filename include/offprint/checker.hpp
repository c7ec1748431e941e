// What a format implements to have its files checked.
// Thread safety: an instance serves one check on one thread; instances run side by side, so an
// implementation has no mutable globals.
#pragma once

#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/options.hpp"

namespace offprint {

/// Holds files of one format to its specification. Made by a plugin's factory for one file; the host owns and
/// deletes it.
class OFFPRINT_API Checker {
public:
    virtual ~Checker();

    /// Reports each finding to `context`, with a stable code: `Severity::error` for what makes the file invalid,
    /// `Severity::warning` for what may trouble somebody. A file that is sound leaves no diagnostics. A file that is
    /// broken beyond reading is a finding, too; throws `Error{limit_exceeded}` when it is too much.
    virtual void check(ByteSource& source, const Options& options, Context& context) = 0;
};

}  // namespace offprint
