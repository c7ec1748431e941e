#include "metadata/read_metadata.hpp"

#include <algorithm>
#include <array>

#include "metadata/credits.hpp"
#include "metadata/headline.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/meta_elements.hpp"
#include "metadata/people.hpp"
#include "metadata/text_offsets.hpp"
#include "metadata/titles.hpp"
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
    const NodeIndex node = dom.find(dom.head(), Tag::title);
    return node == no_node ? std::string() : dom.text(node);
}

/// A publisher that signs its own articles is no author, nor is the name that somebody logs in with.
void drop_doubtful_authors(Claims& claims, std::string_view publisher) {
    const auto is_login = [](std::string_view name) {
        return name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == std::string_view::npos &&
               std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    std::erase_if(claims.contributors, [&](const Contributor& person) {
        return same_words(person.name, publisher) || is_login(person.name);
    });
}

/// True if a word of one's names is one of the other's.
bool share_names(const std::vector<Contributor>& left, const std::vector<Contributor>& right) {
    const auto words = [](const std::vector<Contributor>& people) {
        std::string names;
        for (const Contributor& person : people) names.append(person.name).append(" ");
        return words_of(names);
    };
    return shared_words(words(left), words(right)) > 0;
}

/// The page's title, from what says it: the visible headline, JSON-LD, meta elements and the title element.
void choose_title(const Source& visible, const Source& json_ld, const Source& meta, const Source& page, Merge& merge,
                  Metadata& metadata) {
    const std::array<Source, 4> sources{visible, json_ld, meta, page};
    std::vector<std::string> titles;
    for (const Source& source : sources) titles.push_back(source.claims->title);
    const Source& chosen = sources[agreed_title(titles)];
    merge.set(MetadataField::title, metadata.title, chosen.claims->title, chosen.origin);
}

std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("//");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 2);
    return std::string(url.substr(0, url.find('/')));
}

}  // namespace

PageMetadata read_metadata(const Dom& dom, const LinkResolver& links, std::string_view page_url, Context& context) {
    const std::string title = page_title(dom);
    Metadata metadata;
    Merge merge(metadata);
    using F = MetadataField;
    merge.set(F::language, metadata.language, language_tag(language_of(dom)), Origin::html_lang);
    const DayOrder order = day_order(metadata.language);
    Claims json_ld = read_json_ld(dom, title, order, context);
    Claims meta = read_meta_elements(dom, order, context);
    const Source from_json{&json_ld, Origin::json_ld};
    const Source from_meta{&meta, Origin::meta};
    merge.set(F::language, metadata.language, first_language(json_ld.language), Origin::json_ld);
    merge.set(F::language, metadata.language, first_language(meta.language), Origin::meta);
    merge.take(F::publisher, metadata.publisher, &Claims::publisher, {from_meta, from_json});

    Claims page;
    const std::string host = host_of(page_url.empty() ? meta.url : page_url);
    page.title = title_without_site(title, metadata.publisher, host);
    page.published = date_in_url(meta.url.empty() ? page_url : std::string_view(meta.url));
    const std::string meta_title = meta.title;
    const std::string json_ld_title = json_ld.title;
    meta.title = title_without_site(meta.title, metadata.publisher, host);
    json_ld.title = title_without_site(json_ld.title, metadata.publisher, host);

    const TextOffsets offsets(dom, context);
    PageMetadata result;
    result.headline =
        find_headline(dom, offsets, {page.title, meta.title, json_ld.title, title}, metadata.publisher, context);
    const std::string& description = meta.description.empty() ? json_ld.description : meta.description;
    Credits credits = read_credits(dom, offsets, {result.headline, description, metadata.publisher, order}, context);
    if (result.headline != no_node) credits.claims.title = dom.text(result.headline);
    // What the headline says as well is no site's name.
    for (const auto& [claims, uncut] :
         {std::pair(&page, &title), std::pair(&meta, &meta_title), std::pair(&json_ld, &json_ld_title)})
        if (same_words(*uncut, credits.claims.title)) claims->title = *uncut;
    const Source from_dom{&credits.claims, Origin::dom};
    const Source from_page{&page, Origin::meta};
    choose_title(from_dom, from_json, from_meta, from_page, merge, metadata);

    // An organisation that says that it is the author is one, where nobody else is named.
    const Claims organisation = json_ld;
    drop_doubtful_authors(json_ld, metadata.publisher);
    drop_doubtful_authors(meta, metadata.publisher);
    // A name that no reader of the page sees is that of somebody who works the site.
    for (Claims* claims : {&json_ld, &meta})
        if (credits.names_near_headline && !share_names(claims->contributors, credits.claims.contributors))
            claims->contributors.clear();
    merge.take(F::contributors, metadata.contributors, &Claims::contributors,
               {from_json, from_meta, from_dom, {&organisation, Origin::json_ld}});
    merge.take(F::published, metadata.published, &Claims::published,
               {from_json, from_meta, from_dom, {&page, Origin::url}});
    merge.take(F::modified, metadata.modified, &Claims::modified, {from_json, from_meta, from_dom});
    merge.take(F::subtitle, metadata.subtitle, &Claims::subtitle, {from_dom, from_json});
    merge.take(F::description, metadata.description, &Claims::description, {from_meta, from_json});
    merge.take(F::keywords, metadata.keywords, &Claims::keywords, {from_json, from_meta});
    merge.take(F::rights, metadata.rights, &Claims::rights, {from_json, from_meta});
    merge.take(F::identifier, metadata.identifier, &Claims::identifier, {from_meta});
    merge.set(F::source_url, metadata.source_url, links.absolute(meta.url), Origin::meta);
    merge.set(F::source_url, metadata.source_url, links.absolute(json_ld.url), Origin::json_ld);
    merge.set(F::source_url, metadata.source_url, is_safe_link(page_url) ? encode_url(page_url) : std::string(),
              Origin::url);
    result.metadata = std::move(metadata);
    result.credits = std::move(credits.nodes);
    return result;
}

}  // namespace offprint::html
