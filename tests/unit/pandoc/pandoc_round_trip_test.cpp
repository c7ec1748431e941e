// What pandoc's AST holds comes back as it was.
#include <cstdint>
#include <map>
#include <typeinfo>
#include <vector>

#include "offprint/byte_sink.hpp"
#include "offprint/converter.hpp"
#include "offprint/validate.hpp"
#include "offprint/walk.hpp"
#include "pandoc_case.hpp"
#include "support/random_document.hpp"

namespace offprint {
namespace {

using testing::paragraph_of;

ContextSettings small_limits() {
    ContextSettings settings;
    settings.limits.nodes = 50'000;
    return settings;
}

/// The writer and the reader alone: on the way to them images would be changed.
Document there_and_back(const Document& document, const std::string& version) {
    Options options;
    options.set("pandoc-api", version);
    options.set("base-url", "");
    Context context(small_limits());
    std::string json;
    const auto sink = create_memory(json);
    testing::registry()->make_writer("pandoc")->write(document, *sink, options, context);
    sink->commit();
    Context again(small_limits());
    Document back = testing::registry()->make_reader("pandoc")->read(*open_memory(std::move(json)), options, again);
    EXPECT_EQ(validate(back), std::vector<std::string>());
    return back;
}

/// Without what only says where things were found.
Document bare(Document document) {
    walk(document, [](auto& node) {
        node.range = {};
        if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Group>)
            if (node.metadata) node.metadata->provenance.clear();
    });
    document.metadata.provenance.clear();
    document.source = {};
    document.base_url.clear();
    return document;
}

/// How many nodes of each kind there are, styles apart.
std::map<std::string, int> kinds(const Document& document) {
    std::map<std::string, int> counts;
    walk(document, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Styled>)
            ++counts["style " + std::to_string(static_cast<int>(node.style))];
        else if constexpr (!std::is_same_v<N, Text> && !std::is_same_v<N, TableSection>)
            ++counts[typeid(N).name()];
    });
    return counts;
}

TEST(PandocRoundTrip, WhatWasReadOnceIsReadAgainAsItWas) {
    int compared = 0;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        for (const char* version : {"1.22", "1.23"}) {
            try {
                const Document once = there_and_back(testing::random_document(seed), version);
                ASSERT_EQ(bare(there_and_back(once, version)), bare(once)) << seed << " " << version;
                ++compared;
            } catch (const Error& error) {
                // Of notes that refer to each other ten times there are too many copies.
                ASSERT_EQ(error.code(), ErrorCode::limit_exceeded) << error.full_message();
            }
        }
    }
    EXPECT_GT(compared, 60);
}

TEST(PandocRoundTrip, EveryKindOfNodeComesBack) {
    for (const char* version : {"1.22", "1.23"}) {
        const std::map<std::string, int> back = kinds(there_and_back(testing::every_node(), version));
        for (const auto& [kind, count] : kinds(testing::every_node())) {
            // A group that has nothing but attributes may be the block in it.
            if (kind == typeid(Group).name()) continue;
            EXPECT_GE(back.contains(kind) ? back.at(kind) : 0, count) << kind << " " << version;
        }
    }
}

template <class N>
N with_id(N node, std::string id) {
    node.attributes.ensure().id = std::move(id);
    return node;
}

/// Documents that pandoc's AST holds whole.
Blocks held_blocks() {
    Blocks blocks;
    blocks.emplace_back(with_id(paragraph_of({Text("A paragraph")}), "paragraph"));
    Heading heading = with_id(Heading{}, "heading");
    heading.level = 2;
    heading.content = {Text("Heading")};
    blocks.emplace_back(heading);
    for (const Style style : {Style::emphasis, Style::cite, Style::mark, Style::quote, Style::sample, Style::variable,
                              Style::insertion, Style::small_caps, Style::abbreviation}) {
        Styled node;
        node.style = style;
        node.content = {Text("some words")};
        if (style == Style::abbreviation) node.attributes.ensure().extra = {{"title", "Words"}};
        if (style == Style::emphasis) node.attributes.ensure().language = "fr";
        blocks.emplace_back(paragraph_of({Text("a "), node, Text(" b")}));
    }
    Ruby ruby;
    ruby.base = {Text("漢字")};
    ruby.annotation = {Text("かんじ")};
    Math math;
    math.tex = "x^2";
    math.display = true;
    Code code;
    code.text = "a  b";
    blocks.emplace_back(paragraph_of({ruby, math, LineBreak{}, code}));
    Quote quote = with_id(Quote{}, "quote");
    quote.content = {paragraph_of({Text("Said.")})};
    quote.attribution = {Text("Ada")};
    quote.cite = "https://a.example/";
    blocks.emplace_back(quote);
    List list = with_id(List{}, "list");
    list.ordered = true;
    list.start = 4;
    list.numbering = Numbering::lower_roman;
    list.items.resize(2);
    list.items[0].checked = true;
    list.items[0].content = {paragraph_of({Text("one")}), Block(list)};
    list.items[1] = with_id(ListItem{}, "item");
    list.items[1].content = {paragraph_of({Text("two")})};
    std::get<List>(list.items[0].content[1]).attributes.reset();
    blocks.emplace_back(list);
    Group verse;
    verse.kind = GroupKind::verse;
    verse.content = {paragraph_of({Text("one"), LineBreak{}, Text("two")}), paragraph_of({Text("three")})};
    blocks.emplace_back(with_id(verse, "verse"));
    Group aside;
    aside.kind = GroupKind::aside;
    aside.content = {paragraph_of({Text("beside")})};
    blocks.emplace_back(aside);
    DefinitionList definitions;
    definitions.items.resize(1);
    definitions.items[0].terms.resize(2);
    definitions.items[0].terms[0].content = {Text("term")};
    definitions.items[0].terms[1] = with_id(DefinitionTerm{}, "term");
    definitions.items[0].terms[1].content = {Text("another")};
    definitions.items[0].descriptions.resize(1);
    definitions.items[0].descriptions[0].content = {paragraph_of({Text("what")}), Rule{}};
    blocks.emplace_back(definitions);
    CodeBlock program = with_id(CodeBlock{}, "program");
    program.language = "c";
    program.text = "int x;\n\nint y;";
    blocks.emplace_back(program);
    Image image;
    image.source = "https://a.example/x.png";
    image.alt = "Seen";
    image.title = "Title";
    image.width = 80;
    Figure figure = with_id(Figure{}, "figure");
    figure.content = {paragraph_of({image})};
    figure.caption = {paragraph_of({Text("Caption")})};
    blocks.emplace_back(figure);
    figure.attributes.reset();
    figure.content.emplace_back(program);
    std::get<CodeBlock>(figure.content[1]).attributes.reset();
    blocks.emplace_back(figure);
    Table table = with_id(Table{}, "table");
    table.caption = {paragraph_of({Text("Table")})};
    table.columns = {{Alignment::left, 0.25}, {}};
    for (const SectionKind kind : {SectionKind::head, SectionKind::body, SectionKind::foot}) {
        TableSection& section = table.sections.emplace_back();
        section.kind = kind;
        section.rows.resize(2);
        section.rows[0].cells.resize(2);
        section.rows[0].cells[0].row_span = 2;
        section.rows[0].cells[0].content = {paragraph_of({Text("tall")})};
        section.rows[0].cells[0].header = kind != SectionKind::foot;
        section.rows[1].cells.resize(1);
        section.rows[1].cells[0].alignment = Alignment::right;
        for (TableRow& row : section.rows) row.cells.back().header = kind == SectionKind::head;
    }
    blocks.emplace_back(table);
    return blocks;
}

TEST(PandocRoundTrip, WhatTheAstHoldsIsEqual) {
    Document document;
    document.content = held_blocks();
    document.notes.resize(1);
    document.notes[0].content = {paragraph_of({Text("A note.")})};
    document.content.emplace_back(paragraph_of({Text("x"), NoteRef{}}));
    Metadata& metadata = document.metadata;
    metadata.title = "Title";
    metadata.subtitle = "Subtitle";
    metadata.contributors = {{"Ada Quill", "author", "Quill, Ada", "https://ada.example/"},
                             {"Ben", "author", "", ""},
                             {"Cleo", "translator", "", ""}};
    metadata.published = Date{2024, 2, 29, {}};
    metadata.modified = Date{2024, 3, 0, {}};
    metadata.language = "en-GB";
    metadata.publisher = "Paper";
    metadata.source_url = "https://a.example/article";
    metadata.description = "What it is about";
    metadata.keywords = {"one, two", "three"};
    metadata.identifier = "urn:isbn:1";
    metadata.rights = "All";
    metadata.cover_source = "https://a.example/cover.png";
    metadata.series = Series{"Tides", "3"};
    document.attributes.ensure().id = "top";
    document.attributes->direction = Direction::left_to_right;
    document.attributes->extra = {{"toc", "true"}};
    for (const char* version : {"1.22", "1.23"}) {
        const Document back = bare(there_and_back(document, version));
        EXPECT_EQ(testing::write("json", back), testing::write("json", document)) << version;
        EXPECT_EQ(back, document) << version;
    }
}

TEST(PandocRoundTrip, BooksKeepTheirArticles) {
    Document article;
    article.content = held_blocks();
    article.metadata.title = "One";
    article.metadata.contributors = {{"Ada", "author", "", ""}};
    article.metadata.language = "en";
    Document other = article;
    other.metadata.title = "Two";
    const Document book = make_book({article, other});
    for (const char* version : {"1.22", "1.23"}) EXPECT_EQ(bare(there_and_back(book, version)), bare(book)) << version;
}

TEST(PandocRoundTrip, JsonThatIsNamedSoIsReadForWhatItIs) {
    const std::string ast = testing::write("pandoc", testing::every_node());
    const std::string own = testing::write("json", testing::every_node());
    const Converter converter(testing::registry());
    EXPECT_EQ(converter.detect(*open_memory(ast, "x.json"), {}), "pandoc");
    EXPECT_EQ(converter.detect(*open_memory(ast), {}), "pandoc");
    EXPECT_EQ(converter.detect(*open_memory(own, "x.json"), {}), "json");
    EXPECT_EQ(converter.detect(*open_memory(R"({ "blocks": [ { "c": [], "t": "Para" } ] })", "x.json"), {}), "pandoc");
    EXPECT_THROW(converter.detect(*open_memory("{}", "x.json"), {}), Error);
}

}  // namespace
}  // namespace offprint
