#include "runs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "languages.hpp"
#include "markup.hpp"
#include "office_math.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "run_properties.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

constexpr std::size_t longest_target = 2079;  // of a hyperlink, in Word
constexpr std::size_t longest_tooltip = 260;

/// True for spaces of any width alone, and nothing.
bool is_blank(std::string_view text) {
    static constexpr std::string_view blanks[] = {" ",      "\u00A0", "\u2002", "\u2003", "\u2009",
                                                  "\u200A", "\u200B", "\u202F", "\u3000", "\uFEFF"};
    while (!text.empty()) {
        const auto* const blank = std::find_if(std::begin(blanks), std::end(blanks),
                                               [&](std::string_view space) { return text.starts_with(space); });
        if (blank == std::end(blanks)) return false;
        text.remove_prefix(blank->size());
    }
    return true;
}

/// What .NET's URI class, and with it the Open XML SDK, asks of an address.
bool has_host_and_port(std::string_view url) {
    const std::size_t slashes = url.find("://");
    if (slashes == std::string_view::npos) return true;  // mailto: and the like
    std::string_view authority = url.substr(slashes + 3);
    authority = authority.substr(0, authority.find_first_of("/?#"));
    authority = authority.substr(authority.rfind('@') + 1);  // npos + 1 == 0
    const std::size_t bracket = authority.rfind(']') + 1;
    const std::size_t colon = authority.find(':', bracket);
    const std::string_view port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
    // No name of a host has ASCII that must be escaped: "http://see%20example.org".
    const std::size_t escape = authority.find('%');
    const bool is_name = escape == std::string_view::npos || authority.substr(escape + 1, 1) >= "8";
    const bool has_host = !authority.empty() && colon != 0 && is_name;
    const bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    return has_host && digits && port.size() <= 5 && (port.size() < 5 || port <= "65535");
}

/// A file name says nothing to who cannot see the picture.
bool is_file_name(std::string_view alt) {
    const std::string lower = to_lower_ascii(alt);
    static constexpr std::string_view extensions[] = {".png", ".jpg", ".jpeg", ".gif", ".webp",
                                                      ".svg", ".bmp", ".tif",  ".tiff"};
    return std::any_of(std::begin(extensions), std::end(extensions),
                       [&](std::string_view extension) { return lower.ends_with(extension); });
}

/// "chart.png" of "https://example.org/a/chart.png?v=2"; empty where an address names no file.
std::string file_name(std::string_view url) {
    if (url_scheme(url) == "data") return {};
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 == 0: no folder
    return collapse_space(clean_xml_text(percent_decode(name)));
}

/// The text that stands for a picture that cannot be shown; empty for a decorative one.
std::string text_instead_of(const Image& image) {
    if (image.alt) return *image.alt;
    if (!image.title.empty()) return image.title;
    const std::string name = file_name(image.source);
    return name.empty() ? "Image" : name;
}

/// True if the text of `node` ends with something else than white space; nothing where it has no text at all.
std::optional<bool> ends_with_a_word(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:br" || name == "w:tab") return false;
    if (name == "w:t") return !std::string_view(node.text().get()).ends_with(' ');
    for (pugi::xml_node child = node.last_child(); child; child = child.previous_sibling())
        if (const std::optional<bool> answer = ends_with_a_word(child)) return answer;
    return std::nullopt;
}

pugi::xml_node paragraph_of(pugi::xml_node node) {
    while (node.parent() && std::string_view(node.name()) != "w:p") node = node.parent();
    return node;
}

class InlineWriter {
public:
    InlineWriter(pugi::xml_node parent, Story& story) : parent_(parent), story_(story) {}

    void write(const Inlines& inlines, const Scope& scope) {
        for (const Inline& node : inlines)
            std::visit(
                overloaded{
                    [&](const Text& text) { write(text, scope); }, [&](const Styled& styled) { write(styled, scope); },
                    [&](const Link& link) { write(link, scope); }, [&](const Image& image) { write(image, scope); },
                    [&](const Code& code) { write(code, scope); },
                    [&](const LineBreak& line_break) { write(line_break, scope); },
                    [&](const NoteRef& reference) { write(reference, scope); },
                    [&](const Math& math) { write(math, scope); }, [&](const Ruby& ruby) { write(ruby, scope); }},
                node);
    }

private:
    void write(const Text& node, const Scope& scope) {
        anchor(node, scope);
        const Scope inner = scope.inside(node);
        if (!node.text.starts_with(' ')) part_from_alternative(inner);
        write_text(node.text, parent_, inner, story_);
        if (!node.text.empty()) story_.alternative_stands_last = false;
    }

    void write(const Styled& node, const Scope& scope) {
        anchor(node, scope);
        Scope inner = scope.inside(node);
        inner.traits |= trait(node.style);
        if (node.style != Style::quote) return write(node.content, inner);
        const QuotationMarks marks = quotation_marks(inner.language, inner.quotation_depth++ % 2 == 1);
        write_text(marks.open, parent_, inner, story_);
        write(node.content, inner);
        write_text(marks.close, parent_, inner, story_);
    }

    void write(const Link& node, const Scope& scope) {
        anchor(node, scope);
        Scope inner = scope.inside(node);
        // Word has no links inside links or ruby, and its accessibility checker wants text in every link.
        if (scope.in_link || scope.in_ruby || !shows_something(node.content, story_.shared.document))
            return write(node.content, inner);
        const pugi::xml_node link = append_link(node.url, node.title, parent_, node.range, story_);
        if (link == parent_) return write(node.content, inner);
        inner.in_link = true;
        inner.traits |= link_trait;
        InlineWriter(link, story_).write(node.content, inner);
    }

    void write(const Image& node, const Scope& scope) {
        anchor(node, scope);
        const auto resource = story_.shared.document.resources.find(node.resource);
        if (resource != story_.shared.document.resources.end()) {
            const pugi::xml_node run = append(parent_, "w:r");
            const Page& page = story_.shared.design.page;
            // Some lines stay free for a caption.
            const PictureBox box{std::max(scope.width - scope.indent, 360), page.text_height() * 9 / 10};
            if (story_.shared.pictures.append_drawing(run, node, resource->second, box, description(node, scope),
                                                      story_.relationships))
                return;
            parent_.remove_child(run);
            story_.shared.context.report(Severity::warning, "docx.image-unsupported",
                                         fmt::format("Word cannot show an image of type {}; its text alternative "
                                                     "stands in its place",
                                                     resource->second.media_type),
                                         node.range);
        }
        write_alternative(node, scope);
    }

    /// What stands for a picture that cannot be shown: its text, as a link to it.
    void write_alternative(const Image& node, const Scope& scope) {
        const std::string text = text_instead_of(node);
        if (is_blank(text)) return;
        Scope inner = scope.inside(node);
        story_.alternative_stands_last |= ends_with_a_word(paragraph_of(parent_)).value_or(false);
        part_from_alternative(inner);
        pugi::xml_node target = parent_;
        if (!scope.in_link && !scope.in_ruby && is_safe_link(node.source))
            target = append_link(node.source, {}, parent_, node.range, story_);
        if (target != parent_) inner.traits |= link_trait;
        write_text(text, target, inner, story_);
        story_.alternative_stands_last = true;
    }

    /// What stands in a picture's stead is no part of the word beside it.
    void part_from_alternative(const Scope& scope) {
        if (story_.alternative_stands_last) write_text(" ", parent_, scope, story_);
        story_.alternative_stands_last = false;
    }

    /// What a picture is said to show; nothing for a decorative one.
    std::optional<std::string> description(const Image& node, const Scope& scope) {
        if (node.alt && is_blank(*node.alt)) return std::nullopt;
        if (node.alt && !is_file_name(*node.alt)) return node.alt;
        story_.shared.context.report(Severity::info, "docx.image-without-alt",
                                     "an image has no text alternative; its title or caption serves as one",
                                     node.range);
        if (!node.title.empty() && !is_file_name(node.title)) return node.title;
        const std::string caption = scope.caption ? plain_text(*scope.caption) : std::string();
        return caption.empty() ? "Image" : caption;
    }

    void write(const Code& node, const Scope& scope) {
        anchor(node, scope);
        part_from_alternative(scope);
        write_code(node.text, parent_, scope.inside(node), story_);
    }

    void write(const LineBreak& node, const Scope& scope) {
        anchor(node, scope);
        append(append(parent_, "w:r"), "w:br");
        story_.alternative_stands_last = false;
    }

    void write(const NoteRef& node, const Scope& scope) {
        anchor(node, scope);
        if (!scope.in_ruby) write_note_reference(node.note, parent_, story_);
    }

    void write(const Math& node, const Scope& scope) {
        anchor(node, scope);
        part_from_alternative(scope);
        const bool own_line = node.display && !scope.in_link && !scope.in_ruby;
        if (append_office_math(parent_, node.mathml, own_line)) return;
        if (!node.mathml.empty())
            story_.shared.context.report(Severity::warning, "docx.math-malformed",
                                         "a formula's MathML cannot be used; its source or description stands in",
                                         node.range);
        if (node.tex.empty()) return write_text(node.alt, parent_, scope.inside(node), story_);
        write_code(node.tex, parent_, scope.inside(node), story_);
    }

    void write(const Ruby& node, const Scope& scope) {
        const Scope inner = scope.inside(node);
        part_from_alternative(inner);
        if (scope.in_ruby || node.annotation.empty()) return write_flat(node, inner);
        // A ruby holds runs only: bookmarks go before it and notes behind.
        walk(node, [this](const auto& child) { story_.shared.bookmarks.append_point(parent_, child.id()); });
        write_ruby(node, inner);
        walk(node, overloaded{[&](const NoteRef& child) { write_note_reference(child.note, parent_, story_); },
                              [](const auto&) {}});
    }

    void write_flat(const Ruby& node, const Scope& scope) {
        anchor(node, scope);
        write(node.base, scope);
        if (node.annotation.empty()) return;
        write_text(" (", parent_, scope, story_);
        write(node.annotation, scope);
        write_text(")", parent_, scope, story_);
    }

    void write_ruby(const Ruby& node, Scope scope) {
        scope.in_ruby = true;
        const pugi::xml_node run = append(parent_, "w:r");
        const pugi::xml_node ruby = append(run, "w:ruby");
        const pugi::xml_node properties = append(ruby, "w:rubyPr");
        append_value(properties, "w:rubyAlign", "distributeSpace");
        append_value(properties, "w:hps", text_size / 2);
        append_value(properties, "w:hpsRaise", text_size - 2);
        append_value(properties, "w:hpsBaseText", text_size);
        const bool east_asian = script_of(scope.language) == Script::east_asian;
        append_value(properties, "w:lid", east_asian ? word_language(scope.language) : "ja-JP");
        Scope small = scope;
        small.size = text_size / 2;
        InlineWriter(append(ruby, "w:rt"), story_).write(node.annotation, small);
        InlineWriter(append(ruby, "w:rubyBase"), story_).write(node.base, scope);
    }

    void anchor(const Node& node, const Scope& scope) {
        if (!scope.in_ruby) story_.shared.bookmarks.append_point(parent_, node.id());
    }

    pugi::xml_node parent_;
    Story& story_;
};

void append_reference_mark(pugi::xml_node parent, int number) {
    const pugi::xml_node run = append(parent, "w:r");
    append_value(append(run, "w:rPr"), "w:rStyle", style_id::footnote_reference);
    set_number(append(run, "w:footnoteReference"), "w:id", number);
}

void append_superscript(pugi::xml_node parent, std::string_view text) {
    const pugi::xml_node run = append(parent, "w:r");
    append_value(append(run, "w:rPr"), "w:rStyle", style_id::footnote_reference);
    append_run_text(run, text);
}

}  // namespace

bool shows_something(const Inlines& inlines, const Document& document) {
    bool found = false;
    walk(inlines,
         overloaded{[&](const Text& text) { found |= !is_blank(text.text); },
                    [&](const Code& code) { found |= !code.text.empty(); },
                    [&](const Styled& styled) { found |= styled.style == Style::quote; },
                    [&](const Image& image) {
                        found |= document.resources.contains(image.resource) || !is_blank(text_instead_of(image));
                    },
                    [&](const NoteRef&) { found = true; }, [&](const Math&) { found = true; }, [](const auto&) {}});
    return found;
}

void write_inlines(const Inlines& inlines, pugi::xml_node paragraph, const Scope& scope, Story& story) {
    story.alternative_stands_last = false;
    InlineWriter(paragraph, story).write(inlines, scope);
}

void write_text(std::string_view text, pugi::xml_node paragraph, const Scope& scope, const Story& story) {
    for (const DirectedText& part : split_by_direction(text, scope.right_to_left)) {
        const pugi::xml_node run = append(paragraph, "w:r");
        append_run_properties(run, scope, story, part.right_to_left);
        append_run_text(run, part.text);
    }
}

void write_code(std::string_view text, pugi::xml_node paragraph, const Scope& scope, const Story& story) {
    if (text.empty()) return;
    Scope inner = scope;
    inner.traits |= code_trait;
    const pugi::xml_node run = append(paragraph, "w:r");
    append_run_properties(run, inner, story, false);
    append_run_text(run, text);
}

pugi::xml_node append_link(std::string_view url, std::string_view title, pugi::xml_node paragraph,
                           const SourceRange& range, Story& story) {
    const std::string* bookmark = nullptr;
    std::string target;
    if (url.starts_with('#')) {
        bookmark = story.shared.bookmarks.find(url.substr(1));
        if (!bookmark) bookmark = story.shared.bookmarks.find(percent_decode(url.substr(1)));
    } else if (is_safe_link(url)) {
        target = encode_url(url);
    }
    if (!bookmark && (target.empty() || target.size() > longest_target || !has_host_and_port(target))) {
        story.shared.context.report(
            Severity::warning, "docx.link-dropped",
            fmt::format("Word cannot follow the link to '{}'; its text remains", utf8_prefix(url, 80)), range);
        return paragraph;
    }
    const pugi::xml_node link = append(paragraph, "w:hyperlink");
    if (bookmark)
        set(link, "w:anchor", *bookmark);
    else
        set(link, "r:id", story.relationships.add_link(target));
    if (!title.empty()) set(link, "w:tooltip", utf8_prefix(title, longest_tooltip));
    set(link, "w:history", "1");
    return link;
}

void write_note_reference(std::size_t note, pugi::xml_node paragraph, Story& story) {
    Notes& notes = story.shared.notes;
    if (notes.number(note) != 0) {
        const std::string number = std::to_string(notes.number(note));
        const pugi::xml_node field = append(paragraph, "w:fldSimple");
        set(field, "w:instr", fmt::format(" NOTEREF {} \\f \\h ", notes.bookmark(note)));
        return append_superscript(field, number);
    }
    bool first = true;
    for (std::size_t entered : notes.enter(note)) {
        if (!first) append_superscript(paragraph, ", ");
        first = false;
        if (!notes.repeated(entered)) {
            append_reference_mark(paragraph, notes.number(entered));
            continue;
        }
        notes.bookmark(entered) = story.shared.bookmarks.make_name(fmt::format("_Note{}", notes.number(entered)));
        const int mark = story.shared.bookmarks.begin(paragraph, notes.bookmark(entered));
        append_reference_mark(paragraph, notes.number(entered));
        story.shared.bookmarks.end(paragraph, mark);
    }
}

}  // namespace offprint::docx
