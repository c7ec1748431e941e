#include "reader/markdown_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "encoding/decode.hpp"
#include "html/container.hpp"
#include "html/dom/dom.hpp"
#include "html/mapping/links.hpp"
#include "html/mapping/mapper.hpp"
#include "language/direction.hpp"
#include "language/document_language.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"
#include "reader/footnotes.hpp"
#include "reader/header.hpp"
#include "reader/page_renderer.hpp"

namespace offprint::markdown {

namespace {

SourceRange original_range(const encoding::OffsetMap& offsets, SourceRange range) {
    return {offsets.original(range.begin), offsets.original(range.end)};
}

/// Reads the metadata that `text` begins with; blank lines take its place.
void take_header(std::string& text, const encoding::OffsetMap& offsets, Context& context, Metadata& metadata) {
    const std::optional<Header> header = find_header(text);
    if (!header || !read_header(*header, original_range(offsets, {0, header->size}), context, metadata)) return;
    for (std::size_t at = 0; at < header->size; ++at)
        if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
}

void report_unused(const std::vector<Footnote>& footnotes, const PageRenderer& renderer,
                   const encoding::OffsetMap& offsets, Context& context) {
    for (std::size_t i = 0; i < footnotes.size(); ++i)
        if (!renderer.is_referred_to(i))
            context.report(Severity::warning, "markdown.footnote-unused",
                           fmt::format("nothing refers to the footnote \"{}\", which was left out",
                                       utf8_prefix(footnotes[i].label, 100)),
                           original_range(offsets, footnotes[i].range));
}

/// Maps everything but the box of the footnotes, which the mapper finds by their references.
void map_page(const html::Dom& dom, const html::LinkResolver& links, const encoding::OffsetMap& offsets,
              Document& document, Context& context) {
    html::Selection selection{{}, std::vector<bool>(dom.size())};
    for (const html::NodeIndex node : dom.children(dom.body())) selection.roots.push_back(node);
    html::Mapper mapper(dom, selection, links, offsets, document.metadata.language, context, html::Reading::literal);
    for (const html::NodeIndex root : selection.roots) {
        if (dom.has_attribute(root, footnotes_mark)) continue;
        for (Block& block : mapper.map_root(root, document.metadata.language))
            document.content.push_back(std::move(block));
    }
    mapper.map_notes(document);
}

void set_id(Node& node, std::string id) {
    node.attributes.ensure().id = std::move(id);
    if (node.attributes->empty()) node.attributes.reset();
}

/// "<a id='name'></a>" at the beginning of a block names the block.
void adopt_anchor(Node& block, Inlines& content) {
    const auto* anchor = content.empty() ? nullptr : std::get_if<Styled>(&content.front());
    if (anchor == nullptr || anchor->style != Style::span || !anchor->content.empty() || !block.id().empty()) return;
    std::string id(anchor->id());
    Styled bare;
    bare.attributes.ensure().id = id;
    if (anchor->attributes != bare.attributes) return;
    content.erase(content.begin());
    set_id(block, std::move(id));
}

/// Names of headings and notes that only served to find them go, unless a link leads there.
void settle_ids(Document& document, const HeadingNames& heading_names) {
    std::unordered_set<std::string> wanted;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Link>)
            if (node.url.starts_with('#')) wanted.insert(node.url.substr(1));
    });
    walk(document, [&](auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Heading>)
            if (heading_names.contains(node.id()) && !wanted.contains(std::string(node.id()))) set_id(node, {});
        if constexpr (std::is_same_v<N, Note>) set_id(node, {});
        if constexpr (std::is_same_v<N, Paragraph> || std::is_same_v<N, Heading>) adopt_anchor(node, node.content);
    });
}

/// Empty when the user does not know it.
const std::string& base_url(const Options& options) {
    const std::string& url = options.text("base-url");
    if (!url.empty() && url_scheme(url).empty())
        throw Error(ErrorCode::usage,
                    fmt::format("option 'base-url' wants an address such as https://site.example/page, "
                                "not '{}'",
                                utf8_prefix(url, 200)));
    return url;
}

}  // namespace

Document MarkdownReader::read(ByteSource& source, const Options& options, Context& context) {
    const std::string& page_url = base_url(options);
    encoding::Decoded decoded =
        encoding::decode(source.read_all(context.limits()), options.text("encoding"), {}, context);
    std::string& text = decoded.text;
    std::replace(text.begin(), text.end(), '\f', ' ');

    Document document;
    take_header(text, decoded.offsets, context, document.metadata);
    const std::vector<Footnote> footnotes = take_footnotes(text);
    context.progress("parse");
    PageRenderer renderer(footnotes, context);
    renderer.render(text);
    report_unused(footnotes, renderer, decoded.offsets, context);
    const encoding::OffsetMap offsets = renderer.page().offsets(decoded.offsets);
    const html::Dom dom(renderer.page().take(), context);

    context.progress("structure");
    const html::Container container;
    const html::LinkResolver links(dom, page_url, container, context);
    document.base_url = links.base();
    map_page(dom, links, offsets, document, context);
    settle_ids(document, renderer.heading_names());
    if (document.content.empty()) context.report(Severity::warning, "markdown.empty", "the text has no words");
    language::complete_direction(document);
    language::complete_language(document, context);
    limit_depth(document, context);
    return document;
}

}  // namespace offprint::markdown
