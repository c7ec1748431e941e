#include "checker/package_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "offprint/url.hpp"

namespace offprint::epub::check {

namespace {

/// The parts of a package document, in their order (EPUB 3.3, section 5.4).
struct Part {
    std::string_view name;
    bool is_required;
};
constexpr auto parts = std::to_array<Part>({{"metadata", true},
                                            {"manifest", true},
                                            {"spine", true},
                                            {"guide", false},
                                            {"bindings", false},
                                            {"collection", false}});

/// A property of manifest items and the media types that may have it; none: any (EPUB 3.3, appendix D.5).
struct ItemProperty {
    std::string_view name;
    std::string_view media_types;
};
constexpr auto item_properties = std::to_array<ItemProperty>({
    {"cover-image", "image/gif image/jpeg image/png image/svg+xml image/webp"},
    {"data-nav", ""},
    {"dictionary", ""},
    {"glossary", ""},
    {"index", ""},
    {"mathml", "application/xhtml+xml"},
    {"nav", "application/xhtml+xml"},
    {"remote-resources", ""},
    {"scripted", "application/xhtml+xml image/svg+xml"},
    {"search-key-map", ""},
    {"svg", "application/xhtml+xml"},
    {"switch", "application/xhtml+xml"},
});

bool is_content(std::string_view media_type) {
    return media_type == xhtml_media_type || media_type == svg_media_type;
}

class PackageCheck {
public:
    explicit PackageCheck(Book& book) : book_(book), package_(book.package) {}

    bool run() {
        const XmlElement* root = package_.xml.root();
        if (root == nullptr) return false;
        if (!root->is(opf_namespace, "package")) {
            invalid(*root, "the root is no 'package' element of the namespace of package documents");
            return false;
        }
        if (root->value("version").starts_with("2")) {
            book_.findings.report(Severity::warning, "epub.version-unchecked", at(*root),
                                  "this is a book in EPUB 2; no more than its archive was checked");
            return false;
        }
        check_root(*root);
        check_parts(*root);
        for (const PackageItem& item : package_.items) check_item(item);
        check_unique_items();
        check_spine();
        check_guide();
        return true;
    }

private:
    Place at(const XmlElement& element) const { return {package_.path, element.place}; }

    void invalid(const XmlElement& element, std::string_view message) {
        book_.findings.report(Severity::error, "epub.rsc-005", at(element), message);
    }

    void require(const XmlElement& element, std::string_view attribute) {
        if (element.find(attribute) == nullptr)
            invalid(element, fmt::format("'{}' lacks the attribute '{}'", element.name, attribute));
    }

    void check_root(const XmlElement& root) {
        const std::string_view version = root.value("version");
        if (root.find("version") == nullptr)
            book_.findings.report(Severity::error, "epub.opf-001", at(root), "the package has no version");
        else if (version != "3.0")
            invalid(root, fmt::format("the version is '{}', not 3.0", version));
        if (root.find("unique-identifier") == nullptr)
            book_.findings.report(Severity::error, "epub.opf-048", at(root), "'unique-identifier' is missing");
    }

    void check_parts(const XmlElement& root) {
        std::size_t expected = 0;
        for (const XmlElement* child : package_.xml.children(root)) {
            const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& candidate) {
                return child->is(opf_namespace, candidate.name);
            });
            const auto index = static_cast<std::size_t>(part - parts.begin());
            if (part == parts.end() || index < expected)
                invalid(*child, fmt::format("'{}' is not allowed here", child->name));
            else
                expected = index + (part->name == "collection" ? 0 : 1);
        }
        for (const Part& part : parts)
            if (part.is_required && package_.xml.child(root, opf_namespace, part.name) == nullptr)
                invalid(root, fmt::format("'{}' is missing", part.name));
        check_children(package_.manifest, "item");
        check_children(package_.spine, "itemref");
        check_children(package_.guide, "reference");
    }

    /// At least one, and nothing else.
    void check_children(const XmlElement* parent, std::string_view name) {
        if (parent == nullptr) return;
        const auto children = package_.xml.children(*parent);
        if (children.empty()) invalid(*parent, fmt::format("'{}' has no '{}'", parent->name, name));
        for (const XmlElement* child : children)
            if (!child->is(opf_namespace, name)) invalid(*child, fmt::format("'{}' is not allowed here", child->name));
    }

    void check_item(const PackageItem& item) {
        for (const std::string_view attribute : {"id", "href", "media-type"}) require(*item.element, attribute);
        if (item.media_type.find('/') == std::string_view::npos && item.element->find("media-type") != nullptr)
            invalid(*item.element, fmt::format("'{}' is no media type", item.media_type));
        if (!item.href.empty()) check_href(item);
        check_fallback(item);
        for (const std::string_view property : split_words(item.element->value("properties")))
            check_property(item, property);
    }

    void check_href(const PackageItem& item) {
        const XmlElement& element = *item.element;
        const std::string scheme = url_scheme(item.href);
        if (item.href.find('#') != std::string_view::npos)
            book_.findings.report(Severity::error, "epub.opf-091", at(element), "'href' has a fragment");
        if (scheme == "data")
            book_.findings.report(Severity::error, "epub.rsc-029", at(element), "a data URL is not allowed here");
        if (scheme == "file") {
            book_.findings.report(Severity::error, "epub.rsc-030", at(element), "a file URL is not allowed");
            book_.findings.report(Severity::error, "epub.rsc-006", at(element), "the file is not in the book");
        }
        if (!scheme.empty()) return;
        if (item.href.find(' ') != std::string_view::npos)
            book_.findings.report(Severity::error, "epub.rsc-020", at(element),
                                  fmt::format("'{}' is no valid URL", item.href));
        if (item.href.find('?') != std::string_view::npos)
            book_.findings.report(Severity::error, "epub.rsc-033", at(element), "a relative URL must not have a query");
        if (!resolve_path(package_.path, item.href))
            book_.findings.report(Severity::error, "epub.rsc-026", at(element),
                                  fmt::format("'{}' leads out of the container", item.href));
        else if (item.path == package_.path)
            book_.findings.report(Severity::error, "epub.opf-099", at(element),
                                  "the manifest lists the package document");
        else if (item.path.starts_with("META-INF/"))
            book_.findings.report(Severity::error, "epub.pkg-025", at(element), "a resource is in META-INF");
        if (!item.path.empty() && !book_.container.has(item.path))
            book_.findings.report(Severity::error, "epub.rsc-001", at(element),
                                  fmt::format("the file '{}' is missing", item.path));
    }

    void check_fallback(const PackageItem& item) {
        std::unordered_set<std::string_view> seen;
        for (const PackageItem* current = &item; current->element->find("fallback") != nullptr;) {
            if (!seen.insert(current->id).second) {
                book_.findings.report(Severity::error, "epub.opf-045", at(*item.element),
                                      "its fallbacks form a circle");
                return;
            }
            // Each item checks the first step of its own chain.
            const auto next = package_.by_id.find(current->element->value("fallback"));
            if (next == package_.by_id.end()) {
                if (current == &item)
                    book_.findings.report(Severity::error, "epub.opf-040", at(*item.element),
                                          "the item that is its fallback does not exist");
                return;
            }
            if (seen.size() > longest_fallback_chain) return;
            current = next->second;
        }
    }

    void check_property(const PackageItem& item, std::string_view property) {
        if (property.find(':') != std::string_view::npos) return;
        const auto known = std::find_if(item_properties.begin(), item_properties.end(),
                                        [&](const ItemProperty& candidate) { return candidate.name == property; });
        if (known == item_properties.end())
            book_.findings.report(Severity::error, "epub.opf-027", at(*item.element),
                                  fmt::format("the property '{}' is not defined", property));
        else if (!known->media_types.empty() && !has_word(known->media_types, item.media_type))
            book_.findings.report(Severity::error, "epub.opf-012", at(*item.element),
                                  fmt::format("the property '{}' is not for '{}'", property, item.media_type));
    }

    void check_unique_items() {
        std::unordered_set<std::string_view> paths;
        std::size_t navigations = 0;
        std::size_t covers = 0;
        for (const PackageItem& item : package_.items) {
            navigations += item.has("nav") ? 1 : 0;
            covers += item.has("cover-image") ? 1 : 0;
            if (!item.path.empty() && !paths.insert(item.path).second)
                book_.findings.report(Severity::error, "epub.opf-074", at(*item.element),
                                      fmt::format("'{}' is listed twice", item.path));
            if (item.media_type == ncx_media_type && package_.spine != nullptr &&
                package_.spine->find("toc") == nullptr)
                invalid(*item.element, "there is an NCX, but the spine names none");
        }
        if (package_.manifest == nullptr) return;
        if (navigations != 1)
            invalid(*package_.manifest, fmt::format("{} items have the property 'nav'; one must", navigations));
        if (covers > 1) invalid(*package_.manifest, fmt::format("{} items have the property 'cover-image'", covers));
    }

    void check_spine() {
        if (package_.spine == nullptr) return;
        const XmlElement& spine = *package_.spine;
        const std::string_view direction = spine.value("page-progression-direction");
        if (!direction.empty() && direction != "ltr" && direction != "rtl" && direction != "default")
            invalid(spine, fmt::format("'{}' is no direction of pages", direction));
        if (spine.find("toc") != nullptr && package_.ncx() == nullptr) {
            invalid(spine, "'toc' does not name an NCX");
            if (package_.by_id.contains(spine.value("toc")))
                book_.findings.report(Severity::error, "epub.opf-050", at(spine), "'toc' names a file of another type");
            else
                book_.findings.report(Severity::error, "epub.opf-049", at(spine), "'toc' names no item");
        }
        bool has_linear = false;
        std::unordered_set<std::string_view> seen;
        for (const SpineReference& reference : package_.reading_order) {
            const XmlElement& element = *reference.element;
            const std::string_view linear = element.value("linear");
            require(element, "idref");
            has_linear = has_linear || reference.is_linear;
            if (!linear.empty() && linear != "yes" && linear != "no")
                invalid(element, fmt::format("'linear' is '{}', neither yes nor no", linear));
            if (reference.item == nullptr) {
                book_.findings.report(Severity::error, "epub.opf-049", at(element), "'idref' names no item");
                invalid(element, "'idref' names no item");
                continue;
            }
            if (!seen.insert(reference.item->id).second) {
                invalid(element, "the item is in the spine twice");
            }
            check_spine_item(element, *reference.item);
        }
        if (!has_linear && !package_.reading_order.empty())
            book_.findings.report(Severity::error, "epub.opf-033", at(spine), "nothing in the spine is linear");
    }

    void check_spine_item(const XmlElement& element, const PackageItem& item) {
        if (is_content(item.media_type)) return;
        if (item.element->find("fallback") == nullptr) {
            book_.findings.report(Severity::error, "epub.opf-043", at(element),
                                  fmt::format("'{}' is no type for the spine, and has no fallback", item.media_type));
            return;
        }
        const PackageItem* current = &item;
        for (std::size_t step = 0; step < longest_fallback_chain && !is_content(current->media_type); ++step) {
            const auto next = package_.by_id.find(current->element->value("fallback"));
            if (next == package_.by_id.end()) break;
            current = next->second;
        }
        if (!is_content(current->media_type))
            book_.findings.report(Severity::error, "epub.opf-044", at(element), "no fallback of the item is a page");
    }

    void check_guide() {
        if (package_.guide == nullptr) return;
        for (const XmlElement* reference : package_.xml.children(*package_.guide)) {
            for (const std::string_view attribute : {"type", "href"}) require(*reference, attribute);
            const std::string_view href = reference->value("href");
            const std::string path = resolve_path(package_.path, href).value_or("");
            if (!href.empty())
                book_.references.push_back(
                    {package_.path, reference->place, ReferenceKind::resource, std::string(href)});
            const auto item = package_.by_path.find(path);
            if (item == package_.by_path.end())
                book_.findings.report(Severity::error, "epub.opf-031", at(*reference),
                                      fmt::format("'{}' is not in the manifest", href));
            else if (!is_content(item->second->media_type))
                book_.findings.report(Severity::error, "epub.opf-032", at(*reference), "the guide names no page");
        }
    }

    static constexpr std::size_t longest_fallback_chain = 100;

    Book& book_;
    const Package& package_;
};

}  // namespace

bool check_package(Book& book) {
    return PackageCheck(book).run();
}

void check_reachability(Book& book) {
    std::unordered_set<std::string> reached;
    for (const Reference& reference : book.references)
        if (reference.kind == ReferenceKind::hyperlink || reference.kind == ReferenceKind::table_of_contents ||
            reference.kind == ReferenceKind::navigation)
            reached.insert(resolve_path(reference.from, reference.url).value_or(""));
    for (const SpineReference& reference : book.package.reading_order)
        if (!reference.is_linear && reference.item != nullptr && !reached.contains(reference.item->path))
            book.findings.report(Severity::error, "epub.opf-096", {book.package.path, reference.element->place},
                                 "what is not linear must be reached by a link");
}

}  // namespace offprint::epub::check
