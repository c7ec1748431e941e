// One registry, many threads: run under the thread sanitizer too.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "support/conversion.hpp"

namespace offprint {
namespace {

TEST(Threads, ConvertSideBySideAndAgree) {
    RegistrySettings settings;
    settings.use_environment = false;
    const auto registry = std::make_shared<const PluginRegistry>(settings);
    const Converter converter(registry);
    const std::string page =
        "<html lang=en><title>A page</title><body><h1>A page</h1><p>Some words<sup><a href='#n'>1</a></sup>.</p>"
        "<table><tr><td>1<td>2</table><ul><li>one<li>two</ul><p id=n>A note.</p></body></html>";
    const auto convert = [&](const std::string& to) {
        Context context;
        ReadRequest request;
        request.format = "html";
        const Document document = converter.read(*open_memory(page), request, context);
        std::string bytes;
        const auto sink = create_memory(bytes);
        converter.write(document, *sink, {to, {}}, context);
        sink->commit();
        return bytes;
    };
    const std::vector<std::string> formats = {"epub", "docx", "json"};
    std::vector<std::string> results(12);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < results.size(); ++i)
            threads.emplace_back([&, i] { results[i] = convert(formats[i % formats.size()]); });
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        EXPECT_FALSE(results[i].empty());
        EXPECT_EQ(results[i], results[i % formats.size()]);
    }
}

}  // namespace
}  // namespace offprint
