#include "book_file.hpp"

#include <fmt/format.h>

#include <memory>

#include "package/zip_archive.hpp"
#include "support/conversion.hpp"
#include "support/zip.hpp"

namespace offprint::testing {

BookFile& BookFile::chapter(std::string body) {
    chapters.emplace_back(fmt::format("chapter-{}.xhtml", chapters.size() + 1), std::move(body));
    return *this;
}

std::string BookFile::bytes() const {
    std::string items = manifest;
    std::string references;
    std::vector<std::pair<std::string, std::string>> all = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles><rootfile "
         "full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"}};
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        items +=
            fmt::format("<item id=\"c{}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>", i, chapters[i].first);
        references += fmt::format("<itemref idref=\"c{}\"/>", i);
        all.emplace_back("OEBPS/" + chapters[i].first, xhtml_page(chapters[i].second));
    }
    all.emplace_back("OEBPS/book.opf",
                     fmt::format("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
                                 "unique-identifier=\"uid\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                 "xmlns:opf=\"http://www.idpf.org/2007/opf\">{}</metadata><manifest>{}</manifest>"
                                 "<spine {}>{}</spine></package>",
                                 metadata, items, spine_attributes, references));
    all.insert(all.end(), files.begin(), files.end());
    return zip_of(all);
}

std::string xhtml_page(std::string_view body) {
    return fmt::format(
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
        "xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>A file</title></head><body>{}</body>"
        "</html>",
        body);
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    package::ZipArchive archive;
    for (const auto& [name, bytes] : files) {
        if (name == "mimetype")
            archive.add_stored(name, std::make_shared<const std::string>(bytes));
        else
            archive.add(name, bytes);
    }
    return finish(archive);
}

std::string small_png() {
    return *every_node().resources.at("image-1").bytes;
}

}  // namespace offprint::testing
