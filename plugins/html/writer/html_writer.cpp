#include "writer/html_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "package/xml.hpp"
#include "writer/contents.hpp"
#include "writer/image_sources.hpp"
#include "writer/page.hpp"
#include "writer/page_content.hpp"
#include "writer/syntax.hpp"

namespace offprint::html {

using package::append;

namespace {

bool is_book(const Document& document) {
    return std::ranges::any_of(document.content, [](const Block& block) { return article_of(block) != nullptr; });
}

/// The page says that it is in UTF-8.
void require_utf8(const Options& options) {
    for (const char* name : {"css", "extra-css"})
        if (const std::string& sheet = options.text(name); xml_text_prefix(sheet) != sheet.size())
            throw Error(ErrorCode::usage, fmt::format("the style sheet of --{} is not in UTF-8", name));
}

class PageWriter {
public:
    PageWriter(const Document& document, ByteSink& sink, const Options& options, Context& context)
        : document_(document),
          sink_(sink),
          options_(options),
          context_(context),
          images_(document, sink, context),
          content_(document, options.flag("standalone") && !document.metadata.title.empty(), images_, context) {}

    void write_page() {
        pugi::xml_document page;
        pugi::xml_node body = start_page(page, document_, options_);
        pugi::xml_node main = append(body, "main");
        const bool book = is_book(document_);
        pugi::xml_node whole = book ? main : append(main, "article");
        const std::string_view id = document_.attributes ? document_.attributes->id : std::string_view();
        append_header(whole, document_.metadata, id, document_.content, context_);
        // A book has contents in any case, without the headings of its articles unless they are asked for.
        if (book || options_.flag("toc"))
            append_contents(whole, document_, content_, options_.flag("toc") ? depth() : 1);
        append_content(whole);
        append_footer(body, document_, content_.facts().missing_images);
        sink_.write("<!doctype html>\n");
        write(page);
    }

    void write_fragment() {
        pugi::xml_document page;
        pugi::xml_node body = append(page, "body");
        append_content(body);
        write(body);
    }

private:
    void append_content(pugi::xml_node parent) {
        for (const Block& block : document_.content) {
            if (const Group* article = article_of(block))
                append_article(parent, *article);
            else
                content_.write(parent, block);
        }
        content_.write_notes(parent, nullptr);
    }

    void append_article(pugi::xml_node parent, const Group& group) {
        pugi::xml_node article = content_.append_article(parent, group);
        append_header(article, group.metadata ? *group.metadata : Metadata(), {}, group.content, context_);
        for (const Block& block : group.content) content_.write(article, block);
        content_.write_notes(article, &group);
    }

    int depth() const { return static_cast<int>(options_.integer("toc-depth")); }

    void write(pugi::xml_node root) {
        context_.checkpoint();
        write_children(root, sink_, [&](const std::string& key) { images_.write(key); });
    }

    const Document& document_;
    ByteSink& sink_;
    const Options& options_;
    Context& context_;
    ImageSources images_;
    PageContent content_;
};

}  // namespace

void HtmlWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    require_utf8(options);
    PageWriter writer(document, sink, options, context);
    if (options.flag("standalone"))
        writer.write_page();
    else
        writer.write_fragment();
}

}  // namespace offprint::html
