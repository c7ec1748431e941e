#include "epub_file.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>

#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

bool is_xml_name(std::string_view id) {
    return !id.empty() && (std::isalpha(static_cast<unsigned char>(id[0])) || id[0] == '_') &&
           std::ranges::all_of(
               id, [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '-' || c == '_' || c == '.'); });
}

bool is_relative(std::string_view reference) {
    return reference.find("://") == std::string_view::npos && !reference.starts_with("mailto:") &&
           !reference.starts_with("tel:") && !reference.starts_with("urn:") && !reference.starts_with("news:");
}

std::set<std::string> ids_of(const EpubFile& file, const std::string& name) {
    std::set<std::string> ids;
    for (const pugi::xpath_node& found : file.xml(name).select_nodes("//*[@id]")) {
        const std::string id = found.node().attribute("id").value();
        EXPECT_TRUE(is_xml_name(id)) << id;
        EXPECT_TRUE(ids.insert(id).second) << name << ": " << id << " comes twice";
    }
    return ids;
}

}  // namespace

EpubFile::EpubFile(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    zip_error_fini(&error);
    EXPECT_NE(archive, nullptr);
    for (zip_uint64_t i = 0; archive != nullptr && i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
         ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, i, 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive, i, 0);
        EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
        zip_fclose(file);
        names_.push_back(stat.name);
        files_[stat.name] = std::move(content);
    }
    if (archive != nullptr) zip_discard(archive);
}

pugi::xml_node EpubFile::xml(const std::string& name) const {
    auto& tree = trees_[name];
    if (!tree) {
        tree = std::make_unique<pugi::xml_document>();
        const std::string& text = files_.at("EPUB/" + name);
        EXPECT_TRUE(tree->load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata)) << name;
    }
    return tree->document_element();
}

std::vector<std::string> EpubFile::spine() const {
    std::vector<std::string> files;
    for (const pugi::xml_node& reference : package().child("spine").children("itemref"))
        files.push_back(package()
                            .child("manifest")
                            .find_child_by_attribute("id", reference.attribute("idref").value())
                            .attribute("href")
                            .value());
    return files;
}

std::string EpubFile::body(const std::string& name) const {
    std::ostringstream text;
    for (const pugi::xml_node& child : xml(name).child("body").children()) child.print(text, "", pugi::format_raw);
    return text.str();
}

std::vector<std::string> EpubFile::package_texts(const char* xpath) const {
    std::vector<std::string> texts;
    for (const pugi::xpath_node& found : package().select_nodes(xpath)) texts.push_back(found.node().text().get());
    return texts;
}

namespace {

/// The checker finds nothing.
void expect_checked(const std::string& bytes) {
    Context context;
    const auto source = open_memory(bytes, "book.epub");
    Converter(registry()).check(*source, {}, context);
    for (const Diagnostic& finding : context.diagnostics())
        ADD_FAILURE() << finding.message << " [" << finding.code << "]";
}

}  // namespace

Written write_epub(const Document& document, const OptionValues& options, ContextSettings settings) {
    Context context(std::move(settings));
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(document, *sink, {"epub", options}, context);
    sink->commit();
    Written written{EpubFile(bytes), {}};
    for (const Diagnostic& diagnostic : context.diagnostics()) written.codes.push_back(diagnostic.code);
    expect_sound(written.file);
    const bool is_known = std::ranges::find(written.codes, "epub.style-sheet-unsound") != written.codes.end();
    if (!is_known) expect_checked(bytes);
    return written;
}

void expect_sound(const EpubFile& file) {
    ASSERT_FALSE(file.names().empty());
    EXPECT_EQ(file.names().front(), "mimetype");
    std::set<std::string> listed = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"};
    std::map<std::string, std::set<std::string>> ids;
    for (const pugi::xml_node& item : file.package().child("manifest").children()) {
        const std::string path = item.attribute("href").value();
        EXPECT_TRUE(listed.insert("EPUB/" + path).second) << path;
        ASSERT_TRUE(file.has("EPUB/" + path)) << path;
        if (path.ends_with(".xhtml")) ids[path] = ids_of(file, path);
    }
    EXPECT_EQ(listed, std::set<std::string>(file.names().begin(), file.names().end()));

    for (const auto& [path, own_ids] : ids) {
        EXPECT_FALSE(file.xml(path).select_node("//a//a")) << path;
        for (const pugi::xpath_node& found : file.xml(path).select_nodes("//@href | //@src")) {
            const std::string reference = found.attribute().value();
            if (!is_relative(reference)) continue;
            const std::size_t hash = std::min(reference.find('#'), reference.size());
            const std::string target = hash == 0 ? path : reference.substr(0, hash);
            EXPECT_TRUE(file.has("EPUB/" + target)) << path << ": " << reference;
            if (hash == reference.size()) continue;
            EXPECT_TRUE(ids[target].count(reference.substr(hash + 1))) << path << ": " << reference;
        }
    }
}

Paragraph paragraph(std::string text) {
    return paragraph(Inlines{Text(std::move(text))});
}

Paragraph paragraph(Inlines content) {
    Paragraph result;
    result.content = std::move(content);
    return result;
}

Heading heading(int level, std::string text, std::string id) {
    Heading result;
    result.level = level;
    result.content = {Text(std::move(text))};
    if (!id.empty()) result.attributes.ensure().id = std::move(id);
    return result;
}

NoteRef note_ref(std::size_t note) {
    NoteRef result;
    result.note = note;
    return result;
}

Link link(std::string url, std::string text) {
    Link result;
    result.url = std::move(url);
    result.content = {Text(std::move(text))};
    return result;
}

Note note(std::string text) {
    Note result;
    result.content = {paragraph(std::move(text))};
    return result;
}

Document article(Blocks content) {
    Document document;
    document.metadata.title = "Tides";
    document.metadata.language = "en";
    document.content = std::move(content);
    return document;
}

}  // namespace offprint::testing
