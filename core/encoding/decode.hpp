// From bytes in any encoding to clean UTF-8, for the readers of text formats.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"

namespace offprint::encoding {

/// What one character takes in decoded text and in the original, in bytes. At most 15 each.
struct OffsetStep {
    std::uint8_t decoded : 4 = 1;
    std::uint8_t original : 4 = 1;
    bool operator==(const OffsetStep&) const = default;
};

/// Maps offsets in decoded text back to offsets in the original bytes.
class OffsetMap {
public:
    /// From `decoded` on, text and bytes advance together in steps, until the next call. Calls come
    /// in order.
    void anchor(std::uint64_t decoded, std::uint64_t original, OffsetStep step = {});

    /// The original offset of `decoded`; the identity when nothing was anchored.
    std::uint64_t original(std::uint64_t decoded) const;

private:
    struct Anchor {
        std::uint64_t decoded;
        std::uint64_t original : 56;
        OffsetStep step;
    };
    static_assert(sizeof(Anchor) <= 2 * sizeof(std::uint64_t), "text without ASCII needs many of them");
    std::vector<Anchor> anchors_;
};

struct Decoded {
    std::string
        text;  ///< valid UTF-8 of XML 1.0 characters and form feeds, no BOM; line ends as they were, but LF for VT
    std::string encoding;  ///< canonical WHATWG name in lower case: "utf-8", "windows-1252", ...
    OffsetMap offsets;     ///< exact for UTF-8, UTF-16 and single-byte encodings, else exact at line starts
};

/// The WHATWG Encoding Standard's canonical name (lower case) for a label ("latin1" ->
/// "windows-1252"), or empty if there is none.
std::string canonical_label(std::string_view label);

/// Decodes `bytes`: `forced` (a label from the user; `Error{usage}` if unknown), else a BOM, else
/// `declared` (a label the document itself gives; ignored when the bytes contradict it), else valid UTF-8, else a
/// detector's verdict on the first 64 KiB, else windows-1252. Reports what was guessed, repaired (damage.hpp),
/// replaced (U+FFFD) or left out: "encoding.guessed", "encoding.declaration-ignored", "encoding.repaired",
/// "encoding.invalid-bytes", "encoding.forbidden-characters". Throws `Error{malformed_input}` for what is plainly no
/// text.
Decoded decode(std::string bytes, std::string_view forced, std::string_view declared, Context& context);

}  // namespace offprint::encoding
