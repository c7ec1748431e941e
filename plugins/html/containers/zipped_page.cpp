#include "containers/zipped_page.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/zip_reader.hpp"

namespace offprint::html {

namespace {

/// How good a page an entry is, the lowest being the best; nothing of what systems add ("__MACOSX/") is one.
std::optional<std::tuple<bool, std::ptrdiff_t>> rank(const std::string& name) {
    const std::string lower = to_lower_ascii(name);
    const std::string file = lower.substr(lower.rfind('/') + 1);  // npos + 1 is 0
    const bool is_page = file.ends_with(".html") || file.ends_with(".htm") || file.ends_with(".xhtml");
    if (!is_page || file.starts_with('.') || lower.starts_with("__macosx/")) return std::nullopt;
    const bool is_index = file.starts_with("index.");
    return std::tuple(!is_index, std::count(name.begin(), name.end(), '/'));
}

}  // namespace

ProbeResult zip_probe(std::string_view head) {
    constexpr std::size_t name_at = 30;  // in a local file header (APPNOTE 4.3.7)
    if (!head.starts_with("PK\x03\x04") || head.size() < name_at) return ProbeResult::no;
    const std::string_view name = head.substr(name_at, 64);
    for (const std::string_view package : {"mimetype", "[Content_Types].xml", "_rels/", "META-INF/"})
        if (name.starts_with(package)) return ProbeResult::no;
    return ProbeResult::likely;
}

Container open_zipped_page(std::string bytes, Context& context) {
    const Limits& limits = context.limits();
    const auto archive = std::make_shared<package::ZipReader>(std::move(bytes), limits.resource_bytes);
    Container container;
    std::optional<std::tuple<bool, std::ptrdiff_t>> best;
    std::uint64_t page = 0;
    for (std::uint64_t entry = 0; entry < archive->size() && entry <= Container::most_parts; ++entry) {
        context.checkpoint();
        const std::string name = archive->name(entry);
        if (name.empty()) {
            context.report(Severity::warning, "html.part-unusable",
                           "an entry of the archive has a name that leads out of it; it was left out");
            continue;
        }
        const std::string address = std::string(Container::unknown_place) + name;
        if (const auto its_rank = rank(name); its_rank && (!best || *its_rank < *best)) {
            best = its_rank;
            page = entry;
            container.address = encode_url(address);
        }
        container.add(
            address, [archive, entry](std::uint64_t max_bytes) { return archive->unpack(entry, max_bytes); }, context);
    }
    if (!best) throw Error(ErrorCode::malformed_input, "this ZIP archive holds no web page");
    std::optional<std::string> unpacked = archive->unpack(page, limits.input_bytes);
    if (archive->exceeded())
        throw_limit(limits,
                    limits.resource_bytes < limits.input_bytes ? &Limits::resource_bytes : &Limits::input_bytes);
    if (!unpacked) throw Error(ErrorCode::malformed_input, "the page in this ZIP archive is damaged or encrypted");
    container.page = std::move(*unpacked);
    return container;
}

}  // namespace offprint::html
