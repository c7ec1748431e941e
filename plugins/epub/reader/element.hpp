// An element on its way from a book's XHTML to the page that the mapper reads.
// Thread safety: values.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offprint::epub {

/// Name and attributes, as they are to be written; values are escaped.
struct Element {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string content_before;  ///< markup that comes first within the element
    bool is_dropped = false;     ///< with all that it holds
    bool is_emptied = false;     ///< without all that it holds

    /// The value of an attribute; empty if it has none.
    std::string_view value(std::string_view attribute) const {
        for (const auto& [key, value] : attributes)
            if (key == attribute) return value;
        return {};
    }

    void set(std::string_view attribute, std::string value) {
        for (auto& [key, old] : attributes)
            if (key == attribute) {
                old = std::move(value);
                return;
            }
        attributes.emplace_back(attribute, std::move(value));
    }

    void remove(std::string_view attribute) {
        std::erase_if(attributes, [&](const auto& entry) { return entry.first == attribute; });
    }
};

}  // namespace offprint::epub
