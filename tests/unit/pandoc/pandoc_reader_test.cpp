// What becomes of pandoc's elements.
#include <algorithm>

#include "pandoc_case.hpp"

namespace offprint {
namespace {

using testing::read_blocks;
using testing::read_inlines;

template <class T, class Variant>
const T& as(const Variant& node) {
    return std::get<T>(node);
}

TEST(PandocReader, WordsSpacesAndSoftBreaksAreOneText) {
    const Inlines inlines = read_inlines(
        R"({"t":"Space"},{"t":"Str","c":"two"},{"t":"SoftBreak"},{"t":"Str","c":"words"},{"t":"Space","c":[]},{"t":"Space"})");
    ASSERT_EQ(inlines.size(), 1U);
    EXPECT_EQ(as<Text>(inlines[0]).text, "two words");
}

TEST(PandocReader, SpacesThatAFilterPutsIntoAStrCollapse) {
    EXPECT_EQ(as<Text>(read_inlines(R"({"t":"Str","c":"a \n b"},{"t":"Space"},{"t":"Str","c":" c"})")[0]).text,
              "a b c");
}

TEST(PandocReader, MembersMayComeInAnyOrder) {
    const std::string json =
        R"({"blocks":[{"c":[{"c":[["",[],[]],[{"c":"deep","t":"Str"},{"t":"Space"},{"c":[{"c":"er","t":"Str"}],"t":"Emph"}],)"
        R"(["https://a.example/",""]],"t":"Link"}],"t":"Para"}],"meta":{},"pandoc-api-version":[1,22,2,1]})";
    const Document document = testing::read_only("pandoc", json).document;
    const Link& link = as<Link>(as<Paragraph>(document.content.at(0)).content.at(0));
    EXPECT_EQ(link.url, "https://a.example/");
    EXPECT_EQ(plain_text(link.content), "deep er");
}

TEST(PandocReader, StylesHaveElementsOrClasses) {
    const Inlines inlines = read_inlines(
        R"({"t":"SmallCaps","c":[{"t":"Str","c":"a"}]},{"t":"Span","c":[["",["mark"],[]],[{"t":"Str","c":"b"}]]},)"
        R"({"t":"Code","c":[["",["sample"],[]],"c d"]},{"t":"Span","c":[["",["ins"],[]],[{"t":"Underline","c":[{"t":"Str","c":"e"}]}]]})");
    ASSERT_EQ(inlines.size(), 4U);
    EXPECT_EQ(as<Styled>(inlines[0]).style, Style::small_caps);
    EXPECT_EQ(as<Styled>(inlines[1]).style, Style::mark);
    EXPECT_FALSE(as<Styled>(inlines[1]).attributes);
    EXPECT_EQ(as<Styled>(inlines[2]).style, Style::sample);
    EXPECT_EQ(as<Styled>(inlines[3]).style, Style::insertion);
    EXPECT_EQ(as<Text>(as<Styled>(inlines[3]).content.at(0)).text, "e");
}

TEST(PandocReader, SingleQuotesAreStyledWithinDoubleOnesOnly) {
    const std::string single = R"({"t":"Quoted","c":[{"t":"SingleQuote"},[{"t":"Str","c":"x"}]]})";
    EXPECT_EQ(as<Text>(read_inlines(single)[0]).text, "\u2018x\u2019");
    const Inlines both = read_inlines(R"({"t":"Quoted","c":[{"t":"DoubleQuote"},[)" + single + "]]}");
    EXPECT_EQ(as<Styled>(as<Styled>(both[0]).content.at(0)).style, Style::quote);
}

TEST(PandocReader, LinksThatLeadNowhereAreText) {
    const std::string link = R"({"t":"Para","c":[{"t":"Link","c":[["",[],[]],[{"t":"Str","c":"x"}],["URL",""]]}]})";
    const auto read = [&](std::string url, const OptionValues& options = {}) {
        std::string json = link;
        return testing::read_only("pandoc", testing::pandoc_json(json.replace(json.find("URL"), 3, url)), options);
    };
    EXPECT_TRUE(read("javascript:alert(1)").reported("pandoc.link-dropped"));
    EXPECT_TRUE(read("other.md").reported("pandoc.link-unresolved"));
    EXPECT_EQ(testing::words_of(read("other.md").document), "x");
    const Document resolved = read("other.html", {{"base-url", "https://a.example/b/c"}}).document;
    EXPECT_EQ(as<Link>(as<Paragraph>(resolved.content[0]).content[0]).url, "https://a.example/b/other.html");
    EXPECT_EQ(as<Link>(as<Paragraph>(read("#place").document.content[0]).content[0]).url, "#place");
}

TEST(PandocReader, LinksDoNotNest) {
    const Inlines inlines = read_inlines(
        R"({"t":"Link","c":[["",[],[]],[{"t":"Str","c":"a"},{"t":"Link","c":[["",[],[]],[{"t":"Str","c":"b"}],["http://b.example",""]]}],["http://a.example",""]]})");
    EXPECT_EQ(as<Link>(inlines.at(0)).content, Inlines{Text("ab")});
}

TEST(PandocReader, ImagesHaveSizesInPixels) {
    const Inlines inlines = read_inlines(
        R"({"t":"Image","c":[["",[],[["width","2in"],["height","50%"]]],[{"t":"Str","c":"A"},{"t":"Space"},{"t":"Str","c":"b"}],["a.png","T"]]})");
    const Image& image = as<Image>(inlines.at(0));
    EXPECT_EQ(image.width, 192);
    EXPECT_EQ(image.height, 0);
    EXPECT_EQ(image.attributes->extra, (std::vector<std::pair<std::string, std::string>>{{"height", "50%"}}));
    EXPECT_EQ(image.alt, "A b");
    EXPECT_EQ(image.title, "T");
}

TEST(PandocReader, AnImageWithTheMarkOfAFigureIsOne) {
    const Document document =
        read_blocks(
            R"({"t":"Para","c":[{"t":"Image","c":[["f",[],[["alt","What is seen"]]],[{"t":"Str","c":"Caption"}],["a.png","fig:T"]]}]})")
            .document;
    const Figure& figure = as<Figure>(document.content.at(0));
    EXPECT_EQ(figure.id(), "f");
    EXPECT_EQ(plain_text(figure.caption), "Caption");
    const Image& image = as<Image>(as<Paragraph>(figure.content.at(0)).content.at(0));
    EXPECT_EQ(image.alt, "What is seen");
    EXPECT_EQ(image.title, "T");
}

TEST(PandocReader, FiguresOfBothVersions) {
    for (
        const char* json :
        {R"({"t":"Figure","c":[["f",["c"],[]],[null,[{"t":"Plain","c":[{"t":"Str","c":"Cap"}]}]],[{"t":"CodeBlock","c":[["",[],[]],"x"]}]]})",
         R"({"t":"Div","c":[["f",["figure","c"],[]],[{"t":"CodeBlock","c":[["",[],[]],"x"]},{"t":"Div","c":[["",["caption"],[]],[{"t":"Para","c":[{"t":"Str","c":"Cap"}]}]]}]]})"}) {
        const Document document = read_blocks(json).document;
        const Figure& figure = as<Figure>(document.content.at(0));
        EXPECT_EQ(figure.id(), "f");
        EXPECT_EQ(figure.attributes->classes, std::vector<std::string>{"c"});
        EXPECT_EQ(plain_text(figure.caption), "Cap");
        EXPECT_EQ(as<CodeBlock>(figure.content.at(0)).text, "x");
    }
}

TEST(PandocReader, ListsAreTightWhereTheirItemsAre) {
    const auto list = [](const std::string& type) {
        return as<List>(read_blocks(R"({"t":"BulletList","c":[[{"t":")" + type + R"(","c":[{"t":"Str","c":"x"}]}]]})")
                            .document.content.at(0));
    };
    EXPECT_TRUE(list("Plain").tight);
    EXPECT_FALSE(list("Para").tight);
}

TEST(PandocReader, TasksHaveBoxes) {
    const Document document =
        read_blocks(
            R"({"t":"BulletList","c":[[{"t":"Plain","c":[{"t":"Str","c":"\u2610"},{"t":"Space"},{"t":"Str","c":"to"},{"t":"Space"},{"t":"Emph","c":[{"t":"Str","c":"do"}]}]}],)"
            R"([{"t":"Plain","c":[{"t":"Str","c":"\u2612"}]}],[{"t":"Plain","c":[{"t":"Str","c":"\u2612x"}]}]]})")
            .document;
    const List& list = as<List>(document.content.at(0));
    EXPECT_EQ(list.items[0].checked, false);
    EXPECT_EQ(plain_text(list.items[0].content), "to do");
    EXPECT_EQ(list.items[1].checked, true);
    EXPECT_TRUE(list.items[1].content.empty());
    EXPECT_EQ(list.items[2].checked, std::nullopt);
}

TEST(PandocReader, NumberedListsKeepStartAndStyle) {
    const testing::ReadResult result =
        read_blocks(R"({"t":"OrderedList","c":[[4,{"t":"LowerRoman"},{"t":"TwoParens"}],[[{"t":"Plain","c":[]}]]]})");
    const List& list = as<List>(result.document.content.at(0));
    EXPECT_EQ(list.start, 4);
    EXPECT_EQ(list.numbering, Numbering::lower_roman);
    EXPECT_TRUE(result.reported("pandoc.list-marks-dropped"));
}

TEST(PandocReader, LinesOfATermAreTerms) {
    const Document document =
        read_blocks(
            R"({"t":"DefinitionList","c":[[[{"t":"Str","c":"a"},{"t":"LineBreak"},{"t":"Span","c":[["b",[],[]],[{"t":"Str","c":"b"}]]}],[[{"t":"Para","c":[{"t":"Str","c":"x"}]}],[]]]]})")
            .document;
    const DefinitionItem& item = as<DefinitionList>(document.content.at(0)).items.at(0);
    ASSERT_EQ(item.terms.size(), 2U);
    EXPECT_EQ(item.terms[1].id(), "b");
    EXPECT_EQ(plain_text(item.terms[1].content), "b");
    EXPECT_EQ(item.descriptions.size(), 2U);
}

TEST(PandocReader, CodeHasItsLanguageFirst) {
    const auto code = [](const std::string& classes) {
        return as<CodeBlock>(
            read_blocks(R"({"t":"CodeBlock","c":[["",[)" + classes + R"(],[]],"a\nb\n"]})").document.content.at(0));
    };
    EXPECT_EQ(code(R"("python","numberLines")").language, "python");
    EXPECT_EQ(code(R"("python","numberLines")").attributes->classes, std::vector<std::string>{"numberLines"});
    EXPECT_EQ(code(R"("numberLines")").language, "");
    EXPECT_EQ(code("").text, "a\nb");
}

TEST(PandocReader, AttributesOfADivBelongToTheOnlyBlockThatCanHaveThem) {
    const auto around = [](const std::string& block) {
        return read_blocks(R"({"t":"Div","c":[["i",["k"],[["wrapper","1"],["lang","de"],["dir","rtl"]]],[)" + block +
                           "]]}")
            .document.content.at(0);
    };
    const Block paragraph = around(R"({"t":"Para","c":[{"t":"Str","c":"x"}]})");
    const Attributes& attributes = *as<Paragraph>(paragraph).attributes;
    EXPECT_EQ(attributes.id, "i");
    EXPECT_EQ(attributes.language, "de");
    EXPECT_EQ(attributes.direction, Direction::right_to_left);
    EXPECT_TRUE(attributes.extra.empty());
    EXPECT_EQ(as<Group>(around(R"({"t":"Header","c":[1,["",[],[]],[]]})")).id(), "i");
}

TEST(PandocReader, AttributionsOfQuotes) {
    const Document document =
        read_blocks(
            R"({"t":"BlockQuote","c":[{"t":"Para","c":[{"t":"Str","c":"Words."}]},{"t":"Div","c":[["",["attribution"],[]],[{"t":"Para","c":[{"t":"Str","c":"—"},{"t":"Space"},{"t":"Str","c":"Ada"}]}]]}]})")
            .document;
    const Quote& quote = as<Quote>(document.content.at(0));
    EXPECT_EQ(plain_text(quote.content), "Words.");
    EXPECT_EQ(quote.attribution, Inlines{Text("Ada")});
}

TEST(PandocReader, LineBlocksAreVerse) {
    const Document document =
        read_blocks(R"({"t":"LineBlock","c":[[{"t":"Str","c":"a"}],[{"t":"Str","c":"b"}],[],[{"t":"Str","c":"c"}]]})")
            .document;
    const Group& verse = as<Group>(document.content.at(0));
    EXPECT_EQ(verse.kind, GroupKind::verse);
    ASSERT_EQ(verse.content.size(), 2U);
    EXPECT_EQ(as<Paragraph>(verse.content[0]).content, (Inlines{Text("a"), LineBreak{}, Text("b")}));
}

TEST(PandocReader, TablesHaveHeadersInTheirFirstRowsAndColumns) {
    const std::string cell = R"([["",[],[]],{"t":"AlignDefault"},1,1,[{"t":"Plain","c":[{"t":"Str","c":"x"}]}]])";
    const std::string tall = R"([["",[],[]],{"t":"AlignRight"},2,1,[]])";
    const std::string row = R"([["",[],[]],[)" + cell + "," + cell + "]]";
    const std::string json =
        R"({"t":"Table","c":[["t",[],[]],[[{"t":"Str","c":"short"}],[{"t":"Plain","c":[{"t":"Str","c":"Cap"}]}]],)"
        R"([[{"t":"AlignLeft"},{"t":"ColWidth","c":0.25}],[{"t":"AlignDefault"},{"t":"ColWidthDefault"}]],)"
        R"([["",[],[]],[)" +
        row + R"(]],[[["",[],[]],1,[)" + row + R"(],[[["",[],[]],[)" + tall + "," + cell + R"(]],[["",[],[]],[)" +
        cell + R"(]]]]],[["",[],[]],[]]]})";
    const testing::ReadResult result = read_blocks(json);
    EXPECT_TRUE(result.reported("pandoc.short-caption-dropped"));
    const Table& table = as<Table>(result.document.content.at(0));
    EXPECT_EQ(table.columns[0].width, 0.25);
    EXPECT_EQ(table.columns[0].alignment, Alignment::left);
    ASSERT_EQ(table.sections.size(), 2U);
    EXPECT_EQ(table.sections[0].kind, SectionKind::head);
    const std::vector<TableRow>& rows = table.sections[1].rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[0].cells[1].header);
    EXPECT_TRUE(rows[1].cells[0].header);
    EXPECT_EQ(rows[1].cells[0].row_span, 2);
    EXPECT_FALSE(rows[1].cells[1].header);
    EXPECT_FALSE(rows[2].cells[0].header) << "the second column, beside the tall cell";
}

TEST(PandocReader, NotesBecomeNotesOfTheDocument) {
    const Document document =
        testing::read_only(
            "pandoc",
            testing::pandoc_para(
                R"({"t":"Str","c":"x"},{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"one"},{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"within"}]}]}]}]})"))
            .document;
    ASSERT_EQ(document.notes.size(), 2U);
    EXPECT_EQ(plain_text(document.notes[0].content), "one");
    EXPECT_EQ(plain_text(document.notes[1].content), "within");
}

TEST(PandocReader, RawTextAndCitationsAreReportedOnce) {
    const testing::ReadResult result = testing::read_only(
        "pandoc",
        testing::pandoc_json(
            R"({"t":"RawBlock","c":["html","<b>"]},{"t":"Para","c":[{"t":"RawInline","c":["tex","\\x"]},{"t":"Cite","c":[[{"citationId":"doe"}],[{"t":"Str","c":"[@doe]"}]]}]})"));
    EXPECT_EQ(testing::words_of(result.document), "[@doe]");
    EXPECT_EQ(std::ranges::count(result.diagnostics, "pandoc.raw-dropped", &Diagnostic::code), 1);
    EXPECT_TRUE(result.reported("pandoc.citation"));
}

TEST(PandocReader, IdsThatAreTakenAreLeftOut) {
    const std::string heading = R"({"t":"Header","c":[2,["same",[],[]],[{"t":"Str","c":"x"}]]})";
    const testing::ReadResult result = read_blocks(heading + "," + heading);
    EXPECT_EQ(as<Heading>(result.document.content[0]).id(), "same");
    EXPECT_EQ(as<Heading>(result.document.content[1]).id(), "");
    EXPECT_TRUE(result.reported("pandoc.id-dropped"));
}

TEST(PandocReader, MetadataInEveryForm) {
    const std::string meta =
        R"("title":{"t":"MetaInlines","c":[{"t":"Str","c":"The"},{"t":"Space"},{"t":"Emph","c":[{"t":"Str","c":"Title"}]},{"t":"Note","c":[{"t":"Para","c":[]}]}]},)"
        R"("author":{"t":"MetaList","c":[{"t":"MetaInlines","c":[{"t":"Str","c":"Ada"}]},{"t":"MetaMap","c":{"name":{"t":"MetaString","c":"Ben"},"url":{"t":"MetaString","c":"https://ben.example"}}}]},)"
        R"("contributor":{"t":"MetaMap","c":{"role":{"t":"MetaString","c":"translator"},"text":{"t":"MetaString","c":"Cleo"}}},)"
        R"("date":{"t":"MetaString","c":"29 February 2024"},"lang":{"t":"MetaString","c":"en-gb"},)"
        R"("abstract":{"t":"MetaBlocks","c":[{"t":"Para","c":[{"t":"Str","c":"Short."}]}]},"keywords":{"t":"MetaString","c":"a, b"},)"
        R"("toc":{"t":"MetaBool","c":true},"nested":{"t":"MetaMap","c":{"x":{"t":"MetaBool","c":true}}})";
    const testing::ReadResult result = testing::read_only("pandoc", testing::pandoc_json("", meta));
    const Metadata& metadata = result.document.metadata;
    EXPECT_EQ(metadata.title, "The Title");
    ASSERT_EQ(metadata.contributors.size(), 3U);
    EXPECT_EQ(metadata.contributors[1].name, "Ben");
    EXPECT_EQ(metadata.contributors[1].url, "https://ben.example");
    EXPECT_EQ(metadata.contributors[2].role, "translator");
    EXPECT_EQ(metadata.published->to_string(), "2024-02-29");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.description, "Short.");
    EXPECT_EQ(metadata.keywords, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(result.document.attributes->extra, (std::vector<std::pair<std::string, std::string>>{{"toc", "true"}}));
    EXPECT_TRUE(result.reported("pandoc.field-dropped"));
    EXPECT_TRUE(result.document.notes.empty());
}

}  // namespace
}  // namespace offprint
