#include "containers/open_container.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "containers/mhtml.hpp"
#include "containers/web_archive.hpp"
#include "containers/zipped_page.hpp"

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

}  // namespace

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
