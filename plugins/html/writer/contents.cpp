#include "writer/contents.hpp"

#include "offprint/outline.hpp"
#include "package/xml.hpp"

namespace offprint::html {

using package::append;
using package::append_text;
using package::set;

namespace {

void append_entries(pugi::xml_node parent, const std::vector<OutlineEntry>& entries, const PageContent& content,
                    int depth) {
    if (entries.empty() || depth == 0) return;
    pugi::xml_node list = append(parent, "ol");
    for (const OutlineEntry& entry : entries) {
        pugi::xml_node item = append(list, "li");
        if (const std::string address = content.address_of(entry.id); !address.empty())
            set(append(item, "a", entry.text), "href", address);
        else
            append_text(item, entry.text);
        append_entries(item, entry.children, content, depth - 1);
    }
}

}  // namespace

void append_contents(pugi::xml_node parent, const Document& document, const PageContent& content, int depth) {
    const std::vector<OutlineEntry> entries = outline(document);
    if (entries.empty() || depth == 0) return;
    pugi::xml_node contents = append(parent, "nav");
    set(contents, "role", "doc-toc");
    append_entries(contents, entries, content, depth);
}

}  // namespace offprint::html
