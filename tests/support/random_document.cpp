#include "support/random_document.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <string>
#include <utility>

#include "offprint/table_grid.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

constexpr std::array texts = {
    "plain",    "two words", " ",     "a \"quoted\\\" word", "line\nend\r\n", "\ttab", "é ü 漢字 𝒳",
    "</x> & '", "\u2028",    "مرحبا", "{\"type\":1}",        "\ufffd \u007f",
};
constexpr std::array sizes = {1, 2, 640, std::numeric_limits<int>::max()};
constexpr std::array column_spans = {1, 2, 3, TableGrid::most_columns};
constexpr std::array row_spans = {1, 2, 3, TableGrid::most_rows};
constexpr std::array whole_numbers = {-3, 0, 1, 7, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
constexpr int most_depth = 5;

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    Document document() {
        const Document images = every_node();
        for (const auto& [key, resource] : images.resources) {
            if (one_in(3)) continue;
            Resource changed = resource;
            changed.source_url = maybe_text();
            changed.width = below(3) * 17;
            keys_.push_back(one_in(2) ? key : "k " + key + text());
            document_.resources[keys_.back()] = std::move(changed);
        }
        document_.notes.resize(std::size_t(below(3)));
        const bool is_book = one_in(5);
        const int blocks = below(6);
        for (int i = 0; i < blocks; ++i) document_.content.push_back(is_book ? Block(article()) : block(0));
        for (Note& note : document_.notes) {
            note.content = this->blocks(1);
            decorate(note);
        }
        document_.metadata = metadata();
        if (one_in(3)) document_.attributes = attributes();
        document_.source = {maybe_text(), maybe_text(), maybe_text()};
        document_.base_url = maybe_text();
        return std::move(document_);
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    bool one_in(int count) { return below(count) == 0; }

    template <class List>
    auto one_of(const List& list) {
        return list[std::size_t(below(static_cast<int>(std::size(list))))];
    }

    std::string text() { return one_of(texts); }
    std::string maybe_text() { return one_in(2) ? std::string() : text(); }
    int maybe_size() { return one_in(2) ? 0 : one_of(sizes); }
    std::string url() { return "https://" + std::to_string(below(9)) + ".example/?a=\"b\""; }

    template <class E>
    E any(E last) {
        return static_cast<E>(below(static_cast<int>(last) + 1));
    }

    Attributes attributes() {
        Attributes made;
        if (one_in(2)) made.id = "id-" + std::to_string(++ids_);
        made.language = maybe_text();
        made.direction = any(Direction::automatic);
        for (int i = below(3); i > 0; --i) made.classes.push_back(maybe_text());
        for (int i = below(3); i > 0; --i) made.extra.emplace_back(std::to_string(i) + text(), maybe_text());
        return made;
    }

    void decorate(Node& node) {
        if (one_in(5)) node.attributes = one_in(5) ? Attributes{} : attributes();
        if (one_in(3)) node.range = {random_(), std::uint64_t{random_()} << 20};
    }

    template <class Make>
    auto some(Make&& make) {
        std::vector<decltype(make())> list;
        for (int i = below(4); i > 0; --i) list.push_back(make());
        return list;
    }

    Inlines inlines(int depth) {
        return some([&] { return inline_node(depth + 1); });
    }
    Blocks blocks(int depth) {
        return some([&] { return block(depth + 1); });
    }

    /// Sets what is the same for all nodes.
    template <class N>
    N made(N node) {
        decorate(node);
        return node;
    }

    Inline inline_node(int depth) {
        switch (below(depth > most_depth ? 6 : 9)) {
            case 0:
                return made(image());
            case 1:
                return made(code());
            case 2:
                return made(LineBreak());
            case 3:
                return note_ref();
            case 4:
                return made(math());
            case 5:
                return made(Text(maybe_text()));
            case 6:
                return made(styled(depth));
            case 7:
                return made(link(depth));
            default:
                return made(ruby(depth));
        }
    }

    Image image() {
        Image node;
        if (!keys_.empty() && one_in(2)) node.resource = one_of(keys_);
        if (one_in(2)) node.source = url();
        if (one_in(2)) node.alt = maybe_text();
        node.title = maybe_text();
        node.width = maybe_size();
        node.height = maybe_size();
        return node;
    }

    Code code() {
        Code node;
        node.text = maybe_text();
        return node;
    }

    Inline note_ref() {
        if (document_.notes.empty()) return made(Text(text()));
        NoteRef node;
        node.note = std::size_t(below(static_cast<int>(document_.notes.size())));
        return made(node);
    }

    Math math() {
        Math node;
        node.tex = maybe_text();
        if (node.tex.empty() || one_in(2)) node.mathml = "<math><mi>" + std::to_string(below(9)) + "</mi></math>";
        node.alt = maybe_text();
        node.display = one_in(2);
        return node;
    }

    Styled styled(int depth) {
        Styled node;
        node.style = any(Style::span);
        node.content = inlines(depth);
        return node;
    }

    Link link(int depth) {
        Link node;
        node.url = one_in(4) ? std::string() : url();
        node.title = maybe_text();
        node.content = inlines(depth);
        return node;
    }

    Ruby ruby(int depth) {
        Ruby node;
        node.base = inlines(depth);
        node.annotation = inlines(depth);
        return node;
    }

    Block block(int depth) {
        switch (below(depth > most_depth ? 4 : 10)) {
            case 0:
                return made(paragraph(depth));
            case 1:
                return made(heading(depth));
            case 2:
                return made(code_block());
            case 3:
                return made(Rule());
            case 4:
                return made(list(depth));
            case 5:
                return made(definitions(depth));
            case 6:
                return made(quote(depth));
            case 7:
                return made(figure(depth));
            case 8:
                return made(table(depth));
            default:
                return made(group(any(GroupKind::byline), depth));
        }
    }

    Paragraph paragraph(int depth) {
        Paragraph node;
        node.content = inlines(depth);
        return node;
    }

    Heading heading(int depth) {
        Heading node;
        node.level = 1 + below(6);
        node.content = inlines(depth);
        return node;
    }

    CodeBlock code_block() {
        CodeBlock node;
        node.language = maybe_text();
        node.text = maybe_text();
        return node;
    }

    List list(int depth) {
        List node;
        node.ordered = one_in(2);
        node.start = one_of(whole_numbers);
        node.reversed = one_in(2);
        node.numbering = any(Numbering::upper_roman);
        node.tight = one_in(2);
        node.items = some([&] {
            ListItem item;
            if (one_in(3)) item.checked = one_in(2);
            if (one_in(3)) item.value = one_of(whole_numbers);
            item.content = blocks(depth);
            return made(std::move(item));
        });
        return node;
    }

    DefinitionList definitions(int depth) {
        DefinitionList node;
        node.items = some([&] {
            DefinitionItem item;
            item.terms = some([&] {
                DefinitionTerm term;
                term.content = inlines(depth);
                return made(std::move(term));
            });
            item.descriptions = some([&] {
                DefinitionDescription description;
                description.content = blocks(depth);
                return made(std::move(description));
            });
            return made(std::move(item));
        });
        return node;
    }

    Quote quote(int depth) {
        Quote node;
        node.content = blocks(depth);
        node.attribution = inlines(depth);
        node.cite = maybe_text();
        return node;
    }

    Figure figure(int depth) {
        Figure node;
        node.content = blocks(depth);
        node.caption = blocks(depth);
        return node;
    }

    TableCell cell(int depth) {
        TableCell node;
        if (one_in(3)) node.column_span = one_of(column_spans);
        if (one_in(3)) node.row_span = one_of(row_spans);
        node.header = one_in(3);
        node.alignment = any(Alignment::right);
        node.content = blocks(depth);
        return node;
    }

    Table table(int depth) {
        Table node;
        node.caption = blocks(depth);
        node.columns = some([&] { return TableColumn{any(Alignment::right), one_in(2) ? 0 : 1.0 / (1 + below(97))}; });
        node.sections = some([&] {
            TableSection section;
            section.kind = any(SectionKind::foot);
            section.rows = some([&] {
                TableRow row;
                row.cells = some([&] { return made(cell(depth)); });
                return made(std::move(row));
            });
            return made(std::move(section));
        });
        return node;
    }

    Group group(GroupKind kind, int depth) {
        Group node;
        node.kind = kind;
        node.content = blocks(depth);
        return node;
    }

    Group article() {
        Group node = group(GroupKind::article, 0);
        node.metadata = metadata();
        decorate(node);
        return node;
    }

    std::optional<Date> date() {
        Date made;
        made.year = 1 + below(9999);
        if (one_in(4)) return std::nullopt;
        if (one_in(3)) return made;
        made.month = 1 + below(12);
        if (one_in(3)) return made;
        made.day = 1 + below(28);
        if (one_in(3)) return made;
        made.time = Date::Time{below(24), below(60), below(60), {}};
        if (one_in(2)) made.time->utc_offset_minutes = below(2 * 840 + 1) - 840;
        return made;
    }

    Metadata metadata() {
        Metadata made;
        for (std::string* field : {&made.title, &made.subtitle, &made.language, &made.publisher, &made.source_url,
                                   &made.description, &made.identifier, &made.rights, &made.cover_source})
            *field = maybe_text();
        made.contributors = some([&] {
            return Contributor{maybe_text(), one_in(2) ? "author" : maybe_text(), maybe_text(), maybe_text()};
        });
        made.published = date();
        made.modified = date();
        made.keywords = some([&] { return maybe_text(); });
        if (!keys_.empty() && one_in(2)) made.cover = one_of(keys_);
        if (one_in(2)) made.series = Series{maybe_text(), maybe_text()};
        for (const MetadataFieldName& name : metadata_field_names())
            if (one_in(2)) made.provenance[name.field] = any(Origin::user);
        return made;
    }

    std::mt19937 random_;
    Document document_;
    std::vector<std::string> keys_;
    int ids_ = 0;
};

}  // namespace

Document random_document(std::uint32_t seed) {
    return Generator(seed).document();
}

}  // namespace offprint::testing
