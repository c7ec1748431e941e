// Numbering definitions and the numbers that items of lists get from them (ECMA-376 Part 1, 17.9).
// Thread safety: an object belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "offprint/document.hpp"

namespace offprint::docx::reader {

/// What stands before an item of a list.
struct ListLabel {
    int sequence = 0;  ///< the definition that counts; the same in lists that count on
    int definition = 0;
    int level = 0;
    bool is_ordered = false;
    Numbering numbering = Numbering::decimal;
    int value = 1;
    int indent = 0;  ///< of the item's text, twips, as the definition has it
};

class ListLabels {
public:
    static constexpr int level_count = 9;

    ListLabels() = default;

    /// Reads the root of a numbering part; a null node has none.
    explicit ListLabels(pugi::xml_node root);

    /// True if the definition exists.
    bool has(int definition) const { return definitions_.contains(definition); }

    /// True for a level whose paragraphs have no label at all: they go on with the item above.
    bool is_unlabelled(int definition, int level) const;

    /// The level that a definition binds to a paragraph style (17.9.23); nullopt if none.
    std::optional<int> level_of_style(int definition, const std::string& style) const;

    /// The indent of a level's paragraphs; nullopt if the definition does not say.
    std::optional<int> indent(int definition, int level) const;

    /// Counts one item more; `definition` must exist. To be called in reading order.
    ListLabel next(int definition, int level);

private:
    enum class Kind { number, bullet, none };
    struct Level {
        Kind kind = Kind::number;
        Numbering numbering = Numbering::decimal;
        int start = 1;
        std::optional<int> restart;  ///< the level whose items start this one anew; 0: none does
        std::optional<int> indent;
        std::string style;
    };
    using Levels = std::array<Level, level_count>;
    struct Definition {
        int sequence = 0;
        Levels own;
        std::array<std::optional<int>, level_count> starts;  ///< instead of going on (17.9.26)
        bool is_used = false;
    };
    struct Sequence {
        Levels levels;
        std::string style_link;  ///< it stands for the definition of that numbering style
        std::string style;       ///< it is the definition of that numbering style
        std::array<std::optional<int>, ListLabels::level_count> counters;
    };

    static Level read_level(pugi::xml_node element);
    static void read_levels(pugi::xml_node parent, Levels& levels);
    void follow_style_links();
    const Level& level(int definition, int level) const;

    std::map<int, Definition> definitions_;
    std::map<int, Sequence> sequences_;
};

}  // namespace offprint::docx::reader
