// What pandoc is given.
#include <algorithm>

#include "offprint/byte_sink.hpp"
#include "pandoc_case.hpp"

namespace offprint {
namespace {

using testing::document_of;
using testing::paragraph_of;

struct Written {
    std::string json;
    std::vector<Diagnostic> diagnostics;

    bool reported(std::string_view code) const {
        return std::ranges::find(diagnostics, code, &Diagnostic::code) != diagnostics.end();
    }
};

Written write(const Document& document, std::string version = "1.22", ContextSettings settings = {}) {
    Options options;
    options.set("pandoc-api", std::move(version));
    Context context(std::move(settings));
    Written written;
    const auto sink = create_memory(written.json);
    testing::registry()->make_writer("pandoc")->write(document, *sink, options, context);
    sink->commit();
    written.diagnostics = context.diagnostics();
    return written;
}

/// The value of `blocks`, without its brackets.
std::string blocks_of(const Document& document, std::string version = "1.22") {
    const std::string json = write(document, std::move(version)).json;
    const std::size_t begin = json.find(R"("blocks":[)") + 10;
    return json.substr(begin, json.rfind("]}") - begin);
}

std::string inlines_of(Inlines inlines) {
    const std::string json = blocks_of(document_of({paragraph_of(std::move(inlines))}));
    constexpr std::string_view head = R"({"t":"Para","c":[)";
    EXPECT_EQ(json.substr(0, head.size()), head);
    return json.substr(head.size(), json.size() - head.size() - 2);
}

Styled styled(Style style, Inlines content) {
    Styled node;
    node.style = style;
    node.content = std::move(content);
    return node;
}

NoteRef note_ref(std::size_t note) {
    NoteRef node;
    node.note = note;
    return node;
}

Note note(Inlines content) {
    Note node;
    node.content = {paragraph_of(std::move(content))};
    return node;
}

TEST(PandocWriter, VersionsHaveTheNumbersThatPandocCompares) {
    EXPECT_TRUE(write({}).json.starts_with(R"({"pandoc-api-version":[1,22,2],"meta":{},"blocks":[]})"));
    EXPECT_TRUE(write({}, "1.23").json.starts_with(R"({"pandoc-api-version":[1,23,1])"));
}

TEST(PandocWriter, TextIsDividedAsPandocDividesIt) {
    EXPECT_EQ(inlines_of({Text(" two"), Text("fold  \u00a0words\nand "), LineBreak{}}),
              R"({"t":"Space"},{"t":"Str","c":"twofold"},{"t":"Space"},{"t":"Str","c":")"
              "\u00a0words"
              R"("},{"t":"SoftBreak"},{"t":"Str","c":"and"},{"t":"Space"},{"t":"LineBreak"})");
}

TEST(PandocWriter, StylesWithoutAnElementAreSpans) {
    EXPECT_EQ(inlines_of({styled(Style::keyboard, {Text("x")})}),
              R"({"t":"Span","c":[["",["kbd"],[]],[{"t":"Str","c":"x"}]]})");
    EXPECT_EQ(inlines_of({styled(Style::variable, {Text("x y")})}), R"({"t":"Code","c":[["",["variable"],[]],"x y"]})");
    EXPECT_EQ(inlines_of({styled(Style::insertion, {Text("x")})}),
              R"({"t":"Span","c":[["",["ins"],[]],[{"t":"Underline","c":[{"t":"Str","c":"x"}]}]]})");
}

TEST(PandocWriter, QuotationsTakeTurns) {
    EXPECT_EQ(inlines_of({styled(Style::quote, {styled(Style::quote, {})})}),
              R"({"t":"Quoted","c":[{"t":"DoubleQuote"},[{"t":"Quoted","c":[{"t":"SingleQuote"},[]]}]]})");
}

TEST(PandocWriter, NotesStandWhereTheyAreReferredTo) {
    Document document = document_of({paragraph_of({Text("x"), note_ref(0), note_ref(0)})});
    document.notes = {note({Text("one")}), note({Text("two")})};
    const Written written = write(document);
    const std::string_view one = R"({"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"one"}]}]})";
    EXPECT_NE(written.json.find(std::string(one) + "," + std::string(one)), std::string::npos);
    EXPECT_TRUE(written.reported("pandoc.note-repeated"));
    EXPECT_TRUE(written.reported("pandoc.note-unreferenced"));
}

TEST(PandocWriter, IdsInCopiesOfNotesAreLeftOut) {
    Document document = document_of({paragraph_of({note_ref(0), note_ref(0)})});
    document.notes = {note({Text("x")})};
    document.notes[0].attributes.ensure().id = "fn";
    const std::string json = write(document).json;
    EXPECT_EQ(json.find(R"("fn")"), json.rfind(R"("fn")"));
}

TEST(PandocWriter, NotesInCirclesEnd) {
    Document document = document_of({paragraph_of({note_ref(0)})});
    document.notes = {note({Text("a"), note_ref(1)}), note({Text("b"), note_ref(0)})};
    const Written written = write(document);
    EXPECT_TRUE(written.reported("pandoc.note-circle"));
    EXPECT_TRUE(written.reported("pandoc.note-in-note"));
}

TEST(PandocWriter, CopiesOfNotesDoNotMultiplyADocument) {
    // Each note refers to the next one ten times.
    Document document = document_of({paragraph_of({note_ref(0)})});
    for (std::size_t i = 0; i < 8; ++i) document.notes.push_back(note(Inlines(i < 7 ? 10 : 0, note_ref(i + 1))));
    ContextSettings settings;
    settings.limits.nodes = 10'000;
    EXPECT_THROW(write(document, "1.22", std::move(settings)), Error);
}

TEST(PandocWriter, ImagesThatAreShownAgainAndAgainHitTheLimit) {
    Document document = testing::every_node();
    Image image;
    image.resource = document.resources.begin()->first;
    document.content = {paragraph_of(Inlines(1'000, image))};
    ContextSettings settings;
    settings.limits.resource_bytes = 1'000;
    EXPECT_THROW(write(document, "1.22", std::move(settings)), Error);
}

TEST(PandocWriter, ImagesAreDataUrls) {
    Document document = testing::every_node();
    Image image;
    image.resource = document.resources.begin()->first;
    image.width = 80;
    image.alt = "";
    image.source = "https://a.example/x.png";
    document.content = {paragraph_of({image})};
    EXPECT_TRUE(blocks_of(document).starts_with(
        R"({"t":"Para","c":[{"t":"Image","c":[["",[],[["width","80"],["alt",""],["source","https://a.example/x.png"]]],[],["data:image/png;base64,iVBORw0KGgo)"));
}

TEST(PandocWriter, FiguresOfBothVersions) {
    Image image;
    image.source = "https://a.example/x.png";
    image.alt = "Seen";
    image.title = "T";
    Figure figure;
    figure.content = {paragraph_of({image})};
    figure.caption = {paragraph_of({Text("Cap")})};
    figure.attributes.ensure().id = "f";
    EXPECT_EQ(
        blocks_of(document_of({figure})),
        R"({"t":"Para","c":[{"t":"Image","c":[["f",[],[["alt","Seen"]]],[{"t":"Str","c":"Cap"}],["https://a.example/x.png","fig:T"]]}]})");
    EXPECT_EQ(
        blocks_of(document_of({figure}), "1.23"),
        R"({"t":"Figure","c":[["f",[],[]],[null,[{"t":"Plain","c":[{"t":"Str","c":"Cap"}]}]],[{"t":"Plain","c":[{"t":"Image","c":[["",[],[]],[{"t":"Str","c":"Seen"}],["https://a.example/x.png","T"]]}]}]]})");
    figure.content = {CodeBlock{}};
    EXPECT_EQ(
        blocks_of(document_of({figure})),
        R"({"t":"Div","c":[["f",["figure"],[]],[{"t":"CodeBlock","c":[["",[],[]],""]},{"t":"Div","c":[["",["caption"],[]],[{"t":"Para","c":[{"t":"Str","c":"Cap"}]}]]}]]})");
}

TEST(PandocWriter, ListsSayWhatTheyCannotHold) {
    List list;
    list.ordered = true;
    list.start = 3;
    list.numbering = Numbering::upper_alpha;
    list.items.resize(1);
    list.items[0].checked = true;
    list.items[0].content = {paragraph_of({Text("done")})};
    EXPECT_EQ(
        blocks_of(document_of({list})),
        R"({"t":"OrderedList","c":[[3,{"t":"UpperAlpha"},{"t":"DefaultDelim"}],[[{"t":"Plain","c":[{"t":"Str","c":"☒"},{"t":"Space"},{"t":"Str","c":"done"}]}]]]})");
    EXPECT_FALSE(write(document_of({list})).reported("pandoc.numbers-dropped"));
    list.items[0].value = 7;
    EXPECT_TRUE(write(document_of({list, list})).reported("pandoc.numbers-dropped"));
    EXPECT_EQ(write(document_of({list, list})).diagnostics.size(), 1U) << "one for each kind of thing";
}

TEST(PandocWriter, TablesAreResolved) {
    const auto cell = [](bool header, int columns = 1, int rows = 1) {
        TableCell made;
        made.header = header;
        made.column_span = columns;
        made.row_span = rows;
        return made;
    };
    Table table;
    table.sections.resize(1);
    table.sections[0].rows.resize(3);
    table.sections[0].rows[0].cells = {cell(true), cell(true)};
    table.sections[0].rows[1].cells = {cell(true, 1, 9), cell(false)};
    table.sections[0].rows[2].cells = {};
    const std::string filler = R"([["",[],[]],{"t":"AlignDefault"},1,1,[]])";
    const std::string tall = R"([["",[],[]],{"t":"AlignDefault"},2,1,[]])";
    const std::string json = blocks_of(document_of({table}));
    EXPECT_NE(
        json.find(R"([["",[],[]],[[["",[],[]],[)" + filler + "," + filler + R"(]]]],[[["",[],[]],1,[],[[["",[],[]],[)" +
                  tall + "," + filler + R"(]],[["",[],[]],[)" + filler + R"(]]]]],[["",[],[]],[]])"),
        std::string::npos)
        << json;
}

TEST(PandocWriter, FormulasInMathMLAreText) {
    Math math;
    math.mathml = R"(<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mi>a_b</mi></math>)";
    const Written written = write(document_of({paragraph_of({math})}));
    EXPECT_NE(written.json.find(R"({"t":"InlineMath"},"x=a\\_b"])"), std::string::npos) << written.json;
    EXPECT_TRUE(written.reported("pandoc.math-as-text"));
}

TEST(PandocWriter, MetadataHavePandocsNames) {
    Document document;
    document.metadata.title = "T";
    document.metadata.contributors = {{"Ada", "author", "", ""}, {"Cleo", "translator", "C, Cleo", ""}};
    document.metadata.published = Date{2024, 2, 29, {}};
    document.metadata.language = "en";
    document.attributes.ensure().id = "top";
    document.attributes->extra = {{"toc", "true"}, {"title", "other"}};
    const Written written = write(document);
    EXPECT_NE(
        written.json.find(
            R"("meta":{"title":{"t":"MetaInlines","c":[{"t":"Span","c":[["top",[],[]],[{"t":"Str","c":"T"}]]}]},)"
            R"("author":{"t":"MetaList","c":[{"t":"MetaInlines","c":[{"t":"Str","c":"Ada"}]}]},)"
            R"("contributor":{"t":"MetaList","c":[{"t":"MetaMap","c":{"text":{"t":"MetaInlines","c":[{"t":"Str","c":"Cleo"}]},)"),
        std::string::npos)
        << written.json;
    EXPECT_NE(written.json.find(R"("toc":{"t":"MetaInlines","c":[{"t":"Str","c":"true"}]}})"), std::string::npos);
    EXPECT_TRUE(written.reported("pandoc.root-attributes-dropped"));
}

}  // namespace
}  // namespace offprint
