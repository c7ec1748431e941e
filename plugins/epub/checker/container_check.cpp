#include "checker/container_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "offprint/text.hpp"

namespace offprint::epub::check {

namespace {

constexpr std::string_view mimetype = "application/epub+zip";

/// Two bytes, the low one first.
std::size_t number_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]) + std::size_t{256} * static_cast<unsigned char>(bytes[offset + 1]);
}

/// Characters that no file name may have (EPUB 3.3, section 4.2.3); controls and those beyond ASCII apart.
constexpr std::string_view forbidden_characters = "\"*:<>?\\|";

/// True for a file or folder like "notes."; "." and ".." are places and no names.
bool ends_part_with_full_stop(std::string_view name) {
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        if (part.ends_with('.') && part != "." && part != "..") return true;
        name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
    return false;
}

void check_name(Findings& findings, const std::string& name) {
    const bool has_control =
        std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (has_control || name.find_first_of(forbidden_characters) != std::string::npos)
        findings.report(Severity::error, "epub.pkg-009", {name}, "the file name has a character that is not allowed");
    if (name.find(' ') != std::string::npos)
        findings.report(Severity::warning, "epub.pkg-010", {name}, "the file name has a space");
    if (ends_part_with_full_stop(name))
        findings.report(Severity::error, "epub.pkg-011", {name}, "the file name ends with a full stop");
}

bool is_folder(const std::string& name) {
    return name.ends_with('/');
}

/// Folders that are entries of their own, with nothing in them.
void check_folders(Book& book, const std::vector<std::string>& sorted_names) {
    for (auto name = sorted_names.begin(); name != sorted_names.end(); ++name) {
        const auto next = std::next(name);
        if (is_folder(*name) && (next == sorted_names.end() || !next->starts_with(*name)))
            book.findings.report(Severity::warning, "epub.pkg-014", {*name}, "the folder is empty");
    }
}

}  // namespace

bool check_mimetype(Findings& findings, std::string_view archive) {
    // A local file header (APPNOTE.TXT, 4.3.7): 30 bytes, the name, the extra field, the content.
    constexpr std::size_t header_size = 30;
    constexpr std::string_view name = "mimetype";
    if (archive.size() < header_size + name.size() + mimetype.size()) {
        findings.report(Severity::error, "epub.pkg-003", {}, "the file is too short to be a ZIP archive");
        return false;
    }
    if (!archive.starts_with("PK\x03\x04")) {
        findings.report(Severity::error, "epub.pkg-004", {}, "this is no ZIP archive");
        return false;
    }
    const std::size_t name_size = number_at(archive, 26);
    const std::size_t extra_size = number_at(archive, 28);
    if (archive.substr(header_size, name_size) != name) {
        findings.report(Severity::error, "epub.pkg-006", {}, "the first file of the archive is not 'mimetype'");
        return true;
    }
    if (extra_size != 0)
        findings.report(Severity::error, "epub.pkg-005", {name}, "the file has an extra field, which is not allowed");
    const std::size_t begin = std::min(archive.size(), header_size + name_size + extra_size);
    if (number_at(archive, 8) != 0)
        findings.report(Severity::warning, "epub.mimetype-compressed", {name},
                        "the file is compressed, which is not allowed");
    else if (!archive.substr(begin).starts_with(mimetype))
        findings.report(Severity::error, "epub.pkg-007", {name},
                        "the file must hold 'application/epub+zip' and nothing else");
    return true;
}

void check_entries(Book& book) {
    std::vector<std::string> names;
    std::unordered_set<std::string> folded;
    for (const package::ZipEntry& entry : book.container.entries()) {
        book.context.checkpoint();
        check_name(book.findings, entry.name);
        if (!folded.insert(to_lower_ascii(entry.name)).second)
            book.findings.report(Severity::error, "epub.opf-060", {entry.name},
                                 "another file of the archive has the same name, but for upper and lower case");
        if (entry.name == "mimetype" && entry.size != mimetype.size())
            book.findings.report(Severity::error, "epub.pkg-007", {entry.name},
                                 "the file must hold 'application/epub+zip' and nothing else");
        if (entry.is_encrypted)
            book.findings.report(Severity::error, "epub.pkg-008", {entry.name}, "the file is encrypted in the archive");
        names.push_back(entry.name);
    }
    std::sort(names.begin(), names.end());
    check_folders(book, names);
}

std::string check_container(Book& book) {
    const std::string path(container_path);
    if (!book.container.has(path)) {
        book.findings.report(Severity::error, "epub.rsc-002", {path}, "the file is missing");
        return {};
    }
    const std::optional<XmlDocument> document = read_xml(book, path);
    if (!document || document->root() == nullptr || document->fault) return {};
    for (const XmlElement& element : document->elements) {
        if (!element.is(ocf_namespace, "rootfile")) continue;
        if (element.find("full-path") == nullptr)
            book.findings.report(Severity::error, "epub.opf-016", {path, element.place}, "'full-path' is missing");
        else if (element.value("full-path").empty())
            book.findings.report(Severity::error, "epub.opf-017", {path, element.place}, "'full-path' is empty");
    }
    if (!document->root()->is(ocf_namespace, "container") || document->root()->value("version") != "1.0")
        book.findings.report(Severity::error, "epub.rsc-005", {path, document->root()->place},
                             "the root must be 'container' with version 1.0");
    std::vector<std::string> packages = package_paths(*document);
    std::erase(packages, "");
    if (packages.empty()) {
        book.findings.report(Severity::error, "epub.rsc-003", {path}, "no package document is named");
        return {};
    }
    if (book.container.has(packages.front())) return packages.front();
    book.findings.report(Severity::error, "epub.opf-002", {path},
                         fmt::format("the package document '{}' is missing", packages.front()));
    return {};
}

}  // namespace offprint::epub::check
