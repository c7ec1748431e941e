#include "settings/plugin_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"

namespace offprint {

namespace {

std::optional<OptionInfo> find_option(const PluginRegistry& registry, std::string_view name) {
    for (const FormatInfo& info : registry.formats())
        for (const auto* declared : {&info.reader_options, &info.writer_options, &info.checker_options})
            for (const OptionInfo& option : *declared)
                if (option.name == name) return option;
    return std::nullopt;
}

bool names_file(const PluginRegistry& registry, const std::string& name, const std::string& value) {
    const std::optional<OptionInfo> option = find_option(registry, name);
    return option && option->type == OptionType::file &&
           std::ranges::find(option->choices, value) == option->choices.end();
}

}  // namespace

bool is_plugin_option(const PluginRegistry& registry, std::string_view name) {
    return find_option(registry, name).has_value();
}

bool is_file_option(const PluginRegistry& registry, std::string_view name) {
    const std::optional<OptionInfo> option = find_option(registry, name);
    return option && option->type == OptionType::file;
}

OptionValues read_option_files(OptionValues options, const PluginRegistry& registry, const Limits& limits) {
    for (auto& [name, value] : options) {
        if (!names_file(registry, name, value)) continue;
        if (value.empty()) throw Error(ErrorCode::usage, fmt::format("--{} has an empty value", name));
        value = open_file(value)->read_all(limits);
    }
    return options;
}

OptionValues options_for(const std::vector<OptionInfo>& declared, const OptionValues& given) {
    OptionValues options;
    for (const OptionInfo& option : declared)
        if (const auto value = given.find(option.name); value != given.end()) options.insert(*value);
    return options;
}

void require_declared(const OptionValues& given, const FormatInfo& reader, const FormatInfo& writer) {
    const OptionValues read = options_for(reader.reader_options, given);
    const OptionValues written = options_for(writer.writer_options, given);
    for (const auto& [name, value] : given)
        if (!read.contains(name) && !written.contains(name))
            throw Error(ErrorCode::usage, fmt::format("--{} is no option of reading {} or writing {}", name,
                                                      reader.format, writer.format));
}

}  // namespace offprint
