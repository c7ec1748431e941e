#include "reader/docx_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "language/document_language.hpp"
#include "languages.hpp"
#include "offprint/error.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "package/element.hpp"
#include "package/package.hpp"
#include "reader/block_reader.hpp"
#include "reader/conversion.hpp"
#include "reader/document_properties.hpp"
#include "reader/link_targets.hpp"

namespace offprint::docx {

namespace {

using namespace reader;

Changes changes_of(const std::string& option) {
    return option == "reject" ? Changes::reject : option == "all" ? Changes::all : Changes::accept;
}

const char* what_became_of_changes(Changes changes) {
    switch (changes) {
        case Changes::accept:
            return "tracked changes were accepted";
        case Changes::reject:
            return "tracked changes were rejected";
        case Changes::all:
            return "tracked changes were marked";
    }
    return "";
}

/// Puts who wrote a comment before it.
void prepend_author(pugi::xml_node comment, Blocks& content) {
    const std::string author = collapse_space(clean_xml_text(comment.attribute("w:author").value()));
    if (author.empty()) return;
    if (content.empty() || !std::holds_alternative<Paragraph>(content.front()))
        content.insert(content.begin(), Block(Paragraph()));
    Inlines& inlines = std::get<Paragraph>(content.front()).content;
    Styled name;
    name.style = Style::strong;
    name.content = {Text(author + ":")};
    inlines.insert(inlines.begin(), Text(" "));
    inlines.insert(inlines.begin(), std::move(name));
}

std::string counted(std::uint64_t count, const char* message) {
    return fmt::format("{} ({} in all)", message, count);
}

/// The width of the column of text, twips.
int text_width(pugi::xml_node section) {
    const pugi::xml_node margins = section.child("w:pgMar");
    return twips(section.child("w:pgSz").attribute("w:w").value()).value_or(0) -
           twips(margins.attribute("w:left").value()).value_or(0) -
           twips(margins.attribute("w:right").value()).value_or(0);
}

/// Reads one file.
class FileReading {
public:
    FileReading(std::string bytes, const Options& options, Context& context)
        : package_(std::move(bytes), context), conversion_{context, package_} {
        conversion_.changes = changes_of(options.text("track-changes"));
        conversion_.keeps_comments = options.text("comments") == "notes";
    }

    Document read() {
        const PartRelationships of_package = package_.relationships_of({});
        const std::string main_name = find_main_part(of_package);
        const std::optional<XmlPart> main = package_.read_xml(main_name);
        const pugi::xml_node body = main ? main->root().child("w:body") : pugi::xml_node();
        if (!body)
            throw Error(ErrorCode::malformed_input,
                        fmt::format("{} is missing, damaged or no document of Word's", main_name));
        conversion_.context.progress("parse");
        DocumentProperties properties = read_properties(package_, of_package);
        conversion_.document.metadata = std::move(properties.metadata);
        conversion_.is_own = properties.is_own;
        const PartRelationships of_main = package_.relationships_of(main_name);
        open_parts(of_main, main->root());
        set_language_and_direction(body);
        conversion_.context.progress("structure");
        PictureReader pictures(conversion_);
        BlockReader(conversion_, pictures, of_main).read_body(body);
        read_notes(pictures);
        settle_ids(conversion_.document, conversion_.is_own);
        if (!conversion_.is_own) language::complete_language(conversion_.document, conversion_.context);
        tell_omissions(of_main);
        limit_depth(conversion_.document, conversion_.context);
        return std::move(conversion_.document);
    }

private:
    /// By its relationship; by the usual name where that is missing.
    std::string find_main_part(const PartRelationships& of_package) const {
        if (const Relationship* main = of_package.of_type("officeDocument");
            main != nullptr && package_.has(main->target))
            return main->target;
        if (package_.has("word/document.xml")) {
            conversion_.context.report(
                Severity::warning, "docx.part-missing",
                "the package does not say which part is the document; word/document.xml was taken");
            return "word/document.xml";
        }
        throw Error(ErrorCode::malformed_input,
                    "this ZIP archive is no Word file: it names no document; if it holds a .docx, unpack it first");
    }

    std::optional<XmlPart> part(const PartRelationships& of_main, const char* type) {
        const Relationship* relationship = of_main.of_type(type);
        if (relationship == nullptr) return std::nullopt;
        std::optional<XmlPart> xml = package_.read_xml(relationship->target);
        if (!xml)
            conversion_.context.report(
                Severity::warning, "docx.part-missing",
                fmt::format("{} is missing or damaged; what it says is not known", relationship->target));
        return xml;
    }

    void open_parts(const PartRelationships& of_main, pugi::xml_node main) {
        if (const auto styles = part(of_main, "styles")) conversion_.styles = StyleSheet(styles->root());
        if (const auto numbering = part(of_main, "numbering")) conversion_.labels = ListLabels(numbering->root());
        for (const NoteKind kind : {NoteKind::footnote, NoteKind::endnote, NoteKind::comment})
            conversion_.notes.open(kind, package_, of_main);
        conversion_.notes.find_bookmarks(main);
    }

    void set_language_and_direction(pugi::xml_node body) {
        Metadata& metadata = conversion_.document.metadata;
        const bool is_section_right_to_left = is_on(body.child("w:sectPr"), "w:bidi");
        if (metadata.language.empty() && !conversion_.is_own) {
            const RunFormat usual = conversion_.styles.paragraph({}).run.over(conversion_.styles.default_run());
            metadata.language = language_tag(is_section_right_to_left ? usual.complex_language : usual.language);
            if (!metadata.language.empty()) metadata.provenance[MetadataField::language] = Origin::meta;
        }
        conversion_.right_to_left = is_section_right_to_left;
        conversion_.text_width = text_width(body.child("w:sectPr"));
        const bool is_usual = is_right_to_left(metadata.language) == is_section_right_to_left;
        if (!is_usual)
            conversion_.document.attributes.ensure().direction =
                is_section_right_to_left ? Direction::right_to_left : Direction::left_to_right;
    }

    void read_notes(PictureReader& pictures) {
        const NoteTable& notes = conversion_.notes;
        for (std::size_t i = 0; i < notes.entered().size(); ++i) {  // more come while they are read
            conversion_.context.checkpoint();
            const NoteSource source = notes.entered()[i];
            Note note = BlockReader(conversion_, pictures, notes.relationships(source.kind)).read_note(source.element);
            if (source.kind == NoteKind::comment) prepend_author(source.element, note.content);
            conversion_.document.notes.push_back(std::move(note));
        }
    }

    /// Says what was left out, once for each kind.
    void tell_omissions(const PartRelationships& of_main) {
        Context& context = conversion_.context;
        const Omissions& omitted = conversion_.omitted;
        if (omitted.hidden_runs > 0)
            context.report(Severity::warning, "docx.hidden-text-dropped",
                           counted(omitted.hidden_runs, "hidden text was left out"));
        if (omitted.contents > 0)
            context.report(Severity::info, "docx.contents-dropped",
                           "tables of contents and indexes were left out; formats that want them get new ones");
        if (omitted.changes > 0)
            context.report(Severity::info, "docx.changes-settled",
                           counted(omitted.changes, what_became_of_changes(conversion_.changes)));
        if (conversion_.notes.comments() > 0 && !conversion_.keeps_comments)
            context.report(
                Severity::warning, "docx.comments-dropped",
                counted(conversion_.notes.comments(), "comments were left out; --comments notes keeps them"));
        if (omitted.placeholders > 0)
            context.report(Severity::info, "docx.placeholder-dropped",
                           counted(omitted.placeholders, "fields of a form that nobody has filled in were left out"));
        if (omitted.page_breaks > 0)
            context.report(Severity::info, "docx.page-break-dropped",
                           counted(omitted.page_breaks, "page breaks were left out"));
        if (omitted.code_links > 0)
            context.report(Severity::warning, "docx.code-link-dropped",
                           counted(omitted.code_links, "code that had links lost their addresses; its text remains"));
        if (omitted.links > 0)
            context.report(Severity::warning, "docx.link-unusable",
                           counted(omitted.links,
                                   "links to files, scripts and the like lost their addresses; their "
                                   "text remains"));
        if (omitted.symbols > 0)
            context.report(
                Severity::warning, "docx.symbol-dropped",
                counted(omitted.symbols, "characters of a symbol font that Unicode does not have were left out"));
        if (omitted.fields > 0)
            context.report(Severity::warning, "docx.field-dropped",
                           counted(omitted.fields, "fields without a result were left out"));
        if (omitted.shapes > 0)
            context.report(
                Severity::warning, "docx.drawing-dropped",
                counted(omitted.shapes, "drawings, charts and embedded objects without a picture were left out"));
        if (of_main.of_type("header") != nullptr || of_main.of_type("footer") != nullptr)
            context.report(Severity::info, "docx.header-dropped", "headers and footers of pages were left out");
        if (of_main.of_type("vbaProject") != nullptr)
            context.report(Severity::info, "docx.macros-dropped", "macros were left out");
        if (conversion_.document.content.empty())
            context.report(Severity::warning, "docx.empty", "the document has no text that could be read");
    }

    Package package_;
    Conversion conversion_;
};

}  // namespace

Document DocxReader::read(ByteSource& source, const Options& options, Context& context) {
    return FileReading(source.read_all(context.limits()), options, context).read();
}

}  // namespace offprint::docx
