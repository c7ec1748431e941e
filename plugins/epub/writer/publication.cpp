#include "writer/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "offprint/language.hpp"
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

// UUID version 5 (RFC 9562, section 5.5): of the source's address, else of the content, block by block.
uuid content_uuid(const Document& document, const std::string& title) {
    if (!document.metadata.source_url.empty())
        return name_generator_sha1(boost::uuids::ns::url())(document.metadata.source_url);
    uuid state = name_generator_sha1(boost::uuids::ns::oid())(title);
    for (const Block& block : document.content) state = name_generator_sha1(state)(words(block));
    return state;
}

std::string title_of(const Document& document, Context& context) {
    if (!document.metadata.title.empty()) return document.metadata.title;
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
    return language;
}

std::string modified(const Document& document, const Context& context) {
    constexpr std::int64_t first_of_january_1980 = 315'532'800;
    const Metadata& metadata = document.metadata;
    std::int64_t seconds = first_of_january_1980;
    if (context.source_date_epoch())
        seconds = *context.source_date_epoch();
    else if (metadata.modified)
        seconds = metadata.modified->to_unix_seconds();
    else if (metadata.published)
        seconds = metadata.published->to_unix_seconds();
    return date_from_unix_seconds(seconds).to_string();
}

std::vector<Contributor> contributors(const Document& document) {
    if (!document.metadata.contributors.empty()) return document.metadata.contributors;
    std::vector<Contributor> found;
    for (const Metadata* article : articles(document))
        for (const Contributor& contributor : article->contributors)
            if (std::ranges::find(found, contributor) == found.end()) found.push_back(contributor);
    return found;
}

}  // namespace

Publication describe(const Document& document, Context& context) {
    Publication publication;
    publication.title = title_of(document, context);
    publication.language = main_language(document, context);
    publication.identifier = "urn:uuid:" + to_string(content_uuid(document, publication.title));
    publication.modified = modified(document, context);
    if (document.attributes) publication.direction = document.attributes->direction;
    publication.contributors = contributors(document);
    return publication;
}

std::string language_of(const Publication& publication, const Group* article) {
    if (article == nullptr || !article->metadata || article->metadata->language.empty()) return publication.language;
    return language_tag(article->metadata->language);
}

}  // namespace offprint::epub
