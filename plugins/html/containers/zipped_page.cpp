#include "containers/zipped_page.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// An archive in memory, and what may still be unpacked of it.
class Archive {
public:
    Archive(std::string bytes, std::uint64_t budget) : bytes_(std::move(bytes)), left_(budget) {
        zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, nullptr);
        archive_.reset(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr);
        if (!archive_ && source != nullptr) zip_source_free(source);
    }

    bool usable() const { return archive_ != nullptr; }
    std::uint64_t size() const { return static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0)); }

    /// In UTF-8, with slashes; empty for a name that leads out of the archive.
    std::string name(std::uint64_t entry) const {
        const char* stored = zip_get_name(archive_.get(), entry, ZIP_FL_ENC_GUESS);
        std::string name = stored != nullptr ? stored : "";
        std::replace(name.begin(), name.end(), '\\', '/');
        const bool leads_out =
            name.starts_with('/') || name.find(':') < 2 || ("/" + name + "/").find("/../") != std::string::npos;
        return leads_out ? std::string() : name;
    }

    /// Nullopt for an entry that is damaged, encrypted, or beyond `max_bytes` or the budget: sizes are counted, for
    /// those in the archive may lie.
    std::optional<std::string> unpack(std::uint64_t entry, std::uint64_t max_bytes) {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive_.get(), entry, 0),
                                                                     zip_fclose);
        if (!file) return std::nullopt;
        std::string unpacked;
        char chunk[16 * 1024];
        zip_int64_t got = 0;
        while ((got = zip_fread(file.get(), chunk, sizeof chunk)) > 0) {
            const auto size = static_cast<std::uint64_t>(got);
            exceeded_ = size > left_ || unpacked.size() + size > max_bytes;
            if (exceeded_) return std::nullopt;
            left_ -= size;
            unpacked.append(chunk, size);
        }
        return got == 0 ? std::optional(std::move(unpacked)) : std::nullopt;
    }

    /// True if what was unpacked last was too large.
    bool exceeded() const { return exceeded_; }

private:
    std::string bytes_;
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive_{nullptr, zip_discard};
    std::uint64_t left_;
    bool exceeded_ = false;
};

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
    const auto archive = std::make_shared<Archive>(std::move(bytes), limits.resource_bytes);
    if (!archive->usable()) throw Error(ErrorCode::malformed_input, "this ZIP archive is damaged");
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
