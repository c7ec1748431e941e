#include "support/corpus.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace offprint::testing {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t sample_size = 12;

/// FNV-1a: a choice by it is always the same one.
std::uint64_t hash_of(const fs::path& path) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : path.filename().string()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

bool wants_all() {
    const char* const size = std::getenv("OFFPRINT_CORPUS");
    return size != nullptr && std::string_view(size) == "all";
}

}  // namespace

std::vector<fs::path> corpus_pages(std::string_view corpus) {
    const fs::path corpora = fs::path(OFFPRINT_SOURCE_DIR).parent_path() / "shared/corpora";
    std::vector<fs::path> pages;
    if (fs::is_directory(corpora))
        for (const auto& folder : fs::directory_iterator(corpora))
            if (fs::is_directory(folder.path() / "html") && (corpus.empty() || folder.path().filename() == corpus))
                for (const auto& page : fs::directory_iterator(folder.path() / "html")) pages.push_back(page.path());
    if (pages.empty() && std::getenv("OFFPRINT_REQUIRE_CHECKERS") != nullptr)
        ADD_FAILURE() << "required, but there are no pages in " << corpora;
    std::sort(pages.begin(), pages.end(),
              [](const fs::path& a, const fs::path& b) { return std::pair(hash_of(a), a) < std::pair(hash_of(b), b); });
    if (!wants_all()) pages.resize(std::min(pages.size(), sample_size));
    return pages;
}

std::string unpacked(const fs::path& page) {
    std::string bytes;
    const std::string command = "gunzip -c '" + page.string() + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::array<char, 65536> block;
    for (std::size_t got = 0; (got = std::fread(block.data(), 1, block.size(), pipe.get())) > 0;)
        bytes.append(block.data(), got);
    return bytes;
}

}  // namespace offprint::testing
