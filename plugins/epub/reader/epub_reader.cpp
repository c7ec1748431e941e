#include "reader/epub_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "html/container.hpp"
#include "html/dom/dom.hpp"
#include "html/embed_parts.hpp"
#include "html/mapping/links.hpp"
#include "html/mapping/mapper.hpp"
#include "language/document_language.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/url.hpp"
#include "offprint/walk.hpp"
#include "package/container.hpp"
#include "reader/article_head.hpp"
#include "reader/book_page.hpp"
#include "reader/encryption.hpp"
#include "reader/front_matter.hpp"
#include "reader/kobo_spans.hpp"
#include "reader/own_markup.hpp"
#include "reader/reading_plan.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

std::vector<std::string> paths_of(const std::vector<FileUse>& spine) {
    std::vector<std::string> paths;
    for (const FileUse& file : spine) paths.push_back(file.path);
    return paths;
}

/// Offsets into a page that nobody has seen mean nothing: all ranges are unknown.
encoding::OffsetMap no_offsets() {
    encoding::OffsetMap offsets;
    offsets.anchor(0, 0, {.decoded = 1, .original = 0});
    return offsets;
}

// Of all text of a book, unpacked; prose is three to five times its packed size.
constexpr std::uint64_t most_text_ratio = 20;
constexpr std::uint64_t least_text_bound = std::uint64_t{16} << 20;

/// Reads one book.
class BookReading {
public:
    BookReading(std::string bytes, Context& context)
        : context_(context),
          text_left_(std::max(least_text_bound, most_text_ratio * std::uint64_t{bytes.size()})),
          files_(std::make_shared<ocf::Container>(std::move(bytes), context)),
          plan_(plan_reading(*files_, context)),
          page_(paths_of(plan_.files),
                {plan_.is_own, plan_.direction, [this](const std::string& path) { return files_->has(path); }},
                context) {}

    Document read() {
        refuse_encrypted(*files_, paths_of(plan_.files), context_);
        document_.metadata = std::move(plan_.metadata);
        if (plan_.direction != Direction::unspecified) document_.attributes.ensure().direction = plan_.direction;
        context_.progress("parse");
        for (std::size_t file = 0; file < plan_.files.size(); ++file) add_file(file);
        if (!articles_.empty()) leave_to_articles();
        map();
        embed_images();
        if (plan_.is_own)
            forget_generated_ids();
        else
            language::complete_language(document_, context_);
        if (document_.content.empty())
            context_.report(Severity::warning, "epub.empty", "the book has no text that could be read");
        limit_depth(document_, context_);
        return std::move(document_);
    }

private:
    /// A file that opens an article of a book.
    struct ArticleStart {
        std::size_t file;
        Group group;
    };

    void add_file(std::size_t file) {
        const FileUse& use = plan_.files[file];
        std::optional<std::string> bytes = files_->read(use.path);
        if (!bytes) {
            context_.report(Severity::warning, "epub.file-damaged",
                            fmt::format("{} is damaged or encrypted and was left out", use.path));
            return;
        }
        spend(bytes->size());
        pugi::xml_document tree;
        load_xhtml(std::move(*bytes), use.path, tree, context_);
        const pugi::xml_node html = tree.document_element();
        const pugi::xml_node body = body_of(html);
        remove_kobo_spans(body);
        if (repeats_metadata(html, use, document_.metadata, plan_.cover, plan_.is_own)) {
            if (plan_.is_own) take_title_page(file, body);
            return;
        }
        if (plan_.is_own)
            if (std::optional<ArticleHead> head = take_article_head(body)) start_article(file, html, std::move(*head));
        page_.add(file, html);
    }

    /// Parsing takes many times the memory of the text, and a small archive can hold any amount of it.
    void spend(std::uint64_t text) {
        if (text > text_left_)
            throw Error(ErrorCode::limit_exceeded,
                        fmt::format("the text of this book unpacks to more than {} times the book's own size; no real "
                                    "book does",
                                    most_text_ratio));
        text_left_ -= text;
    }

    /// The title page goes, but what leads to it stays, and what it says of the book.
    void take_title_page(std::size_t file, pugi::xml_node body) {
        const pugi::xml_node section = first_element(body);
        if (!section.child("h1")) return;
        title_page_ = read_title_block(section);
        if (std::string name = page_.add_name(file, title_page_.id); !name.empty())
            document_.attributes.ensure().id = std::move(name);
    }

    /// The package of a book of articles says of the book, too, what only they say.
    void leave_to_articles() {
        const auto keep_if = [&](MetadataField field, auto& value, const auto& on_title_page) {
            if (!on_title_page.empty()) return;
            value.clear();
            document_.metadata.provenance.erase(field);
        };
        const Metadata& own = title_page_.metadata;
        keep_if(MetadataField::contributors, document_.metadata.contributors, own.contributors);
        keep_if(MetadataField::publisher, document_.metadata.publisher, own.publisher);
        keep_if(MetadataField::source_url, document_.metadata.source_url, own.source_url);
    }

    void start_article(std::size_t file, pugi::xml_node html, ArticleHead head) {
        Group group;
        group.kind = GroupKind::article;
        Attributes& attributes = group.attributes.ensure();
        attributes.id = page_.add_name(file, head.id);
        attributes.language = html.attribute("lang").value();
        head.metadata.language = attributes.language;
        if (!attributes.language.empty()) head.metadata.provenance[MetadataField::language] = Origin::html_lang;
        if (attributes.empty()) group.attributes.reset();
        group.metadata = std::move(head.metadata);
        articles_.push_back({file, std::move(group)});
    }

    void map() {
        const html::Dom dom(page_.finish(), context_);
        context_.progress("structure");
        html::Selection selection{{}, std::vector<bool>(dom.size())};
        for (const html::NodeIndex node : dom.children(dom.body()))
            if (dom.has_attribute(node, file_mark)) selection.roots.push_back(node);
        const html::LinkResolver links(dom, {}, page_parts_, context_);
        const encoding::OffsetMap offsets = no_offsets();
        html::Mapper mapper(dom, selection, links, offsets, document_.metadata.language, context_,
                            plan_.is_own ? html::Reading::literal : html::Reading::guessing);
        auto next_article = articles_.begin();
        for (const html::NodeIndex root : selection.roots) {
            const std::string_view mark = dom.attribute(root, file_mark);
            std::size_t file = plan_.files.size();
            std::from_chars(mark.begin(), mark.end(), file);
            if (next_article != articles_.end() && next_article->file == file)
                begin_article(std::move((next_article++)->group));
            append(mapper.map_root(root, language()));
        }
        mapper.map_notes(document_);
    }

    /// What came before the first article belongs to it.
    void begin_article(Group article) {
        if (!std::exchange(in_article_, true)) article.content = std::exchange(document_.content, {});
        document_.content.emplace_back(std::move(article));
    }

    /// Of the article that began last, or of the book.
    std::string language() const {
        if (!in_article_) return document_.metadata.language;
        return std::get<Group>(document_.content.back()).metadata->language;
    }

    void append(Blocks blocks) {
        Blocks& content = in_article_ ? std::get<Group>(document_.content.back()).content : document_.content;
        std::move(blocks.begin(), blocks.end(), std::back_inserter(content));
    }

    void embed_images() {
        page_parts_.address = std::string(html::Container::unknown_place) + "book";
        walk(document_, [&](auto& node) {
            if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Image>) offer(node.source);
        });
        document_.metadata.cover_source = encode_url(plan_.cover);
        offer(document_.metadata.cover_source);
        html::embed_parts(page_parts_, document_, context_);
        walk(document_, [&](auto& node) {
            if constexpr (std::is_same_v<std::remove_reference_t<decltype(node)>, Image>)
                if (!node.resource.empty()) node.source.clear();
        });
        document_.metadata.cover_source.clear();
        // Not a picture that a page names for where it is shared.
        if (!document_.metadata.cover.empty())
            document_.metadata.provenance[MetadataField::cover] = Origin::front_matter;
    }

    /// Makes a file of the archive, which `reference` of the page means, one that can be embedded.
    void offer(const std::string& reference) {
        const std::string path = percent_decode(reference);
        if (!files_->has(path)) return;
        page_parts_.parts.try_emplace(std::string(html::Container::unknown_place) + path,
                                      [files = files_, path](std::uint64_t) { return files->read(path); });
    }

    /// What the writer calls what has no name goes, unless something leads there.
    void forget_generated_ids() {
        std::unordered_set<std::string> wanted;
        walk(document_, [&](const auto& node) {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Link>)
                if (node.url.starts_with('#')) wanted.insert(node.url.substr(1));
        });
        walk(document_, [&](auto& node) {
            if (!node.attributes || !is_generated_id(node.attributes->id) || wanted.contains(node.attributes->id))
                return;
            node.attributes->id.clear();
            if (node.attributes->empty()) node.attributes.reset();
        });
    }

    Context& context_;
    std::uint64_t text_left_;
    std::shared_ptr<ocf::Container> files_;
    ReadingPlan plan_;
    BookPage page_;
    html::Container page_parts_;
    ArticleHead title_page_;
    std::vector<ArticleStart> articles_;
    bool in_article_ = false;
    Document document_;
};

}  // namespace

Document EpubReader::read(ByteSource& source, const Options&, Context& context) {
    return BookReading(source.read_all(context.limits()), context).read();
}

}  // namespace offprint::epub
