// Lists, tables, definitions, figures and notes of Word files.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "word_file.hpp"

namespace offprint::testing {

namespace {

std::string level(int number, const std::string& format, const std::string& text, int start = 1,
                  const std::string& more = {}) {
    return fmt::format(
        "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"{}\"/><w:numFmt w:val=\"{}\"/>{}<w:lvlText w:val=\"{}\"/><w:pPr><w:ind "
        "w:left=\"{}\" w:hanging=\"360\"/></w:pPr></w:lvl>",
        number, start, format, more, text, (number + 1) * 720);
}

std::string abstract_numbering(int id, const std::string& levels) {
    return fmt::format("<w:abstractNum w:abstractNumId=\"{}\">{}</w:abstractNum>", id, levels);
}

std::string numbering(int id, int abstract, const std::string& overrides = {}) {
    return fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>{}</w:num>", id, abstract, overrides);
}

std::string item(const std::string& text, int number, int level = 0) {
    return word_paragraph(
        text, "", fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>", level, number));
}

const std::string usual_numbering =
    abstract_numbering(0, level(0, "bullet", "•") + level(1, "bullet", "o")) +
    abstract_numbering(1, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", " ")) +
    numbering(1, 0) + numbering(2, 1) +
    numbering(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>") + numbering(4, 1);

std::string list_shape(const std::string& body) {
    return shape(read_word({.body = body, .numbering = usual_numbering}).document.content);
}

TEST(DocxReaderLists, NestByLevel) {
    EXPECT_EQ(list_shape(item("a", 2) + item("b", 2, 1) + item("c", 2, 1) + item("d", 2) + item("e", 1, 1)),
              "ol{p{a} ola{p{b} p{c}} p{d} ul{p{e}}}");
}

TEST(DocxReaderLists, GoOnAfterAnInterruption) {
    EXPECT_EQ(list_shape(item("a", 2) + item("b", 2) + word_paragraph("Between") + item("c", 2)),
              "ol{p{a} p{b}} p{Between} ol=3{p{c}}");
}

TEST(DocxReaderLists, OfOneAbstractDefinitionCountOn) {
    EXPECT_EQ(list_shape(item("a", 2) + item("b", 4) + item("c", 3) + item("d", 3)), "ol{p{a} p{b}} ol{p{c} p{d}}");
}

TEST(DocxReaderLists, ParagraphsWithoutALabelOrSetInGoOnWithTheItem) {
    EXPECT_EQ(list_shape(item("a", 2) + word_paragraph("b", "", "<w:ind w:left=\"720\"/>") +
                         word_paragraph("c", "ListContinue") + item("d", 2) + word_paragraph("e")),
              "ol{p{a} p{b} p{c} p{d}} p{e}");
    const std::string unlabelled = abstract_numbering(7, level(0, "bullet", " ")) + numbering(9, 7);
    EXPECT_EQ(shape(read_word({.body = item("a", 1) + item("b", 9) + item("c", 1),
                               .numbering = abstract_numbering(0, level(0, "bullet", "•")) +
                                            abstract_numbering(7, level(0, "bullet", " ")) + numbering(1, 0) +
                                            numbering(9, 7)})
                        .document.content),
              "ul{p{a} p{b} p{c}}");
}

TEST(DocxReaderLists, NumbersOfStyles) {
    const std::string styles =
        word_style("Steps", "Steps", "", "<w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr>") +
        word_style("Substeps", "Substeps", "Steps");
    const std::string bound =
        abstract_numbering(3, level(0, "upperRoman", "%1.", 1, "<w:pStyle w:val=\"Steps\"/>") +
                                  level(1, "decimal", "%2.", 4, "<w:pStyle w:val=\"Substeps\"/>")) +
        numbering(5, 3);
    EXPECT_EQ(shape(read_word({.body = word_paragraph("a", "Steps") + word_paragraph("b", "Substeps") +
                                       word_paragraph("c", "Steps"),
                               .styles = styles,
                               .numbering = bound})
                        .document.content),
              "olI{p{a} ol=4{p{b}} p{c}}");
}

TEST(DocxReaderLists, NumberingStyles) {
    const std::string linked =
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Outline\"/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Outline\"/>" +
        level(0, "lowerRoman", "%1.") + "</w:abstractNum>" + numbering(1, 1) + numbering(2, 2);
    EXPECT_EQ(shape(read_word({.body = item("a", 1) + item("b", 1), .numbering = linked}).document.content),
              "oli{p{a} p{b}}");
}

TEST(DocxReaderLists, ThatNobodyDefinedAreBulleted) {
    const ReadResult read = read_word({.body = item("a", 77) + item("b", 77)});
    EXPECT_EQ(shape(read.document.content), "ul{p{a} p{b}}");
    EXPECT_TRUE(read.reported("docx.numbering-missing"));
}

TEST(DocxReaderLists, NumberedHeadingsAreHeadings) {
    EXPECT_EQ(
        list_shape(word_paragraph("a", "Heading1", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>")),
        "h1{a}");
}

TEST(DocxReaderLists, BoxesOfTasks) {
    const std::string box =
        "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>" +
        word_run("☒") + "</w:sdtContent></w:sdt>" + word_run(" Wind the clock");
    EXPECT_EQ(list_shape(item(box, 1) + item("☐ Trim the wick", 1)), "ul{[x] p{Wind the clock} [ ] p{Trim the wick}}");
}

// ---------------------------------------------------------------- tables

std::string cell(const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + word_paragraph(text) + "</w:tc>";
}

std::string row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

std::string table(const std::string& rows, const std::string& properties = {}) {
    return "<w:tbl><w:tblPr>" + properties + "</w:tblPr>" + rows + "</w:tbl>";
}

TEST(DocxReaderTables, HeadsSpansAndGaps) {
    const std::string start = "<w:vMerge w:val=\"restart\"/>";
    const std::string on = "<w:vMerge/>";
    EXPECT_EQ(shape(read_word({.body = table(row(cell("a") + cell("b"), "<w:tblHeader/>") +
                                             row(cell("c", start) + cell("d")) + row(cell("", on) + cell("e")) +
                                             row(cell("f", "<w:gridSpan w:val=\"2\"/>")) +
                                             row(cell("g"), "<w:gridBefore w:val=\"1\"/>"))})
                        .document.content),
              "table{head:(p{a}|p{b}):head(r2:p{c}|p{d})(p{e})(c2:p{f})(|p{g})}");
}

TEST(DocxReaderTables, NoCellReachesFromTheHeadIntoTheBody) {
    EXPECT_EQ(shape(read_word({.body = table(row(cell("a", "<w:vMerge w:val=\"restart\"/>"), "<w:tblHeader/>") +
                                             row(cell("b", "<w:vMerge/>")))})
                        .document.content),
              "table{head:(p{a}):head(p{b})}");
}

TEST(DocxReaderTables, InTables) {
    EXPECT_EQ(shape(read_word({.body = table(row("<w:tc>" + table(row(cell("a"))) + word_paragraph("b") + "</w:tc>"))})
                        .document.content),
              "table{(table{(p{a})} p{b})}");
}

TEST(DocxReaderTables, CaptionsAboveAndBelow) {
    const std::string one = table(row(cell("a")));
    EXPECT_EQ(shape(read_word({.body = word_paragraph("Table 1", "Caption") + one + word_paragraph("Text") + one +
                                       word_paragraph("Table 2", "Caption")})
                        .document.content),
              "table{caption{p{Table 1}} (p{a})} p{Text} table{caption{p{Table 2}} (p{a})}");
}

TEST(DocxReaderTables, HugeSpansAreBounded) {
    const ReadResult read =
        read_word({.body = table(row(cell("a", "<w:gridSpan w:val=\"2000000000\"/>") + cell("b")))});
    EXPECT_EQ(shape(read.document.content), "table{(c1000:p{a})}");
}

// ---------------------------------------------------------------- definitions, figures, rules

TEST(DocxReaderBlocks, Definitions) {
    EXPECT_EQ(shape(read_word({.body = word_paragraph("a", "DefinitionTerm") + word_paragraph("b", "Definition") +
                                       word_paragraph("c", "DefinitionTerm") + word_paragraph("d", "Definition") +
                                       word_paragraph("e")})
                        .document.content),
              "dl{dt{a}dd{p{b}}dt{c}dd{p{d}}} p{e}");
}

TEST(DocxReaderBlocks, RulesThatWordAndPandocDraw) {
    EXPECT_EQ(
        shape(read_word({.body = word_paragraph("a") + "<w:p><w:r><w:pict><v:rect o:hr=\"t\"/></w:pict></w:r></w:p>" +
                                 word_paragraph("", "", "<w:pBdr><w:bottom w:val=\"single\"/></w:pBdr>") +
                                 word_paragraph("", "HorizontalLine")})
                  .document.content),
        "p{a} hr hr hr");
}

// ---------------------------------------------------------------- notes and comments

std::string note(const char* kind, int id, const std::string& text) {
    return fmt::format("<w:{0} w:id=\"{1}\"><w:p><w:r><w:{0}Ref/></w:r>{2}</w:p></w:{0}>", kind, id,
                       word_run(" " + text));
}

TEST(DocxReaderNotes, FootnotesAndEndnotesInTheOrderOfTheirReferences) {
    const ReadResult read = read_word(
        {.body = word_paragraph(word_run("a") + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>" + word_run("b") +
                                "<w:bookmarkStart w:id=\"1\" w:name=\"_RefNote\"/><w:r><w:footnoteReference "
                                "w:id=\"2\"/></w:r><w:bookmarkEnd w:id=\"1\"/>" +
                                word_run("c") + "<w:fldSimple w:instr=\" NOTEREF _RefNote \\h \">" + word_run("1") +
                                "</w:fldSimple>"),
         .footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>" + note("footnote", 2, "Foot"),
         .endnotes = note("endnote", 3, "End")});
    EXPECT_EQ(shape(read.document.content), "p{a^0b^1c^1}");
    ASSERT_EQ(read.document.notes.size(), 2U);
    EXPECT_EQ(shape(read.document.notes[0].content), "p{End}");
    EXPECT_EQ(shape(read.document.notes[1].content), "p{Foot}");
}

TEST(DocxReaderNotes, ThatAreMissing) {
    const ReadResult read =
        read_word({.body = word_paragraph(word_run("a") + "<w:r><w:footnoteReference w:id=\"9\"/></w:r>")});
    EXPECT_EQ(shape(read.document.content), "p{a}");
    EXPECT_TRUE(read.reported("docx.note-missing"));
}

TEST(DocxReaderNotes, CommentsAreLeftOutOrNotes) {
    const WordFile file{
        .body = word_paragraph(word_run("a") + "<w:r><w:commentReference w:id=\"0\"/></w:r>"),
        .comments = "<w:comment w:id=\"0\" w:author=\"Ben\">" + word_paragraph("Really?") + "</w:comment>"};
    EXPECT_EQ(shape(read_word(file).document.content), "p{a}");
    EXPECT_TRUE(read_word(file).reported("docx.comments-dropped"));
    const ReadResult kept = read_word(file, {{"comments", "notes"}});
    EXPECT_EQ(shape(kept.document.content), "p{a^0}");
    ASSERT_EQ(kept.document.notes.size(), 1U);
    EXPECT_EQ(shape(kept.document.notes[0].content), "p{strong[Ben:] Really?}");
}

// ---------------------------------------------------------------- tracked changes

TEST(DocxReaderNotes, MarksOfTheAuthorsChoiceAreNoText) {
    const std::string mark = word_run("*", "<w:rStyle w:val=\"FootnoteReference\"/>");
    const ReadResult read = read_word(
        {.body = word_paragraph(word_run("a") + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" "
                                                "w:id=\"1\"/><w:t>*</w:t></w:r>"),
         .footnotes = "<w:footnote w:id=\"1\">" + word_paragraph(mark + word_run(" b") + mark) + "</w:footnote>"});
    EXPECT_EQ(shape(read.document.content), "p{a^0}");
    EXPECT_EQ(shape(read.document.notes.at(0).content), "p{bsup[*]}");
}

TEST(DocxReaderFigures, LeaveCaptionsOfTablesToThese) {
    const std::string styles = word_style("Caption", "caption") + word_style("TC", "Table Caption", "Caption");
    EXPECT_EQ(shape(read_word({.body = word_paragraph("a", "Caption") + word_paragraph("b", "TC") +
                                       "<w:tbl><w:tr><w:tc>" + word_paragraph("c") + "</w:tc></w:tr></w:tbl>",
                               .styles = styles})
                        .document.content),
              "p{a} table{caption{p{b}} (p{c})}");
}

TEST(DocxReaderChanges, AcceptedRejectedOrMarked) {
    const WordFile file{.body = word_paragraph(word_run("a") +
                                               "<w:del w:id=\"1\"><w:r><w:delText>b</w:delText></w:r></w:del>"
                                               "<w:ins w:id=\"2\">" +
                                               word_run("c") + "</w:ins>") +
                                "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" + word_run("d") + "</w:p>" +
                                word_paragraph("e")};
    EXPECT_EQ(shape(read_word(file).document.content), "p{ac} p{de}");
    EXPECT_EQ(shape(read_word(file, {{"track-changes", "reject"}}).document.content), "p{ab} p{d} p{e}");
    EXPECT_EQ(shape(read_word(file, {{"track-changes", "all"}}).document.content), "p{astrike[b]ins[c]} p{d} p{e}");
    EXPECT_TRUE(read_word(file).reported("docx.changes-settled"));
}

TEST(DocxReaderChanges, OfFormattingAreUndoneWhereRejected) {
    const WordFile file{
        .body = word_paragraph(word_run("a", "<w:b/><w:rPrChange w:id=\"1\"><w:rPr><w:i/></w:rPr></w:rPrChange>") +
                                   word_run("b", "<w:b/><w:rPrChange w:id=\"2\"><w:rPr/></w:rPrChange>"),
                               "Heading1",
                               "<w:pPrChange w:id=\"3\"><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr></w:pPrChange>") +
                word_paragraph("c", "Heading2", "<w:pPrChange w:id=\"4\"><w:pPr/></w:pPrChange>")};
    EXPECT_EQ(shape(read_word(file).document.content), "h1{ab} h2{c}");
    EXPECT_EQ(shape(read_word(file, {{"track-changes", "reject"}}).document.content), "quote{p{em[a]b}} p{c}");
    EXPECT_EQ(shape(read_word(file, {{"track-changes", "all"}}).document.content), "h1{ab} h2{c}");
    EXPECT_TRUE(read_word(file).reported("docx.changes-settled"));
}

TEST(DocxReaderChanges, OfTablesAreSettled) {
    const auto cell = [](const char* text, const char* properties = "") {
        return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, word_paragraph(text));
    };
    const WordFile file{
        .body = "<w:tbl><w:tblGrid><w:gridCol w:w=\"9\"/><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr>" + cell("a") +
                cell("b", "<w:cellIns w:id=\"1\"/>") + cell("c", "<w:cellDel w:id=\"2\"/>") + "</w:tr><w:tr>" +
                cell("d", "<w:gridSpan w:val=\"2\"/><w:tcPrChange w:id=\"3\"><w:tcPr/></w:tcPrChange>") +
                "</w:tr></w:tbl>"};
    EXPECT_EQ(shape(read_word(file).document.content), "table{(p{a}|p{b})(c2:p{d})}");
    EXPECT_EQ(shape(read_word(file, {{"track-changes", "reject"}}).document.content), "table{(p{a}|p{c})(p{d})}");
}

}  // namespace

}  // namespace offprint::testing
