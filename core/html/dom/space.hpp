// What HTML calls white space (WHATWG Infra, "ASCII whitespace").
// Thread safety: pure.
#pragma once

namespace offprint::html {

constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace offprint::html
