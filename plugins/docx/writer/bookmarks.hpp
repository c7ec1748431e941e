// Bookmarks: a name that Word accepts for every id of the document.
// Thread safety: an object belongs to one thread.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "offprint/document.hpp"

namespace offprint::docx {

class Bookmarks {
public:
    /// Names all ids of `document`, so that links can point forward.
    explicit Bookmarks(const Document& document);

    /// The bookmark of an id, or null when the document has no such id.
    const std::string* find(std::string_view id) const;

    /// A name like `wanted` that is free: at most 40 letters, digits and '_', not a digit first, unique
    /// regardless of case.
    std::string make_name(std::string_view wanted);

    /// Marks the place at the end of `parent` with the bookmark of `id`; nothing for an empty id.
    void append_point(pugi::xml_node parent, std::string_view id);

    /// Opens a bookmark; the answer closes it.
    int begin(pugi::xml_node parent, std::string_view name);
    void end(pugi::xml_node parent, int number);

private:
    void name_id(std::string_view id);

    std::map<std::string, std::string, std::less<>> names_;
    std::set<std::string> taken_;  ///< in lower case
    int last_number_ = 0;
};

}  // namespace offprint::docx
