// Parts of a document of the user's in a file of ours: headers, footers, theme, numbering, with what they show.
// Thread safety: an object belongs to one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"
#include "package/package.hpp"
#include "parts.hpp"
#include "style_merge.hpp"

namespace offprint::docx {

class CarriedParts {
public:
    CarriedParts(Package& package, Context& context) : package_(package), context_(context) {}

    /// The part `source` of the user's file as `name` of ours: without markup of namespaces that the standard does not
    /// have, references to what stays behind, bookmarks, comments and fields that fetch something. Nothing if it is not
    /// there. Its media are added to `media`. `styles` are the names that it has to follow; null: none.
    std::optional<Part> carry(const std::string& source, std::string name, std::string content_type,
                              const StyleNames* styles);

    /// The same for a part that is XML in a tree already.
    Part carry(XmlPart& xml, const std::string& source, std::string name, std::string content_type,
               const StyleNames* styles);

    /// Pictures and fonts that the parts show, each once.
    std::vector<Part>& media() { return media_; }

    /// Drawings in all parts; they are numbered from 1.
    int drawings() const { return drawings_; }

private:
    class Cleaning;

    /// The name in our file of a picture or font; null for anything else.
    const std::string* add_medium(const Relationship& relationship);
    void report_loss();

    Package& package_;
    Context& context_;
    std::vector<Part> media_;
    std::map<std::string, std::string> media_names_;
    int drawings_ = 0;
    bool has_reported_ = false;
};

/// The root of a tree with canonical names as the content of a part, with the namespaces that it needs.
std::string serialized(pugi::xml_node root);

}  // namespace offprint::docx
