// What writing an e-book takes beside deflating its XHTML alone, with the same library at the same level: reads the
// files named on the command line, or a text of 5 MB made here, and prints a line for each with the bytes of XHTML,
// milliseconds of processor time of both, and their ratio. Of several rounds the fastest counts.
#include <libdeflate.h>
#include <time.h>
#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/converter.hpp"

namespace {

using namespace offprint;

constexpr int rounds = 7;
constexpr int compression_level = 6;  // as core/package has it
constexpr std::size_t made_bytes = 5'000'000;

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class F>
double fastest(F&& work) {
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        const double start = now();
        work();
        best = std::min(best, now() - start);
    }
    return best;
}

/// Words that repeat no faster than those of a language, in paragraphs.
std::string made_text() {
    std::string text = "A Text to Measure\n\n";
    unsigned state = 1;
    while (text.size() < made_bytes) {
        for (int words = 1; words <= 120; ++words) {
            state = state * 1'103'515'245 + 12'345;
            unsigned letter = state >> 20;
            for (unsigned length = 2 + letter % 7; length > 0; --length, letter = letter * 5 + 3)
                text += static_cast<char>('a' + letter % 23);
            text += words % 15 == 0 ? ". " : " ";
        }
        text += "\n\n";
    }
    return text;
}

std::string write(const PluginRegistry& registry, const Document& document, const Options& options) {
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    registry.make_writer("epub")->write(document, *sink, options, context);
    sink->commit();
    return bytes;
}

std::vector<std::string> xhtml_files(const std::string& book) {
    std::vector<std::string> files;
    zip_error_t error;
    zip_error_init(&error);
    zip_t* archive =
        zip_open_from_source(zip_source_buffer_create(book.data(), book.size(), 0, &error), ZIP_RDONLY, &error);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        if (!std::string_view(stat.name).ends_with(".xhtml")) continue;
        std::string& content = files.emplace_back(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
    }
    zip_discard(archive);
    zip_error_fini(&error);
    return files;
}

void deflate(const std::vector<std::string>& files) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(compression_level), libdeflate_free_compressor);
    for (const std::string& file : files) {
        std::string deflated(libdeflate_deflate_compress_bound(compressor.get(), file.size()), '\0');
        libdeflate_deflate_compress(compressor.get(), file.data(), file.size(), deflated.data(), deflated.size());
    }
}

void measure(const Converter& converter, ByteSource& source, const char* name) {
    Context context;
    const Document document = converter.read(source, {}, context);
    Options options;
    for (const OptionInfo& option : converter.registry().format("epub").writer_options)
        options.set(option.name, option.default_value);
    const double writing = fastest([&] { write(converter.registry(), document, options); });
    const std::vector<std::string> files = xhtml_files(write(converter.registry(), document, options));
    const double deflating = fastest([&] { deflate(files); });
    std::size_t bytes = 0;
    for (const std::string& file : files) bytes += file.size();
    std::printf("%s\t%zu\t%.1f\t%.1f\t%.2f\n", name, bytes, writing, deflating, writing / deflating);
}

}  // namespace

int main(int argc, char** argv) {
    const Converter converter(std::make_shared<PluginRegistry>());
    std::printf("input\tXHTML bytes\twriting ms\tdeflating ms\tratio (the aim: at most 1.5)\n");
    for (int i = 1; i < argc; ++i) measure(converter, *open_file(argv[i]), argv[i]);
    if (argc == 1) measure(converter, *open_memory(made_text(), "made.txt"), "made");
    return 0;
}
