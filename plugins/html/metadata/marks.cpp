#include "metadata/marks.hpp"

#include "offprint/text.hpp"

namespace offprint::html {

bool marks(const Dom& dom, NodeIndex element, std::string_view name) {
    if (dom[element].attribute_count == 0) return false;
    if (dom.has_word(element, "itemprop", name)) return true;
    const std::string_view property = dom.attribute(element, "property").substr(0, longest_name_list);
    return !property.empty() && to_lower_ascii(property.substr(property.find(':') + 1)) == name;
}

}  // namespace offprint::html
