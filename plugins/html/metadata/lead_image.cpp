#include "metadata/lead_image.hpp"

#include <algorithm>
#include <array>

#include "html/dom/name_tokens.hpp"
#include "metadata/marks.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// Words in the names of files that show the site, or nothing.
constexpr auto no_picture = std::to_array<std::string_view>(
    {"logo", "logos", "favicon", "default", "fallback", "placeholder", "blank", "spacer", "pixel", "1x1"});

constexpr std::size_t longest_address = 8 * 1024;

std::string_view file_of(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    return address.substr(address.rfind('/') + 1);  // npos + 1 is 0
}

/// True inside of what describes somebody, who has a picture as well.
bool is_of_other(const Dom& dom, NodeIndex node) {
    for (node = dom.parent(node); node != no_node; node = dom.parent(node))
        for (std::string_view other : {"author", "publisher", "logo", "comment", "review"})
            if (marks(dom, node, other)) return true;
    return dom.closest(node, Tag::li) != no_node;
}

std::string_view address_in(const Dom& dom, NodeIndex node) {
    for (std::string_view name : {"content", "href", "src"})
        if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty()) return value;
    return {};
}

}  // namespace

bool is_lead_image(std::string_view address) {
    if (address.empty() || address.size() > longest_address) return false;
    const std::string scheme = url_scheme(address);
    if (!scheme.empty() && scheme != "http" && scheme != "https") return false;
    const std::string_view file = file_of(address);
    if (file.empty() || to_lower_ascii(file).ends_with(".svg")) return false;
    const std::vector<std::string> words = name_tokens(file);
    return std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return std::find(no_picture.begin(), no_picture.end(), word) != no_picture.end();
    });
}

std::string marked_image(const Dom& dom, Context& context) {
    int candidates_left = 100;  // a page of more is a gallery
    for (NodeIndex node = 0; node < dom.size() && candidates_left > 0; ++node) {
        context.checkpoint();
        const Tag tag = dom.tag(node);
        if (tag != Tag::meta && tag != Tag::link && tag != Tag::img) continue;
        if (!marks(dom, node, "image")) continue;
        --candidates_left;
        const std::string_view address = address_in(dom, node);
        if (is_lead_image(address) && !is_of_other(dom, node)) return std::string(address);
    }
    return {};
}

}  // namespace offprint::html
