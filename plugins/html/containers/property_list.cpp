#include "containers/property_list.hpp"

#include <algorithm>

namespace offprint::html {

namespace {

constexpr std::uint64_t trailer_size = 32;
constexpr std::uint64_t most_keys = 64;
constexpr std::uint64_t count_follows = 15;

}  // namespace

std::optional<PropertyList> PropertyList::open(std::string_view bytes) {
    if (!bytes.starts_with("bplist") || bytes.size() < trailer_size) return std::nullopt;
    PropertyList list;
    list.bytes_ = bytes;
    const std::uint64_t trailer = bytes.size() - trailer_size;
    list.offset_width_ = list.number(trailer + 6, 1).value_or(0);
    list.reference_width_ = list.number(trailer + 7, 1).value_or(0);
    list.objects_ = list.number(trailer + 8, 8).value_or(0);
    list.top_ = list.number(trailer + 16, 8).value_or(0);
    list.offsets_ = list.number(trailer + 24, 8).value_or(0);
    if (list.objects_ > bytes.size() || list.offsets_ > bytes.size()) return std::nullopt;
    return list;
}

std::optional<std::uint64_t> PropertyList::number(std::uint64_t offset, std::uint64_t width) const {
    if (width == 0 || width > 8 || offset > bytes_.size() || width > bytes_.size() - offset) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : bytes_.substr(offset, width)) value = (value << 8) | static_cast<unsigned char>(c);
    return value;
}

std::optional<PropertyList::Object> PropertyList::object(Reference reference) const {
    if (reference >= objects_) return std::nullopt;
    const std::optional<std::uint64_t> offset = number(offsets_ + reference * offset_width_, offset_width_);
    const std::optional<std::uint64_t> marker = offset ? number(*offset, 1) : std::nullopt;
    if (!marker) return std::nullopt;
    std::uint64_t begin = *offset + 1;
    std::uint64_t count = *marker & 0xFU;
    if (count == count_follows) {
        const std::uint64_t count_marker = number(begin, 1).value_or(0);
        const std::uint64_t width = std::uint64_t{1} << (count_marker & 0xFU);
        const std::optional<std::uint64_t> long_count = number(begin + 1, width);
        if (static_cast<Kind>(count_marker >> 4) != Kind::integer || !long_count) return std::nullopt;
        count = *long_count;
        begin += 1 + width;
    }
    return Object{static_cast<Kind>(*marker >> 4), count, bytes_.substr(begin)};
}

std::optional<PropertyList::Reference> PropertyList::reference_in(const Object& collection, std::uint64_t index) const {
    const auto begin = static_cast<std::uint64_t>(collection.contents.data() - bytes_.data());
    if (index >= bytes_.size()) return std::nullopt;
    return number(begin + index * reference_width_, reference_width_);
}

std::optional<PropertyList::Reference> PropertyList::value(Reference dictionary, std::string_view key) const {
    const std::optional<Object> found = object(dictionary);
    if (!found || found->kind != Kind::dictionary) return std::nullopt;
    for (std::uint64_t i = 0; i < std::min(found->count, most_keys); ++i) {
        const std::optional<Reference> name = reference_in(*found, i);
        if (name && bytes(*name) == key) return reference_in(*found, found->count + i);
    }
    return std::nullopt;
}

std::uint64_t PropertyList::size(Reference array) const {
    const std::optional<Object> found = object(array);
    return found && found->kind == Kind::array ? found->count : 0;
}

std::optional<PropertyList::Reference> PropertyList::element(Reference array, std::uint64_t index) const {
    const std::optional<Object> found = object(array);
    if (!found || found->kind != Kind::array || index >= found->count) return std::nullopt;
    return reference_in(*found, index);
}

std::string_view PropertyList::bytes(Reference reference) const {
    const std::optional<Object> found = object(reference);
    if (!found || (found->kind != Kind::data && found->kind != Kind::ascii)) return {};
    return found->count <= found->contents.size() ? found->contents.substr(0, found->count) : std::string_view();
}

}  // namespace offprint::html
