// What the parser has open while it reads, in outline: enough to tell how deep the next element would be.
// Thread safety: a value of one thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "html/dom/tag.hpp"

namespace offprint::html {

/// A rough model of the parser's stack of open elements (HTML, section 13.2.4); it never holds less than the parser's
/// would.
class OpenElements {
public:
    explicit OpenElements(std::size_t max_depth) : max_depth_(max_depth) {}

    /// True directly within SVG or MathML, where HTML's rules do not hold.
    bool in_foreign_content() const;

    /// For a start tag: false if the element would be too deep. `name` must stay as it is while the element is open.
    bool open(Tag tag, std::string_view name);

    /// For an end tag: false if it belongs to an element that `open` refused.
    bool close(Tag tag, std::string_view name);

private:
    struct Element {
        Tag tag;
        std::string_view name;
        bool foreign;  ///< within SVG or MathML, or their root

        bool is(Tag other, std::string_view other_name) const;
        bool is_integration_point() const;
    };

    static bool blocks(const Element& open, Tag closing);
    void close_implied(Tag opening);
    bool may_be_implied(Tag opening, std::size_t at) const;
    void close_at(std::size_t at);
    void push(const Element& element);
    void pop();

    std::vector<Element> stack_;
    std::array<int, 256> refused_{};  ///< by tag
    std::size_t tables_ = 0;
    std::size_t max_depth_;
};

}  // namespace offprint::html
