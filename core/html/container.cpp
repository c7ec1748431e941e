#include "html/container.hpp"

#include <algorithm>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_reference = 8 * 1024;

}  // namespace

void Container::add(std::string part_address, Part part, Context& context) {
    if (parts.size() < most_parts)
        parts.emplace(std::move(part_address), std::move(part));
    else
        context.report(Severity::warning, "html.parts-left-out",
                       "the file holds more than 10000 parts; the others were left out");
}

const Part* Container::find(std::string_view base, std::string_view reference) const {
    reference = trim(reference);
    if (parts.empty() || reference.empty() || reference.size() > longest_reference) return nullptr;
    for (const std::string_view place : {base, std::string_view(address)}) {
        const std::string resolved = resolve_url(place, reference);
        std::string slashed = percent_decode(resolved);
        std::replace(slashed.begin(), slashed.end(), '\\', '/');
        for (const std::string& name :
             {percent_decode(resolved), resolved, percent_decode(resolved.substr(0, resolved.find('#'))),
              percent_decode(resolved.substr(0, resolved.find_first_of("?#"))), slashed})
            if (const auto part = parts.find(name); part != parts.end()) return &part->second;
    }
    return nullptr;
}

}  // namespace offprint::html
