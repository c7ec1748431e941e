#include "plugin/library.hpp"

#include <fmt/format.h>

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <mutex>
#include <vector>

#include "offprint/error.hpp"

namespace offprint {

namespace {

constexpr std::string_view file_prefix = "offprint-";

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason) {
    throw Error(ErrorCode::plugin_refused, reason, path.string());
}

boost::dll::shared_library load(const std::filesystem::path& path) {
    try {
        return boost::dll::shared_library(path, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
    } catch (const std::exception& error) {
        refuse(path, fmt::format("cannot be loaded: {}", error.what()));
    }
}

const PluginDescriptor& find_descriptor(const boost::dll::shared_library& library, const std::filesystem::path& path) {
    if (!library.has("offprint_plugin")) refuse(path, "has no symbol 'offprint_plugin'; it is no Offprint plugin");
    return library.get<const PluginDescriptor>("offprint_plugin");
}

/// The order is that of the fields: nothing is read before what says that it is there.
void check(const PluginDescriptor& descriptor, const std::filesystem::path& path) {
    if (descriptor.abi != plugin_abi)
        refuse(path, fmt::format("has plugin ABI {}, this library wants {}; rebuild it", descriptor.abi, plugin_abi));
    if (descriptor.size != sizeof(PluginDescriptor))
        refuse(path, fmt::format("has a descriptor of {} bytes, this library wants {}; rebuild it", descriptor.size,
                                 sizeof(PluginDescriptor)));
    if (descriptor.build_key == nullptr || std::string_view(descriptor.build_key) != build_key)
        refuse(path, fmt::format("was built as [{}], this library as [{}]; rebuild it with the same compiler settings",
                                 descriptor.build_key == nullptr ? "" : descriptor.build_key, build_key));
    const std::string expected = format_of_file(path);
    if (descriptor.format == nullptr || expected != descriptor.format)
        refuse(path, fmt::format("is named for format '{}' but offers '{}'", expected,
                                 descriptor.format == nullptr ? "" : descriptor.format));
}

std::vector<std::string> copy_list(const char* const* list) {
    std::vector<std::string> copy;
    for (; list != nullptr && *list != nullptr; ++list) copy.emplace_back(*list);
    return copy;
}

std::vector<std::string> split_choices(const char* choices) {
    std::vector<std::string> parts;
    if (choices == nullptr) return parts;
    std::string_view rest = choices;
    while (true) {
        const std::size_t bar = rest.find('|');
        parts.emplace_back(rest.substr(0, bar));
        if (bar == std::string_view::npos) return parts;
        rest.remove_prefix(bar + 1);
    }
}

std::vector<OptionInfo> copy_options(const OptionDeclaration* option) {
    std::vector<OptionInfo> copy;
    for (; option != nullptr && option->name != nullptr; ++option)
        copy.push_back({option->name, option->type, option->default_value == nullptr ? "" : option->default_value,
                        split_choices(option->choices), option->help == nullptr ? "" : option->help});
    return copy;
}

std::string text_of(const char* text) {
    return text == nullptr ? "" : text;
}

}  // namespace

std::string format_of_file(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    constexpr std::string_view suffix = ".so";
    if (!name.starts_with(file_prefix) || !name.ends_with(suffix)) return {};
    return name.substr(file_prefix.size(), name.size() - file_prefix.size() - suffix.size());
}

const PluginDescriptor& open_library(const std::filesystem::path& path) {
    // Neither the list nor what it holds is ever destroyed: see the header.
    static std::mutex mutex;
    static auto& opened = *new std::vector<boost::dll::shared_library>;
    const std::lock_guard lock(mutex);
    opened.push_back(load(path));
    const PluginDescriptor& descriptor = find_descriptor(opened.back(), path);
    check(descriptor, path);
    return descriptor;
}

std::filesystem::path core_library_folder() {
    return std::filesystem::canonical(boost::dll::this_line_location()).parent_path();
}

FormatInfo describe(const PluginDescriptor& descriptor) {
    FormatInfo info;
    info.format = text_of(descriptor.format);
    info.title = text_of(descriptor.title);
    info.version = text_of(descriptor.version);
    info.kind = descriptor.kind;
    info.extensions = copy_list(descriptor.extensions);
    info.media_types = copy_list(descriptor.media_types);
    info.image_types = copy_list(descriptor.image_types);
    info.reader_options = copy_options(descriptor.reader_options);
    info.writer_options = copy_options(descriptor.writer_options);
    info.checker_options = copy_options(descriptor.checker_options);
    info.binary_output = descriptor.binary_output;
    info.can_read = descriptor.make_reader != nullptr;
    info.can_write = descriptor.make_writer != nullptr;
    info.can_check = descriptor.make_checker != nullptr;
    info.can_probe = descriptor.probe != nullptr;
    return info;
}

}  // namespace offprint
