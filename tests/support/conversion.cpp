#include "support/conversion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/validate.hpp"

namespace offprint::testing {

std::shared_ptr<const PluginRegistry> registry() {
    RegistrySettings settings;
    settings.use_environment = false;
    static const auto shared = std::make_shared<const PluginRegistry>(settings);
    return shared;
}

bool ReadResult::reported(std::string_view code) const {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

namespace {

Options resolved_options(const std::vector<OptionInfo>& declared, const OptionValues& given) {
    Options options;
    for (const OptionInfo& option : declared) {
        const auto value = given.find(option.name);
        options.set(option.name, value == given.end() ? option.default_value : value->second);
    }
    return options;
}

}  // namespace

ReadResult read_only(std::string_view format, std::string bytes, const OptionValues& options) {
    Context context;
    const auto source = open_memory(std::move(bytes));
    const auto reader = registry()->make_reader(format);
    ReadResult result;
    result.document =
        reader->read(*source, resolved_options(registry()->format(format).reader_options, options), context);
    result.diagnostics = context.diagnostics();
    EXPECT_EQ(validate(result.document), std::vector<std::string>());
    return result;
}

ReadResult read_article(std::string_view format, std::string bytes, const OptionValues& options) {
    Context context;
    const auto source = open_memory(std::move(bytes));
    ReadRequest request;
    request.format = format;
    request.options = options;
    ReadResult result;
    result.document = Converter(registry()).read(*source, request, context);
    result.diagnostics = context.diagnostics();
    return result;
}

std::string write(std::string_view format, const Document& document, const OptionValues& options) {
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(document, *sink, {std::string(format), options}, context);
    sink->commit();
    return bytes;
}

std::string source_file(std::string_view path) {
    std::ifstream file(std::string(OFFPRINT_SOURCE_DIR) + "/" + std::string(path), std::ios::binary);
    EXPECT_TRUE(file) << path;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace offprint::testing
