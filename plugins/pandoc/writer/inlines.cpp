#include <algorithm>
#include <utility>

#include "names.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"
#include "package/foreign_markup.hpp"
#include "writer/content_writer.hpp"

namespace offprint::pandoc {

namespace {

const Text* plain_text_node(const Inline& node) {
    const Text* text = std::get_if<Text>(&node);
    return text != nullptr && (!text->attributes || text->attributes->empty()) ? text : nullptr;
}

bool is_plain_text(const Inlines& inlines) {
    return std::ranges::all_of(inlines, [](const Inline& node) { return plain_text_node(node) != nullptr; });
}

/// `text` as TeX that shows it.
std::string tex_of(std::string_view text) {
    std::string tex;
    for (const char c : text) {
        constexpr std::string_view special = "#$%&_{}";
        if (c == '\\')
            tex += "\\backslash ";
        else if (c == '^' || c == '~')
            tex += c == '^' ? "\\hat{}" : "\\sim ";
        else
            tex.append(special.find(c) != std::string_view::npos ? "\\" : "") += c;
    }
    return tex;
}

}  // namespace

void ContentWriter::write_text(std::string_view text) {
    write_array(out_, [&] {
        words_.add(text);
        words_.flush();
    });
}

void ContentWriter::write_inlines(const Inlines& inlines) {
    write_array(out_, [&] { write_inline_elements(inlines); });
}

void ContentWriter::write_inline_elements(const Inlines& inlines) {
    for (const Inline& node : inlines) write_inline(node);
    words_.flush();
}

void ContentWriter::write_inline(const Inline& node) {
    if (const Text* text = plain_text_node(node)) {
        notes_.count(text->text.size());
        return words_.add(text->text);
    }
    words_.flush();
    notes_.count(0);
    std::visit([this](const auto& inner) { write(inner); }, static_cast<const Inline::variant&>(node));
}

/// For elements that have no attributes themselves.
template <class Write>
void ContentWriter::write_in_span(const Node& node, Write&& write_element_of_node) {
    const Attr attr = attr_of(node);
    if (attr.empty()) return write_element_of_node();
    write_tuple(out_, "Span", [&] {
        write_attr(out_, attr);
        write_array(out_, write_element_of_node);
    });
}

void ContentWriter::write_span(const Attr& attr, const Inlines& content) {
    write_tuple(out_, "Span", [&] {
        write_attr(out_, attr);
        write_inlines(content);
    });
}

void ContentWriter::write(const Text& node) {
    write_tuple(out_, "Span", [&] {
        write_attr_of(node);
        write_text(node.text);
    });
}

void ContentWriter::write(const Styled& node) {
    if (const char* element = json::name_in(style_elements, node.style))
        return write_in_span(node, [&] { write_element(out_, element, [&] { write_inlines(node.content); }); });
    if (node.style == Style::quote) return write_in_span(node, [&] { write_quoted(node); });
    Attr attr = attr_of(node);
    if (const char* name = json::name_in(code_classes, node.style); name != nullptr && is_plain_text(node.content)) {
        attr.classes.insert(attr.classes.begin(), name);
        return write_tuple(out_, "Code", [&] {
            write_attr(out_, attr);
            out_.value(std::string_view(plain_text(node.content)));
        });
    }
    if (const char* name = json::name_in(style_classes, node.style)) attr.classes.insert(attr.classes.begin(), name);
    const char* shown = json::name_in(style_elements, shown_style(node.style));
    if (shown == nullptr) return write_span(attr, node.content);
    write_tuple(out_, "Span", [&] {
        write_attr(out_, attr);
        write_array(out_, [&] { write_element(out_, shown, [&] { write_inlines(node.content); }); });
    });
}

/// Double and single marks by turns, as pandoc's readers of formats without marks do it.
void ContentWriter::write_quoted(const Styled& node) {
    write_tuple(out_, "Quoted", [&] {
        write_element(out_, open_quotes_++ % 2 == 0 ? "DoubleQuote" : "SingleQuote");
        write_inlines(node.content);
    });
    --open_quotes_;
}

void ContentWriter::write(const Link& node) {
    write_tuple(out_, "Link", [&] {
        write_attr_of(node);
        write_inlines(node.content);
        write_array(out_, [&] {
            out_.value(std::string_view(node.url));
            out_.value(std::string_view(node.title));
        });
    });
}

/// In an image that is a figure, up to API 1.22, the caption stands where the text alternative does otherwise.
void ContentWriter::write_image(const Image& node, Attr attr, const Inlines* figure_caption) {
    if (node.width != 0) attr.pairs.emplace_back("width", std::to_string(node.width));
    if (node.height != 0) attr.pairs.emplace_back("height", std::to_string(node.height));
    if (node.alt && (figure_caption != nullptr || node.alt->empty())) attr.pairs.emplace_back("alt", *node.alt);
    if (!node.resource.empty() && !node.source.empty()) attr.pairs.emplace_back("source", node.source);
    write_tuple(out_, "Image", [&] {
        write_attr(out_, attr);
        if (figure_caption != nullptr)
            write_inlines(*figure_caption);
        else
            write_text(node.alt.value_or(""));
        write_array(out_, [&] {
            out_.value(std::string_view(node.resource.empty() ? node.source : images_.address(node.resource)));
            out_.value(std::string_view((figure_caption != nullptr ? std::string(figure_mark) : "") + node.title));
        });
    });
}

void ContentWriter::write(const Code& node) {
    write_tuple(out_, "Code", [&] {
        write_attr_of(node);
        out_.value(std::string_view(node.text));
    });
}

void ContentWriter::write(const LineBreak& node) {
    write_in_span(node, [&] { write_element(out_, "LineBreak"); });
}

void ContentWriter::write(const NoteRef& node) {
    if (!notes_.begin(node.note, node.range)) return;
    lose_attributes(node);
    const Note& note = document_.notes[node.note];
    const int outer_quotes = std::exchange(open_quotes_, 0);
    write_element(out_, "Note", [&] { write_part(note, note.content, Paragraphs::loose); });
    open_quotes_ = outer_quotes;
    notes_.end();
}

void ContentWriter::write(const Math& node) {
    if (node.tex.empty())
        losses_.report(Severity::warning, "pandoc.math-as-text",
                       "a formula that is known in MathML alone is written in one line", node.range);
    if (!node.alt.empty() && node.alt != node.tex)
        losses_.report(Severity::info, "pandoc.math-description-dropped",
                       "descriptions of formulas have no place in pandoc's AST", node.range);
    write_in_span(node, [&] {
        write_tuple(out_, "Math", [&] {
            write_element(out_, node.display ? "DisplayMath" : "InlineMath");
            out_.value(std::string_view(node.tex.empty() ? tex_of(package::mathml_text(node.mathml)) : node.tex));
        });
    });
}

/// With the reading in parentheses, for those who do not know of the classes.
void ContentWriter::write(const Ruby& node) {
    Attr attr = attr_of(node);
    attr.classes.insert(attr.classes.begin(), ruby_class);
    Attr reading;
    reading.classes = {ruby_text_class};
    write_tuple(out_, "Span", [&] {
        write_attr(out_, attr);
        write_array(out_, [&] {
            for (const Inline& part : node.base) write_inline(part);
            words_.add("(");
            words_.flush();
            write_span(reading, node.annotation);
            words_.add(")");
            words_.flush();
        });
    });
}

}  // namespace offprint::pandoc
