// Makes the inlines of a paragraph from its runs: flat pieces with a format each become nested nodes.
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::docx::reader {

/// Bits of `PieceFormat::traits`: one a style, and one for code.
constexpr unsigned trait(Style style) {
    return 1U << static_cast<unsigned>(style);
}
inline constexpr unsigned code_trait = 1U << 31;

/// What holds for all of a piece.
struct PieceFormat {
    unsigned traits = 0;
    std::size_t link = 0;  ///< as `InlineBuilder::add_link` has it; 0: none
    std::string language;  ///< where it is not the document's
    bool operator==(const PieceFormat&) const = default;
};

/// Nodes that show nothing and have these ids.
Inlines anchors(std::vector<std::string> ids);

class InlineBuilder {
public:
    /// With `is_literal` every character stays as it is; else spaces are collapsed.
    explicit InlineBuilder(bool is_literal) : is_literal_(is_literal) {}

    /// The number of a link for `PieceFormat::link`. That of the link before if `element`, which names what makes it a
    /// link, is the same, or if it leads to the same address.
    std::size_t add_link(std::string url, std::string title, std::uint64_t element);

    void add_text(std::string_view text, const PieceFormat& format);
    void add(Inline leaf, const PieceFormat& format);

    /// Takes the last piece away if it is text and nothing but `text`; true if so.
    bool take_back(std::string_view text);

    bool empty() const { return pieces_.empty(); }

    /// True if there is text, and all of it is code.
    bool is_all_code() const;

    /// True if there is a link.
    bool has_links() const;

    /// True if there is what is neither text nor a line break.
    bool has_nodes() const;

    /// Takes `size` bytes off the beginning of the text, which is there.
    void remove_prefix(std::size_t size);

    /// Takes those of `traits` off that all of the text has.
    void drop_if_everywhere(unsigned traits);

    /// True if there is a picture and no word.
    bool is_picture() const;

    /// The text with its spaces and line ends.
    std::string verbatim() const;

    /// Takes a box for a task off the beginning: whether it is checked; nullopt if there is none.
    std::optional<bool> take_box();

    /// The inlines. The builder is empty afterwards.
    Inlines finish();

private:
    struct Piece {
        PieceFormat format;
        std::string text;  ///< of text and code
        std::optional<Inline> leaf;
    };
    struct Target {
        std::string url;
        std::string title;
        std::uint64_t element = 0;
    };

    void clean_spaces();
    void drop_idle_traits();
    void nest(std::size_t begin, std::size_t end, std::size_t level, Inlines& out);
    void wrap(std::size_t begin, std::size_t end, std::size_t level, Inlines& out);
    bool are_alike(const Piece& first, const Piece& second, std::size_t level) const;
    bool is_plain(const Piece& piece, std::size_t level) const;
    void append_leaf(Piece& piece, Inlines& out);

    bool is_literal_;
    std::vector<Piece> pieces_;
    std::vector<Target> links_;
};

}  // namespace offprint::docx::reader
