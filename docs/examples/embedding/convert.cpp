// convert_cpp FOLDER IN...: each article as an e-book in FOLDER, on several threads, with one registry and one
// converter.
#include <atomic>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <offprint/converter.hpp>
#include <offprint/error.hpp>
#include <offprint/outline.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

std::mutex printing;

void print(const std::string& line) {
    const std::lock_guard lock(printing);
    std::cout << line << '\n';
}

void convert(const offprint::Converter& converter, const std::filesystem::path& input,
             const std::filesystem::path& output) {
    offprint::ContextSettings settings;
    settings.limits.seconds = 60;
    settings.on_diagnostic = [&](const offprint::Diagnostic& diagnostic) {
        print(input.filename().string() + ": " + diagnostic.code + ": " + diagnostic.message);
    };
    offprint::Context context(std::move(settings));
    offprint::Document document = converter.read(*offprint::open_file(input), {}, context);

    // The document is ours now: look at it, change it.
    print(input.filename().string() + ": \"" + document.metadata.title + "\", " +
          std::to_string(offprint::outline(document).size()) + " headings");
    offprint::set_user_metadata(document.metadata, "publisher", "The Example Press");

    const auto sink = offprint::create_file(output);
    offprint::WriteRequest request;
    request.format = "epub";
    request.options["toc-depth"] = "2";
    converter.write(std::move(document), *sink, request, context);
    sink->commit();  // until here nothing exists under the output's name
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: convert_cpp FOLDER IN...\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const std::vector<std::filesystem::path> inputs(argv + 2, argv + argc);
    const offprint::Converter converter(std::make_shared<offprint::PluginRegistry>());
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failures = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < inputs.size(); i = next++) {
            try {
                convert(converter, inputs[i], folder / inputs[i].stem().concat(".epub"));
            } catch (const offprint::Error& error) {
                print("error: " + error.full_message());
                ++failures;
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) threads.emplace_back(work);
    }
    return failures == 0 ? 0 : 1;
}
