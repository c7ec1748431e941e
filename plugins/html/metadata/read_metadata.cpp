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
    const NodeIndex node = dom.find(dom.root(), Tag::title);
    return node == no_node ? std::string() : dom.text(node);
}

/// A name that somebody logs in with.
bool is_login(const Contributor& person) {
    return person.name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == std::string::npos &&
           std::all_of(person.name.begin(), person.name.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool names(const std::vector<Contributor>& people, const Contributor& wanted) {
    return std::any_of(people.begin(), people.end(),
                       [&](const Contributor& person) { return same_words(person.name, wanted.name); });
}

/// True if a text of the page holds one of the names.
bool are_printed(const Dom& dom, const std::vector<Contributor>& people, Context& context) {
    constexpr std::size_t most_names = 3;
    for (NodeIndex node = dom.body(); node < dom.end(dom.body()); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::text || dom.tag(dom.parent(node)) == Tag::script) continue;
        for (std::size_t i = 0; i < std::min(people.size(), most_names); ++i)
            if (dom[node].text.find(people[i].name) != std::string_view::npos) return true;
    }
    return false;
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

/// Leaves of each source's contributors those who are to be believed.
void choose_contributors(const Dom& dom, Claims& json_ld, Claims& meta, Credits& credits, std::string_view publisher,
                         Context& context) {
    std::vector<Contributor>& printed = credits.claims.contributors;
    // The site is an author where its name is printed as one and a second source, or the mark-up, says so.
    std::erase_if(printed, [&](const Contributor& person) {
        if (is_login(person)) return credits.trust < Trust::class_near;
        const bool is_second = names(json_ld.contributors, person) || names(json_ld.organisations, person) ||
                               names(meta.contributors, person);
        return same_words(person.name, publisher) &&
               credits.trust < (is_second ? Trust::byline_text : Trust::class_near);
    });
    for (Claims* claims : {&json_ld, &meta}) {
        std::vector<Contributor>& people = claims->contributors;
        std::erase_if(people, [&](const Contributor& person) {
            return (is_login(person) || same_words(person.name, publisher)) && !names(printed, person);
        });
        // Whom no reader of the page sees is somebody who works the site.
        if (credits.trust >= Trust::byline_text && !people.empty() && !printed.empty() &&
            !share_names(people, printed) && !are_printed(dom, people, context))
            people.clear();
    }
}

/// The title is what the headline says; without one, what JSON-LD, meta elements and the title element agree on.
void choose_title(const Source& visible, const Source& json_ld, const Source& meta, const Source& page, Merge& merge,
                  Metadata& metadata) {
    merge.take(MetadataField::title, metadata.title, &Claims::title, {visible});
    const std::array<Source, 3> sources{json_ld, meta, page};
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
    const Headline headline =
        find_headline(dom, offsets, {page.title, meta.title, json_ld.title, title}, metadata.publisher, context);
    const std::string& description = meta.description.empty() ? json_ld.description : meta.description;
    Credits credits = read_credits(dom, offsets, {headline.node, description, order}, context);
    if (headline.says_title) {
        result.headline = headline.node;
        credits.claims.title = dom.text(headline.node);
    }
    // What the headline says as well is no site's name.
    for (const auto& [claims, uncut] :
         {std::pair(&page, &title), std::pair(&meta, &meta_title), std::pair(&json_ld, &json_ld_title)})
        if (same_words(*uncut, credits.claims.title)) claims->title = *uncut;
    const Source from_dom{&credits.claims, Origin::dom};
    const Source from_page{&page, Origin::meta};
    choose_title(from_dom, from_json, from_meta, from_page, merge, metadata);

    choose_contributors(dom, json_ld, meta, credits, metadata.publisher, context);
    merge.take(F::contributors, metadata.contributors, &Claims::contributors, {from_json, from_meta, from_dom});
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
