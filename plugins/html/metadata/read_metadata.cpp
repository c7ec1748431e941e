#include "metadata/read_metadata.hpp"

#include <algorithm>

#include "metadata/json_ld.hpp"
#include "metadata/meta_elements.hpp"
#include "metadata/people.hpp"
#include "metadata/visible.hpp"
#include "metadata/words.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

struct Source {
    const Claims* claims;
    Origin origin;
};

/// Fills fields from the sources in the order of their trust.
class Merge {
public:
    explicit Merge(Metadata& metadata) : metadata_(metadata) {}

    /// Sets `to` from the first source in which `member` is not empty.
    template <class T>
    void take(MetadataField field, T& to, T Claims::*member, std::initializer_list<Source> sources) {
        for (const Source& source : sources) {
            const T& value = source.claims->*member;
            if (value == T{} || to != T{}) continue;
            to = value;
            metadata_.provenance[field] = source.origin;
        }
    }

    void set(MetadataField field, std::string& to, std::string value, Origin origin) {
        if (value.empty() || !to.empty()) return;
        to = std::move(value);
        metadata_.provenance[field] = origin;
    }

private:
    Metadata& metadata_;
};

std::string language_of(const Dom& dom) {
    for (const NodeIndex node : {dom.root(), dom.body()})
        for (const char* name : {"lang", "xml:lang"})
            if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty())
                return std::string(value);
    return {};
}

/// The first language of a list ("de, en").
std::string first_language(std::string_view languages) {
    return language_tag(languages.substr(0, languages.find_first_of(",; ")));
}

std::string page_title(const Dom& dom) {
    for (NodeIndex node = 0; node < dom.size(); ++node)
        if (dom.tag(node) == Tag::title) return dom.text(node);
    return {};
}

/// A publisher that signs its own articles is no author.
void drop_publisher(Claims& claims, std::string_view publisher) {
    std::erase_if(claims.contributors, [&](const Contributor& person) { return same_words(person.name, publisher); });
}

}  // namespace

PageMetadata read_metadata(const Dom& dom, const LinkResolver& links, std::string_view page_url, Context& context) {
    const std::string title = page_title(dom);
    Claims json_ld = read_json_ld(dom, title, context);
    Claims meta = read_meta_elements(dom, context);
    Visible visible = read_visible(dom, title, context);
    Claims page;
    page.title = title_without_site(title, meta.publisher.empty() ? json_ld.publisher : meta.publisher);
    page.published = date_in_url(meta.url.empty() ? page_url : std::string_view(meta.url));

    PageMetadata result{{}, visible.headline, std::move(visible.credits)};
    Metadata& metadata = result.metadata;
    Merge merge(metadata);
    const Source from_json{&json_ld, Origin::json_ld};
    const Source from_meta{&meta, Origin::meta};
    const Source from_dom{&visible.claims, Origin::dom};
    using F = MetadataField;
    merge.take(F::publisher, metadata.publisher, &Claims::publisher, {from_meta, from_json});
    drop_publisher(json_ld, metadata.publisher);
    drop_publisher(meta, metadata.publisher);
    drop_publisher(visible.claims, metadata.publisher);
    merge.take(F::title, metadata.title, &Claims::title, {from_dom, from_json, from_meta, {&page, Origin::meta}});
    merge.take(F::contributors, metadata.contributors, &Claims::contributors, {from_json, from_meta, from_dom});
    merge.take(F::published, metadata.published, &Claims::published,
               {from_json, from_meta, from_dom, {&page, Origin::url}});
    merge.take(F::modified, metadata.modified, &Claims::modified, {from_json, from_meta, from_dom});
    merge.take(F::description, metadata.description, &Claims::description, {from_meta, from_json});
    merge.take(F::keywords, metadata.keywords, &Claims::keywords, {from_json, from_meta});
    merge.take(F::rights, metadata.rights, &Claims::rights, {from_json, from_meta});
    merge.take(F::identifier, metadata.identifier, &Claims::identifier, {from_meta});
    merge.set(F::language, metadata.language, language_tag(language_of(dom)), Origin::html_lang);
    merge.set(F::language, metadata.language, first_language(json_ld.language), Origin::json_ld);
    merge.set(F::language, metadata.language, first_language(meta.language), Origin::meta);
    merge.set(F::source_url, metadata.source_url, links.absolute(meta.url), Origin::meta);
    merge.set(F::source_url, metadata.source_url, links.absolute(json_ld.url), Origin::json_ld);
    merge.set(F::source_url, metadata.source_url, is_safe_link(page_url) ? encode_url(page_url) : std::string(),
              Origin::url);
    return result;
}

}  // namespace offprint::html
