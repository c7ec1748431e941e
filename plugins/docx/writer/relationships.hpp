// The relationships of one part (ECMA-376 Part 2, 9.3): its links and the parts that it uses.
// Thread safety: an object belongs to one thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::docx {

class Relationships {
public:
    /// The id of the relationship to `target`, which is relative to the source part; made at the first
    /// call. `type` is the last segment of an officeDocument relationship type: "styles", "image".
    std::string add(std::string_view type, std::string_view target);

    /// The same for a hyperlink to a URI outside the package.
    std::string add_link(std::string_view uri);

    /// As `add`, with the whole URI of a relationship type that is not of that family.
    std::string add_typed(std::string_view type_uri, std::string_view target);

    bool empty() const { return entries_.empty(); }

    /// The content of the `.rels` part.
    std::string xml() const;

private:
    struct Entry {
        std::string type;
        std::string target;
        bool external;
    };

    std::string id_of(Entry entry);

    std::vector<Entry> entries_;
    std::map<std::string, std::size_t, std::less<>> by_target_;
};

}  // namespace offprint::docx
