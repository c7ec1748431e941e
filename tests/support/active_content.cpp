#include "support/active_content.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"

namespace offprint::testing {

namespace {

constexpr std::array<std::string_view, 8> running_elements = {"script", "iframe", "object", "embed",
                                                              "style",  "link",   "form",   "foreignobject"};

bool is_data_image(std::string_view url) {
    return to_lower_ascii(url.substr(0, 11)) == "data:image/";
}

/// True for a tag, without its brackets, that runs something or has an attribute that does.
bool is_running_tag(const std::string& tag) {
    const std::string_view name = std::string_view(tag).substr(0, tag.find_first_of(" />\t\n"));
    if (std::find(running_elements.begin(), running_elements.end(), name) != running_elements.end()) return true;
    bool quoted = false;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        if (tag[i] == '"') quoted = !quoted;
        if (!quoted && tag[i] == ' ' && std::string_view(tag).substr(i + 1).starts_with("on")) return true;
    }
    return tag.find("=\"javascript:") != std::string::npos;
}

bool has_running_tag(const std::string& markup) {
    const std::string text = to_lower_ascii(markup);
    for (std::size_t open = text.find('<'); open != std::string::npos; open = text.find('<', open + 1))
        if (is_running_tag(text.substr(open + 1, text.find('>', open) - open - 1))) return true;
    return false;
}

class Inspection {
public:
    void link(const char* what, const std::string& url) {
        if (!url.empty() && url.front() != '#' && !is_safe_link(url)) add(what, url);
    }

    void image(const std::string& source) {
        const std::string scheme = url_scheme(source);
        if (scheme == "javascript" || scheme == "vbscript" || (scheme == "data" && !is_data_image(source)))
            add("image", source);
    }

    void formula(const std::string& markup) {
        if (has_running_tag(markup)) add("formula", markup);
    }

    std::vector<std::string> findings;

private:
    void add(const char* what, std::string_view content) {
        findings.push_back(std::string(what).append(": ").append(content.substr(0, 200)));
    }
};

}  // namespace

std::vector<std::string> active_content(const Document& document) {
    Inspection inspection;
    inspection.link("canonical address", document.metadata.source_url);
    for (const Contributor& contributor : document.metadata.contributors) inspection.link("person", contributor.url);
    walk(document, [&](const auto& node) {
        using T = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<T, Link>) inspection.link("link", node.url);
        if constexpr (std::is_same_v<T, Quote>) inspection.link("cite", node.cite);
        if constexpr (std::is_same_v<T, Image>) inspection.image(node.source);
        if constexpr (std::is_same_v<T, Math>) inspection.formula(node.mathml);
    });
    return inspection.findings;
}

}  // namespace offprint::testing
