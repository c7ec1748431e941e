// How fast plain text is read, from bytes to document: English prose of 100 MB, one line a paragraph and wrapped at 72
// columns between blank lines. Printed are, for each, megabytes a second of processor time and the ratio to iconv's
// pass from UTF-8 to UTF-8 over the same bytes. Of several rounds the fastest counts.
#include <iconv.h>
#include <time.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/plugin_registry.hpp"

namespace {

using namespace offprint;

constexpr int rounds = 5;
constexpr std::size_t wanted_size = 100'000'000;

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Prose of common words, with the lengths of sentences and paragraphs that newspapers have; the same each time.
std::string prose(std::size_t width) {
    static constexpr std::string_view words[] = {
        "the",     "of",      "and",       "a",       "harbour", "ship",    "that",  "was",     "night",
        "captain", "with",    "little",    "from",    "said",    "before",  "light", "morning", "house",
        "over",    "water",   "great",     "people",  "again",   "thought", "him",   "it",      "through",
        "because", "without", "something", "nothing", "which",   "they",    "under", "stood",   "years"};
    std::mt19937 random(1);
    const auto below = [&](unsigned limit) { return random() % limit; };
    std::string text = "The Harbour\n\n";
    std::size_t column = 0;
    const auto add = [&](std::string_view word) {
        const bool first = text.back() == '\n';
        const bool wraps = !first && width != 0 && column + 1 + word.size() > width;
        if (!first) text += wraps ? '\n' : ' ';
        column = first || wraps ? word.size() : column + 1 + word.size();
        text += word;
    };
    while (text.size() < wanted_size) {
        for (unsigned sentences = 2 + below(6); sentences > 0; --sentences) {
            add("The");
            for (unsigned count = 5 + below(18); count > 0; --count) add(words[below(std::size(words))]);
            text += below(12) == 0 ? "’s." : ".";
        }
        text += "\n\n";
    }
    return text;
}

double fastest(const auto& run) {
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double begin = now();
        run();
        best = std::min(best, now() - begin);
    }
    return best;
}

void iconv_pass(const std::string& text) {
    iconv_t converter = iconv_open("UTF-8", "UTF-8");
    std::vector<char> out(64 * 1024);
    char* in = const_cast<char*>(text.data());
    std::size_t in_left = text.size();
    while (in_left > 0) {
        char* next = out.data();
        std::size_t out_left = out.size();
        if (iconv(converter, &in, &in_left, &next, &out_left) == static_cast<std::size_t>(-1) && out_left == out.size())
            break;
    }
    iconv_close(converter);
}

void measure(const PluginRegistry& registry, const char* name, const std::string& text) {
    Options options;
    for (const OptionInfo& option : registry.format("text").reader_options)
        options.set(option.name, option.default_value);
    const double reading = fastest([&] {
        ContextSettings settings;
        Context context(settings);
        const auto reader = registry.make_reader("text");
        const Document document = reader->read(*open_memory(text), options, context);
    });
    const double copying = fastest([&] { iconv_pass(text); });
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    std::printf("%-24s%8.0f MB/s, %.1f times iconv's %.0f MB/s (the aim: at least 100 MB/s)\n", name,
                megabytes / reading, reading / copying, megabytes / copying);
}

}  // namespace

int main() {
    const PluginRegistry registry;
    measure(registry, "one line a paragraph", prose(0));
    measure(registry, "wrapped at 72 columns", prose(72));
    return 0;
}
