#include "docx_file.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

std::string value_of(pugi::xml_node node, const char* child) {
    return node.child(child).attribute("w:val").value();
}

bool is(pugi::xml_node node, std::string_view name) {
    return node.name() == name;
}

/// The values of an attribute, with a failure for each that comes twice.
std::set<std::string> unique_values(const DocxFile& file, const std::string& part, const char* xpath,
                                    const char* attribute) {
    std::set<std::string> values;
    if (!file.has(part)) return values;
    for (pugi::xml_node node : DocxFile::all(file.xml(part), xpath))
        EXPECT_TRUE(values.insert(node.attribute(attribute).value()).second)
            << part << ": " << node.attribute(attribute).value() << " comes twice in " << xpath;
    return values;
}

void expect_all_in(const DocxFile& file, const std::string& part, const char* xpath, const char* attribute,
                   const std::set<std::string>& known) {
    if (!file.has(part)) return;
    for (pugi::xml_node node : DocxFile::all(file.xml(part), xpath))
        EXPECT_TRUE(known.count(node.attribute(attribute).value()))
            << part << ": " << xpath << " refers to " << node.attribute(attribute).value();
}

std::string relationships_of(const std::string& part) {
    const std::size_t slash = part.rfind('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

void expect_sound_table(pugi::xml_node table) {
    const auto columns = static_cast<int>(DocxFile::all(table, "w:tblGrid/w:gridCol").size());
    EXPECT_GT(columns, 0);
    EXPECT_LE(columns, 63);
    EXPECT_TRUE(is(table.next_sibling(), "w:p")) << "a paragraph has to follow a table";
    std::set<std::pair<int, int>> open;
    for (pugi::xml_node row : table.children("w:tr")) {
        int at = 0;
        std::set<std::pair<int, int>> merged;
        for (pugi::xml_node cell : row.children("w:tc")) {
            EXPECT_TRUE(is(cell.last_child(), "w:p")) << "a cell has to end with a paragraph";
            const pugi::xml_node properties = cell.child("w:tcPr");
            const int span = properties.child("w:gridSpan").attribute("w:val").as_int(1);
            const std::string merge = value_of(properties, "w:vMerge");
            if (merge == "continue") {
                EXPECT_TRUE(open.count({at, span})) << "nothing to continue at " << at;
            }
            if (!merge.empty()) merged.insert({at, span});
            at += span;
        }
        EXPECT_EQ(at, columns);
        open = merged;
    }
}

void expect_relationships_resolve(const DocxFile& file, const std::string& part) {
    const std::string rels = relationships_of(part);
    const std::set<std::string> ids = unique_values(file, rels, "//Relationship", "Id");
    for (const char* attribute : {"r:id", "r:embed"}) {
        const std::string xpath = std::string("//*[@") + attribute + "]";
        expect_all_in(file, part, xpath.c_str(), attribute, ids);
    }
    if (!file.has(rels)) return;
    const std::string folder = part.substr(0, part.rfind('/') + 1);
    for (pugi::xml_node node : DocxFile::all(file.xml(rels), "//Relationship[not(@TargetMode)]"))
        EXPECT_TRUE(file.has(folder + node.attribute("Target").value())) << node.attribute("Target").value();
}

}  // namespace

DocxFile::DocxFile(std::string bytes) {
    zip_error_t error;
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!archive) throw std::runtime_error(zip_error_strerror(&error));
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        EXPECT_EQ(zip_fread(entry, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
        zip_fclose(entry);
        names_.push_back(stat.name);
        parts_[stat.name] = std::move(content);
    }
    zip_discard(archive);
}

pugi::xml_node DocxFile::xml(const std::string& name) const {
    std::unique_ptr<pugi::xml_document>& tree = trees_[name];
    if (!tree) {
        tree = std::make_unique<pugi::xml_document>();
        const std::string& part = parts_.at(name);
        const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
        EXPECT_TRUE(tree->load_buffer(part.data(), part.size(), options)) << name;
    }
    return tree->document_element();
}

std::vector<pugi::xml_node> DocxFile::all(pugi::xml_node root, const char* xpath) {
    std::vector<pugi::xml_node> nodes;
    pugi::xpath_node_set found = root.select_nodes(xpath);
    found.sort();
    for (const pugi::xpath_node& entry : found) nodes.push_back(entry.node());
    return nodes;
}

std::vector<std::string> DocxFile::paragraphs() const {
    std::vector<std::string> lines;
    for (pugi::xml_node node : all("//w:body//w:p")) {
        const pugi::xml_node properties = node.child("w:pPr");
        std::string line = value_of(properties, "w:pStyle");
        if (const pugi::xml_node numbering = properties.child("w:numPr"))
            line += "[" + value_of(numbering, "w:numId") + "/" + value_of(numbering, "w:ilvl") + "]";
        lines.push_back(line + ": " + text_of(node));
    }
    return lines;
}

Written write_docx(const Document& document, const OptionValues& options) {
    Context context;
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry()).write(document, *sink, {"docx", options}, context);
    sink->commit();
    Written written{DocxFile(std::move(bytes)), {}};
    for (const Diagnostic& diagnostic : context.diagnostics()) written.codes.push_back(diagnostic.code);
    expect_sound(written.file);
    return written;
}

void expect_sound(const DocxFile& file) {
    const std::string document = "word/document.xml";
    const std::string notes = "word/footnotes.xml";
    const std::set<std::string> styles = unique_values(file, "word/styles.xml", "//w:style", "w:styleId");
    const std::set<std::string> numbers = unique_values(file, "word/numbering.xml", "//w:num", "w:numId");
    const std::set<std::string> note_ids = unique_values(file, notes, "//w:footnote", "w:id");
    std::set<std::string> bookmarks;
    std::set<std::string> pictures;
    for (const std::string& part : {document, notes}) {
        if (!file.has(part)) continue;
        for (pugi::xml_node node : DocxFile::all(file.xml(part), "//w:bookmarkStart")) {
            const std::string name = node.attribute("w:name").value();
            EXPECT_LE(name.size(), 40u);
            EXPECT_TRUE(bookmarks.insert(name).second) << "bookmark " << name << " comes twice";
        }
        for (pugi::xml_node node : DocxFile::all(file.xml(part), "//wp:docPr"))
            EXPECT_TRUE(pictures.insert(node.attribute("id").value()).second);
    }
    for (const std::string& part : {document, notes, std::string("word/styles.xml")}) {
        for (const char* xpath : {"//w:pStyle", "//w:rStyle", "//w:tblStyle", "//w:basedOn", "//w:next"})
            expect_all_in(file, part, xpath, "w:val", styles);
        expect_all_in(file, part, "//w:numPr/w:numId", "w:val", numbers);
        expect_all_in(file, part, "//w:footnoteReference", "w:id", note_ids);
        expect_all_in(file, part, "//w:hyperlink[@w:anchor]", "w:anchor", bookmarks);
        expect_relationships_resolve(file, part);
        if (!file.has(part)) continue;
        for (pugi::xml_node table : DocxFile::all(file.xml(part), "//w:tbl")) expect_sound_table(table);
        EXPECT_EQ(DocxFile::all(file.xml(part), "//w:hyperlink//w:hyperlink").size(), 0u);
        EXPECT_EQ(DocxFile::all(file.xml(part), "//w:p//w:p[not(ancestor::w:tbl)]").size(), 0u);
    }
    unique_values(file, document, "//w:bookmarkStart", "w:id");
    EXPECT_TRUE(is(file.document().child("w:body").last_child(), "w:sectPr"));
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (pugi::xml_node element : DocxFile::all(node, ".//w:t | .//m:t | .//w:tab[parent::w:r] | .//w:br"))
        text += is(element, "w:tab") ? "\t" : is(element, "w:br") ? "\n" : element.text().get();
    return text;
}

std::string markup_of(pugi::xml_node node) {
    std::ostringstream stream;
    node.print(stream, "", pugi::format_raw);
    return stream.str();
}

Paragraph paragraph(Inlines content) {
    Paragraph node;
    node.content = std::move(content);
    return node;
}

Paragraph paragraph(std::string text) {
    return paragraph(Inlines{Text(std::move(text))});
}

Styled styled(Style style, Inlines content) {
    Styled node;
    node.style = style;
    node.content = std::move(content);
    return node;
}

Link link(std::string url, Inlines content) {
    Link node;
    node.url = std::move(url);
    node.content = std::move(content);
    return node;
}

NoteRef note_ref(std::size_t note) {
    NoteRef node;
    node.note = note;
    return node;
}

ListItem item(Blocks content) {
    ListItem node;
    node.content = std::move(content);
    return node;
}

List list(std::vector<ListItem> items, bool ordered) {
    List node;
    node.ordered = ordered;
    node.items = std::move(items);
    return node;
}

Document document(Blocks content) {
    Document node;
    node.metadata.language = "en-GB";
    node.content = std::move(content);
    return node;
}

}  // namespace offprint::testing
