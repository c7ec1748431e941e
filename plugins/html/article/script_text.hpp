// Finds an article's text that a page holds only as data for its scripts: "articleBody" of its JSON-LD, or the data
// that a framework draws the page from. Thread safety: pure but for its arguments.
#pragma once

#include <optional>
#include <string>

#include "html/dom/dom.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

struct ScriptText {
    NodeIndex script = no_node;
    std::string text;  ///< plain or markup
};

/// The longest text that is the page's article: the object that holds it has the page's title, or it begins with the
/// description, or has in it how `content`, which is what the page shows, begins; nullopt if there is none that says
/// much more than `content`.
std::optional<ScriptText> find_script_text(const Dom& dom, const Metadata& metadata, const Blocks& content,
                                           Context& context);

}  // namespace offprint::html
