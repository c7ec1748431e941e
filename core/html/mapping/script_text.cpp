#include "html/mapping/script_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "encoding/decode.hpp"
#include "html/dom/dom.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/selection.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

bool is_markup(std::string_view text) {
    return text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos;
}

Blocks paragraphs_of(std::string_view text, SourceRange range) {
    const bool has_blank_lines = text.find("\n\n") != std::string_view::npos;
    const std::string_view boundary = has_blank_lines ? "\n\n" : "\n";
    Blocks blocks;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(boundary), text.size());
        if (const std::string line = collapse_space(text.substr(0, end)); !line.empty()) {
            Paragraph paragraph;
            paragraph.range = range;
            append_text(paragraph.content, line, range);
            blocks.emplace_back(std::move(paragraph));
        }
        text.remove_prefix(std::min(end + boundary.size(), text.size()));
    }
    return blocks;
}

}  // namespace

void map_script_text(std::string_view text, SourceRange range, const Container& container, Document& document,
                     Context& context) {
    std::string clean = clean_xml_text(text);
    std::erase(clean, '\r');
    document.notes.clear();
    if (!is_markup(clean)) {
        document.content = paragraphs_of(clean, range);
        return;
    }
    document.content.clear();
    const Dom dom(std::move(clean), context);
    const LinkResolver links(dom, document.base_url, container, context);
    const Selection selection{{dom.body()}, std::vector<bool>(dom.size())};
    Mapper(dom, selection, links, encoding::OffsetMap(), document.metadata.language, context).map_into(document);
    walk(document, [&](auto& node) { node.range = range; });
}

}  // namespace offprint::html
