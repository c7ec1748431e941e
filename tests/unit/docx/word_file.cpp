#include "word_file.hpp"

#include <fmt/format.h>

#include <map>

#include "offprint/walk.hpp"
#include "package/zip_archive.hpp"
#include "support/zip.hpp"

namespace offprint::testing {

namespace {

constexpr const char* namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

constexpr const char* relationship_family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string part(const char* root, const std::string& content) {
    return fmt::format("<?xml version=\"1.0\"?>\n<{0} {1}>{2}</{0}>", root, namespaces, content);
}

std::string shape_of(const Inline& node);

std::string joined(const Inlines& inlines) {
    std::string text;
    for (const Inline& node : inlines) text += shape_of(node);
    return text;
}

const char* style_name(Style style) {
    static constexpr const char* names[] = {"em",        "strong", "u",    "strike", "sub",  "sup",
                                            "smallcaps", "small",  "mark", "q",      "cite", "kbd",
                                            "samp",      "var",    "dfn",  "abbr",   "ins",  "span"};
    return names[static_cast<int>(style)];
}

std::string marks(const Node& node) {
    if (!node.attributes) return {};
    std::string text;
    if (!node.attributes->id.empty()) text += "#" + node.attributes->id;
    if (!node.attributes->language.empty()) text += "@" + node.attributes->language;
    if (node.attributes->direction == Direction::right_to_left) text += "<";
    if (node.attributes->direction == Direction::left_to_right) text += ">";
    return text;
}

std::string shape_of(const Inline& node) {
    return std::visit(
        overloaded{
            [](const Text& text) { return text.text; },
            [](const Styled& styled) {
                return fmt::format("{}{}[{}]", style_name(styled.style), marks(styled), joined(styled.content));
            },
            [](const Link& link) { return fmt::format("a({})[{}]", link.url, joined(link.content)); },
            [](const Image& image) {
                return fmt::format("img({}{} {}x{})", image.resource.empty() ? image.source : image.resource,
                                   image.alt ? " '" + *image.alt + "'" : "", image.width, image.height);
            },
            [](const Code& code) { return "`" + code.text + "`"; }, [](const LineBreak&) { return std::string("/"); },
            [](const NoteRef& reference) { return fmt::format("^{}", reference.note); },
            [](const Math& math) { return (math.display ? "$$" : "$") + math.mathml + "$"; },
            [](const Ruby& ruby) { return fmt::format("ruby[{}|{}]", joined(ruby.base), joined(ruby.annotation)); }},
        node);
}

std::string block(const char* name, const Node& node, const std::string& content) {
    return fmt::format("{}{}{{{}}}", name, marks(node), content);
}

std::string shape_of(const List& list) {
    std::string content;
    for (const ListItem& item : list.items) {
        if (!content.empty()) content += ' ';
        if (item.value) content += fmt::format("={} ", *item.value);
        if (item.checked) content += *item.checked ? "[x] " : "[ ] ";
        content += item.content.empty() ? "-" : shape(item.content);
    }
    static constexpr const char* numberings[] = {"", "a", "A", "i", "I"};
    std::string name = list.ordered ? "ol" : "ul";
    if (list.ordered) name += numberings[static_cast<int>(list.numbering)];
    if (list.start != 1) name += fmt::format("={}", list.start);
    if (list.reversed) name += "-";
    return fmt::format("{}{{{}}}", name, content);
}

std::string shape_of(const Table& table) {
    std::string content;
    if (!table.caption.empty()) content += "caption{" + shape(table.caption) + "} ";
    for (const TableSection& section : table.sections) {
        if (section.kind == SectionKind::head) content += "head:";
        for (const TableRow& row : section.rows) {
            content += "(";
            for (const TableCell& cell : row.cells) {
                if (&cell != row.cells.data()) content += "|";
                if (cell.column_span > 1) content += fmt::format("c{}:", cell.column_span);
                if (cell.row_span > 1) content += fmt::format("r{}:", cell.row_span);
                content += shape(cell.content);
            }
            content += ")";
        }
        if (section.kind == SectionKind::head) content += ":head";
    }
    return block("table", table, content);
}

std::string shape_of(const DefinitionList& list) {
    std::string content;
    for (const DefinitionItem& item : list.items) {
        for (const DefinitionTerm& term : item.terms) content += "dt{" + joined(term.content) + "}";
        for (const DefinitionDescription& description : item.descriptions)
            content += "dd{" + shape(description.content) + "}";
    }
    return block("dl", list, content);
}

std::string shape_of(const Block& node) {
    return std::visit(
        overloaded{
            [](const Paragraph& paragraph) { return block("p", paragraph, joined(paragraph.content)); },
            [](const Heading& heading) {
                return block(fmt::format("h{}", heading.level).c_str(), heading, joined(heading.content));
            },
            [](const List& list) { return shape_of(list); }, [](const DefinitionList& list) { return shape_of(list); },
            [](const CodeBlock& code) { return block("code", code, code.text); },
            [](const Quote& quote) {
                const std::string source = quote.attribution.empty() ? "" : " — " + joined(quote.attribution);
                return block("quote", quote, shape(quote.content) + source);
            },
            [](const Figure& figure) {
                return block("figure", figure, shape(figure.content) + " | " + shape(figure.caption));
            },
            [](const Table& table) { return shape_of(table); }, [](const Rule&) { return std::string("hr"); },
            [](const Group& group) {
                static constexpr const char* names[] = {"group", "section", "aside", "verse", "byline", "article"};
                return block(names[static_cast<int>(group.kind)], group, shape(group.content));
            }},
        node);
}

}  // namespace

std::string shape(const Blocks& blocks) {
    std::string text;
    for (const Block& node : blocks) text += (text.empty() ? "" : " ") + shape_of(node);
    return text;
}

std::string shape(const Inlines& inlines) {
    return joined(inlines);
}

std::string word_run(const std::string& text, const std::string& properties) {
    return fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                       properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>", text);
}

std::string word_paragraph(const std::string& text, const std::string& style, const std::string& properties) {
    const std::string style_element = style.empty() ? "" : fmt::format("<w:pStyle w:val=\"{}\"/>", style);
    const std::string runs = text.empty() || text.front() == '<' ? text : word_run(text);
    return fmt::format("<w:p><w:pPr>{}{}</w:pPr>{}</w:p>", style_element, properties, runs);
}

std::string word_style(const std::string& id, const std::string& name, const std::string& based_on,
                       const std::string& content) {
    return fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/>{}{}</w:style>", id, name,
                       based_on.empty() ? "" : fmt::format("<w:basedOn w:val=\"{}\"/>", based_on), content);
}

std::string word_zip(const std::vector<std::pair<std::string, std::string>>& files) {
    package::ZipArchive archive;
    for (const auto& [name, bytes] : files) archive.add(name, bytes);
    return finish(archive);
}

std::string WordFile::bytes() const {
    std::vector<std::pair<std::string, std::string>> all;
    std::string references = relationships;
    const auto add = [&](const char* type, const char* root, const std::string& content) {
        if (content.empty()) return;
        references +=
            fmt::format("<Relationship Id=\"{0}\" Type=\"{1}{0}\" Target=\"{0}.xml\"/>", type, relationship_family);
        all.emplace_back(fmt::format("word/{}.xml", type), part(root, content));
    };
    add("styles", "w:styles", styles);
    add("numbering", "w:numbering", numbering);
    add("footnotes", "w:footnotes", footnotes);
    add("endnotes", "w:endnotes", endnotes);
    add("comments", "w:comments", comments);
    constexpr const char* relationships_head =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    all.emplace_back("[Content_Types].xml",
                     "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    all.emplace_back("_rels/.rels", fmt::format("{}<Relationship Id=\"d\" Type=\"{}officeDocument\" "
                                                "Target=\"word/document.xml\"/></Relationships>",
                                                relationships_head, relationship_family));
    all.emplace_back("word/_rels/document.xml.rels", relationships_head + references + "</Relationships>");
    all.emplace_back("word/document.xml", part("w:document", "<w:body>" + body + "</w:body>"));
    std::map<std::string, std::string> own(files.begin(), files.end());
    for (auto& [name, bytes] : all)
        if (const auto found = own.find(name); found != own.end()) {
            bytes = found->second;
            own.erase(found);
        }
    all.insert(all.end(), own.begin(), own.end());
    return word_zip(all);
}

ReadResult read_word(const WordFile& file, const OptionValues& options) {
    return read_only("docx", file.bytes(), options);
}

std::string picture_bytes() {
    return *every_node().resources.at("image-1").bytes;
}

}  // namespace offprint::testing
