#include "checker/epub_checker.hpp"

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

namespace offprint::epub {

namespace {

void check_file(Book& book, const ManifestItem& item) {
    if (item.media_type == xhtml_media_type || item.media_type == svg_media_type) {
        const std::optional<XmlDocument> document = check_content(book, item);
        if (document && item.has("nav") && !document->fault) check_navigation(book, item.path, *document);
    } else if (item.media_type == ncx_media_type) {
        check_ncx(book, item);
    } else if (item.media_type == "text/css") {
        if (const std::optional<std::string> css = book.container.read(item.path))
            check_style_sheet(book, item.path, *css);
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
    for (const ManifestItem& item : book.package.items)
        if (book.container.has(item.path) && book.package.by_path.at(item.path) == &item) check_file(book, item);
    check_references(book);
    check_reachability(book);
}

}  // namespace

void EpubChecker::check(ByteSource& source, const Options&, Context& context) {
    Findings findings(context);
    std::string bytes = source.read_all(context.limits());
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

}  // namespace offprint::epub
