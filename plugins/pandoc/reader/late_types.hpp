// The types of elements that tell them after their content.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace offprint::pandoc {

/// Where the types of all objects stand in a JSON text. Programs that sort the names of members write `c` before `t`;
/// to pass over each content once to find its type would take quadratic time.
class LateTypes {
public:
    /// `json` must outlive it; it is looked at when the first question comes.
    explicit LateTypes(const std::string& json) : json_(json) {}

    /// Where the value of the member `t` begins, of the object that begins at `object`; nullopt if it has none.
    std::optional<std::size_t> find(std::size_t object);

private:
    struct Entry {
        std::size_t object = 0;
        std::size_t type = 0;  ///< 0: none
    };
    class Finder;

    const std::string& json_;
    std::vector<Entry> entries_;  ///< of all objects, in their order
};

}  // namespace offprint::pandoc
