// Real pages through one registry on eight threads: each comes out as it does on one. Run under the thread sanitizer
// too.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sample_size = 12;
constexpr std::size_t thread_count = 8;

/// FNV-1a: a choice by it is always the same one.
std::uint64_t hash_of(const fs::path& path) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : path.filename().string()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

/// All pages under OFFPRINT_CORPUS=all, else a few.
std::vector<fs::path> chosen_pages(const fs::path& folder) {
    std::vector<fs::path> pages;
    for (const auto& entry : fs::directory_iterator(folder)) pages.push_back(entry.path());
    std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return hash_of(a) < hash_of(b); });
    const char* const size = std::getenv("OFFPRINT_CORPUS");
    if (size == nullptr || std::string(size) != "all") pages.resize(std::min(pages.size(), sample_size));
    return pages;
}

std::string unpacked(const fs::path& path) {
    std::string bytes;
    const std::string command = "gunzip -c '" + path.string() + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::array<char, 65536> block;
    for (std::size_t got = 0; (got = std::fread(block.data(), 1, block.size(), pipe.get())) > 0;)
        bytes.append(block.data(), got);
    return bytes;
}

/// The page in a format that depends on its number; what went wrong counts as an outcome, too.
std::string converted(const Converter& converter, const std::string& page, std::size_t number) {
    constexpr std::array<const char*, 3> formats = {"epub", "docx", "json"};
    Context context;
    ReadRequest reading;
    reading.format = "html";
    reading.options["base-url"] = "https://paper.example/page";
    std::string bytes;
    try {
        const auto sink = create_memory(bytes);
        WriteRequest writing;
        writing.format = formats[number % formats.size()];
        converter.write(converter.read(*open_memory(page), reading, context), *sink, writing, context);
        sink->commit();
    } catch (const Error& error) {
        return error.full_message();
    }
    return bytes;
}

TEST(Threads, CorpusComesOutAsFromOneThread) {
    const fs::path folder = fs::path(OFFPRINT_SHARED_DIR) / "corpora/readability/html";
    if (!fs::is_directory(folder)) {
        if (std::getenv("OFFPRINT_REQUIRE_CHECKERS") != nullptr) FAIL() << "required, but there is no " << folder;
        GTEST_SKIP() << "there is no " << folder;
    }
    std::vector<std::string> pages;
    for (const fs::path& path : chosen_pages(folder)) pages.push_back(unpacked(path));
    ASSERT_FALSE(pages.empty());
    // The threads go first, so that they are the ones that load the plugins.
    RegistrySettings settings;
    settings.use_environment = false;
    const Converter converter(std::make_shared<const PluginRegistry>(settings));
    std::vector<std::string> side_by_side(pages.size());
    {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < thread_count; ++i)
            threads.emplace_back([&] {
                for (std::size_t page = next++; page < pages.size(); page = next++)
                    side_by_side[page] = converted(converter, pages[page], page);
            });
    }
    for (std::size_t page = 0; page < pages.size(); ++page) {
        EXPECT_FALSE(pages[page].empty());
        EXPECT_TRUE(side_by_side[page] == converted(converter, pages[page], page)) << "page " << page;
    }
}

}  // namespace
}  // namespace offprint
