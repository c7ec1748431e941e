#include "reader/reading_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "package/package.hpp"
#include "reader/package_metadata.hpp"

namespace offprint::epub {

namespace {

/// Where the container says the package is, else the first package document that there is.
std::string package_path(ocf::Container& container, Context& context) {
    if (const std::optional<std::string> bytes = container.read(std::string(ocf::container_path)))
        for (const std::string& path : ocf::package_paths(ocf::parse_xml(*bytes, context)))
            if (container.has(path)) return path;
    const auto& entries = container.entries();
    const auto found = std::ranges::find_if(entries, [](const auto& entry) { return entry.name.ends_with(".opf"); });
    if (found == entries.end())
        throw Error(ErrorCode::malformed_input, "this archive holds no EPUB: no package document");
    context.report(Severity::warning, "epub.container-missing",
                   fmt::format("{} names no package document; {} is taken for it", ocf::container_path, found->name));
    return found->name;
}

class Planner {
public:
    Planner(ocf::Container& container, Context& context)
        : container_(container), context_(context), package_(open(container, context)) {}

    ReadingPlan plan() {
        plan_.is_own = is_own();
        plan_.metadata = read_metadata(package_, plan_.is_own, context_);
        plan_.cover = cover();
        if (package_.spine != nullptr && package_.spine->value("page-progression-direction") == "rtl")
            plan_.direction = Direction::right_to_left;
        read_guide();
        add_files();
        return std::move(plan_);
    }

private:
    static ocf::Package open(ocf::Container& container, Context& context) {
        const std::string path = package_path(container, context);
        const std::optional<std::string> bytes = container.read(path);
        if (!bytes) throw Error(ErrorCode::malformed_input, "the package document is damaged or encrypted", path);
        ocf::Package package = ocf::parse_package(path, *bytes, context);
        if (package.spine == nullptr)
            throw Error(ErrorCode::malformed_input, "this is no package document, or it has no spine", path);
        if (package.xml.fault)
            context.report(Severity::warning, "epub.malformed-package",
                           fmt::format("{} is no well-formed XML: {} in line {}; what stands before that is read", path,
                                       package.xml.fault->message, package.xml.fault->place.line));
        return package;
    }

    /// The value of a `meta` with this name, which EPUB 2 has.
    std::string_view named_meta(std::string_view name) const {
        if (package_.metadata == nullptr) return {};
        for (const ocf::XmlElement* element : package_.xml.children(*package_.metadata))
            if (element->name == "meta" && element->value("name") == name) return element->value("content");
        return {};
    }

    bool is_own() const { return named_meta("generator").starts_with("Offprint"); }

    /// EPUB 3 has a property for it, EPUB 2 a habit.
    std::string cover() const {
        if (const ocf::PackageItem* item = package_.with_property("cover-image")) return item->path;
        const auto named = package_.by_id.find(named_meta("cover"));
        const bool is_image = named != package_.by_id.end() && named->second->media_type.starts_with("image/");
        return is_image ? named->second->path : std::string();
    }

    void read_guide() {
        if (package_.guide == nullptr) return;
        for (const ocf::XmlElement* reference : package_.xml.children(*package_.guide))
            if (std::optional<std::string> path = ocf::resolve_path(package_.path, reference->value("href")))
                guide_.try_emplace(std::move(*path), reference->value("type"));
    }

    void add_files() {
        std::unordered_set<std::string_view> seen;
        for (const ocf::SpineReference& reference : package_.reading_order) {
            context_.checkpoint();
            const ocf::PackageItem* item = reference.item;
            if (item == nullptr || !container_.has(item->path))
                context_.report(Severity::warning, "epub.file-missing",
                                fmt::format("the spine names '{}', which is not in the book",
                                            utf8_prefix(reference.element->value("idref"), 200)));
            else if (seen.insert(item->path).second)
                add_file(*item);
        }
        if (plan_.files.empty())
            throw Error(ErrorCode::malformed_input, "the book's spine has no files", package_.path);
    }

    void add_file(const ocf::PackageItem& item) {
        if (item.media_type.starts_with("image/")) {
            context_.report(Severity::warning, "epub.file-dropped",
                            fmt::format("{} of the spine is of type {}, not a text", item.path, item.media_type));
            return;
        }
        const auto use = guide_.find(item.path);
        plan_.files.push_back({item.path, item.has("nav"), use == guide_.end() ? std::string() : use->second});
    }

    ocf::Container& container_;
    Context& context_;
    const ocf::Package package_;
    std::unordered_map<std::string, std::string> guide_;  ///< types by path
    ReadingPlan plan_;
};

/// An archive may hold names twice, and names that lead out of it.
void report_entries(const ocf::Container& container, Context& context) {
    std::unordered_set<std::string_view> names;
    for (const auto& entry : container.entries()) {
        if (entry.name.empty())
            context.report(Severity::warning, "epub.entry-outside",
                           "an entry of the archive has a name that leads out of it; it was left out");
        else if (!names.insert(entry.name).second)
            context.report(Severity::warning, "epub.duplicate-entry",
                           fmt::format("the archive holds '{}' more than once; the first one counts", entry.name));
    }
}

}  // namespace

ReadingPlan plan_reading(ocf::Container& container, Context& context) {
    report_entries(container, context);
    return Planner(container, context).plan();
}

}  // namespace offprint::epub
