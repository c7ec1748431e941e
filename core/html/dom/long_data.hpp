// Spares the parser the long data: URIs of a page: it would copy them several times over.
// Thread safety: immutable after construction.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::html {

class Arena;

/// A page's markup with marks in the place of long base64 data in attributes. A mark is a number between form
/// feeds: the parser lets them pass, and no text that it is given holds any.
class LongData {
public:
    /// `source` must outlive the result.
    explicit LongData(std::string_view source);

    /// What is to be parsed; NUL-terminated.
    std::string_view markup() const { return cuts_.empty() ? source_ : shortened_; }

    /// Where in the source `offset` of the markup is.
    std::size_t original(std::size_t offset) const;

    /// `text` of the parsed markup with the data in the place of its marks: a view into the source where it stands
    /// there as it is, a copy in `arena` where character references come in between.
    std::string_view restored(std::string_view text, Arena& arena) const;

    /// True of a view that `restored` made into the source.
    bool is_in_source(std::string_view text) const;

private:
    struct Cut {
        std::size_t begin = 0;  ///< of the data in the source
        std::size_t end = 0;
        std::size_t mark_begin = 0;  ///< in the markup
        std::size_t mark_end = 0;
    };

    void cut(std::size_t begin, std::size_t end);

    /// Takes what precedes the first mark off `text`, and the mark; null if there is none, or it means no cut.
    const Cut* take_mark(std::string_view& text, std::string_view& before) const;

    /// `text` in the source if its first mark means the data at `cut`; empty if it reads otherwise there.
    std::string_view in_source(std::string_view text) const;

    std::string_view source_;
    std::string shortened_;
    std::vector<Cut> cuts_;
};

}  // namespace offprint::html
