#include "cli/output_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, "--name " + message);
}

constexpr std::array<std::string_view, 4> field_names = {"stem", "title-slug", "date", "hash8"};

/// Beneath the output folder, wherever the values lead.
void check_place(std::string_view text) {
    const fs::path path(text);
    if (text.empty() || text.ends_with('/')) fail("wants a name at its end");
    if (path.is_absolute() || std::find(path.begin(), path.end(), fs::path("..")) != path.end())
        fail(fmt::format("'{}' leads out of the output folder", text));
}

}  // namespace

NameTemplate::NameTemplate(std::string_view text) {
    check_place(text);
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find('{'), text.size());
        if (begin > 0) parts_.push_back({std::string(text.substr(0, begin))});
        if (begin == text.size()) break;
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos) fail("has a { without its }");
        append_field(text.substr(begin + 1, end - begin - 1));
        text.remove_prefix(end + 1);
    }
}

void NameTemplate::append_field(std::string_view name) {
    const auto found = std::find(field_names.begin(), field_names.end(), name);
    if (found == field_names.end())
        fail(fmt::format("has no field '{}'; there are {}", name, fmt::join(field_names, ", ")));
    const auto field = static_cast<Field>(found - field_names.begin());
    wants_digest_ = wants_digest_ || field == Field::hash8;
    wants_document_ = wants_document_ || field == Field::title_slug || field == Field::date;
    parts_.push_back({{}, field, true});
}

std::string NameTemplate::value_of(Field field, const Values& values) {
    constexpr std::size_t longest_title = 100;
    switch (field) {
        case Field::stem:
            return values.stem;
        case Field::title_slug: {
            std::string title(utf8_prefix(slug(values.metadata->title), longest_title));
            return title.empty() ? values.stem : title;
        }
        case Field::date:
            return values.metadata->published ? values.metadata->published->to_string().substr(0, 10) : "undated";
        case Field::hash8:
            return values.digest;
    }
    return {};
}

std::string NameTemplate::expand(const Values& values) const {
    std::string name;
    for (const Part& part : parts_) name += part.is_field ? value_of(part.field, values) : part.text;
    return name;
}

fs::path OutputNames::numbered(const std::string& name, std::size_t number, const std::string& extension) {
    constexpr std::size_t longest = 255;  // bytes of a name, as every file system of Linux has it
    const std::string ending = (number == 1 ? "" : fmt::format("-{}", number)) + "." + extension;
    const fs::path path(name);
    const std::string file = path.filename().string();
    return path.parent_path() / (file.substr(0, utf8_prefix(file, longest - ending.size()).size()) + ending);
}

}  // namespace offprint::cli
