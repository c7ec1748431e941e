// The page of HTML that a text of Markdown becomes, and where in the text each part of it comes from.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/decode.hpp"

namespace offprint::markdown {

class Page {
public:
    /// Appends a tag that begins something. It comes from where the next text does.
    void open(std::string_view tag);

    /// Appends a tag that ends something, or that stands alone: it comes from where the last text ended.
    void close(std::string_view tag);

    /// Appends a line end, so that what ended and what begins next do not meet.
    void end_line();

    /// Appends what stands at `origin` in the text: characters, with what HTML would take for markup escaped.
    void text(std::string_view text, std::uint64_t origin);

    /// The same with markup and character references as they are.
    void markup(std::string_view html, std::uint64_t origin);

    /// Characters that the text does not have as they are, escaped.
    void text(std::string_view text);

    std::size_t size() const { return html_.size(); }
    std::string_view html() const { return html_; }

    /// Takes off what was appended since the page had `size` bytes.
    void cut(std::size_t size);

    /// Puts `html` in the place of the `size` bytes at `at`. Takes as long as what follows is large.
    void replace(std::size_t at, std::size_t size, std::string_view html);

    /// Maps offsets into the page to offsets in the original, where `original` maps those of the text.
    encoding::OffsetMap offsets(const encoding::OffsetMap& original) const;

    /// Gives the page away.
    std::string take() { return std::move(html_); }

private:
    static constexpr std::uint64_t unknown = ~std::uint64_t{0};

    struct Place {
        std::size_t at;
        std::uint64_t origin;  ///< unknown until the next text comes
    };

    void place(std::uint64_t origin) { places_.push_back({html_.size(), origin}); }
    void settle(std::uint64_t origin);

    std::string html_;
    std::vector<Place> places_;
    std::size_t settled_ = 0;     ///< so many places at the beginning are known
    std::uint64_t last_end_ = 0;  ///< of the last text, in the text
};

}  // namespace offprint::markdown
