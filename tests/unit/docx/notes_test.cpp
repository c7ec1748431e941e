#include <gtest/gtest.h>

#include "docx_file.hpp"

namespace offprint::testing {
namespace {

Note note(Inlines content) {
    Note node;
    node.content = {paragraph(std::move(content))};
    return node;
}

std::vector<std::string> reference_ids(const DocxFile& file) {
    std::vector<std::string> ids;
    for (pugi::xml_node reference : file.all("//w:footnoteReference"))
        ids.push_back(reference.attribute("w:id").value());
    return ids;
}

std::string note_text(const DocxFile& file, const char* id) {
    return text_of(file.xml("word/footnotes.xml").find_child_by_attribute("w:footnote", "w:id", id));
}

TEST(DocxNotes, AreNativeAndNumberedInOrderOfReference) {
    Document subject = document({paragraph(Inlines{Text("a"), note_ref(1), Text("b"), note_ref(0)})});
    subject.notes = {note({Text("zero")}), note({Text("one")})};
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(reference_ids(file), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(note_text(file, "1"), " one");
    EXPECT_EQ(note_text(file, "2"), " zero");
    EXPECT_EQ(DocxFile::all(file.xml("word/footnotes.xml"), "//w:footnoteRef").size(), 2u);
    const pugi::xml_node settings = file.xml("word/settings.xml");
    EXPECT_EQ(DocxFile::all(settings, "//w:footnotePr/w:footnote").size(), 2u);
}

TEST(DocxNotes, SecondReferenceShowsTheSameNumber) {
    Document subject = document({paragraph(Inlines{note_ref(0), Text(" "), note_ref(0)})});
    subject.notes = {note({Text("once")})};
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(reference_ids(file).size(), 1u);
    const auto fields = file.all("//w:fldSimple");
    ASSERT_EQ(fields.size(), 1u);
    EXPECT_EQ(text_of(fields[0]), "1");
    const std::string bookmark = file.all("//w:bookmarkStart").at(0).attribute("w:name").value();
    EXPECT_EQ(fields[0].attribute("w:instr").value(), " NOTEREF " + bookmark + " \\f \\h ");
}

TEST(DocxNotes, NoteInNoteIsReferencedInTheTextAndLinkedInTheNote) {
    Document subject = document({paragraph(Inlines{Text("a"), note_ref(0)})});
    subject.notes = {note({Text("outer"), note_ref(1)}), note({Text("inner"), note_ref(0)})};
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(reference_ids(file), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(note_text(file, "1"), " outer2");
    EXPECT_EQ(note_text(file, "2"), " inner1");
    EXPECT_TRUE(DocxFile::all(file.xml("word/footnotes.xml"), "//w:footnoteReference").empty());
}

TEST(DocxNotes, UnreferencedAndEmptyNotesAreNotLost) {
    Document subject = document({paragraph("Text.")});
    subject.notes = {note({Text("stray")}), Note{}};
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(reference_ids(file).size(), 2u);
    EXPECT_EQ(note_text(file, "1"), " stray");
    EXPECT_EQ(DocxFile::all(file.xml("word/footnotes.xml"), "//w:footnoteRef").size(), 2u);
}

TEST(DocxNotes, MarkPrecedesBlocksThatAreNoParagraph) {
    Note listing;
    listing.content = {list({item({paragraph("point")})})};
    Document subject = document({paragraph(Inlines{note_ref(0)})});
    subject.notes = {listing};
    const DocxFile file = write_docx(subject).file;
    const auto paragraphs = DocxFile::all(file.xml("word/footnotes.xml"), "//w:footnote[@w:id='1']/w:p");
    ASSERT_EQ(paragraphs.size(), 2u);
    EXPECT_TRUE(DocxFile::all(paragraphs[0], ".//w:footnoteRef").size() == 1);
    EXPECT_EQ(text_of(paragraphs[1]), "point");
}

TEST(DocxNotes, HaveTheirOwnRelationships) {
    Document subject = document({paragraph(Inlines{note_ref(0)})});
    subject.notes = {note({link("https://example.org/", {Text("link")})})};
    const DocxFile file = write_docx(subject).file;
    EXPECT_TRUE(file.has("word/_rels/footnotes.xml.rels"));
}

}  // namespace
}  // namespace offprint::testing
