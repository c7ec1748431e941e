#include "checker/navigation_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "checker/content_model.hpp"
#include "checker/metadata_check.hpp"
#include "offprint/text.hpp"

namespace offprint::epub::check {

namespace {

constexpr std::string_view ncx_namespace = "http://www.daisy.org/z3986/2005/ncx/";

bool is_heading(const XmlElement& element) {
    return element.space == xhtml_namespace && element.name.size() == 2 && element.name[0] == 'h' &&
           element.name[1] >= '1' && element.name[1] <= '6';
}

class NavigationCheck {
public:
    NavigationCheck(Book& book, const std::string& path, const XmlDocument& document)
        : book_(book), path_(path), document_(document) {}

    void run() {
        for (const XmlElement& element : document_.elements)
            if (element.is(xhtml_namespace, "nav") && element.find("type", ops_namespace) != nullptr)
                check_nav(element);
        if (contents_ != 1) invalid(*document_.root(), fmt::format("{} tables of contents; one is wanted", contents_));
        if (page_lists_ > 1) invalid(*document_.root(), "several lists of pages");
        if (landmarks_ > 1) invalid(*document_.root(), "several lists of landmarks");
        for (const XmlElement& element : document_.elements)
            if (is_heading(element) && !has_label(element)) invalid(element, "a heading without text");
        mark_references();
    }

private:
    void invalid(const XmlElement& element, std::string_view message) {
        book_.findings.report(Severity::error, "epub.rsc-005", {path_, element.place}, message);
    }

    std::size_t index_of(const XmlElement& element) const {
        return static_cast<std::size_t>(&element - document_.elements.data());
    }

    /// Text, a picture's alternative or a label for those who listen.
    bool has_label(const XmlElement& element) const {
        if (element.has_text) return true;
        for (std::size_t i = index_of(element); i < element.end; ++i)
            if (!document_.elements[i].value("alt").empty() || !document_.elements[i].value("aria-label").empty())
                return true;
        return false;
    }

    void check_nav(const XmlElement& nav) {
        const std::string_view type = nav.value("type", ops_namespace);
        const bool is_contents = has_word(type, "toc");
        const bool is_landmarks = has_word(type, "landmarks");
        const bool is_page_list = has_word(type, "page-list");
        contents_ += is_contents ? 1 : 0;
        landmarks_ += is_landmarks ? 1 : 0;
        page_lists_ += is_page_list ? 1 : 0;
        const auto children = document_.children(nav);
        const bool begins_with_heading =
            !children.empty() && (is_heading(*children.front()) || children.front()->name == "hgroup");
        if (!is_contents && !is_landmarks && !is_page_list && !begins_with_heading)
            invalid(nav, "such a 'nav' must begin with a heading");
        const std::size_t list = begins_with_heading ? 1 : 0;
        if (children.size() != list + 1 || !children[list]->is(xhtml_namespace, "ol"))
            invalid(nav, "'nav' must hold a heading, if any, and one 'ol'");
        if (nav.text.find_first_not_of(" \t\r\n") != std::string::npos) invalid(nav, "there is text in 'nav'");
        for (std::size_t i = index_of(nav) + 1; i < nav.end; ++i) check_part(document_.elements[i], is_landmarks);
        if (is_contents) contents_range_ = {nav.place.line, nav.place.column, last_place(nav)};
        if (is_landmarks) check_landmarks(nav);
    }

    /// Lists hold items, and items a link, or a label and a list.
    void check_part(const XmlElement& element, bool is_landmarks) {
        if (element.space != xhtml_namespace) return;
        if (element.name == "ol" && document_.children(element).empty()) invalid(element, "the list is empty");
        if (element.name == "li") check_item(element);
        if ((element.name == "a" || element.name == "span") && !has_label(element))
            invalid(element, fmt::format("'{}' has no text", element.name));
        if (is_landmarks && element.name == "a" && element.find("type", ops_namespace) == nullptr)
            invalid(element, "a landmark has no epub:type");
    }

    void check_item(const XmlElement& item) {
        const auto children = document_.children(item);
        const bool has_link = !children.empty() && children.front()->is(xhtml_namespace, "a");
        const bool has_label = !children.empty() && children.front()->is(xhtml_namespace, "span");
        const bool has_list = children.size() == 2 && children.back()->is(xhtml_namespace, "ol");
        const bool fits = (has_link && children.size() == 1) || ((has_link || has_label) && has_list);
        if (!fits) invalid(item, "an item must hold a link, or a link or span and one 'ol'");
        if (!trim_xml(item.text).empty()) invalid(item, "there is text in an item outside of its link");
    }

    void check_landmarks(const XmlElement& nav) {
        std::set<std::pair<std::string, std::string>> seen;
        for (std::size_t i = index_of(nav) + 1; i < nav.end; ++i) {
            const XmlElement& link = document_.elements[i];
            if (!link.is(xhtml_namespace, "a")) continue;
            const std::string type = to_lower_ascii(link.value("type", ops_namespace));
            if (!type.empty() && !seen.emplace(type, to_lower_ascii(link.value("href"))).second)
                invalid(link, "the same landmark comes twice");
        }
    }

    XmlPlace last_place(const XmlElement& nav) const { return document_.elements[nav.end - 1].place; }

    /// The links of this file were collected with those of all content; here it is known which navigate.
    void mark_references() {
        for (Reference& reference : book_.references) {
            if (reference.from != path_ || reference.kind != ReferenceKind::hyperlink) continue;
            const std::pair place(reference.place.line, reference.place.column);
            const bool is_contents = contents_ > 0 &&
                                     place >= std::pair(contents_range_.line, contents_range_.column) &&
                                     place <= std::pair(contents_range_.last.line, contents_range_.last.column);
            reference.kind = is_contents ? ReferenceKind::table_of_contents : ReferenceKind::navigation;
        }
    }

    /// Where the table of contents begins, and its last element.
    struct Range {
        std::uint64_t line = 0;
        std::uint64_t column = 0;
        XmlPlace last;
    };

    Book& book_;
    const std::string& path_;
    const XmlDocument& document_;
    int contents_ = 0;
    int landmarks_ = 0;
    int page_lists_ = 0;
    Range contents_range_;
};

class NcxCheck {
public:
    NcxCheck(Book& book, const std::string& path, const XmlDocument& document)
        : book_(book), path_(path), document_(document) {}

    void run() {
        const XmlElement& root = *document_.root();
        if (!root.is(ncx_namespace, "ncx")) return invalid(root, "the root is no 'ncx' element of its namespace");
        if (root.value("version") != "2005-1") invalid(root, "the version is not 2005-1");
        for (const std::string_view name : {"head", "docTitle", "navMap"})
            if (document_.child(root, ncx_namespace, name) == nullptr)
                invalid(root, fmt::format("'{}' is missing", name));
        for (const XmlElement& element : document_.elements) check(element);
    }

private:
    void invalid(const XmlElement& element, std::string_view message) {
        book_.findings.report(Severity::error, "epub.rsc-005", {path_, element.place}, message);
    }

    void check(const XmlElement& element) {
        book_.context.checkpoint();
        if (element.is(ncx_namespace, "navMap") && document_.child(element, ncx_namespace, "navPoint") == nullptr)
            invalid(element, "'navMap' has no 'navPoint'");
        if (element.is(ncx_namespace, "meta")) check_identifier(element);
        if (element.is(ncx_namespace, "navPoint")) check_point(element);
        if (element.is(ncx_namespace, "content")) check_target(element);
    }

    void check_identifier(const XmlElement& meta) {
        for (const std::string_view name : {"name", "content"})
            if (meta.find(name) == nullptr) invalid(meta, fmt::format("'meta' lacks '{}'", name));
        if (meta.value("name") != "dtb:uid") return;
        const std::string wanted = unique_identifier(book_.package);
        if (!wanted.empty() && meta.value("content") != wanted)
            book_.findings.report(
                Severity::error, "epub.ncx-001", {path_, meta.place},
                fmt::format("the identifier '{}' is not that of the package, '{}'", meta.value("content"), wanted));
    }

    void check_point(const XmlElement& point) {
        if (point.find("id") == nullptr) invalid(point, "'navPoint' lacks 'id'");
        for (const std::string_view name : {"navLabel", "content"})
            if (document_.child(point, ncx_namespace, name) == nullptr)
                invalid(point, fmt::format("'{}' is missing in 'navPoint'", name));
    }

    void check_target(const XmlElement& content) {
        const std::string* source = content.find("src");
        if (source == nullptr) return invalid(content, "'content' lacks 'src'");
        book_.references.push_back({path_, content.place, ReferenceKind::navigation, *source});
    }

    Book& book_;
    const std::string& path_;
    const XmlDocument& document_;
};

}  // namespace

void check_navigation(Book& book, const std::string& path, const XmlDocument& document) {
    if (document.root() != nullptr) NavigationCheck(book, path, document).run();
}

void check_ncx(Book& book, const PackageItem& item) {
    const std::optional<XmlDocument> document = read_xml(book, item.path);
    if (!document || document->root() == nullptr) return;
    check_ids(book.findings, item.path, *document);
    NcxCheck(book, item.path, *document).run();
}

}  // namespace offprint::epub::check
