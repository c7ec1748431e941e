// A page together with what came with it in one file, its pictures above all.
// Thread safety: a container belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "offprint/context.hpp"

namespace offprint::html {

/// Unpacks one part; nullopt if it is damaged or larger than `max_bytes`.
using Part = std::function<std::optional<std::string>(std::uint64_t max_bytes)>;

/// A page and what came with it. Parts are unpacked when they are asked for, so that only what the article shows costs
/// memory.
struct Container {
    /// More parts of one container are left out, with the diagnostic "html.parts-left-out".
    static constexpr std::size_t most_parts = 10'000;

    /// The address of what has none (RFC 2557, section 5): relative ones resolve against it all the same.
    static constexpr std::string_view unknown_place = "thismessage:/";

    std::string page;
    std::string charset;                          ///< of `page`, as the container declares it; may be empty
    std::string address;                          ///< of `page`; empty if it came alone
    std::unordered_map<std::string, Part> parts;  ///< by absolute address, percent-decoded

    /// Adds a part unless there are too many. Of two with one address, the first counts.
    void add(std::string part_address, Part part, Context& context);

    /// The part that `reference` of the page means, relative to `base` or to the page itself; null if there is none.
    const Part* find(std::string_view base, std::string_view reference) const;
};

}  // namespace offprint::html
