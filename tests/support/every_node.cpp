#include <array>
#include <memory>
#include <string>
#include <utility>

#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

/// A PNG of 4 x 2 pixels.
constexpr std::array<unsigned char, 88> png_bytes = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x04, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xf0, 0xca, 0xea, 0x34, 0x00, 0x00, 0x00,
    0x1f, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x05, 0xc1, 0x01, 0x01, 0x00, 0x00, 0x08, 0x83, 0x30, 0x82, 0x19,
    0x8c, 0x38, 0x84, 0x78, 0x40, 0x37, 0xa0, 0x23, 0x69, 0x04, 0x76, 0xa6, 0xcd, 0x1e, 0x68, 0xa2, 0x09, 0xb1,
    0x22, 0xba, 0x65, 0xb5, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

constexpr std::string_view svg_text =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30"/></svg>)";

constexpr std::string_view math_ml =
    R"(<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math>)";

Resource make_resource(std::string bytes, std::string media_type, int width, int height) {
    return {std::make_shared<const std::string>(std::move(bytes)), std::move(media_type), "", width, height};
}

Attributes with_id(std::string id) {
    Attributes attributes;
    attributes.id = std::move(id);
    return attributes;
}

/// Makes a node and sets what differs from the default.
template <class N, class Set>
N make(Set&& set) {
    N node;
    set(node);
    return node;
}

Paragraph paragraph(Inlines content) {
    return make<Paragraph>([&](Paragraph& node) { node.content = std::move(content); });
}

Paragraph paragraph(std::string text) {
    return paragraph(Inlines{Text(std::move(text))});
}

Heading heading(int level, std::string text, std::string id) {
    return make<Heading>([&](Heading& node) {
        node.level = level;
        node.content = {Text(std::move(text))};
        node.attributes = with_id(std::move(id));
    });
}

Link link(std::string url, std::string text) {
    return make<Link>([&](Link& node) {
        node.url = std::move(url);
        node.content = {Text(std::move(text))};
    });
}

NoteRef note_ref(std::size_t note) {
    return make<NoteRef>([&](NoteRef& node) { node.note = note; });
}

Image image(std::string resource, std::optional<std::string> alt) {
    return make<Image>([&](Image& node) {
        node.resource = std::move(resource);
        node.alt = std::move(alt);
    });
}

/// One of every style, and styles inside styles.
Paragraph styles() {
    Inlines content;
    for (int style = 0; style <= static_cast<int>(Style::span); ++style) {
        content.push_back(make<Styled>([&](Styled& node) {
            node.style = static_cast<Style>(style);
            node.content = {Text("style " + std::to_string(style))};
            if (node.style == Style::abbreviation) node.attributes.ensure().extra = {{"title", "Abbreviated words"}};
            if (node.style == Style::span) node.attributes.ensure().language = "fr";
        }));
        content.push_back(Text(" "));
    }
    content.push_back(make<Styled>([](Styled& outer) {
        outer.style = Style::strong;
        outer.content = {make<Styled>([](Styled& inner) {
            inner.style = Style::emphasis;
            inner.content = {Text("both")};
        })};
    }));
    return paragraph(std::move(content));
}

Paragraph inlines() {
    Inlines content = {Text("Plain & <marked> \"text\""), LineBreak{}};
    content.push_back(make<Code>([](Code& node) { node.text = "a  <b> && c"; }));
    content.push_back(link("https://example.org/a?b=1&c=2#d", "outside"));
    content.push_back(Text(", "));
    content.push_back(link("#tables", "inside"));
    content.push_back(note_ref(0));
    content.push_back(Text(" and again"));
    content.push_back(note_ref(0));
    content.push_back(note_ref(1));
    content.push_back(make<Math>([](Math& node) {
        node.tex = "x^2";
        node.mathml = math_ml;
        node.alt = "x squared";
    }));
    content.push_back(make<Math>([](Math& node) { node.tex = "\\frac{1}{2}"; }));
    content.push_back(make<Ruby>([](Ruby& node) {
        node.base = {Text("漢字")};
        node.annotation = {Text("かんじ")};
    }));
    content.push_back(make<Text>([](Text& node) {
        node.text = "مرحبا";
        node.attributes.ensure().direction = Direction::right_to_left;
        node.attributes->language = "ar";
    }));
    return paragraph(std::move(content));
}

Paragraph images() {
    Inlines content = {image("image-1", "A small pattern"), image("image-2", "A rectangle"), image("image-1", "")};
    content.push_back(image("image-1", std::nullopt));
    content.push_back(make<Image>([](Image& node) {
        node.resource = "image-1";
        node.alt = "Sized";
        node.title = "With a title";
        node.width = 80;
        node.height = 40;
    }));
    content.push_back(make<Image>([](Image& node) {
        node.source = "https://example.org/lost.jpg";
        node.alt = "Lost picture";
    }));
    content.push_back(make<Link>([](Link& node) {
        node.url = "https://example.org/";
        node.title = "Linked picture";
        node.content = {image("image-1", "In a link")};
    }));
    return paragraph(std::move(content));
}

ListItem item(Blocks content) {
    return make<ListItem>([&](ListItem& node) { node.content = std::move(content); });
}

List list_of(bool ordered, std::vector<ListItem> items) {
    return make<List>([&](List& node) {
        node.ordered = ordered;
        node.items = std::move(items);
    });
}

void add_lists(Blocks& blocks) {
    List deep = list_of(false, {item({paragraph("deepest")})});
    for (int level = 0; level < 10; ++level) deep = list_of(level % 2 == 0, {item({paragraph("deeper"), deep})});
    blocks.push_back(list_of(false, {item({paragraph("one"), deep}), item({paragraph("two"), paragraph("more")})}));
    for (int numbering = 0; numbering <= static_cast<int>(Numbering::upper_roman); ++numbering)
        blocks.push_back(make<List>([&](List& node) {
            node.ordered = true;
            node.start = 3 + numbering;
            node.numbering = static_cast<Numbering>(numbering);
            node.items = {item({paragraph("first")}), item({paragraph("second")})};
        }));
    List odd = list_of(true, {item({paragraph("ten")}), item({paragraph("nine")})});
    odd.reversed = true;
    odd.tight = false;
    odd.items[0].value = 10;
    blocks.push_back(odd);
    List tasks = list_of(false, {item({paragraph("done")}), item({paragraph("open")})});
    tasks.items[0].checked = true;
    tasks.items[1].checked = false;
    blocks.push_back(tasks);
    blocks.push_back(make<DefinitionList>([](DefinitionList& node) {
        node.items.resize(2);
        node.items[0].terms.resize(2);
        node.items[0].terms[0].content = {Text("term")};
        node.items[0].terms[1].content = {Text("synonym")};
        node.items[0].descriptions.resize(2);
        node.items[0].descriptions[0].content = {paragraph("meaning")};
        node.items[0].descriptions[1].content = {paragraph("another"), paragraph("in two parts")};
        node.items[1].terms.resize(1);
        node.items[1].terms[0].content = {Text("lonely term")};
    }));
}

TableCell cell(std::string text) {
    return make<TableCell>([&](TableCell& node) { node.content = {paragraph(std::move(text))}; });
}

TableCell header_cell(std::string text) {
    TableCell node = cell(std::move(text));
    node.header = true;
    return node;
}

TableRow row(std::vector<TableCell> cells) {
    return make<TableRow>([&](TableRow& node) { node.cells = std::move(cells); });
}

TableSection section(SectionKind kind, std::vector<TableRow> rows) {
    return make<TableSection>([&](TableSection& node) {
        node.kind = kind;
        node.rows = std::move(rows);
    });
}

Table spanned_table() {
    Table table;
    table.attributes = with_id("table-1");
    table.caption = {paragraph("A caption")};
    table.columns = {{Alignment::left, 0.5}, {Alignment::center, 0.25}, {Alignment::right, 0.25}};
    TableCell wide = header_cell("B and C");
    wide.column_span = 2;
    TableCell tall = header_cell("tall");
    tall.row_span = 2;
    TableCell beyond = cell("beyond");
    beyond.row_span = 40;
    TableCell centred = cell("centred");
    centred.alignment = Alignment::center;
    TableCell listing;
    listing.content = {list_of(false, {item({paragraph("in a cell")})})};
    table.sections = {section(SectionKind::head, {row({header_cell("A"), wide})}),
                      section(SectionKind::body, {row({tall, centred, beyond}), row({listing}), row({})}),
                      section(SectionKind::foot, {row({cell("foot"), TableCell{}, cell("end")})})};
    return table;
}

Table nesting_table() {
    Table inner;
    inner.sections = {section(SectionKind::body, {row({cell("inner")})})};
    TableCell holder;
    holder.content = {inner};
    Table outer;
    outer.sections = {section(SectionKind::body, {row({cell("outer"), holder})})};
    return outer;
}

Group group(GroupKind kind, Blocks content) {
    return make<Group>([&](Group& node) {
        node.kind = kind;
        node.content = std::move(content);
    });
}

Metadata full_metadata() {
    Metadata metadata;
    metadata.title = "Every node & <kind>";
    metadata.subtitle = "A document that uses all of the model";
    metadata.contributors = {{"Ada Quill", "author", "Quill, Ada", "https://example.org/ada"},
                             {"Ben Stone", "translator", "", ""}};
    metadata.published = Date{2024, 2, 29, Date::Time{6, 30, 0, 60}};
    metadata.modified = Date{2024, 3, 0, {}};
    metadata.language = "en-GB";
    metadata.publisher = "The Paper";
    metadata.source_url = "https://example.org/every-node";
    metadata.description = "What the writers are tried with.";
    metadata.keywords = {"nodes", "kinds"};
    metadata.identifier = "urn:example:every-node";
    metadata.rights = "https://creativecommons.org/licenses/by/4.0/";
    metadata.cover = "image-1";
    metadata.cover_source = "https://example.org/cover.png";
    metadata.series = Series{"Test documents", "1"};
    const std::array origins = {Origin::json_ld, Origin::meta,         Origin::html_lang, Origin::dom,
                                Origin::text,    Origin::front_matter, Origin::url,       Origin::user};
    std::size_t next = 0;
    for (const MetadataFieldName& name : metadata_field_names())
        metadata.provenance[name.field] = origins[next++ % origins.size()];
    return metadata;
}

void add_groups(Blocks& blocks) {
    blocks.push_back(group(GroupKind::aside, {paragraph("Beside the text.")}));
    blocks.push_back(group(GroupKind::verse, {paragraph(Inlines{Text("A line,"), LineBreak{}, Text("and another.")})}));
    blocks.push_back(group(GroupKind::byline, {paragraph("Ada Quill writes about the sea.")}));
    blocks.push_back(group(GroupKind::section, {heading(3, "In a section", "in-section"), paragraph("Section text.")}));
    Group plain = group(GroupKind::plain, {paragraph("نص")});
    plain.attributes.ensure().direction = Direction::right_to_left;
    plain.attributes->language = "ar";
    plain.attributes->classes = {"first", "second"};
    plain.attributes->extra = {{"data-kind", "plain"}};
    blocks.push_back(plain);
}

}  // namespace

Document every_node() {
    Document document;
    document.metadata = full_metadata();
    document.attributes = with_id("title");
    document.source = {"html", "text/html", "every-node.html"};
    document.base_url = "https://example.org/";
    document.resources["image-1"] = make_resource(std::string(png_bytes.begin(), png_bytes.end()), "image/png", 4, 2);
    document.resources["image-2"] = make_resource(std::string(svg_text), "image/svg+xml", 60, 30);
    document.resources["image-1"].source_url = "https://example.org/pattern.png";

    Blocks& blocks = document.content;
    blocks.push_back(paragraph("An opening paragraph before any heading."));
    blocks.push_back(heading(2, "Text", "text"));
    blocks.push_back(styles());
    blocks.push_back(inlines());
    blocks.push_back(images());
    blocks.push_back(heading(2, "Lists", "lists"));
    add_lists(blocks);
    blocks.push_back(heading(2, "Tables", "tables"));
    blocks.push_back(spanned_table());
    blocks.push_back(nesting_table());
    blocks.push_back(heading(2, "Other blocks", "others"));
    blocks.push_back(make<CodeBlock>([](CodeBlock& node) {
        node.language = "python";
        node.text = "def f(x):\n\t# <comment>\n\n    return \"a  b\"";
    }));
    blocks.push_back(make<Quote>([](Quote& node) {
        node.content = {paragraph("Slow is smooth."),
                        make<Quote>([](Quote& inner) { inner.content = {paragraph("A quote in a quote.")}; })};
        node.attribution = {Text("Somebody")};
        node.cite = "https://example.org/quote";
    }));
    blocks.push_back(make<Figure>([](Figure& node) {
        node.attributes = with_id("figure-1");
        node.content = {paragraph(Inlines{image("image-1", "Four by two")})};
        node.caption = {paragraph("A caption with words.")};
    }));
    blocks.push_back(Rule{});
    blocks.push_back(paragraph(Inlines{make<Math>([](Math& node) {
        node.mathml = math_ml;
        node.display = true;
    })}));
    for (int level = 3; level <= 6; ++level)
        blocks.push_back(heading(level, "Level " + std::to_string(level), "level-" + std::to_string(level)));
    add_groups(blocks);
    Paragraph last = paragraph("The last paragraph.");
    last.range = {812, 841};
    last.attributes = with_id("last");
    blocks.push_back(last);

    Note first;
    first.content = {paragraph(Inlines{Text("A note with a "), link("https://example.org/n", "link")}),
                     paragraph("and a second paragraph.")};
    Note second;
    second.attributes = with_id("second-note");
    second.content = {paragraph(Inlines{Text("A note that refers to another"), note_ref(0)}),
                      make<CodeBlock>([](CodeBlock& node) { node.text = "code()"; })};
    document.notes = {first, second};
    return document;
}

}  // namespace offprint::testing
