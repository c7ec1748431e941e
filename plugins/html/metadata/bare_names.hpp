// Authors whom a page names next to its headline with no word or mark that says so: beside their portrait, or in a line
// that tells the day and how long one reads as well. Thread safety: belongs to one conversion.
#pragma once

#include <string_view>
#include <vector>

#include "credits/written_date.hpp"
#include "html/dom/dom.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

class BareNames {
public:
    /// Keeps a reference to `dom`.
    BareNames(const Dom& dom, credits::DayOrder order) : dom_(dom), order_(order) {}

    /// Notes the full names in `block`, a line of text next to the headline that has no label; `line` is its text.
    void note_line(NodeIndex block, std::string_view line);

    /// Notes a picture next to the headline, outside of tables and lists of things.
    void note_picture(NodeIndex image);

    /// Those of one line.
    struct Authors {
        NodeIndex line = no_node;
        std::vector<Contributor> people;  ///< empty if no line is to be believed
    };

    /// The names of the first line that is to be believed.
    Authors authors() const;

private:
    struct Name {
        Contributor person;
        NodeIndex text = no_node;
        bool is_linked = false;  ///< as the sections of a site are
    };

    struct Line {
        NodeIndex block = no_node;
        bool has_portrait = false;
        bool tells_time = false;
        std::vector<Name> names;
    };

    struct Picture {
        NodeIndex image = no_node;
        std::string_view alt;
        bool is_small = false;  ///< as portraits are
        bool is_large = false;
    };

    void add_names(NodeIndex text, Line& line) const;
    bool is_portrait(NodeIndex image) const;
    bool is_author(const Line& line, const Name& name) const;
    bool shows(const Picture& picture, const Name& name) const;
    bool follows(NodeIndex text, NodeIndex image) const;  ///< as the next text

    const Dom& dom_;
    credits::DayOrder order_;
    std::vector<Line> lines_;
    std::vector<Picture> portraits_;
};

}  // namespace offprint::html
