// A book of our own, read again, is the document that it was made of, and makes the same book.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "epub_file.hpp"
#include "offprint/converter.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

// What a book cannot carry, each in a function of its own; all else must come back as it was.

/// Where things stood in the source, and where it said so.
void forget_sources(Document& document) {
    document.source = {};
    document.base_url.clear();
    for (auto& [key, resource] : document.resources) {
        resource.source_url.clear();
        // A drawing is written as a file of XML, cleaned of what is active.
        if (resource.media_type == "image/svg+xml") resource.bytes = std::make_shared<const std::string>("some");
    }
    walk(document, [](auto& node) { node.range = {}; });
}

void forget_origins(Metadata& metadata) {
    metadata.provenance.clear();
    metadata.cover_source.clear();
    for (Contributor& contributor : metadata.contributors) contributor.url.clear();
    // A package knows no time without a zone, and a time of change in UTC only.
    if (metadata.published && metadata.published->time && !metadata.published->time->utc_offset_minutes)
        metadata.published->time.reset();
    if (metadata.modified) metadata.modified = date_from_unix_seconds(metadata.modified->to_unix_seconds());
}

/// Attributes of no element of XHTML, and the ids of notes, for which the book has its own.
void forget_extra_attributes(Document& document) {
    walk(document, [](auto& node) {
        if (!node.attributes) return;
        std::erase_if(node.attributes->extra, [](const auto& entry) { return entry.first != "title"; });
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Note>) node.attributes->id.clear();
        if (node.attributes->empty()) node.attributes.reset();
    });
}

/// The address of a picture that the book holds.
void forget_picture_addresses(Document& document) {
    walk(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Image>)
            if (!node.resource.empty()) node.source.clear();
    });
}

/// The TeX of a formula that has MathML, which is written anew.
void forget_formula_sources(Document& document) {
    walk(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Math>) {
            if (node.mathml.empty()) return;
            node.mathml = "some";
            node.tex.clear();
        }
    });
}

/// The columns of tables, their alignment is now the cells'; spans are as the grid has them, with empty cells in gaps.
void forget_grids(Document& document) {
    walk(document, [](auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Table>) node.columns.clear();
        if constexpr (std::is_same_v<N, TableSection>) {
            node.attributes.reset();
            for (TableRow& row : node.rows)
                std::erase_if(row.cells, [](const TableCell& cell) { return cell.content.empty(); });
            std::erase_if(node.rows, [](const TableRow& row) { return row.cells.empty(); });
        }
        if constexpr (std::is_same_v<N, TableCell>) {
            node.column_span = node.row_span = 1;
            node.alignment = Alignment::unspecified;
        }
    });
}

/// Spaces in a line of code, which HTML joins.
void join_code_spaces(Document& document) {
    walk(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Code>) node.text = collapse_space(node.text);
    });
}

/// A text with attributes comes back as a span of text.
void wrap_texts(Document& document) {
    rewrite(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Inline>)
            if (auto* text = std::get_if<Text>(&node); text != nullptr && text->attributes) {
                Styled span;
                span.attributes = std::exchange(text->attributes, {});
                span.content = {std::move(*text)};
                node = std::move(span);
            }
        return Rewrite::keep;
    });
}

Document comparable(Document document) {
    forget_sources(document);
    forget_origins(document.metadata);
    forget_extra_attributes(document);
    forget_picture_addresses(document);
    forget_formula_sources(document);
    join_code_spaces(document);
    wrap_texts(document);
    forget_grids(document);
    return document;
}

/// Of a picture that nobody has, and that no link can lead to, the book has what it shows as text.
Document without_lost_pictures(Document document) {
    rewrite(document, [](auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Inline>)
            if (const auto* image = std::get_if<Image>(&node); image != nullptr && image->resource.empty())
                if (!is_safe_link(image->source)) node = Text(image->alt.value_or(image->source));
        return Rewrite::keep;
    });
    return document;
}

/// A value as JSON, so that a difference can be read.
std::string json(const Document& document) {
    return write("json", document);
}

void expect_same_book(const std::string& first, const std::string& second) {
    const EpubFile one(first);
    const EpubFile other(second);
    ASSERT_EQ(one.names(), other.names());
    for (const std::string& name : one.names()) EXPECT_EQ(one.bytes(name), other.bytes(name)) << name;
}

void expect_to_survive(const Document& document, const OptionValues& options = {}) {
    const std::string book = write("epub", document, options);
    const ReadResult again = read_article("epub", book);
    const Document expected = comparable(document);
    const Document actual = comparable(again.document);
    EXPECT_EQ(json(expected), json(actual));
    EXPECT_TRUE(expected == actual);
    expect_same_book(book, write("epub", again.document, options));
}

class EpubReaderEquality : public ::testing::TestWithParam<const char*> {};

TEST_P(EpubReaderEquality, OfAPage) {
    const ReadResult page = read_article("html", source_file("fixtures/html/" + std::string(GetParam())));
    expect_to_survive(without_lost_pictures(page.document));
}

INSTANTIATE_TEST_SUITE_P(Pages, EpubReaderEquality,
                         ::testing::Values("docs-page/input.html", "footnotes/input.html", "forum/input.html",
                                           "japanese-news/input.html", "languages/input.html",
                                           "legacy-encoding/input.html", "lists/input.html", "live-blog/input.html",
                                           "misnested/input.html", "tables/input.html", "wiki/input.html",
                                           "saved-mhtml/input.mhtml", "saved-singlefile/input.html",
                                           "saved-zip/input.zip"));

TEST(EpubReaderEquality, OfADocumentWithEveryNode) {
    Document document = every_node();
    join_code_spaces(document);
    expect_to_survive(document);
}

TEST(EpubReaderEquality, OfADocumentThatWasCutIntoManyFiles) {
    Group inner;
    inner.kind = GroupKind::section;
    inner.attributes.ensure().id = "inner";
    for (int i = 1; i <= 6; ++i) {
        inner.content.emplace_back(heading(1, "Chapter " + std::to_string(i), "chapter-" + std::to_string(i)));
        inner.content.emplace_back(paragraph(Inlines{Text("Words"), note_ref(0), link("#inner", "up")}));
    }
    Group outer;
    outer.attributes.ensure().language = "fr";
    outer.content = {inner, paragraph("Behind.")};
    Document document = article({paragraph("Before."), outer, paragraph("After.")});
    document.notes = {note("A note.")};
    expect_to_survive(document);
}

/// Long blocks of every kind that is divided between files, some of them within others.
Document article_of_long_blocks() {
    std::string sentences;
    for (int i = 1; i <= 90; ++i) sentences += "The tide of day " + std::to_string(i) + " came in late. ";
    Styled strong;
    strong.style = Style::strong;
    strong.content = {Text(sentences), link("https://example.org/", "tides "), Text(sentences + "End.")};
    List tight;
    tight.tight = true;
    tight.ordered = true;
    tight.start = 7;
    List nested;
    nested.items.resize(1);
    nested.items[0].content = {paragraph(sentences + "End.")};
    tight.items.resize(4);
    tight.items[0].content = {paragraph("short")};
    tight.items[1].content = {paragraph(sentences + "End.")};
    tight.items[1].checked = true;
    tight.items[2].content = {paragraph("last")};
    tight.items[3].content = {paragraph("first"), paragraph(sentences + "End."), paragraph("third"), nested};
    List loose = tight;
    loose.tight = false;
    Quote quote;
    quote.content = {paragraph(sentences + "End."), loose, paragraph("Behind.")};
    quote.attribution = {Text("Mara Venn")};
    CodeBlock code;
    code.language = "cpp";
    for (int i = 0; i < 60; ++i) code.text += std::string(49, 'x') + "\n";
    code.text += "\n" + std::string(5000, 'y') + "\nend";
    Group verse;
    verse.kind = GroupKind::verse;
    verse.content = {paragraph(sentences + "End."), heading(2, "Second", "second"), code};
    Group aside;
    aside.kind = GroupKind::aside;
    aside.content = {verse, paragraph(Inlines{Text("lead "), strong, Text(" end")})};
    DefinitionList definitions;
    definitions.items.resize(3);
    for (DefinitionItem& definition : definitions.items) {
        definition.terms.resize(1);
        definition.terms[0].content = {Text("Term")};
        definition.descriptions.resize(1);
        definition.descriptions[0].content = {paragraph(std::string(1500, 'd'))};
    }
    Document document = article({heading(1, "Ebb", "ebb"), tight, quote, code, aside, definitions,
                                 paragraph(Inlines{link("#ebb", "up"), Text(" "), note_ref(0)})});
    document.notes = {note("A note.")};
    return document;
}

TEST(EpubReaderEquality, OfBlocksThatWereDivided) {
    const Document document = article_of_long_blocks();
    expect_to_survive(document, {{"split-size", "2"}});
    expect_to_survive(document, {{"split-size", "1"}, {"profile", "kobo"}, {"kepub", "true"}});
}

/// Without pages of odd tables: gaps come back as cells, which weigh something where files end by size.
class EpubReaderOptions : public ::testing::TestWithParam<OptionValues> {};

TEST_P(EpubReaderOptions, ChangeNothingOfWhatTheDocumentSays) {
    for (const char* page : {"footnotes", "forum", "languages", "lists", "docs-page", "wiki"}) {
        SCOPED_TRACE(page);
        const std::string path = "fixtures/html/" + std::string(page) + "/input.html";
        expect_to_survive(without_lost_pictures(read_article("html", source_file(path)).document), GetParam());
    }
    expect_to_survive(article_of_long_blocks(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Books, EpubReaderOptions,
                         ::testing::Values(OptionValues{{"toc", "true"}}, OptionValues{{"notes", "end"}},
                                           OptionValues{{"split-size", "2"}}, OptionValues{{"colophon", "false"}},
                                           OptionValues{{"profile", "kobo"}, {"kepub", "true"}},
                                           OptionValues{{"notes", "end"}, {"split-size", "1"}, {"split-level", "3"}}));

TEST(EpubReaderEquality, OfABookOfSeveralArticles) {
    std::vector<Document> articles;
    for (const char* name : {"footnotes", "lists", "languages"})
        articles.push_back(
            read_article("html", source_file("fixtures/html/" + std::string(name) + "/input.html")).document);
    Document book = make_book(std::move(articles));
    book.metadata.title = "Three articles";
    const ReadResult again = read_article("epub", write("epub", book));
    ASSERT_EQ(again.document.content.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const Group& expected = std::get<Group>(book.content[i]);
        const Group& actual = std::get<Group>(again.document.content[i]);
        EXPECT_EQ(actual.kind, GroupKind::article);
        EXPECT_EQ(actual.id(), expected.id());
        EXPECT_EQ(actual.metadata->title, expected.metadata->title);
        EXPECT_EQ(actual.content.size(), expected.content.size());
    }
    EXPECT_EQ(again.document.notes.size(), book.notes.size());
    expect_same_book(write("epub", book), write("epub", again.document));
}

/// The files of the text, whose names are in the spine.
void expect_same_text(const std::string& first, const std::string& second) {
    const EpubFile one(first);
    const EpubFile other(second);
    ASSERT_EQ(one.spine(), other.spine());
    for (const std::string& name : one.spine()) EXPECT_EQ(one.bytes("EPUB/" + name), other.bytes("EPUB/" + name));
}

class EpubThroughJson : public ::testing::TestWithParam<const char*> {};

TEST_P(EpubThroughJson, KeepsTheTextOfTheBook) {
    const std::string path = "fixtures/html/" + std::string(GetParam()) + "/input.html";
    const std::string book = write("epub", without_lost_pictures(read_article("html", source_file(path)).document));
    const std::string model = write("json", read_article("epub", book).document);
    expect_same_text(book, write("epub", read_article("json", model).document));
}

INSTANTIATE_TEST_SUITE_P(Pages, EpubThroughJson,
                         ::testing::Values("docs-page", "footnotes", "forum", "japanese-news", "languages",
                                           "legacy-encoding", "lists", "live-blog", "misnested", "tables", "wiki"));

}  // namespace

}  // namespace offprint::testing
