// Writes gemtext, the text of the Gemini protocol: a line is a heading, an item, a quotation, a link, or a paragraph.
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "offprint/plugin.hpp"
#include "offprint/table_grid.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"

namespace {

using namespace offprint;

/// Takes the text of inlines, and the links in them, which gemtext has on lines of their own.
class InlineText {
public:
    explicit InlineText(std::vector<std::string>& links) : links_(links) {}

    std::string of(const Inlines& inlines) {
        std::string text;
        for (const Inline& node : inlines)
            text += std::visit([this](const auto& inner) { return (*this)(inner); }, node);
        return text;
    }

    std::string operator()(const Text& text) { return text.text; }
    std::string operator()(const Styled& styled) { return of(styled.content); }
    std::string operator()(const Code& code) { return code.text; }
    std::string operator()(const LineBreak&) { return " "; }
    std::string operator()(const NoteRef& reference) { return "[" + std::to_string(reference.note + 1) + "]"; }
    std::string operator()(const Math& math) { return !math.alt.empty() ? math.alt : math.tex; }
    std::string operator()(const Ruby& ruby) { return of(ruby.base) + " (" + of(ruby.annotation) + ")"; }

    std::string operator()(const Image& image) {
        const std::string alt = image.alt.value_or("");
        if (is_safe_link(image.source)) links_.push_back("=> " + encode_url(image.source) + " " + alt);
        return alt;
    }

    std::string operator()(const Link& link) {
        std::string text = of(link.content);
        if (is_safe_link(link.url)) links_.push_back("=> " + encode_url(link.url) + " " + text);
        return text;
    }

private:
    std::vector<std::string>& links_;
};

/// One page: blocks become lines, links follow the block that has them or stand at the page's end.
class Page {
public:
    Page(bool links_at_end, Context& context) : links_at_end_(links_at_end), context_(context) {}

    void title(const Metadata& metadata) {
        if (!metadata.title.empty()) line("# " + metadata.title);
    }

    void blocks(const Blocks& blocks) {
        for (const Block& block : blocks) {
            context_.checkpoint();
            std::visit(*this, block);
            if (!links_at_end_) put_links();
        }
    }

    void notes(const std::vector<Note>& notes) {
        if (!notes.empty()) line("## Notes");
        for (std::size_t i = 0; i < notes.size(); ++i)
            line("[" + std::to_string(i + 1) + "] " + plain_text(notes[i].content));
    }

    std::string finish() {
        put_links();
        return std::move(text_);
    }

    void operator()(const Paragraph& paragraph) {
        const std::string text = inlines(paragraph.content);
        line(prefix_.empty() ? escaped(text) : prefix_ + text);
    }
    void operator()(const Heading& heading) {
        line(std::string(static_cast<std::size_t>(heading.level < 3 ? heading.level : 3), '#') + " " +
             inlines(heading.content));
    }
    void operator()(const CodeBlock& code) { line("```" + code.language + "\n" + code.text + "\n```"); }
    void operator()(const Rule&) { line("---"); }
    void operator()(const Group& group) {
        if (group.metadata) title(*group.metadata);
        blocks(group.content);
    }

    void operator()(const List& list) {
        for (const ListItem& item : list.items) with_prefix("* ", item.content);
    }

    void operator()(const DefinitionList& list) {
        for (const DefinitionItem& item : list.items) {
            for (const DefinitionTerm& term : item.terms) line(escaped(inlines(term.content)));
            for (const DefinitionDescription& description : item.descriptions) with_prefix("* ", description.content);
        }
    }

    void operator()(const Quote& quote) {
        with_prefix("> ", quote.content);
        if (!quote.attribution.empty()) line("> " + inlines(quote.attribution));
    }

    void operator()(const Figure& figure) {
        blocks(figure.content);
        blocks(figure.caption);
    }

    void operator()(const Table& table) {
        blocks(table.caption);
        std::string rows;
        const TableGrid grid(table, context_.limits());
        for (const TableGrid::Row& row : grid.rows()) {
            for (const TableGrid::Slot& slot : row.slots)
                rows += (slot.origin ? plain_text(slot.cell->content) : "") + "\t";
            rows += '\n';
        }
        line("```\n" + rows + "```");
        context_.report(Severity::info, "gemtext.table", "a table became lines of text, for gemtext has none");
    }

private:
    void line(std::string_view content) { text_.append(content).append("\n"); }

    std::string inlines(const Inlines& inlines) { return InlineText(links_).of(inlines); }

    /// A paragraph that begins as another kind of line would be taken for it.
    static std::string escaped(std::string text) {
        const bool taken = text.starts_with("#") || text.starts_with("=>") || text.starts_with("* ") ||
                           text.starts_with(">") || text.starts_with("```");
        return taken ? " " + text : text;
    }

    void with_prefix(std::string_view prefix, const Blocks& content) {
        const std::string outer = std::exchange(prefix_, prefix);
        blocks(content);
        prefix_ = outer;
    }

    void put_links() {
        for (const std::string& link : std::exchange(links_, {})) line(link);
    }

    bool links_at_end_;
    Context& context_;
    std::string text_;
    std::string prefix_;  ///< of paragraphs in lists and quotations
    std::vector<std::string> links_;
};

class GemtextWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options& options, Context& context) override {
        Page page(options.text("link-place") == "end", context);
        page.title(document.metadata);
        page.blocks(document.content);
        page.notes(document.notes);
        sink.write(page.finish());
    }
};

constexpr const char* extensions[] = {"gmi", "gemini", nullptr};
constexpr const char* media_types[] = {"text/gemini", nullptr};
constexpr OptionDeclaration writer_options[] = {
    {"link-place", OptionType::choice, "block", "block|end", "where links stand: behind their block, or at the end"},
    {},
};

}  // namespace

extern "C" const PluginDescriptor offprint_plugin = {
    .format = "gemtext",
    .title = "Gemtext, the pages of Gemini",
    .version = "1.0.0",
    .extensions = extensions,
    .media_types = media_types,
    .writer_options = writer_options,
    .make_writer = []() -> Writer* { return new GemtextWriter; },
};
