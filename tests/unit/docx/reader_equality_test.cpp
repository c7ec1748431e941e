// A Word file of our own, read again, makes the same file.
#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

/// Text of one format may have stood in several nodes: neighbouring runs with equal properties are made one.
std::string joined_runs(const std::string& xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    const auto text = [](pugi::xml_node node) {
        std::ostringstream out;
        if (node) node.print(out, "", pugi::format_raw);
        return out.str();
    };
    for (const pugi::xpath_node found : document.select_nodes("//w:r")) {
        const pugi::xml_node run = found.node();
        pugi::xml_node before = run.previous_sibling();
        const bool is_alike =
            std::string(before.name()) == "w:r" && text(before.child("w:rPr")) == text(run.child("w:rPr"));
        if (!is_alike) continue;
        // The later run takes the earlier one's content, so that a third one meets both.
        pugi::xml_node place = run.child("w:rPr");
        pugi::xml_node receiver = run;
        for (pugi::xml_node child = before.last_child(); child;) {
            const pugi::xml_node next = child.previous_sibling();
            if (std::string(child.name()) != "w:rPr") {
                if (place)
                    receiver.insert_move_after(child, place);
                else
                    receiver.prepend_move(child);
            }
            child = next;
        }
        before.parent().remove_child(before);
    }
    for (const pugi::xpath_node found : document.select_nodes("//w:t")) {
        pugi::xml_node element = found.node();
        element.remove_attribute("xml:space");
        const pugi::xml_node before = element.previous_sibling();
        if (std::string(before.name()) != "w:t") continue;
        element.text().set((std::string(before.text().get()) + element.text().get()).c_str());
        element.parent().remove_child(before);
    }
    return text(document);
}

void expect_same_file(const std::string& first, const std::string& second) {
    const DocxFile one(first);
    const DocxFile other(second);
    ASSERT_EQ(one.names(), other.names());
    for (const std::string& name : one.names()) {
        const bool has_runs = name == "word/document.xml" || name == "word/footnotes.xml";
        if (has_runs)
            EXPECT_EQ(joined_runs(one.bytes(name)), joined_runs(other.bytes(name))) << name;
        else
            EXPECT_EQ(one.bytes(name), other.bytes(name)) << name;
    }
}

TEST(DocxReaderEquality, OfAsidesThatBeginWithAListOrAnAside) {
    const auto aside = [](Blocks content) {
        Group group;
        group.kind = GroupKind::aside;
        group.content = std::move(content);
        return group;
    };
    const Document original = document({paragraph("a"), aside({list({item({paragraph("b")})})}), paragraph("c"),
                                        aside({aside({paragraph("d")}), paragraph("e")})});
    const std::string file = write("docx", original);
    expect_same_file(file, write("docx", read_article("docx", file).document));
}

class DocxReaderEqualityOfInputs : public ::testing::TestWithParam<const char*> {};

TEST_P(DocxReaderEqualityOfInputs, OfAnInput) {
    const std::string path = GetParam();
    const std::string format = path.substr(0, path.find('/'));
    const ReadResult input = read_article(format, source_file("fixtures/" + path));
    const std::string file = write("docx", input.document);
    expect_same_file(file, write("docx", read_article("docx", file).document));
}

INSTANTIATE_TEST_SUITE_P(Fixtures, DocxReaderEqualityOfInputs,
                         ::testing::Values("html/docs-page/input.html", "html/footnotes/input.html",
                                           "html/forum/input.html", "html/japanese-essay/input.html",
                                           "html/languages/input.html", "html/lists/input.html",
                                           "html/live-blog/input.html", "html/misnested/input.html",
                                           "html/right-to-left/input.html", "html/saved-mhtml/input.mhtml",
                                           "html/tables/input.html", "html/wide-tables/input.html",
                                           "html/wiki/input.html", "json/mdast/input.json",
                                           "text/gutenberg-verse/input.txt", "text/blocks-footnotes/input.txt",
                                           "text/blocks-definitions/input.txt", "text/lines-arabic/input.txt"));

}  // namespace

}  // namespace offprint::testing
