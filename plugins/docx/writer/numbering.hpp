// Native list numbering: the numbering part (ECMA-376 Part 1, 17.9).
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"

namespace offprint::docx {

/// What an item's label is set in, at each level.
inline constexpr int list_indent = 510;  // twips, 0.9 cm: room for "viii."

/// `value` as a list shows it: "4", "d", "iv". Decimal where letters or Roman numerals do not reach.
std::string format_number(std::int64_t value, Numbering numbering);

class ListNumbering {
public:
    static constexpr int levels = 9;

    /// `existing` is the content of a part with other definitions, which ours stand beside; empty: there are none.
    explicit ListNumbering(std::string_view existing);

    /// The id of the one definition that all bullet lists share.
    int bullets();

    /// The same for task lists, whose boxes are text in the place of the bullets.
    int tasks();

    /// The id of a definition of its own for an ordered list at `level` (0..8) that counts from `start`;
    /// nothing for what Word cannot count, or when there are so many that Word would get slow.
    std::optional<int> ordered(int level, std::int64_t start, Numbering numbering);

    bool empty() const { return definitions_.empty() && !existing_.document_element(); }

    /// The content of the part.
    std::string xml() const;

private:
    enum class Label { bullet, none, number };
    struct Definition {
        Label label;
        int level;
        int start;
        Numbering numbering;
    };

    int add(const Definition& definition);
    void append_abstract(pugi::xml_node root, std::size_t index) const;

    pugi::xml_document existing_;
    int first_abstract_ = 0;  ///< ids of ours that are not taken
    int first_instance_ = 1;
    std::vector<Definition> definitions_;
    int bullets_ = 0;
    int tasks_ = 0;
};

}  // namespace offprint::docx
