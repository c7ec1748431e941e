// Native list numbering: the numbering part (ECMA-376 Part 1, 17.9).
// Thread safety: an object belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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

    /// The id of the one definition that all bullet lists share.
    int bullets();

    /// The same for task lists, whose boxes are text in the place of the bullets.
    int tasks();

    /// The id of a definition of its own for an ordered list at `level` (0..8) that counts from `start`;
    /// nothing for what Word cannot count, or when there are so many that Word would get slow.
    std::optional<int> ordered(int level, std::int64_t start, Numbering numbering);

    bool empty() const { return definitions_.empty(); }

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

    std::vector<Definition> definitions_;
    int bullets_ = 0;
    int tasks_ = 0;
};

}  // namespace offprint::docx
