// The document model: what every reader makes and every writer takes. A value tree of variants,
// so documents copy, compare and can be built by hand in a test.
// Thread safety: values; a document may be read by many threads while nobody changes it.
//
// Invariants (see validate.hpp): UTF-8 without characters that XML 1.0 forbids; nesting of at most
// `Limits::depth`; ids unique; every note index and resource key exists.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "offprint/diagnostic.hpp"
#include "offprint/export.hpp"
#include "offprint/metadata.hpp"
#include "offprint/resource.hpp"

namespace offprint {

/// An optional value on the heap: eight bytes when empty; copies and compares by value.
template <class T>
class Box {
public:
    Box() = default;
    Box(T value) : pointer_(std::make_unique<T>(std::move(value))) {}
    Box(const Box& other) : pointer_(other ? std::make_unique<T>(*other) : nullptr) {}
    Box(Box&&) noexcept = default;
    Box& operator=(const Box& other) { return *this = Box(other); }
    Box& operator=(Box&&) noexcept = default;
    ~Box() = default;

    explicit operator bool() const noexcept { return pointer_ != nullptr; }
    T& operator*() noexcept { return *pointer_; }
    const T& operator*() const noexcept { return *pointer_; }
    T* operator->() noexcept { return pointer_.get(); }
    const T* operator->() const noexcept { return pointer_.get(); }

    /// The value, made first if there is none.
    T& ensure() {
        if (!pointer_) pointer_ = std::make_unique<T>();
        return *pointer_;
    }
    void reset() noexcept { pointer_.reset(); }

    bool operator==(const Box& other) const {
        return pointer_ && other.pointer_ ? *pointer_ == *other.pointer_ : !pointer_ && !other.pointer_;
    }

private:
    std::unique_ptr<T> pointer_;
};

enum class Direction { unspecified, left_to_right, right_to_left, automatic };

/// What any node may carry beside its content.
struct Attributes {
    std::string id;        ///< unique in the document, no white space; target of "#id" links
    std::string language;  ///< BCP 47, where it differs from the surroundings
    Direction direction = Direction::unspecified;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> extra;  ///< in source order, names unique

    bool empty() const { return *this == Attributes{}; }
    bool operator==(const Attributes&) const = default;
};

/// Base of every node. `attributes` is null for most of them.
struct Node {
    Box<Attributes> attributes;
    SourceRange range;

    std::string_view id() const { return attributes ? std::string_view(attributes->id) : std::string_view(); }
    bool operator==(const Node&) const = default;
};

struct Block;
struct Inline;
using Blocks = std::vector<Block>;
using Inlines = std::vector<Inline>;

// ---------------------------------------------------------------- inlines

struct Text : Node {
    std::string text;  ///< white space already collapsed; no line ends
    Text() = default;
    explicit Text(std::string value) : text(std::move(value)) {}
    bool operator==(const Text&) const = default;
};

/// `span` carries attributes alone (a language, a direction).
enum class Style {
    emphasis,
    strong,
    underline,
    strike,
    subscript,
    superscript,
    small_caps,
    small,
    mark,
    quote,
    cite,
    keyboard,
    sample,
    variable,
    definition,
    abbreviation,
    insertion,
    span,
};

struct Styled : Node {
    Style style = Style::span;
    Inlines content;
    bool operator==(const Styled&) const = default;
};

/// A reference to elsewhere, or to a node of this document. Links do not nest.
struct Link : Node {
    std::string url;  ///< absolute, or "#id" of a node in this document
    std::string title;
    Inlines content;
    bool operator==(const Link&) const = default;
};

/// A picture in the text; block images are a paragraph or a figure of one.
struct Image : Node {
    std::string resource;            ///< key into `Document::resources`; empty when not embedded
    std::string source;              ///< reference as the source named it; absolute where a base is known
    std::optional<std::string> alt;  ///< absent: nobody said; empty: decorative
    std::string title;
    int width = 0;  ///< as the source declared it, in CSS pixels; 0 when it did not
    int height = 0;
    bool operator==(const Image&) const = default;
};

/// Inline code.
struct Code : Node {
    std::string text;
    bool operator==(const Code&) const = default;
};

/// A line end that the author wants.
struct LineBreak : Node {
    bool operator==(const LineBreak&) const = default;
};

/// A reference to `Document::notes[note]`; the same note may be referred to more than once.
struct NoteRef : Node {
    std::size_t note = 0;
    bool operator==(const NoteRef&) const = default;
};

/// A formula; at least one of `tex` and `mathml` is set.
struct Math : Node {
    std::string tex;     ///< without delimiters
    std::string mathml;  ///< a `math` element, Presentation MathML; writers check it before use
    std::string alt;
    bool display = false;
    bool operator==(const Math&) const = default;
};

/// A base text with its reading above or beside it (WHATWG HTML 4.5.10).
struct Ruby : Node {
    Inlines base;
    Inlines annotation;
    bool operator==(const Ruby&) const = default;
};

// What copies, moves, compares and destroys nodes is compiled once, in core, and not wherever a document is used.
struct Inline : std::variant<Text, Styled, Link, Image, Code, LineBreak, NoteRef, Math, Ruby> {
    using variant::variant;
    OFFPRINT_API Inline(const Inline& other);
    OFFPRINT_API Inline(Inline&& other) noexcept;
    OFFPRINT_API Inline& operator=(const Inline& other);
    OFFPRINT_API Inline& operator=(Inline&& other) noexcept;
    OFFPRINT_API ~Inline();
    OFFPRINT_API bool operator==(const Inline& other) const;
};

// ---------------------------------------------------------------- blocks

struct Paragraph : Node {
    Inlines content;
    bool operator==(const Paragraph&) const = default;
};

/// A heading; what it heads follows it.
struct Heading : Node {
    int level = 1;  ///< 1..6
    Inlines content;
    bool operator==(const Heading&) const = default;
};

enum class Numbering { decimal, lower_alpha, upper_alpha, lower_roman, upper_roman };

struct ListItem : Node {
    std::optional<bool> checked;  ///< a task's box
    std::optional<int> value;     ///< the number of this item, where it breaks the sequence
    Blocks content;
    bool operator==(const ListItem&) const = default;
};

/// A bulleted or numbered list.
struct List : Node {
    bool ordered = false;
    int start = 1;
    bool reversed = false;
    Numbering numbering = Numbering::decimal;
    bool tight = true;  ///< items are set without space between them
    std::vector<ListItem> items;
    bool operator==(const List&) const = default;
};

struct DefinitionTerm : Node {
    Inlines content;
    bool operator==(const DefinitionTerm&) const = default;
};

struct DefinitionDescription : Node {
    Blocks content;
    bool operator==(const DefinitionDescription&) const = default;
};

/// Terms and what is said of them all.
struct DefinitionItem : Node {
    std::vector<DefinitionTerm> terms;
    std::vector<DefinitionDescription> descriptions;
    bool operator==(const DefinitionItem&) const = default;
};

/// Terms with what is said of them, such as a glossary.
struct DefinitionList : Node {
    std::vector<DefinitionItem> items;
    bool operator==(const DefinitionList&) const = default;
};

/// Text whose line ends and spaces count.
struct CodeBlock : Node {
    std::string language;  ///< "python"; empty when not known
    std::string text;      ///< lines end in LF; no final LF
    bool operator==(const CodeBlock&) const = default;
};

/// Words of somebody else, set apart.
struct Quote : Node {
    Blocks content;
    Inlines attribution;  ///< who said it, without a dash before it; may be empty
    std::string cite;     ///< address of the source; may be empty
    bool operator==(const Quote&) const = default;
};

/// Content that stands apart with a caption: pictures, mostly, but also code or a table.
struct Figure : Node {
    Blocks content;
    Blocks caption;
    bool operator==(const Figure&) const = default;
};

enum class Alignment { unspecified, left, center, right };

struct TableColumn {
    Alignment alignment = Alignment::unspecified;
    double width = 0;  ///< share of the table's width, 0..1; 0 when not known
    bool operator==(const TableColumn&) const = default;
};

/// Spans are what the source said (at least 1); `TableGrid` resolves and clamps them.
struct TableCell : Node {
    int column_span = 1;
    int row_span = 1;  ///< at least 1; `TableGrid` ends it with its section
    bool header = false;
    Alignment alignment = Alignment::unspecified;
    Blocks content;
    bool operator==(const TableCell&) const = default;
};

struct TableRow : Node {
    std::vector<TableCell> cells;
    bool operator==(const TableRow&) const = default;
};

enum class SectionKind { head, body, foot };

struct TableSection : Node {
    SectionKind kind = SectionKind::body;
    std::vector<TableRow> rows;
    bool operator==(const TableSection&) const = default;
};

struct Table : Node {
    Blocks caption;
    std::vector<TableColumn> columns;  ///< may be shorter than the grid is wide
    std::vector<TableSection> sections;
    bool operator==(const Table&) const = default;
};

/// A thematic break.
struct Rule : Node {
    bool operator==(const Rule&) const = default;
};

/// `plain` carries attributes alone; `article` carries metadata of its own and stands only at the
/// top level of a book.
enum class GroupKind { plain, section, aside, verse, byline, article };

struct Group : Node {
    GroupKind kind = GroupKind::plain;
    Blocks content;
    Box<Metadata> metadata;  ///< set for `article`, null otherwise
    bool operator==(const Group&) const = default;
};

struct Block : std::variant<Paragraph, Heading, List, DefinitionList, CodeBlock, Quote, Figure, Table, Rule, Group> {
    using variant::variant;
    OFFPRINT_API Block(const Block& other);
    OFFPRINT_API Block(Block&& other) noexcept;
    OFFPRINT_API Block& operator=(const Block& other);
    OFFPRINT_API Block& operator=(Block&& other) noexcept;
    OFFPRINT_API ~Block();
    OFFPRINT_API bool operator==(const Block& other) const;
};

// ---------------------------------------------------------------- the whole

/// A foot- or endnote; `NoteRef`s refer to it by its index.
struct Note : Node {
    Blocks content;
    bool operator==(const Note&) const = default;
};

/// Where a document came from. No folder names: outputs must not depend on them.
struct Source {
    std::string format;      ///< the reader's format: "html"
    std::string media_type;  ///< as the reader declares it
    std::string name;        ///< the file's name without its folder; empty for a stream
    bool operator==(const Source&) const = default;
};

/// An article, or a book: a document whose content is `article` groups only.
struct Document {
    Metadata metadata;
    Box<Attributes> attributes;  ///< of the root: direction; `id` is the title's, which "#id" may name
    Blocks content;
    std::vector<Note> notes;
    std::map<std::string, Resource> resources;
    Source source;
    std::string base_url;  ///< what relative references of the source resolve against; may be empty

    bool operator==(const Document&) const = default;
};

}  // namespace offprint
