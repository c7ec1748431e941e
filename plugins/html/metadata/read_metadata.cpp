#include "metadata/read_metadata.hpp"

#include <algorithm>
#include <array>

#include "credits/url_date.hpp"
#include "credits/words.hpp"
#include "html/dom/break_hints.hpp"
#include "metadata/authors.hpp"
#include "metadata/credits.hpp"
#include "metadata/dates.hpp"
#include "metadata/headline.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/labelled_lines.hpp"
#include "metadata/meta_elements.hpp"
#include "metadata/text_offsets.hpp"
#include "metadata/titles.hpp"
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

std::string host_of(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes == std::string_view::npos) return {};
    url.remove_prefix(slashes + 2);
    return std::string(url.substr(0, url.find('/')));
}

/// What all sources say, each by itself.
struct Sources {
    Claims json_ld;
    Claims meta;
    Claims page;  ///< the title element, and the date in the address
    Credits printed;

    Source from_json() const { return {&json_ld, Origin::json_ld}; }
    Source from_meta() const { return {&meta, Origin::meta}; }
    Source from_page() const { return {&page, Origin::meta}; }
    Source from_dom() const { return {&printed.claims, Origin::dom}; }
};

/// True if the first title, the title element's, is a word or two that none of the others has, which say more:
/// "Blog", of a page that is shared as "How the tide turned".
bool names_section(const std::vector<std::string>& titles, std::string_view site) {
    constexpr std::size_t few = 2;
    const std::vector<std::string> own = credits::words_of(titles.front());
    if (own.empty() || own.size() > few) return false;
    bool is_alone = false;
    for (std::size_t i = 1; i < titles.size(); ++i) {
        const std::vector<std::string> others = credits::words_of(titles[i]);
        if (others.empty() || credits::same_words(titles[i], site)) continue;
        if (others.size() <= few || credits::shared_words(own, others) > 0) return false;
        is_alone = true;
    }
    return is_alone;
}

/// Takes the site's name off the titles of `sources`, but for what the headline, if there is one, says as well.
/// Returns the headline.
Headline settle_titles(const Dom& dom, const TextOffsets& offsets, std::string_view site, std::string_view url,
                       Sources& sources, Context& context) {
    const std::string host = host_of(url);
    const std::array<Claims*, 3> claims{&sources.page, &sources.meta, &sources.json_ld};
    std::vector<std::string> uncut;
    std::vector<std::string> titles;
    for (Claims* each : claims) {
        append_without_break_hints(each->title, uncut.emplace_back());
        each->title = title_without_site(uncut.back(), site, host);
        titles.push_back(each->title);
    }
    std::vector<std::string> site_names{std::string(site)};
    if (names_section(titles, site)) {
        site_names.push_back(titles.front());
        claims.front()->title.clear();
    }
    std::string cut_off = uncut.front();
    if (const std::size_t kept = cut_off.find(titles.front()); kept != std::string::npos)
        cut_off.erase(kept, titles.front().size());
    titles.push_back(uncut.front());
    site_names.push_back(cut_off);
    const Headline headline = find_headline(dom, offsets, titles, site_names, url, context);
    if (!headline.says_title) return headline;
    titles.insert(titles.end(), uncut.begin(), uncut.end());
    constexpr std::size_t longest_quote = 200;
    const std::string title = title_in_headline(dom, headline.node, titles);
    if (const std::string whole = dom.text(headline.node); !credits::same_words(whole, title))
        context.report(
            Severity::info, "html.headline-shortened",
            "of the headline \"" + std::string(utf8_prefix(whole, longest_quote)) + "\" the title is a part");
    sources.printed.claims.title = without_permalink(title);
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (credits::same_words(uncut[i], sources.printed.claims.title)) claims[i]->title = uncut[i];
    return headline;
}

/// The title is what the headline says; without one, what JSON-LD, meta elements and the title element agree on.
void set_title(const Sources& sources, Merge& merge, Metadata& metadata) {
    merge.take(MetadataField::title, metadata.title, &Claims::title, {sources.from_dom()});
    const std::array<Source, 3> others{sources.from_json(), sources.from_meta(), sources.from_page()};
    std::vector<std::string> titles;
    for (const Source& source : others) titles.push_back(source.claims->title);
    const Source& chosen = others[agreed_title(titles)];
    merge.set(MetadataField::title, metadata.title, chosen.claims->title, chosen.origin);
}

void set_language(const Dom& dom, const Sources& sources, Merge& merge, Metadata& metadata) {
    using F = MetadataField;
    merge.set(F::language, metadata.language, language_tag(language_of(dom)), Origin::html_lang);
    merge.set(F::language, metadata.language, first_language(sources.json_ld.language), Origin::json_ld);
    merge.set(F::language, metadata.language, first_language(sources.meta.language), Origin::meta);
}

void set_source_url(const LinkResolver& links, std::string_view page_url, const Sources& sources, Merge& merge,
                    Metadata& metadata) {
    using F = MetadataField;
    merge.set(F::source_url, metadata.source_url, links.absolute(sources.meta.url), Origin::meta);
    merge.set(F::source_url, metadata.source_url, links.absolute(sources.json_ld.url), Origin::json_ld);
    merge.set(F::source_url, metadata.source_url, is_safe_link(page_url) ? encode_url(page_url) : std::string(),
              Origin::url);
}

/// Who is an author too is no helper.
void add_helpers(const std::vector<Contributor>& helpers, Metadata& metadata) {
    for (const Contributor& helper : helpers) {
        const auto is_same = [&](const Contributor& other) { return credits::same_words(other.name, helper.name); };
        if (std::any_of(metadata.contributors.begin(), metadata.contributors.end(), is_same)) continue;
        metadata.contributors.push_back(helper);
        metadata.provenance.emplace(MetadataField::contributors, Origin::json_ld);
    }
}

/// The publisher's logo stands for an article only where there is no picture of it.
void set_cover(const Sources& sources, Merge& merge, Metadata& metadata) {
    for (const Source& source : {sources.from_json(), sources.from_meta()})
        if (source.claims->image != sources.json_ld.logo)
            merge.set(MetadataField::cover, metadata.cover_source, source.claims->image, source.origin);
}

/// The fields that the sources are simply asked for in the order of their trust.
void set_other_fields(const Sources& sources, Merge& merge, Metadata& metadata) {
    using F = MetadataField;
    const Source json = sources.from_json();
    const Source meta = sources.from_meta();
    const Source dom = sources.from_dom();
    merge.take(F::contributors, metadata.contributors, &Claims::contributors, {json, meta, dom});
    add_helpers(sources.json_ld.helpers, metadata);
    merge.take(F::published, metadata.published, &Claims::published, {json, meta, dom, {&sources.page, Origin::url}});
    merge.take(F::modified, metadata.modified, &Claims::modified, {json, meta, dom});
    merge.take(F::subtitle, metadata.subtitle, &Claims::subtitle, {dom, json});
    if (credits::same_words(metadata.subtitle, metadata.title)) {
        metadata.subtitle.clear();
        metadata.provenance.erase(F::subtitle);
    }
    merge.take(F::description, metadata.description, &Claims::description, {meta, json});
    merge.take(F::keywords, metadata.keywords, &Claims::keywords, {json, meta});
    merge.take(F::rights, metadata.rights, &Claims::rights, {json, meta});
    merge.take(F::identifier, metadata.identifier, &Claims::identifier, {meta});
}

bool lacks_authors(const Sources& sources) {
    return sources.json_ld.contributors.empty() && sources.meta.contributors.empty() &&
           sources.printed.claims.contributors.empty();
}

/// True if nothing says when the article was published, but for dates that stand anywhere.
bool lacks_date(const Sources& sources) {
    return !sources.json_ld.published && !sources.meta.published && sources.printed.date_trust < Trust::byline_text;
}

void add_labelled(Claims labelled, Sources& sources) {
    Credits& printed = sources.printed;
    if (lacks_authors(sources) && !labelled.contributors.empty()) {
        printed.claims.contributors = std::move(labelled.contributors);
        printed.trust = Trust::class_elsewhere;
    }
    if (lacks_date(sources) && labelled.published) {
        printed.claims.published = labelled.published;
        printed.date_trust = Trust::byline_text;
    }
    if (printed.change_trust < Trust::byline_text && labelled.modified) {
        printed.claims.modified = labelled.modified;
        printed.change_trust = Trust::byline_text;
    }
}

}  // namespace

PageMetadata read_metadata(const Dom& dom, const LinkResolver& links, std::string_view page_url, Context& context) {
    PageMetadata result;
    Metadata& metadata = result.metadata;
    Merge merge(metadata);
    const credits::DayOrder order = credits::day_order(language_tag(language_of(dom)));
    const std::string title = page_title(dom);
    Sources sources;
    sources.json_ld = read_json_ld(dom, title, order, context);
    sources.meta = read_meta_elements(dom, order, context);
    sources.page.title = title;
    const std::string_view url = sources.meta.url.empty() ? page_url : std::string_view(sources.meta.url);
    sources.page.published = credits::date_in_url(url);
    if (!sources.page.published) sources.page.published = credits::date_in_url(page_url);
    merge.take(MetadataField::publisher, metadata.publisher, &Claims::publisher,
               {sources.from_meta(), sources.from_json()});

    const TextOffsets offsets(dom, context);
    const std::string_view known_url = page_url.empty() ? url : page_url;
    const std::string host = host_of(known_url);
    const Headline headline = settle_titles(dom, offsets, metadata.publisher, known_url, sources, context);
    if (headline.says_title) result.headline = headline.node;
    const std::string& description = (sources.meta.description.empty() ? sources.json_ld : sources.meta).description;
    std::string headline_text = std::move(sources.printed.claims.title);
    const PageFacts facts{headline.node, description, order};
    sources.printed = read_credits(dom, offsets, facts, context);
    sources.printed.claims.title = std::move(headline_text);
    const Site site{metadata.publisher, host};
    drop_doubtful_authors(dom, sources.json_ld, sources.meta, sources.printed, site, context);
    if (lacks_authors(sources) || lacks_date(sources)) {
        add_labelled(read_labelled_lines(dom, facts, context), sources);
        drop_doubtful_authors(dom, sources.json_ld, sources.meta, sources.printed, site, context);
    }
    drop_doubtful_dates(sources.json_ld, sources.meta, sources.printed, sources.page, context);

    set_title(sources, merge, metadata);
    set_language(dom, sources, merge, metadata);
    set_source_url(links, page_url, sources, merge, metadata);
    set_other_fields(sources, merge, metadata);
    set_cover(sources, merge, metadata);
    result.credits = std::move(sources.printed.nodes);
    result.is_paid = sources.json_ld.is_paid || sources.meta.is_paid;
    result.word_count = sources.json_ld.word_count;
    return result;
}

}  // namespace offprint::html
