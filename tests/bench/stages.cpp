// What each stage of reading web pages takes: reads the files named on the command line and prints a line for each with
// its bytes and, in microseconds of processor time, gumbo's bare parse, then the stages as the reader names them. Of
// several rounds the fastest counts.
#include <gumbo.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/plugin_registry.hpp"

namespace {

using namespace offprint;

constexpr int rounds = 9;

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// The fastest time of each stage, in the order in which they first came.
class Stopwatch {
public:
    void start(std::string_view stage) {
        stop();
        current_ = stage;
        started_ = now();
    }

    void stop() {
        if (current_.empty()) return;
        const double taken = now() - started_;
        const auto [entry, is_new] = fastest_.try_emplace(current_, taken);
        if (is_new) order_.push_back(current_);
        entry->second = std::min(entry->second, taken);
        current_.clear();
    }

    void print() const {
        for (const std::string& stage : order_) std::printf("\t%s\t%.1f", stage.c_str(), fastest_.at(stage));
    }

private:
    std::map<std::string, double> fastest_;
    std::vector<std::string> order_;
    std::string current_;
    double started_ = 0;
};

Options default_options(const PluginRegistry& registry) {
    Options options;
    for (const OptionInfo& option : registry.format("html").reader_options)
        options.set(option.name, option.default_value);
    options.set("base-url", "https://site.example/dir/page");
    return options;
}

void measure(const PluginRegistry& registry, const Options& options, const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    Stopwatch stopwatch;
    for (int round = 0; round < rounds; ++round) {
        stopwatch.start("gumbo");
        GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size());
        stopwatch.stop();
        gumbo_destroy_output(&kGumboDefaultOptions, output);

        ContextSettings settings;
        settings.on_progress = [&](std::string_view stage) { stopwatch.start(stage); };
        Context context(settings);
        const auto reader = registry.make_reader("html");
        const auto source = open_memory(bytes);
        stopwatch.start("decode");
        const Document document = reader->read(*source, options, context);
        stopwatch.stop();
    }
    std::printf("%s\t%zu", path, bytes.size());
    stopwatch.print();
    std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
    const PluginRegistry registry;
    const Options options = default_options(registry);
    for (int i = 1; i < argc; ++i) measure(registry, options, argv[i]);
    return 0;
}
