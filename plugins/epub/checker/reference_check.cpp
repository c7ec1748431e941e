#include "checker/reference_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "offprint/url.hpp"

namespace offprint::epub::check {

namespace {

bool is_link(ReferenceKind kind) {
    return kind == ReferenceKind::hyperlink || kind == ReferenceKind::table_of_contents ||
           kind == ReferenceKind::navigation;
}

bool is_content(std::string_view media_type) {
    return media_type == xhtml_media_type || media_type == svg_media_type;
}

/// Types that every e-reader shows as pictures (EPUB 3.3, section 3.2).
bool is_core_image(std::string_view media_type) {
    return media_type == "image/jpeg" || media_type == "image/png" || media_type == "image/gif" ||
           media_type == "image/webp" || media_type == svg_media_type;
}

class ReferenceCheck {
public:
    explicit ReferenceCheck(Book& book) : book_(book), package_(book.package) {
        for (const SpineReference& reference : package_.reading_order)
            if (reference.item != nullptr) spine_.emplace(reference.item->path, spine_.size());
        for (const PackageItem& item : package_.items) hrefs_.insert(item.href);
    }

    void check(const Reference& reference) {
        const std::string_view url = trim_xml(reference.url);
        const std::string scheme = url_scheme(url);
        if (url.find(' ') != std::string_view::npos && scheme != "data") report_invalid_url(reference);
        if (scheme.empty() && !url.starts_with("//"))
            check_inside(reference, url);
        else
            check_outside(reference, scheme);
    }

private:
    static Place at(const Reference& reference) { return {reference.from, reference.place}; }

    void report_invalid_url(const Reference& reference) {
        book_.findings.report(Severity::error, "epub.rsc-020", at(reference),
                              fmt::format("'{}' is no valid URL", reference.url));
    }

    void check_outside(const Reference& reference, const std::string& scheme) {
        if (scheme == "file")
            book_.findings.report(Severity::error, "epub.rsc-030", at(reference), "a file URL is not allowed");
        if (scheme == "data" && is_link(reference.kind))
            book_.findings.report(Severity::error, "epub.rsc-029", at(reference), "a data URL is not allowed here");
        if (scheme != "http" && scheme != "https" && !reference.url.starts_with("//")) return;
        if (url_host(reference.url).empty()) return report_invalid_url(reference);
        if (reference.kind == ReferenceKind::table_of_contents)
            book_.findings.report(Severity::error, "epub.nav-010", at(reference),
                                  fmt::format("the table of contents leads to '{}'", reference.url));
        if (is_link(reference.kind)) return;
        if (reference.kind != ReferenceKind::media)
            book_.findings.report(
                Severity::error, "epub.rsc-006", at(reference),
                fmt::format("'{}' is not in the book; only audio, video and fonts may be remote", reference.url));
        else if (!hrefs_.contains(trim_xml(reference.url)))
            report_undeclared(reference, reference.url);
        else if (scheme == "http")
            book_.findings.report(Severity::warning, "epub.rsc-031", at(reference),
                                  fmt::format("'{}' should use https", reference.url));
    }

    void check_inside(const Reference& reference, std::string_view url) {
        const std::size_t hash = std::min(url.find('#'), url.size());
        if (url.substr(0, hash).find('?') != std::string_view::npos)
            book_.findings.report(Severity::error, "epub.rsc-033", at(reference),
                                  fmt::format("'{}' has a query; a relative URL must not", url));
        const std::optional<std::string> path = resolve_path(reference.from, url);
        if (!path) {
            book_.findings.report(Severity::error, "epub.rsc-026", at(reference),
                                  fmt::format("'{}' leads out of the container", url));
            return;
        }
        const std::string fragment = hash < url.size() ? percent_decode(url.substr(hash + 1)) : "";
        const auto item = package_.by_path.find(*path);
        if (item != package_.by_path.end())
            check_target(reference, *item->second, fragment);
        else if (book_.container.has(*path))
            report_undeclared(reference, *path);
        else
            book_.findings.report(Severity::error, "epub.rsc-007", at(reference),
                                  fmt::format("the file '{}' is missing", *path));
    }

    void report_undeclared(const Reference& reference, const std::string& path) {
        book_.findings.report(Severity::error, "epub.rsc-008", at(reference),
                              fmt::format("the file '{}' is not in the manifest", path));
    }

    void check_target(const Reference& reference, const PackageItem& item, const std::string& fragment) {
        if (is_link(reference.kind)) check_link_target(reference, item);
        if (reference.kind == ReferenceKind::image && !is_core_image(item.media_type) &&
            item.element->find("fallback") == nullptr)
            book_.findings.report(Severity::error, "epub.rsc-032", at(reference),
                                  fmt::format("'{}' is no type of pictures that e-readers must show", item.media_type));
        if (!fragment.empty()) check_fragment(reference, item, fragment);
        if (reference.kind == ReferenceKind::table_of_contents) check_order(reference, item, fragment);
    }

    void check_link_target(const Reference& reference, const PackageItem& item) {
        if (!is_content(item.media_type) && item.element->find("fallback") == nullptr)
            book_.findings.report(Severity::error, "epub.rsc-010", at(reference),
                                  fmt::format("the link leads to '{}', which is no page", item.media_type));
        else if (!spine_.contains(item.path))
            book_.findings.report(Severity::error, "epub.rsc-011", at(reference),
                                  fmt::format("the link leads to '{}', which is not in the spine", item.path));
    }

    void check_fragment(const Reference& reference, const PackageItem& item, const std::string& fragment) {
        if (item.media_type == "text/css")
            book_.findings.report(Severity::error, "epub.rsc-013", at(reference), "a style sheet has no fragments");
        else if (reference.kind == ReferenceKind::image && item.media_type != svg_media_type)
            book_.findings.report(Severity::warning, "epub.rsc-009", at(reference), "such a picture has no fragments");
        const auto ids = book_.ids.find(item.path);
        // Fragments with a scheme, such as epubcfi(...) or xywh=..., name no id.
        if (ids == book_.ids.end() || fragment.find_first_of("(=") != std::string::npos) return;
        if (!ids->second.contains(fragment))
            book_.findings.report(Severity::error, "epub.rsc-012", at(reference),
                                  fmt::format("there is no id '{}' in '{}'", fragment, item.path));
    }

    /// The table of contents follows the order of the spine, and within a file that of its ids.
    void check_order(const Reference& reference, const PackageItem& item, const std::string& fragment) {
        const auto page = spine_.find(item.path);
        if (page == spine_.end()) return;
        std::pair<std::size_t, std::size_t> position(page->second, 0);
        if (const auto ids = book_.ids.find(item.path); ids != book_.ids.end())
            if (const auto id = ids->second.find(fragment); id != ids->second.end()) position.second = id->second + 1;
        if (position < last_contents_position_)
            book_.findings.report(Severity::warning, "epub.nav-011", at(reference),
                                  "the table of contents is not in the order of the text");
        last_contents_position_ = position;
    }

    Book& book_;
    const Package& package_;
    std::unordered_map<std::string, std::size_t> spine_;
    std::unordered_set<std::string_view> hrefs_;
    std::pair<std::size_t, std::size_t> last_contents_position_;
};

}  // namespace

void check_references(Book& book) {
    ReferenceCheck check(book);
    for (const Reference& reference : book.references) {
        book.context.checkpoint();
        check.check(reference);
    }
}

}  // namespace offprint::epub::check
