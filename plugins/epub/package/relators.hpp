// The model's names for what contributors did, and the codes of packages for them.
// Thread safety: constants and pure functions.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace offprint::epub {

/// One part that somebody had in a book: the name of the model and the MARC code (id.loc.gov/vocabulary/relators).
struct Relator {
    std::string_view role;
    std::string_view code;
};

inline constexpr auto relators = std::to_array<Relator>({
    {"author", "aut"},
    {"editor", "edt"},
    {"translator", "trl"},
    {"illustrator", "ill"},
    {"photographer", "pht"},
    {"artist", "art"},
    {"compiler", "com"},
    {"director", "drt"},
    {"interviewer", "ivr"},
    {"interviewee", "ive"},
    {"narrator", "nrt"},
    {"producer", "pro"},
    {"publisher", "pbl"},
    {"reporter", "rpt"},
    {"reviewer", "rev"},
    {"researcher", "res"},
});

/// The code of a role; that of contributors for one that has none.
constexpr std::string_view relator_code(std::string_view role) {
    const auto* found = std::ranges::find(relators, role, &Relator::role);
    return found == relators.end() ? "ctb" : found->code;
}

/// The role with this code; "contributor" for one that is not known.
constexpr std::string_view relator_role(std::string_view code) {
    const auto* found = std::ranges::find(relators, code, &Relator::code);
    return found == relators.end() ? "contributor" : found->role;
}

}  // namespace offprint::epub
