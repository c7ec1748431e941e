#include "cli/plugin_options.hpp"

#include "offprint/byte_source.hpp"

namespace offprint::cli {

namespace {

bool is_file_option(const std::string& name, const PluginRegistry& registry) {
    for (const FormatInfo& info : registry.formats())
        for (const auto* declared : {&info.reader_options, &info.writer_options, &info.checker_options})
            for (const OptionInfo& option : *declared)
                if (option.name == name) return option.type == OptionType::file;
    return false;
}

}  // namespace

OptionValues read_option_files(OptionValues options, const PluginRegistry& registry, const Limits& limits) {
    for (auto& [name, value] : options)
        if (is_file_option(name, registry)) value = open_file(value)->read_all(limits);
    return options;
}

}  // namespace offprint::cli
