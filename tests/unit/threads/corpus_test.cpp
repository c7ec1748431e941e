// Real pages through one registry on eight threads: each comes out as it does on one. Run under the thread sanitizer
// too.
#include "support/corpus.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

constexpr std::size_t thread_count = 8;

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
    std::vector<std::string> pages;
    for (const std::filesystem::path& page : testing::corpus_pages("readability"))
        pages.push_back(testing::unpacked(page));
    if (pages.empty()) GTEST_SKIP() << "there is no ../shared/corpora";
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
