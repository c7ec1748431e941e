#include "html_reader.hpp"

#include <algorithm>
#include <optional>

#include "article/article.hpp"
#include "article/paywall.hpp"
#include "article/script_text.hpp"
#include "containers/open_container.hpp"
#include "declared_encoding.hpp"
#include "encoding/decode.hpp"
#include "html/dom/dom.hpp"
#include "html/dom/selector.hpp"
#include "html/embed_parts.hpp"
#include "html/mapping/links.hpp"
#include "html/mapping/mapper.hpp"
#include "html/mapping/script_text.hpp"
#include "language/direction.hpp"
#include "language/document_language.hpp"
#include "metadata/read_metadata.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/walk.hpp"
#include "pipeline/base_url.hpp"
#include "saved_page.hpp"

namespace offprint::html {

namespace {

ArticleMode article_mode(const Options& options) {
    const std::string& mode = options.text("article");
    if (mode == "always") return ArticleMode::always;
    return mode == "never" ? ArticleMode::never : ArticleMode::automatic;
}

/// Empty when the user leaves the choice to the reader.
std::optional<Selector> article_selector(const Options& options) {
    const std::string& text = options.text("article-selector");
    if (text.empty()) return std::nullopt;
    if (article_mode(options) == ArticleMode::never)
        throw Error(ErrorCode::usage, "--article-selector and --article=never exclude each other");
    return Selector(text);
}

/// The text that only scripts show takes the place of what the page shows without them; a text that remains a beginning
/// is told to the reader.
void complete(const Dom& dom, const PageMetadata& page, const encoding::OffsetMap& offsets, const Container& container,
              Document& document, Context& context) {
    if (const std::optional<ScriptText> found = find_script_text(dom, page.metadata, document.content, context)) {
        const DomNode& script = dom[found->script];
        const SourceRange range{offsets.original(script.source_begin), offsets.original(script.source_end)};
        context.report(Severity::info, "html.text-from-script", "the text was read from the data of a script", range);
        map_script_text(found->text, range, container, document, context);
    }
    if (is_cut_by_paywall(dom, page, document.content))
        context.report(Severity::warning, "html.paywall",
                       "the page holds only the beginning of a text that is for subscribers");
}

/// What the page tells those without scripts, for nothing else of it can be read.
Selection select_noscript(const Dom& dom, Selection selection) {
    selection.roots.clear();
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        if (dom.tag(node) != Tag::noscript) continue;
        for (const NodeIndex child : dom.children(node)) selection.roots.push_back(child);
        node = dom.end(node) - 1;
    }
    return selection;
}

/// Nothing at all, or no more than a heading, which is the title.
bool is_empty(const Document& document) {
    int headings = 0;
    bool has_content = false;
    walk(document, [&](const auto& node) {
        using N = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<N, Heading>)
            ++headings;
        else if constexpr (std::is_constructible_v<Block, N> && !std::is_same_v<N, Group>)
            has_content = true;
    });
    return !has_content && headings <= 1;
}

}  // namespace

Document HtmlReader::read(ByteSource& source, const Options& options, Context& context) {
    const std::optional<Selector> selector = article_selector(options);
    const std::string& user_url = base_url(options);
    Container container = open_container(source.read_all(context.limits()), context);
    const std::string known_url = user_url.empty() && is_remote(container.address) ? container.address : user_url;
    const std::string declared = container.charset.empty() ? declared_encoding(container.page) : container.charset;
    encoding::Decoded decoded =
        encoding::decode(std::move(container.page), options.text("encoding"), declared, context);
    // HTML knows the form feed as white space only (WHATWG HTML 1.1), and the model not at all.
    for (std::size_t at = decoded.text.find('\f'); at != std::string::npos; at = decoded.text.find('\f', at + 1))
        decoded.text[at] = ' ';
    // The pictures of a saved page lie beside it: only its metadata are of where it came from.
    const std::string page_url = known_url.empty() ? saved_from(decoded.text) : known_url;
    context.progress("parse");
    const Dom dom(std::move(decoded.text), context);
    context.progress("metadata");
    const LinkResolver links(dom, known_url, container, context, options.flag("strip-trackers"));

    Document document;
    const PageMetadata page = read_metadata(dom, links, page_url, context);
    document.metadata = page.metadata;
    document.base_url = links.base();
    if (const Direction direction = page_direction(dom); direction != Direction::unspecified)
        document.attributes.ensure().direction = direction;
    context.progress("article");
    const ArticleMode mode = article_mode(options);
    const Selection selection = selector ? select_by_selector(dom, *selector, decoded.offsets, context)
                                         : select_article(dom, page, mode, decoded.offsets, context);
    context.progress("structure");
    Mapper(dom, selection, links, decoded.offsets, document.metadata.language, context).map_into(document);
    language::complete_direction(document);
    if (!selector && mode != ArticleMode::never) complete(dom, page, decoded.offsets, container, document, context);
    language::complete_language(document, context);
    if (document.content.empty())
        Mapper(dom, select_noscript(dom, selection), links, decoded.offsets, document.metadata.language, context)
            .map_into(document);
    if (is_empty(document))
        context.report(Severity::warning, "html.empty", "the page has no text that could be read but for its title");
    embed_parts(container, document, context);
    limit_depth(document, context);
    return document;
}

}  // namespace offprint::html
