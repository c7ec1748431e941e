#include "writer/metadata.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names.hpp"
#include "writer/elements.hpp"

namespace offprint::pandoc {

namespace {

bool is_author(const Contributor& contributor) {
    return contributor.role == "author";
}

/// An author of whom more is known than the name.
bool has_details(const Contributor& contributor) {
    return is_author(contributor) && (!contributor.file_as.empty() || !contributor.url.empty());
}

bool is_no_author(const Contributor& contributor) {
    return !is_author(contributor);
}

class MetadataWriter {
public:
    MetadataWriter(json::Output& out, ContentWriter& content) : out_(out), content_(content) {}

    /// All members but the title.
    void write(const Metadata& metadata) {
        write_text("subtitle", metadata.subtitle);
        write_people("author", metadata, is_author, [&](const Contributor& author) { write_inlines(author.name); });
        // These two are what the EPUB writer looks at.
        write_people("creator", metadata, has_details, [&](const Contributor& author) { write_person(author); });
        write_people("contributor", metadata, is_no_author, [&](const Contributor& person) { write_person(person); });
        if (metadata.published) write_text("date", metadata.published->to_string());
        if (metadata.modified) write_text("date-modified", metadata.modified->to_string());
        write_text("lang", metadata.language);
        write_text("publisher", metadata.publisher);
        write_text("source", metadata.source_url);
        write_text("description", metadata.description);
        write_list("keywords", metadata.keywords, [&](const std::string& keyword) { write_inlines(keyword); });
        write_text("identifier", metadata.identifier);
        write_text("rights", metadata.rights);
        if (!metadata.cover_source.empty())
            write_text("image", metadata.cover_source);
        else if (!metadata.cover.empty())
            write_text("image", content_.image_address(metadata.cover));
        if (!metadata.series) return;
        write_text("belongs-to-collection", metadata.series->name);
        write_text("group-position", metadata.series->position);
    }

    /// `id` is what links name.
    void write_title(std::string_view title, std::string_view id) {
        if (id.empty()) return write_text("title", title);
        write_key("title");
        write_tuple(out_, "MetaInlines", [&] {
            write_tuple(out_, "Span", [&] {
                Attr attr;
                attr.id = id;
                write_attr(out_, attr);
                content_.write_text(title);
            });
        });
    }

    void write_text(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        write_key(name);
        write_inlines(text);
    }

    /// The fields that came from pandoc; false if one is there already.
    bool write_others(const std::vector<std::pair<std::string, std::string>>& fields) {
        bool are_all_written = true;
        for (const auto& [name, text] : fields) {
            const bool is_taken = names_.contains(name);
            if (!is_taken) write_text(name, text);
            are_all_written = are_all_written && !is_taken;
        }
        return are_all_written;
    }

    template <class List, class Write>
    void write_list(std::string_view name, const List& list, Write&& write_entry) {
        if (list.empty()) return;
        write_key(name);
        write_tuple(out_, "MetaList", [&] {
            for (const auto& entry : list) write_entry(entry);
        });
    }

    /// One value; `write_members()` writes what is in it.
    template <class Write>
    void write_map(Write&& write_members) {
        std::set<std::string, std::less<>> outer = std::exchange(names_, {});
        write_element(out_, "MetaMap", [&] {
            out_.begin_object();
            write_members();
            out_.end_object();
        });
        names_ = std::move(outer);
    }

private:
    void write_key(std::string_view name) {
        names_.emplace(name);
        out_.key(name);
    }

    void write_inlines(std::string_view text) {
        write_element(out_, "MetaInlines", [&] { content_.write_text(text); });
    }

    template <class Is, class Write>
    void write_people(std::string_view name, const Metadata& metadata, Is&& is_listed, Write&& write_one) {
        std::vector<Contributor> people;
        std::ranges::copy_if(metadata.contributors, std::back_inserter(people), is_listed);
        write_list(name, people, write_one);
    }

    void write_person(const Contributor& person) {
        write_map([&] {
            write_text("text", person.name);
            write_text("role", person.role);
            write_text("file-as", person.file_as);
            write_text("url", person.url);
        });
    }

    json::Output& out_;
    ContentWriter& content_;
    std::set<std::string, std::less<>> names_;  ///< of the members of the object that is open
};

}  // namespace

void write_metadata(json::Output& out, const Document& document, ContentWriter& content, Losses& losses) {
    static const Attributes none;
    const Attributes& attributes = document.attributes ? *document.attributes : none;
    const Metadata& metadata = document.metadata;
    MetadataWriter writer(out, content);
    out.begin_object();
    writer.write_title(metadata.title, metadata.title.empty() ? "" : attributes.id);
    writer.write(metadata);
    if (metadata.language.empty()) writer.write_text("lang", attributes.language);
    if (const char* direction = json::name_in(direction_names, attributes.direction))
        writer.write_text("dir", direction);
    const bool are_all_written = writer.write_others(attributes.extra);
    std::vector<const Metadata*> articles;
    for (const Block& block : document.content)
        if (const Group* group = std::get_if<Group>(&block); group != nullptr && group->metadata)
            articles.push_back(&*group->metadata);
    writer.write_list("articles", articles, [&](const Metadata* article) {
        writer.write_map([&] {
            writer.write_title(article->title, {});
            writer.write(*article);
        });
    });
    out.end_object();
    if (!are_all_written || !attributes.classes.empty() || (metadata.title.empty() && !attributes.id.empty()))
        losses.report(Severity::info, "pandoc.root-attributes-dropped",
                      "some attributes of the document itself have no place in pandoc's AST");
}

}  // namespace offprint::pandoc
