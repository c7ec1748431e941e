#include "reader/attributes.hpp"

#include <algorithm>
#include <utility>

#include "names.hpp"

namespace offprint::pandoc {

Attributes AttributeReader::read() {
    Attributes attributes;
    ast_.read_tuple(
        [&] {
            const std::size_t begin = ast_.json().offset();
            attributes.id = unique_id(ast_.json().read_text(), begin);
        },
        [&] {
            ast_.read_list([&] {
                std::string name = ast_.json().read_text();
                if (!name.empty()) attributes.classes.push_back(std::move(name));
            });
        },
        [&] { ast_.read_list([&] { read_pair(attributes); }); });
    return attributes;
}

std::string AttributeReader::unique_id(std::string text, std::size_t offset) {
    if (text.empty()) return text;
    if (text.find_first_of(" \t\n\r\f") == std::string::npos && ids_.insert(text).second) return text;
    losses_.report(Severity::info, "pandoc.id-dropped", "an id that occurs twice, or holds white space, was left out",
                   {offset, offset});
    return {};
}

void AttributeReader::read_pair(Attributes& attributes) {
    std::string name;
    std::string value;
    ast_.read_tuple([&] { name = ast_.json().read_text(); }, [&] { value = ast_.json().read_text(); });
    const auto direction = name == "dir" ? json::value_in(direction_names, value) : std::nullopt;
    if (name == "lang" || name == "xml:lang")
        attributes.language = std::move(value);
    else if (direction)
        attributes.direction = *direction;
    else if (name != "wrapper" &&  // says only why the element is there
             std::ranges::find(attributes.extra, name, &std::pair<std::string, std::string>::first) ==
                 attributes.extra.end())
        attributes.extra.emplace_back(std::move(name), std::move(value));
}

Box<Attributes> boxed(Attributes attributes) {
    return attributes.empty() ? Box<Attributes>() : Box<Attributes>(std::move(attributes));
}

std::optional<std::string> take_pair(Attributes& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes.extra, name, &std::pair<std::string, std::string>::first);
    if (found == attributes.extra.end()) return std::nullopt;
    std::string value = std::move(found->second);
    attributes.extra.erase(found);
    return value;
}

bool take_class(Attributes& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes.classes, name);
    if (found == attributes.classes.end()) return false;
    attributes.classes.erase(found);
    return true;
}

}  // namespace offprint::pandoc
