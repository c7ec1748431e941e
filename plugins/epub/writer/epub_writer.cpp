#include "writer/epub_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "checker/epub_checker.hpp"
#include "html/writing/style_sheet.hpp"
#include "html/writing/title_block.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "package/xml.hpp"
#include "package/zip_archive.hpp"
#include "writer/chapter_writer.hpp"
#include "writer/device_warnings.hpp"
#include "writer/image_files.hpp"
#include "writer/kobo_spans.hpp"
#include "writer/layout.hpp"
#include "writer/navigation.hpp"
#include "writer/package_document.hpp"
#include "writer/page.hpp"
#include "writer/profile.hpp"
#include "writer/publication.hpp"

namespace offprint::epub {

using package::append;
using package::set;

namespace {

constexpr const char* folder = "EPUB/";
constexpr const char* xhtml_type = "application/xhtml+xml";

constexpr std::string_view container = R"(<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
)";

const Profile& profile_of(const Options& options) {
    return find_profile(options.text("profile"));
}

// Puts one book together, file by file.
class Assembly {
public:
    Assembly(const Document& document, const Options& options, Context& context)
        : document_(document),
          options_(options),
          context_(context),
          profile_(profile_of(options)),
          publication_(describe(document, edition(options), context)),
          layout_(lay_out(document, splitting(options), notes_at(options), context)),
          images_(document, context),
          cover_(find_cover()),
          content_(document, layout_, profile_, images_, context) {}

    void run(ByteSink& sink) {
        archive_.add_stored("mimetype", std::make_shared<const std::string>("application/epub+zip"));
        archive_.add("META-INF/container.xml", std::string(container));
        add_cover_page();
        add_title_page();
        add_navigation();
        for (std::size_t chapter = 1; chapter < layout_.chapters.size(); ++chapter) add_chapter(chapter);
        if (options_.flag("colophon")) add_colophon();
        add_style_sheet();
        add_images();
        add_package_document();
        const std::uint64_t size = archive_.finish(sink);
        warn_of_language(profile_, publication_, context_);
        warn_of_images(profile_, images_.used(), cover_, context_);
        warn_of_size(profile_, size, context_);
    }

private:
    void add_package_document() {
        archive_.add(std::string(folder) + "package.opf",
                     package_document({document_, publication_, landmarks(), items_, content_.book_facts(),
                                       cover_ != nullptr ? cover_->id : std::string()}));
    }

    static Splitting splitting(const Options& options) {
        return {static_cast<int>(options.integer("split-level")),
                static_cast<std::size_t>(std::max<std::int64_t>(options.integer("split-size"), 1)) * 1000};
    }

    static NotesAt notes_at(const Options& options) {
        return options.text("notes") == "end" ? NotesAt::end : NotesAt::chapter;
    }

    void add_item(PackagedFile item, std::string content) {
        archive_.add(folder + item.path, std::move(content));
        items_.push_back(std::move(item));
    }

    const ImageFile* find_cover() {
        const auto resource = document_.resources.find(document_.metadata.cover);
        if (resource == document_.resources.end()) return nullptr;
        if (can_be_cover(resource->second)) return images_.find(resource->first);
        context_.report(Severity::info, "epub.cover-dropped",
                        "an e-book cannot have an image of this type as its cover");
        return nullptr;
    }

    /// What the book is made for, apart from its content.
    static std::string edition(const Options& options) {
        return (options.flag("kepub") ? "kepub " : "epub ") + options.text("profile");
    }

    /// A page of the spine with what the options ask for.
    std::string finish_content(pugi::xml_document& page) const {
        if (options_.flag("kepub")) add_kobo_spans(page.child("html").child("body"));
        return finish_page(page);
    }

    bool has_cover_page() const { return cover_ != nullptr && profile_.cover_page; }

    void add_cover_page() {
        if (!has_cover_page()) return;
        pugi::xml_document page;
        pugi::xml_node section =
            append(start_page(page, {publication_.title, publication_.language, publication_.direction}), "section");
        set(section, "class", "cover");
        set(section, "epub:type", "cover");
        pugi::xml_node image = append(section, "img");
        set(image, "src", cover_->path);
        set(image, "alt", publication_.title);
        add_item({"cover", cover_page_file, xhtml_type, {}, true}, finish_page(page));
    }

    void add_title_page() {
        pugi::xml_document page;
        pugi::xml_node section =
            append(start_page(page, {publication_.title, publication_.language, publication_.direction}), "section");
        set(section, "class", "title-page");
        set(section, "epub:type", "titlepage");
        const std::string id = document_.attributes ? title_id(document_.attributes->id) : std::string();
        html::append_title_block(section, {publication_.title, id, publication_.language}, document_.metadata,
                                 document_.content, context_);
        add_item({"title-page", layout_.chapters.front().file, xhtml_type, {}, true}, finish_content(page));
    }

    void add_chapter(std::size_t index) {
        const Chapter& chapter = layout_.chapters[index];
        const std::string title = title_of(chapter);
        pugi::xml_document page;
        pugi::xml_node body =
            start_page(page, {title, language_of(publication_, chapter.article), direction_of(chapter)});
        if (chapter.opens_article) append_article_title(body, *chapter.article);
        const bool has_math = content_.write_chapter(index, body);
        // A file needs something in it, even where the source had nothing.
        if (!body.first_child()) append(body, "p");
        std::string id = chapter.file.substr(0, chapter.file.rfind('.'));
        add_item({std::move(id), chapter.file, xhtml_type, has_math ? "mathml" : "", true}, finish_content(page));
    }

    void append_article_title(pugi::xml_node body, const Group& article) {
        const Metadata metadata = article.metadata ? *article.metadata : Metadata();
        pugi::xml_node header = append(body, "header");
        set(header, "class", "article-title");
        const std::string title = metadata.title.empty() ? "Untitled" : metadata.title;
        const std::string id = title_id(article.id());
        html::append_title_block(header, {title, id, language_of(publication_, &article)}, metadata, article.content,
                                 context_);
    }

    static std::string title_id(std::string_view id) { return id.empty() ? std::string() : xml_name(id); }

    // A file that starts with a heading goes by it, another by the name of the article.
    std::string title_of(const Chapter& chapter) const {
        const auto* heading = chapter.pieces.empty() ? nullptr : std::get_if<Heading>(chapter.pieces.front().block);
        std::string title = heading != nullptr ? collapse_space(plain_text(heading->content)) : std::string();
        if (title.empty() && chapter.article && chapter.article->metadata) title = chapter.article->metadata->title;
        return title.empty() ? publication_.title : title;
    }

    Direction direction_of(const Chapter& chapter) const {
        const bool has_own = chapter.article && chapter.article->attributes &&
                             chapter.article->attributes->direction != Direction::unspecified;
        return has_own ? chapter.article->attributes->direction : publication_.direction;
    }

    void add_colophon() {
        pugi::xml_document page;
        pugi::xml_node body = start_page(page, {publication_.title, publication_.language, publication_.direction});
        pugi::xml_node section = append(body, "section");
        set(section, "class", "colophon");
        set(section, "epub:type", "colophon");
        set(section, "role", "doc-colophon");
        if (html::append_colophon(section, document_, publication_.language, content_.facts().missing_images))
            add_item({"colophon", "colophon.xhtml", xhtml_type, {}, true}, finish_content(page));
    }

    bool has_contents_page() const { return options_.flag("toc"); }

    std::vector<Landmark> landmarks() const {
        std::vector<Landmark> places;
        if (has_cover_page()) places.push_back({"cover", "cover", cover_page_file});
        places.push_back({"titlepage", "title-page", layout_.chapters.front().file});
        if (has_contents_page()) places.push_back({"toc", "toc", std::string(navigation_file)});
        if (layout_.chapters.size() > 1) places.push_back({"bodymatter", "text", layout_.chapters[1].file});
        return places;
    }

    void add_navigation() {
        const int depth = std::min(static_cast<int>(options_.integer("toc-depth")), profile_.toc_depth);
        const auto points = navigation(document_, layout_, publication_, depth);
        add_item({"nav", std::string(navigation_file), xhtml_type, "nav", has_contents_page()},
                 navigation_document(points, landmarks(), publication_));
        add_item({ncx_item_id, "toc.ncx", "application/x-dtbncx+xml"}, ncx(points, publication_));
    }

    void add_style_sheet() {
        const std::string& own = options_.text("css");
        const std::string& extra = options_.text("extra-css");
        std::string sheet = own.empty() ? std::string(html::style_sheet) : own;
        if (!extra.empty()) sheet.append("\n").append(extra);
        add_item({"css", std::string(style_sheet_file), "text/css"}, std::move(sheet));
    }

    void add_images() {
        for (const ImageFile* image : images_.used()) {
            context_.checkpoint();
            const bool is_vector = image->media_type == "image/svg+xml";
            if (is_vector)
                archive_.add(folder + image->path, *image->bytes);
            else
                archive_.add_stored(folder + image->path, image->bytes);
            items_.push_back(
                {image->id, image->path, std::string(image->media_type), image == cover_ ? "cover-image" : ""});
        }
    }

    const Document& document_;
    const Options& options_;
    Context& context_;
    const Profile& profile_;
    const Publication publication_;
    const Layout layout_;
    ImageFiles images_;
    const ImageFile* cover_;  // null: none
    ChapterWriter content_;
    package::ZipArchive archive_;
    std::vector<PackagedFile> items_;
};

/// With a style sheet of the user's, whose faults are not the writer's.
bool has_foreign_styles(const Options& options) {
    return !options.text("css").empty() || !options.text("extra-css").empty();
}

/// Faults of our own are looked for in debug builds, and are no secret there.
bool is_checked(const Options& options) {
#ifdef NDEBUG
    return has_foreign_styles(options);
#else
    static_cast<void>(options);
    return true;
#endif
}

void report_fault(const Diagnostic& fault, const Options& options, Context& context) {
    const std::string what = fmt::format("{} [{}]", fault.message, fault.code);
    if (!has_foreign_styles(options)) throw Error(ErrorCode::plugin_failed, "the book is not sound: " + what);
    context.report(Severity::warning, "epub.style-sheet-unsound",
                   "the style sheet makes a book that e-readers may refuse: " + what);
}

/// Every reading system reads UTF-8 (EPUB 3.3, section 6.3.1.2).
void require_utf8(const Options& options) {
    for (const char* name : {"css", "extra-css"})
        if (const std::string& sheet = options.text(name); xml_text_prefix(sheet) != sheet.size())
            throw Error(ErrorCode::usage, fmt::format("the style sheet of --{} is not in UTF-8", name));
}

}  // namespace

void EpubWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    if (options.flag("kepub") && options.text("profile") != "kobo")
        throw Error(ErrorCode::usage, "option 'kepub' is for books with --profile kobo");
    require_utf8(options);
    Assembly assembly(document, options, context);
    if (!is_checked(options)) return assembly.run(sink);

    std::string book;
    const std::unique_ptr<ByteSink> memory = create_memory(book);
    assembly.run(*memory);
    memory->commit();
    if (const auto fault = first_error(book)) report_fault(*fault, options, context);
    sink.write(book);
}

void EpubWriter::narrow(ImageRequest& images, const Options& options) const {
    const Profile& profile = profile_of(options);
    std::erase_if(images.media_types, [&](const std::string& type) { return !shows(profile, type); });
    if (images.media_types.empty()) images.media_types.assign(profile.image_types.begin(), profile.image_types.end());
    const auto tighter = [](std::uint64_t one, std::uint64_t other) {
        return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
    };
    images.max_pixels = tighter(images.max_pixels, profile.image_pixels);
    images.opaque = images.opaque || profile.opaque_images;
}

}  // namespace offprint::epub
