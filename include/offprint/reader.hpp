// What a format implements to be read.
// Thread safety: an instance serves one conversion on one thread; instances run side by side, so an
// implementation has no mutable globals.
#pragma once

#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/options.hpp"

namespace offprint {

/// Reads one format. Made by a plugin's factory for one conversion; the host owns and deletes it.
class OFFPRINT_API Reader {
public:
    virtual ~Reader();

    /// Turns bytes into a sound document (see validate.hpp). Throws `Error{malformed_input}` with
    /// the place when the input cannot be understood at all, `Error{limit_exceeded}` when it is too
    /// much; reports everything else to `context`. Images stay references: a transform embeds them.
    /// Keeps no reference to its arguments.
    virtual Document read(ByteSource& source, const Options& options, Context& context) = 0;
};

}  // namespace offprint
