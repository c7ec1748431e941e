// Tables of enumerators and the names that a format gives to them.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace offprint::json {

/// One enumerator and its name in JSON.
template <class Enumerator>
struct Name {
    Enumerator value;
    const char* name;
};

/// The name of `value` in `names`, or null when it has none there.
template <class Enumerator, std::size_t size>
constexpr const char* name_in(const Name<Enumerator> (&names)[size], Enumerator value) {
    for (const Name<Enumerator>& entry : names)
        if (entry.value == value) return entry.name;
    return nullptr;
}

/// The enumerator that `names` calls `name`, if one has that name.
template <class Enumerator, std::size_t size>
constexpr std::optional<Enumerator> value_in(const Name<Enumerator> (&names)[size], std::string_view name) {
    for (const Name<Enumerator>& entry : names)
        if (entry.name == name) return entry.value;
    return std::nullopt;
}

}  // namespace offprint::json
