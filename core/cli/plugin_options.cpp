#include "cli/plugin_options.hpp"

#include <algorithm>

#include "offprint/byte_source.hpp"

namespace offprint::cli {

namespace {

bool names_file(const std::string& name, const std::string& value, const PluginRegistry& registry) {
    for (const FormatInfo& info : registry.formats())
        for (const auto* declared : {&info.reader_options, &info.writer_options, &info.checker_options})
            for (const OptionInfo& option : *declared)
                if (option.name == name)
                    return option.type == OptionType::file &&
                           std::ranges::find(option.choices, value) == option.choices.end();
    return false;
}

}  // namespace

OptionValues read_option_files(OptionValues options, const PluginRegistry& registry, const Limits& limits) {
    for (auto& [name, value] : options)
        if (names_file(name, value, registry)) value = open_file(value)->read_all(limits);
    return options;
}

}  // namespace offprint::cli
