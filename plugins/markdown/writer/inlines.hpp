// Writes what stands within a line.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "writer/images.hpp"

namespace offprint::markdown {

/// What a line stands in.
enum class Line {
    paragraph,  ///< may break; each line must not look like another block
    heading,    ///< one line
    cell,       ///< of a table with bars
};

class InlineWriter {
public:
    /// Keeps references to all.
    InlineWriter(const Document& document, Images& images, Context& context);

    /// `inlines` as Markdown, without white space at the ends. In a paragraph lines are parted by LF.
    std::string write(const Inlines& inlines, Line line);

    /// An anchor for links to `node`; empty if none leads there.
    std::string anchor(const Node& node) const;

    /// True if a link of the document leads to `id`.
    bool is_wanted(std::string_view id) const { return wanted_.contains(std::string(id)); }

    /// The language and the direction of what is written now.
    struct Speech {
        std::string language;
        Direction direction = Direction::unspecified;

        bool operator==(const Speech&) const = default;
    };

    /// While it lives, what is written stands within `node`, and has its language and direction.
    class Within {
    public:
        Within(InlineWriter& writer, const Node& node) : writer_(writer), outer_(writer.speech_) {
            writer.speech_ = writer.speech_of(node);
        }
        ~Within() { writer_.speech_ = std::move(outer_); }
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

    private:
        InlineWriter& writer_;
        Speech outer_;
    };

    /// True if `node` has another language or direction than what surrounds it: those need an element, for Markdown has
    /// no place for them.
    bool needs_element(const Node& node) const { return speech_of(node) != speech_; }

    /// The attributes of HTML for another language or direction than what surrounds `node`.
    std::string speech_attributes(const Node& node) const;

    /// The same and the id, if it is wanted.
    std::string attributes(const Node& node) const;

    /// The number of a note, which it has from the first reference on.
    std::size_t number_of(std::size_t note);

    /// Notes in the order of their numbers.
    const std::vector<std::size_t>& numbered_notes() const { return numbered_; }

private:
    /// The characters around what is written.
    struct Around {
        char32_t before;
        char32_t after;
    };

    Speech speech_of(const Node& node) const;
    std::string write_all(const Inlines& inlines, Around around);
    std::string write(const Text& text, Around around);
    std::string write(const Styled& styled, Around around);
    std::string write(const Link& link, Around around);
    std::string write(const Image& image, Around around);
    std::string write(const Code& code, Around around);
    std::string write(const LineBreak& line_break, Around around);
    std::string write(const NoteRef& reference, Around around);
    std::string write(const Math& math, Around around);
    std::string write(const Ruby& ruby, Around around);
    std::string write_marked(const Styled& styled, Around around);
    std::string write_in_element(std::string_view tag, std::string_view attributes, const Inlines& content);
    std::string write_text(std::string_view text, Around around) const;

    Images& images_;
    Context& context_;
    std::unordered_set<std::string> wanted_;  ///< ids that links lead to
    std::vector<std::size_t> numbers_;        ///< by note; 0 before the first reference
    std::vector<std::size_t> numbered_;
    std::vector<Style> open_;  ///< emphasis and the like around what is written
    Speech speech_;
    Line line_ = Line::paragraph;
    bool pairs_dollars_ = false;
    bool in_link_ = false;
};

}  // namespace offprint::markdown
