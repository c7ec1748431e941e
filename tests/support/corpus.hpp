// Real pages of ../shared/corpora, which is not there on every machine.
// Thread safety: pure.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::testing {

/// Packed pages of one corpus, or of all of them where `corpus` is empty: a few that the hashes of their names choose, or
/// all under OFFPRINT_CORPUS=all. None where there are no corpora; that is a failure of the test under
/// OFFPRINT_REQUIRE_CHECKERS, and else the test should skip.
std::vector<std::filesystem::path> corpus_pages(std::string_view corpus = {});

/// The bytes of a packed page.
std::string unpacked(const std::filesystem::path& page);

}  // namespace offprint::testing
