#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

Paragraph paragraph(Inlines content) {
    Paragraph node;
    node.content = std::move(content);
    return node;
}

Paragraph paragraph(std::string text) {
    return paragraph(Inlines{Text(std::move(text))});
}

Heading heading(int level, std::string text) {
    Heading node;
    node.level = level;
    node.content = {Text(std::move(text))};
    return node;
}

ListItem item(Blocks content) {
    ListItem node;
    node.content = std::move(content);
    return node;
}

Table table(std::vector<std::vector<std::string>> rows) {
    Table node;
    TableSection head{{}, SectionKind::head, {}};
    TableSection body{{}, SectionKind::body, {}};
    for (std::vector<std::string>& cells : rows) {
        TableSection& section = head.rows.empty() ? head : body;
        TableRow& row = section.rows.emplace_back();
        for (std::string& cell : cells) row.cells.emplace_back().content = {paragraph(std::move(cell))};
    }
    node.sections = {head, body};
    return node;
}

std::string written(Blocks content, const OptionValues& options = {}, std::vector<Note> notes = {}) {
    Document document;
    document.content = std::move(content);
    document.notes = std::move(notes);
    return testing::write("text", document, options);
}

NoteRef note_ref(std::size_t note) {
    NoteRef node;
    node.note = note;
    return node;
}

Note note(Blocks content) {
    Note node;
    node.content = std::move(content);
    return node;
}

Link link(std::string url, std::string text) {
    Link node;
    node.url = std::move(url);
    node.content = {Text(std::move(text))};
    return node;
}

TEST(TextWriter, NothingAtAll) {
    EXPECT_EQ(written({}), "");
}

TEST(TextWriter, AParagraphIsALine) {
    EXPECT_EQ(written({paragraph("One."), heading(2, "Two"),
                       paragraph(Inlines{Text("Three,"), LineBreak{}, Text("four.")}), Rule{}, paragraph("Five.")}),
              "One.\n\n## Two\n\nThree,\nfour.\n\n* * *\n\nFive.\n");
}

TEST(TextWriter, ListsStandInLists) {
    List inner;
    inner.ordered = true;
    inner.start = 3;
    inner.numbering = Numbering::lower_roman;
    inner.items = {item({paragraph("c")}), item({paragraph("d")})};
    List outer;
    outer.items = {item({paragraph("a"), inner}), item({}), item({paragraph("b"), paragraph("more")})};
    outer.items[2].checked = true;
    EXPECT_EQ(written({outer}), "- a\n  iii. c\n  iv. d\n-\n- [x] b\n\n  more\n");
    outer.tight = false;
    EXPECT_EQ(written({outer}), "- a\n\n  iii. c\n  iv. d\n\n-\n\n- [x] b\n\n  more\n");
}

TEST(TextWriter, NumbersAreThoseOfTheItems) {
    List list;
    list.ordered = list.reversed = true;
    list.start = 10;
    list.items = {item({paragraph("a")}), item({paragraph("b")}), item({paragraph("c")})};
    list.items[1].value = -4;
    EXPECT_EQ(written({list}), "10. a\n-4. b\n-5. c\n");
    list.reversed = false;
    list.numbering = Numbering::upper_alpha;
    list.start = 26;
    list.items[1].value.reset();
    EXPECT_EQ(written({list}), "Z. a\nAA. b\nAB. c\n");
}

TEST(TextWriter, QuotationsAndCode) {
    CodeBlock code;
    code.text = "if x:\n\n    y";
    Quote quote;
    quote.content = {paragraph("Said."), code};
    quote.attribution = {Text("Mara")};
    EXPECT_EQ(written({quote, code}),
              "> Said.\n>\n>     if x:\n>\n>         y\n>\n> \u2014 Mara\n\n    if x:\n\n        y\n");
}

TEST(TextWriter, AQuotationWithoutContentKeepsTheMarkOfItsItem) {
    List list;
    list.items = {item({Quote{}, paragraph("a")})};
    EXPECT_EQ(written({list}), "- a\n");
}

TEST(TextWriter, NotesFollowInTheOrderOfTheirNumbers) {
    EXPECT_EQ(
        written({paragraph(Inlines{Text("A"), note_ref(1), Text(" b"), note_ref(0), Text(" c"), note_ref(1)})}, {},
                {note({paragraph("zero")}), note({paragraph(Inlines{Text("one, "), note_ref(2)}), paragraph("more")}),
                 note({paragraph("two")}), note({paragraph("nobody's")})}),
        "A[1] b[2] c[1]\n\n[1] one, [3]\n\n    more\n\n[2] zero\n\n[3] two\n\n[4] nobody's\n");
}

TEST(TextWriter, AddressesAreListedIfAskedFor) {
    const Blocks content = {paragraph(Inlines{link("https://a.example/", "here"), Text(", "),
                                              link("https://b.example/", "https://b.example/"), Text(", "),
                                              link("https://a.example/", "there"), Text(", "), link("#x", "below")})};
    EXPECT_EQ(written(content), "here, https://b.example/, there, below\n");
    EXPECT_EQ(written(content, {{"links", "true"}}),
              "here [1], https://b.example/, there [1], below\n\n[1] https://a.example/\n");
}

TEST(TextWriter, NarrowTablesStandInColumns) {
    Table fares = table({{"Who", "Fare"}, {"adult", "12"}, {"港の犬", "4"}});
    fares.columns = {{}, {.alignment = Alignment::right}};
    EXPECT_EQ(written({fares}), "Who     Fare\n------  ----\nadult     12\n港の犬     4\n");
}

TEST(TextWriter, WideTablesStandInRows) {
    const std::string wide(60, 'x');
    EXPECT_EQ(written({table({{"a|b", "c"}, {wide, wide}})}),
              "| a\\|b | c |\n|---|---|\n| " + wide + " | " + wide + " |\n");
}

TEST(TextWriter, InlinesKeepTheirMeaning) {
    Styled power;
    power.style = Style::superscript;
    power.content = {Text("6")};
    Styled ordinal = power;
    ordinal.content = {Text("st")};
    Styled quoted;
    quoted.style = Style::quote;
    quoted.content = {Text("so")};
    Ruby ruby;
    ruby.base = {Text("港")};
    ruby.annotation = {Text("みなと")};
    Math math;
    math.mathml = "<math><mfrac><mi>s</mi><mi>t</mi></mfrac></math>";
    math.tex = "\\frac{s}{t}";
    Image image;
    image.alt = "A lamp";
    EXPECT_EQ(written({paragraph(Inlines{Text("10"), power, Text(" 1"), ordinal, Text(" "), quoted, Text(" "), ruby,
                                         Text(" "), math, Text(" "), image})}),
              "10^6 1st \u201Cso\u201D 港(みなと) s/t [A lamp]\n");
}

TEST(TextWriter, LinesAreBrokenAtTheirWidth) {
    List list;
    list.items = {item({paragraph("one two three four five six")})};
    EXPECT_EQ(written({list}, {{"wrap", "20"}}), "- one two three four\n  five six\n");
    EXPECT_EQ(written({paragraph("港の犬は夜に吠えます、そして眠る。")}, {{"wrap", "20"}}),
              "港の犬は夜に吠えま\nす、そして眠る。\n")
        << "ten signs a line, and none begins with a comma";
    const std::string address(50, 'x');
    EXPECT_EQ(written({paragraph("see " + address + " there")}, {{"wrap", "20"}}), "see\n" + address + "\nthere\n");
    EXPECT_THROW(written({}, {{"wrap", "5"}}), Error);
}

TEST(TextWriter, DepthCostsNoWidth) {
    Blocks content = {paragraph("deep")};
    for (int i = 0; i < 60; ++i) {
        Quote quote;
        quote.content = std::move(content);
        content = {quote, paragraph("after")};
    }
    const std::string text = written(content);
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
        EXPECT_LE(rest.find('\n'), 200U);
}

/// Title, dek, names, date, publication and address come back, in each language that has words of its own.
TEST(TextWriter, ReadsItsOwnHead) {
    for (const char* language : {"ar", "cs", "da", "de", "el", "en", "en-US", "es", "fi", "fr", "he", "hu",    "it",
                                 "ja", "ko", "nb", "nl", "pl", "pt", "ru",    "sv", "tr", "uk", "zh", "zh-TW", "xx"}) {
        Document document;
        Metadata& metadata = document.metadata;
        metadata.language = language;
        metadata.title = "The last ferry";
        metadata.contributors = {{"Mara Lind", "author", "", ""}, {"Ada Quill", "author", "", ""}};
        metadata.published = Date{2023, 11, 5, {}};
        metadata.publisher = "Harbour Post";
        metadata.source_url = "https://news.example/ferry";
        document.content = {
            paragraph("It leaves at eleven, full of bicycles and of people who would rather sleep."),
            paragraph("Nobody waits for those who come a minute later, and nobody ever did so before.")};
        const std::string text = testing::write("text", document);
        const Metadata back = testing::read_article("text", text).document.metadata;
        EXPECT_EQ(back.title, metadata.title) << text;
        EXPECT_EQ(back.contributors, metadata.contributors) << text;
        EXPECT_EQ(back.published, metadata.published) << text;
        if (language != std::string_view("xx")) {
            EXPECT_EQ(back.publisher, metadata.publisher) << text;
        }
        EXPECT_EQ(back.source_url, metadata.source_url) << text;
    }
}

TEST(TextWriter, WritesEveryNode) {
    const std::string text = testing::write("text", testing::every_node(), {{"links", "true"}});
    EXPECT_EQ(text, testing::write("text", testing::every_node(), {{"links", "true"}}));
    EXPECT_EQ(text.find("\n\n\n"), std::string::npos);
    EXPECT_EQ(text.find(" \n"), std::string::npos);
}

}  // namespace
}  // namespace offprint
