#include "writer/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <optional>
#include <unordered_set>

#include "digest/sha256.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::epub {

namespace {

using boost::uuids::name_generator_sha1;
using boost::uuids::uuid;

std::vector<const Metadata*> articles(const Document& document) {
    std::vector<const Metadata*> found;
    for (const Block& block : document.content) {
        const auto* group = std::get_if<Group>(&block);
        if (group != nullptr && group->kind == GroupKind::article && group->metadata)
            found.push_back(&*group->metadata);
    }
    return found;
}

// The words of a block, each text and code as it stands.
std::string words(const Block& block) {
    std::string text;
    walk(block, [&](const auto& node) {
        if constexpr (requires { node.text; }) text.append(node.text).append("\n");
    });
    return text;
}

// UUID version 5 (RFC 9562, section 5.5): of the source's address, else of the content, block by block; of their
// hashes, for the library's SHA-1 is slow.
uuid content_uuid(const Document& document, const std::string& title) {
    if (!document.metadata.source_url.empty())
        return name_generator_sha1(boost::uuids::ns::url())(document.metadata.source_url);
    uuid state = name_generator_sha1(boost::uuids::ns::oid())(title);
    for (const Block& block : document.content) state = name_generator_sha1(state)(sha256(words(block)));
    return state;
}

// What devices and shops clip or refuse.
constexpr std::size_t long_title = 1000;

std::string title_of(const Document& document, Context& context) {
    const std::string& own = document.metadata.title;
    if (code_points(own) > long_title)
        context.report(Severity::warning, "epub.title-long",
                       fmt::format("the title has more than {} characters; e-readers cut it off", long_title));
    if (!own.empty()) return own;
    std::string title = "Untitled";
    for (const Metadata* article : articles(document)) {
        if (article->title.empty()) continue;
        title = article->title;
        break;
    }
    context.report(Severity::warning, "epub.title-missing",
                   fmt::format("the document has no title; the book is called \"{}\"", title));
    return title;
}

// ISO 639-2 has a tag for it, which programs that read aloud want rather than none.
std::string known_or_undetermined(const std::string& tag) {
    return tag.empty() ? "und" : tag;
}

std::string main_language(const Document& document, Context& context) {
    std::string wanted = document.metadata.language;
    for (const Metadata* article : articles(document))
        if (wanted.empty()) wanted = article->language;
    std::string language = language_tag(wanted);
    if (wanted.empty())
        context.report(Severity::warning, "epub.language-unknown",
                       "the language is not known; set it with --metadata language=TAG");
    else if (language.empty())
        context.report(Severity::warning, "epub.language-invalid",
                       fmt::format("'{}' is no language tag of BCP 47; it was left out", wanted));
    return known_or_undetermined(language);
}

const std::optional<Date>& last_date(const Metadata& metadata) {
    return metadata.modified ? metadata.modified : metadata.published;
}

// A book is as old as the youngest of its articles.
std::string modified(const Document& document, const Context& context) {
    constexpr std::int64_t first_of_january_1980 = 315'532'800;
    std::optional<std::int64_t> seconds = context.source_date_epoch();
    if (const auto& date = last_date(document.metadata); !seconds && date) seconds = date->to_unix_seconds();
    if (!seconds)
        for (const Metadata* article : articles(document))
            if (const auto& date = last_date(*article))
                seconds = std::max(seconds.value_or(date->to_unix_seconds()), date->to_unix_seconds());
    return date_from_unix_seconds(seconds.value_or(first_of_january_1980)).to_string();
}

const std::string& key_of(const std::string& value) {
    return value;
}

std::string key_of(const Contributor& contributor) {
    return contributor.name + '\n' + contributor.role;
}

// Values in the order in which they came, each once.
template <class T>
struct Distinct {
    std::vector<T> values;
    std::unordered_set<std::string> keys;

    void add(const T& value) {
        if (keys.insert(key_of(value)).second) values.push_back(value);
    }
    void add(const std::vector<T>& several) {
        for (const T& value : several) add(value);
    }
};

// A field of the document, else each value that its articles have for it.
template <class T, class Field>
std::vector<T> gathered(const Document& document, Field Metadata::*field) {
    Distinct<T> distinct;
    const auto add = [&](const Field& value) {
        if (!value.empty()) distinct.add(value);
    };
    add(document.metadata.*field);
    if (distinct.values.empty())
        for (const Metadata* article : articles(document)) add(article->*field);
    return distinct.values;
}

// A field of the document, else what all of its articles have alike: what is true of some is not said of the book.
std::string common(const Document& document, std::string Metadata::*field) {
    if (!(document.metadata.*field).empty()) return document.metadata.*field;
    const std::vector<const Metadata*> all = articles(document);
    const auto differs = [&](const Metadata* article) { return article->*field != all.front()->*field; };
    return all.empty() || std::ranges::any_of(all, differs) ? std::string() : all.front()->*field;
}

Direction direction_of(const Node& node) {
    return node.attributes ? node.attributes->direction : Direction::unspecified;
}

// Of the document, else that of all its articles.
Direction direction(const Document& document) {
    if (document.attributes) return document.attributes->direction;
    Direction common = Direction::unspecified;
    for (const Block& block : document.content) {
        const auto* group = std::get_if<Group>(&block);
        if (group == nullptr || group->kind != GroupKind::article) continue;
        if (common != Direction::unspecified && direction_of(*group) != common) return Direction::unspecified;
        common = direction_of(*group);
    }
    return common;
}

std::vector<std::string> languages(const Document& document, const std::string& main) {
    Distinct<std::string> tags;
    tags.add(main);
    if (document.metadata.language.empty())
        for (const Metadata* article : articles(document))
            if (const std::string tag = language_tag(article->language); !tag.empty()) tags.add(tag);
    return tags.values;
}

}  // namespace

Publication describe(const Document& document, std::string_view edition, Context& context) {
    Publication publication;
    publication.title = title_of(document, context);
    publication.language = main_language(document, context);
    const uuid identifier = name_generator_sha1(content_uuid(document, publication.title))(std::string(edition));
    publication.identifier = "urn:uuid:" + to_string(identifier);
    publication.modified = modified(document, context);
    publication.direction = direction(document);
    publication.languages = languages(document, publication.language);
    publication.contributors = gathered<Contributor>(document, &Metadata::contributors);
    publication.sources = gathered<std::string>(document, &Metadata::source_url);
    publication.subjects = gathered<std::string>(document, &Metadata::keywords);
    publication.publisher = common(document, &Metadata::publisher);
    publication.rights = common(document, &Metadata::rights);
    return publication;
}

std::string language_of(const Publication& publication, const Group* article) {
    if (article == nullptr || !article->metadata || article->metadata->language.empty()) return publication.language;
    return known_or_undetermined(language_tag(article->metadata->language));
}

}  // namespace offprint::epub
