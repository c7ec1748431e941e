#include "reader/package.hpp"

#include <fmt/format.h>

#include <optional>
#include <unordered_set>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "reader/package_metadata.hpp"
#include "reader/semantics.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

constexpr const char* container_path = "META-INF/container.xml";

struct Item {
    std::string path;
    std::string media_type;
    std::string properties;
};

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node child : parent.children())
        if (local_name(child.name()) == name) return child;
    return {};
}

/// Where the container says the package is, else the first package document that there is.
std::string package_path(Archive& archive, Context& context) {
    if (const std::optional<std::string> container = archive.unpack(container_path)) {
        pugi::xml_document tree;
        tree.load_buffer(container->data(), container->size());
        for (const pugi::xml_node file : child_named(tree.document_element(), "rootfiles").children()) {
            std::string path = resolve_path("", file.attribute("full-path").value());
            if (archive.has(path)) return path;
        }
    }
    const std::string found = archive.first_with_extension(".opf");
    if (found.empty()) throw Error(ErrorCode::malformed_input, "this archive holds no EPUB: no package document");
    context.report(Severity::warning, "epub.container-missing",
                   fmt::format("META-INF/container.xml names no package document; {} is taken for it", found));
    return found;
}

class PackageReader {
public:
    PackageReader(Archive& archive, Context& context)
        : archive_(archive), context_(context), path_(package_path(archive, context)) {}

    Package read() {
        load();
        read_manifest();
        read_guide();
        const pugi::xml_node element = child_named(root_, "metadata");
        package_.is_own = is_own(element);
        // Packages of before 2002 put the elements of Dublin Core into one of their own.
        const pugi::xml_node inner = child_named(element, "dc-metadata");
        package_.metadata = read_metadata(inner ? inner : element, root_.attribute("unique-identifier").value(),
                                          package_.is_own, context_);
        package_.cover = find_cover(element);
        read_spine();
        return std::move(package_);
    }

private:
    void load() {
        const std::optional<std::string> bytes = archive_.unpack(path_);
        if (!bytes) throw Error(ErrorCode::malformed_input, "the package document is damaged or encrypted", path_);
        const pugi::xml_parse_result result = tree_.load_buffer(bytes->data(), bytes->size());
        root_ = tree_.document_element();
        if (local_name(root_.name()) != "package")
            throw Error(ErrorCode::malformed_input,
                        fmt::format("this is no package document: {} at byte {}", result.description(), result.offset),
                        path_);
        if (!result)
            context_.report(Severity::warning, "epub.malformed-package",
                            fmt::format("{} is no well-formed XML: {} at byte {}; what stands before that is read",
                                        path_, result.description(), result.offset));
    }

    void read_manifest() {
        for (const pugi::xml_node element : child_named(root_, "manifest").children()) {
            context_.checkpoint();
            Item item{resolve_path(path_, element.attribute("href").value()), element.attribute("media-type").value(),
                      element.attribute("properties").value()};
            items_.try_emplace(element.attribute("id").value(), std::move(item));
        }
    }

    void read_guide() {
        for (const pugi::xml_node reference : child_named(root_, "guide").children())
            guide_.try_emplace(resolve_path(path_, reference.attribute("href").value()),
                               reference.attribute("type").value());
    }

    static bool is_own(pugi::xml_node metadata) {
        const pugi::xml_node generator = metadata.find_child_by_attribute("meta", "name", "generator");
        return std::string_view(generator.attribute("content").value()).starts_with("Offprint");
    }

    /// EPUB 3 has a property for it, EPUB 2 a habit.
    std::string find_cover(pugi::xml_node metadata) const {
        for (const auto& [id, item] : items_)
            if (has_word(item.properties, "cover-image")) return item.path;
        const pugi::xml_node meta = metadata.find_child_by_attribute("meta", "name", "cover");
        const auto named = items_.find(meta.attribute("content").value());
        return named != items_.end() && named->second.media_type.starts_with("image/") ? named->second.path
                                                                                       : std::string();
    }

    void read_spine() {
        const pugi::xml_node spine = child_named(root_, "spine");
        if (std::string_view(spine.attribute("page-progression-direction").value()) == "rtl")
            package_.direction = Direction::right_to_left;
        std::unordered_set<std::string_view> seen;
        for (const pugi::xml_node reference : spine.children()) {
            context_.checkpoint();
            const auto item = items_.find(reference.attribute("idref").value());
            if (item == items_.end() || !archive_.has(item->second.path)) {
                context_.report(Severity::warning, "epub.file-missing",
                                fmt::format("the spine names '{}', which is not in the book",
                                            utf8_prefix(reference.attribute("idref").value(), 200)));
            } else if (seen.insert(item->second.path).second) {
                add_file(item->second);
            }
        }
        if (package_.spine.empty()) throw Error(ErrorCode::malformed_input, "the book's spine has no files", path_);
    }

    void add_file(const Item& item) {
        if (item.media_type.starts_with("image/")) {
            context_.report(Severity::warning, "epub.file-dropped",
                            fmt::format("{} of the spine is of type {}, not a text", item.path, item.media_type));
            return;
        }
        const auto use = guide_.find(item.path);
        package_.spine.push_back(
            {item.path, has_word(item.properties, "nav"), use == guide_.end() ? std::string() : use->second});
    }

    Archive& archive_;
    Context& context_;
    const std::string path_;
    pugi::xml_document tree_;
    pugi::xml_node root_;
    std::unordered_map<std::string, Item> items_;
    std::unordered_map<std::string, std::string> guide_;  ///< types by path
    Package package_;
};

}  // namespace

Package read_package(Archive& archive, Context& context) {
    return PackageReader(archive, context).read();
}

}  // namespace offprint::epub
