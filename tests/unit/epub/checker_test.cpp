// What the checker says of books that are wrong, and of those that mean harm.
#include <gtest/gtest.h>

#include <algorithm>

#include "epub_file.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "package/zip_archive.hpp"
#include "support/conversion.hpp"
#include "support/zip.hpp"

namespace offprint::testing {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string archive(const Files& files) {
    package::ZipArchive zip;
    for (const auto& [name, content] : files) {
        if (name == "mimetype")
            zip.add_stored(name, std::make_shared<const std::string>(content));
        else
            zip.add(name, content);
    }
    return finish(zip);
}

/// A small book of the writer's, to be damaged.
Files book() {
    const EpubFile file =
        write_epub(article({heading(1, "Ebb", "ebb"), paragraph(Inlines{link("#ebb", "Back")})})).file;
    Files files;
    for (const std::string& name : file.names()) files.emplace_back(name, file.bytes(name));
    return files;
}

std::string& content(Files& files, std::string_view name) {
    return std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == name; })->second;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

std::vector<Diagnostic> check(std::string bytes, ContextSettings settings = {}) {
    Context context(std::move(settings));
    const auto source = open_memory(std::move(bytes), "book.epub");
    Converter(registry()).check(*source, {}, context);
    return context.diagnostics();
}

std::vector<std::string> codes(const std::vector<Diagnostic>& findings) {
    std::vector<std::string> codes;
    for (const Diagnostic& finding : findings) codes.push_back(finding.code);
    return codes;
}

std::string damaged(std::string_view name, std::string_view from, std::string_view to) {
    Files files = book();
    replace(content(files, name), from, to);
    return archive(files);
}

constexpr std::string_view opf = "EPUB/package.opf";

std::string first_chapter(const Files& files) {
    for (const auto& [name, text] : files)
        if (text.find("id=\"ebb\"") != std::string::npos) return name;
    return {};
}

TEST(Checker, FindsNothingInASoundBook) {
    EXPECT_EQ(codes(check(archive(book()))), std::vector<std::string>());
}

TEST(Checker, NamesTheFaultAndItsPlace) {
    Files files = book();
    const std::string chapter = first_chapter(files);
    replace(content(files, chapter), "href=\"#ebb\"", "\nhref=\"#flow\"");
    const std::vector<Diagnostic> findings = check(archive(files));
    ASSERT_EQ(codes(findings), std::vector<std::string>{"epub.rsc-012"});
    EXPECT_EQ(findings[0].severity, Severity::error);
    EXPECT_TRUE(findings[0].message.starts_with(chapter + ":3:")) << findings[0].message;
}

TEST(Checker, TellsEachFaultOfThePackage) {
    struct Fault {
        std::string_view from;
        std::string_view to;
        std::string_view code;
    };
    const Fault faults[] = {
        {"<dc:title", "<dc:titel", "epub.rsc-016"},
        {"dc:language>en<", "dc:language>e_n<", "epub.opf-092"},
        {"href=\"style.css\"", "href=\"lost.css\"", "epub.rsc-001"},
        {"properties=\"nav\"", "properties=\"nave\"", "epub.opf-027"},
        {"toc=\"ncx\"", "toc=\"css\"", "epub.opf-050"},
        {"property=\"dcterms:modified\"", "property=\"paint:modified\"", "epub.opf-028"},
    };
    for (const Fault& fault : faults) {
        const auto found = codes(check(damaged(opf, fault.from, fault.to)));
        EXPECT_NE(std::find(found.begin(), found.end(), fault.code), found.end()) << fault.code;
    }
}

TEST(Checker, SaysOnceThatAnotherFileIsNoBook) {
    EXPECT_EQ(codes(check("")), std::vector<std::string>{"epub.pkg-003"});
    EXPECT_EQ(codes(check(std::string(1000, 'x'))), std::vector<std::string>{"epub.pkg-004"});
}

TEST(Checker, SurvivesCutOffFiles) {
    const std::string whole = archive(book());
    for (std::size_t size = 0; size < whole.size(); size += 61)
        EXPECT_FALSE(check(whole.substr(0, size)).empty()) << size;
}

TEST(Checker, DoesNotExpandEntitiesBeyondMeasure) {
    std::string bomb = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaaaaaaaa\">";
    for (char c = 'b'; c <= 'j'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 16; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    Files files = book();
    std::string& chapter = content(files, first_chapter(files));
    replace(chapter, "<!DOCTYPE html>", bomb + "]>");
    replace(chapter, "Back", "&j;");
    const auto found = codes(check(archive(files)));
    EXPECT_EQ(std::count(found.begin(), found.end(), "epub.rsc-016"), 1);
}

TEST(Checker, ReportsExternalEntitiesAndReadsNone) {
    Files files = book();
    std::string& chapter = content(files, first_chapter(files));
    replace(chapter, "<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>");
    replace(chapter, "Back", "Back&secret;");
    const std::vector<Diagnostic> findings = check(archive(files));
    EXPECT_EQ(codes(findings), std::vector<std::string>{"epub.htm-003"});
}

TEST(Checker, StopsInElementsNestedTooDeeply) {
    Files files = book();
    std::string nested;
    for (int i = 0; i < 200'000; ++i) nested += "<div>";
    replace(content(files, first_chapter(files)), "<body>", "<body>" + nested);
    const auto found = codes(check(archive(files)));
    EXPECT_EQ(std::count(found.begin(), found.end(), "epub.nested-too-deeply"), 1);
}

TEST(Checker, UnpacksNoMoreThanTheLimit) {
    Files files = book();
    content(files, "EPUB/style.css") += std::string(std::size_t{8} << 20, ' ');
    ContextSettings settings;
    settings.limits.resource_bytes = std::size_t{1} << 20;
    try {
        check(archive(files), std::move(settings));
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
    }
}

TEST(Checker, TakesNamesThatLeadOutAsNames) {
    Files files = book();
    files.emplace_back("../../outside.txt", "x");
    replace(content(files, opf), "</manifest>",
            "<item id=\"out\" href=\"../../outside.txt\" media-type=\"text/plain\"/></manifest>");
    EXPECT_EQ(codes(check(archive(files))), std::vector<std::string>{"epub.rsc-026"});
}

TEST(Checker, KeepsToManyEntriesInLinearTime) {
    Files files = book();
    for (int i = 0; i < 50'000; ++i) files.emplace_back("EPUB/extra/" + std::to_string(i), "");
    EXPECT_EQ(codes(check(archive(files))), std::vector<std::string>());
}

}  // namespace
}  // namespace offprint::testing
