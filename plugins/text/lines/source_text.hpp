// The decoded input and the way back to the bytes it came from.
// Thread safety: immutable after construction.
#pragma once

#include <cstdint>
#include <string_view>

#include "encoding/decode.hpp"
#include "offprint/diagnostic.hpp"

namespace offprint::text {

/// Answers where in the original bytes a part of the decoded text stood. Keeps a reference.
class SourceText {
public:
    explicit SourceText(const encoding::Decoded& decoded) : decoded_(decoded) {}

    /// The range of `part`, which must be a view into the decoded text.
    SourceRange range(std::string_view part) const {
        const auto begin = static_cast<std::uint64_t>(part.data() - decoded_.text.data());
        return {decoded_.offsets.original(begin), decoded_.offsets.original(begin + part.size())};
    }

private:
    const encoding::Decoded& decoded_;
};

}  // namespace offprint::text
