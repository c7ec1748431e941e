#include "containers/container.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "containers/mhtml.hpp"
#include "containers/web_archive.hpp"
#include "containers/zipped_page.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

struct Kind {
    ProbeResult (*probe)(std::string_view head);
    Container (*open)(std::string bytes, Context& context);
};

constexpr std::array kinds{
    Kind{zip_probe, open_zipped_page},
    Kind{web_archive_probe, open_web_archive},
    Kind{mhtml_probe, open_mhtml},
};

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

Container open_container(std::string bytes, Context& context) {
    for (const Kind& kind : kinds)
        if (kind.probe(bytes) != ProbeResult::no) return kind.open(std::move(bytes), context);
    Container alone;
    alone.page = std::move(bytes);
    return alone;
}

ProbeResult container_probe(std::string_view head) {
    ProbeResult best = ProbeResult::no;
    for (const Kind& kind : kinds) best = std::max(best, kind.probe(head));
    return best;
}

}  // namespace offprint::html
