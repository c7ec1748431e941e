#include "reader/toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "front_matter/fields.hpp"
#include "offprint/text.hpp"

namespace offprint::markdown {

namespace {

/// A value as it would stand in a text: dates as in ISO 8601, a string without its quotes.
std::string text_of(const toml::node& value) {
    if (const auto* text = value.as_string()) return clean_xml_text(text->get());
    std::ostringstream out;
    value.visit([&](const auto& node) {
        if constexpr (toml::is_value<decltype(node)>) out << node;
    });
    return out.str();
}

/// The scalars in `value`. Of "[[authors]]" with a name and what may stand beside it only the name is wanted.
void collect(const toml::node& value, std::vector<std::string>& values) {
    if (const toml::array* array = value.as_array()) {
        for (const toml::node& item : *array) collect(item, values);
    } else if (const toml::table* table = value.as_table()) {
        if (const toml::node* name = table->get("name")) collect(*name, values);
    } else {
        values.push_back(text_of(value));
    }
}

}  // namespace

bool read_toml(std::string_view text, SourceRange range, Context& context, Metadata& metadata) {
    constexpr std::size_t largest = 256 * 1024;
    const auto refuse = [&](std::string_view reason) {
        context.report(Severity::info, "front-matter.invalid",
                       fmt::format("what stands between the first lines of plus signs is no TOML ({}) and stays in the "
                                   "text",
                                   reason),
                       range);
        return false;
    };
    if (text.size() > largest) return refuse("more than 256 KiB");
    // Each dot of a key is a table in another one, which toml++ frees by recursion.
    constexpr std::ptrdiff_t most_dots = 1000;
    if (std::count(text.begin(), text.end(), '.') > most_dots) return refuse("more than 1000 dots");
    try {
        std::vector<front_matter::Field> fields;
        for (const auto& [key, value] : toml::parse(text)) {
            fields.push_back({clean_xml_text(key.str()), {}});
            collect(value, fields.back().values);
        }
        front_matter::set_fields(metadata, fields, range, context);
        return true;
    } catch (const toml::parse_error& error) {
        return refuse(fmt::format("line {}: {}", error.source().begin.line, utf8_prefix(error.description(), 200)));
    }
}

}  // namespace offprint::markdown
