// The model's invariants, checked after every reader and every transform.
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "offprint/document.hpp"
#include "offprint/export.hpp"
#include "offprint/limits.hpp"

namespace offprint {

/// One line for each broken invariant, at most 20: nesting, heading levels, spans below 1, note
/// indices, resource keys, sizes, dates, ids (unique, no white space), and strings that are not UTF-8 or hold
/// characters that XML 1.0 forbids (section 2.2). Empty: the document is sound. Throws `Error{limit_exceeded}`
/// beyond `limits.nodes`.
OFFPRINT_API std::vector<std::string> validate(const Document& document, const Limits& limits = {});

}  // namespace offprint
