#include "checker/epub_checker.hpp"

#include <algorithm>
#include <utility>

#include "checker/book.hpp"
#include "checker/container_check.hpp"
#include "checker/content_check.hpp"
#include "checker/metadata_check.hpp"
#include "checker/navigation_check.hpp"
#include "checker/package_check.hpp"
#include "checker/picture_check.hpp"
#include "checker/reference_check.hpp"
#include "checker/style_check.hpp"
#include "offprint/error.hpp"
#include "offprint/url.hpp"

namespace offprint::epub {

namespace check {

namespace {

void check_style_file(Book& book, const PackageItem& item) {
    const std::optional<std::string> css = book.container.read(item.path);
    if (!css) return;
    const std::size_t first = book.references.size();
    check_style_sheet(book, item.path, *css);
    const bool is_remote_used = std::any_of(
        book.references.begin() + static_cast<std::ptrdiff_t>(first), book.references.end(),
        [](const Reference& found) { return found.kind != ReferenceKind::style_sheet && is_remote(found.url); });
    if (is_remote_used && !item.has("remote-resources"))
        book.findings.report(Severity::error, "epub.opf-014", {item.path},
                             "the manifest must say 'remote-resources' of it");
}

void check_file(Book& book, const PackageItem& item) {
    if (item.media_type == xhtml_media_type || item.media_type == svg_media_type) {
        const std::optional<XmlDocument> document = check_content(book, item);
        if (document && item.has("nav") && !document->fault) check_navigation(book, item.path, *document);
    } else if (item.media_type == ncx_media_type) {
        check_ncx(book, item);
    } else if (item.media_type == "text/css") {
        check_style_file(book, item);
    } else {
        check_picture(book, item);
    }
}

void check_book(Book& book) {
    check_entries(book);
    const std::string path = check_container(book);
    if (path.empty()) return;
    const std::optional<std::string> bytes = book.container.read(path);
    if (!bytes) {
        book.findings.report(Severity::error, "epub.pkg-008", {path}, "the file cannot be read; its entry is damaged");
        return;
    }
    book.package = parse_package(path, *bytes, book.context);
    report_xml_faults(book.findings, path, book.package.xml);
    if (book.package.xml.fault || !check_package(book)) return;
    check_ids(book.findings, path, book.package.xml);
    check_languages(book.findings, path, book.package.xml);
    check_metadata(book);
    for (const PackageItem& item : book.package.items)
        if (book.container.has(item.path) && book.package.by_path.at(item.path) == &item) check_file(book, item);
    check_references(book);
    check_reachability(book);
}

}  // namespace

/// Checks a whole file.
void check_archive(std::string bytes, Context& context) {
    Findings findings(context);
    if (!check_mimetype(findings, bytes)) return;
    try {
        Container container(std::move(bytes), context);
        Book book{container, context, findings};
        check_book(book);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::malformed_input) throw;
        findings.report(Severity::error, "epub.pkg-008", {}, error.what());
    }
}

}  // namespace check

void EpubChecker::check(ByteSource& source, const Options&, Context& context) {
    check::check_archive(source.read_all(context.limits()), context);
}

std::optional<Diagnostic> first_error(const std::string& book) {
    Context context;
    check::check_archive(book, context);
    for (const Diagnostic& finding : context.diagnostics())
        if (finding.severity == Severity::error) return finding;
    return std::nullopt;
}

}  // namespace offprint::epub
