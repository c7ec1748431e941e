// Apple's binary property lists, read where they lie: no tree is built, so that shared and cyclic references cost
// nothing. Thread safety: pure; a list may be read by many threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace offprint::html {

/// The format of Core Foundation's CFBinaryPList.c, "bplist00". Every lookup checks its bounds; what is damaged is as
/// if it were not there.
class PropertyList {
public:
    /// An object by its number.
    using Reference = std::uint64_t;

    /// Nullopt if `bytes`, which must outlive the list, have no sound trailer.
    static std::optional<PropertyList> open(std::string_view bytes);

    Reference top() const { return top_; }

    /// The value under `key` in a dictionary. Only the first 64 keys are looked at.
    std::optional<Reference> value(Reference dictionary, std::string_view key) const;

    /// The number of elements of an array; 0 for anything else.
    std::uint64_t size(Reference array) const;

    /// An array's element.
    std::optional<Reference> element(Reference array, std::uint64_t index) const;

    /// The bytes of data or of an ASCII string; empty for anything else.
    std::string_view bytes(Reference object) const;

private:
    enum class Kind : std::uint8_t { integer = 1, data = 4, ascii = 5, array = 10, dictionary = 13 };

    struct Object {
        Kind kind;
        std::uint64_t count;        ///< of bytes, elements, or pairs
        std::string_view contents;  ///< to the list's end
    };

    std::optional<std::uint64_t> number(std::uint64_t offset, std::uint64_t width) const;
    std::optional<Object> object(Reference reference) const;
    std::optional<Reference> reference_in(const Object& collection, std::uint64_t index) const;

    std::string_view bytes_;
    std::uint64_t offset_width_ = 0;
    std::uint64_t reference_width_ = 0;
    std::uint64_t objects_ = 0;
    std::uint64_t top_ = 0;
    std::uint64_t offsets_ = 0;
};

}  // namespace offprint::html
