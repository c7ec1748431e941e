#include <gtest/gtest.h>

#include "docx_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {
namespace {

TableCell cell(std::string text, int column_span = 1, int row_span = 1) {
    TableCell node;
    node.content = {paragraph(std::move(text))};
    node.column_span = column_span;
    node.row_span = row_span;
    return node;
}

TableSection section(SectionKind kind, std::vector<std::vector<TableCell>> rows) {
    TableSection node;
    node.kind = kind;
    for (std::vector<TableCell>& cells : rows) {
        node.rows.emplace_back();
        node.rows.back().cells = std::move(cells);
    }
    return node;
}

Table table(std::vector<TableSection> sections) {
    Table node;
    node.sections = std::move(sections);
    return node;
}

DocxFile written(Blocks blocks) {
    return write_docx(document(std::move(blocks))).file;
}

TEST(DocxTables, MergeCellsOverColumnsAndRows) {
    const DocxFile file = written({table({section(
        SectionKind::body, {{cell("wide", 2), cell("tall", 1, 3)}, {cell("a"), cell("b")}, {cell("both", 2)}})})});
    EXPECT_EQ(file.all("//w:gridCol").size(), 3u);
    EXPECT_EQ(file.all("//w:gridSpan[@w:val='2']").size(), 2u);
    EXPECT_EQ(file.all("//w:vMerge[@w:val='restart']").size(), 1u);
    EXPECT_EQ(file.all("//w:vMerge[@w:val='continue']").size(), 2u);
}

TEST(DocxTables, FillMissingCells) {
    const DocxFile file = written({table({section(SectionKind::body, {{cell("a")}, {}, {cell("b"), cell("c")}})})});
    EXPECT_EQ(file.all("//w:tc").size(), 6u);
}

TEST(DocxTables, RepeatTheirHeadAndNameTheirCaption) {
    Table subject = table({section(SectionKind::head, {{cell("h1")}, {cell("h2")}}),
                           section(SectionKind::body, {{cell("a")}, {cell("b")}})});
    subject.caption = {paragraph("What it shows")};
    const DocxFile file = written({subject});
    EXPECT_EQ(file.all("//w:tr[w:trPr/w:tblHeader][w:trPr/w:cantSplit]").size(), 2u);
    EXPECT_EQ(file.all("//w:tblLook[@w:firstRow='1']").size(), 1u);
    EXPECT_EQ(file.all("//w:tblCaption[@w:val='What it shows']").size(), 1u);
    EXPECT_EQ(file.paragraphs().at(0), "Caption: What it shows");
}

TEST(DocxTables, AlignByColumnAndRunRightToLeft) {
    Table subject = table({section(SectionKind::body, {{cell("a"), cell("b")}})});
    subject.columns = {{Alignment::center, 0.75}, {Alignment::right, 0.25}};
    const DocxFile file = written({subject});
    EXPECT_EQ(file.all("//w:jc[@w:val='right']").size(), 1u);
    EXPECT_EQ(file.all("//w:jc[@w:val='center']").size(), 1u);
    const auto widths = file.all("//w:gridCol");
    EXPECT_NEAR(widths.at(0).attribute("w:w").as_double(), 3 * widths.at(1).attribute("w:w").as_double(), 3);

    Attributes attributes;
    attributes.direction = Direction::right_to_left;
    const DocxFile mirrored = written({with(subject, attributes)});
    EXPECT_EQ(mirrored.all("//w:bidiVisual").size(), 1u);
    EXPECT_EQ(mirrored.all("//w:jc[@w:val='right']").size(), 0u) << "right is the leading edge there";
}

TEST(DocxTables, GiveEachColumnRoomForItsLongestWord) {
    std::vector<TableCell> days;
    for (const char* day : {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Sum"})
        days.push_back(cell(day));
    days.push_back(cell("A remark that is much longer than the name of any day of the week and wants all the room"));
    const DocxFile file = written({table({section(SectionKind::body, {days})})});
    const auto widths = file.all("//w:gridCol");
    const auto width = [&](std::size_t column) { return widths.at(column).attribute("w:w").as_int(); };
    int total = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) total += width(i);
    EXPECT_NEAR(total, 11906 - 2 * 1417, 9);
    EXPECT_GE(width(2), 9 * 100 + 216);
    EXPECT_GT(width(2), width(7));
    EXPECT_GT(width(8), width(2));
    EXPECT_EQ(file.all("//w:tblCellMar/w:left[@w:w='48']").size(), 1u) << "the words need the room";
    EXPECT_EQ(written({table({section(SectionKind::body, {{cell("a")}})})}).all("//w:tblCellMar").size(), 0u);
}

TEST(DocxTables, KnowWideLettersFromNarrowOnes) {
    const DocxFile file = written({table({section(SectionKind::body, {{cell("MMMMMMMM"), cell("iiiiiiii")}})})});
    const auto widths = file.all("//w:gridCol");
    EXPECT_GT(widths.at(0).attribute("w:w").as_int(), widths.at(1).attribute("w:w").as_int() * 3 / 2);
}

TEST(DocxTables, OfPicturesAreWideEnoughForThem) {
    Document subject = every_node();
    Image image;
    image.resource = "image-1";
    image.alt = "x";
    image.width = 300;
    TableCell picture;
    picture.content = {paragraph(Inlines{image})};
    subject.content = {table({section(SectionKind::body, {{picture, cell("a"), cell("b")}})})};
    EXPECT_EQ(write_docx(subject).file.all("//wp:extent").at(0).attribute("cx").as_llong(), 300 * 9525);
}

TEST(DocxTables, EmptyPartsOfDividedOnesAreLeftOut) {
    const DocxFile file =
        written({table({section(SectionKind::body, {{cell("wide", 1000)}, {cell("a"), cell("b")}})})});
    EXPECT_EQ(file.all("//w:tbl").size(), 1u);
    EXPECT_EQ(text_of(file.document()), "wideab");
}

TEST(DocxTables, NestAndStandInListsAndNotes) {
    TableCell holder;
    holder.content = {table({section(SectionKind::body, {{cell("inner")}})})};
    const Table outer = table({section(SectionKind::body, {{holder}})});
    Document subject = document({outer, outer, list({item({outer})}), paragraph(Inlines{note_ref(0)})});
    subject.notes.resize(1);
    subject.notes[0].content = {outer};
    const DocxFile file = write_docx(subject).file;
    EXPECT_EQ(file.all("//w:tbl").size(), 6u);
    EXPECT_EQ(file.all("//w:tblInd").size(), 1u);
}

TEST(DocxTables, WiderThanWordTakesAreSplit) {
    std::vector<TableCell> first;
    for (int i = 0; i < 500; ++i) first.push_back(cell("c" + std::to_string(i)));
    const Written result =
        write_docx(document({table({section(SectionKind::body, {std::move(first), {cell("spanning", 500)}})})}));
    EXPECT_EQ(result.file.all("//w:tbl").size(), 8u);
    EXPECT_EQ(result.codes, std::vector<std::string>{"docx.table-split"});
    std::string text = text_of(result.file.document());
    for (int i = 0; i < 500; ++i) EXPECT_NE(text.find("c" + std::to_string(i)), std::string::npos);
    EXPECT_NE(text.find("spanning"), std::string::npos);
}

TEST(DocxTables, StandInCaptionsToo) {
    const Table inner = table({section(SectionKind::body, {{cell("inner")}})});
    Table outer = table({section(SectionKind::body, {{cell("outer")}})});
    outer.caption = {paragraph("Caption"), inner};
    Figure figure;
    figure.content = {outer};
    figure.caption = {inner};
    const DocxFile file = written({figure});
    EXPECT_EQ(file.all("//w:tbl").size(), 3u);
    EXPECT_EQ(file.all("//w:tblCaption").size(), 1u);
    EXPECT_EQ(text_of(file.document()), "Captioninnerouterinner");
}

TEST(DocxTables, WithoutRowsAreTheirCaption) {
    Table subject;
    subject.caption = {paragraph("Only words")};
    const DocxFile file = written({subject, table({section(SectionKind::body, {{}})})});
    EXPECT_EQ(file.all("//w:tbl").size(), 0u);
    EXPECT_EQ(text_of(file.document()), "Only words");
}

TEST(DocxTables, TakeAbsurdSpans) {
    const DocxFile file =
        written({table({section(SectionKind::body, {{cell("a", 2147483647, 2147483647), cell("b")}, {cell("c")}})})});
    EXPECT_EQ(text_of(file.document()).size(), 3u);
}

}  // namespace
}  // namespace offprint::testing
