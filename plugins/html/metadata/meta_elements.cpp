#include "metadata/meta_elements.hpp"

#include <algorithm>
#include <map>

#include "credits/people.hpp"
#include "html/dom/name_tokens.hpp"
#include "metadata/keywords.hpp"
#include "metadata/lead_image.hpp"
#include "metadata/parsely_page.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// Dublin Core's names are written with a colon as well as with a point.
std::string canonical(std::string_view name) {
    std::string result(name);
    if (result.starts_with("dc:") || result.starts_with("dcterms:")) result[result.find(':')] = '.';
    return result;
}

/// The contents of the page's meta elements by lower-case name, property or http-equiv.
class MetaElements {
public:
    MetaElements(const Dom& dom, credits::DayOrder order, Context& context) : order_(order) {
        for (NodeIndex node = 0; node < dom.size(); ++node) {
            context.checkpoint();
            if (dom.tag(node) != Tag::meta) continue;
            std::string content = collapse_space(dom.attribute(node, "content"));
            if (content.empty()) continue;
            // The items of a list are works that the article refers to.
            const bool is_of_article = dom.closest(node, Tag::li) == no_node;
            for (std::string_view kind : {"property", "name", "itemprop", "http-equiv"}) {
                if (kind == "itemprop" && !is_of_article) continue;
                // RDFa lets several properties stand in one attribute.
                const std::string list =
                    to_lower_ascii(collapse_space(dom.attribute(node, kind).substr(0, longest_name_list)));
                for (std::string_view names = list; !names.empty();) {
                    const std::string_view name = names.substr(0, names.find(' '));
                    names.remove_prefix(std::min(name.size() + 1, names.size()));
                    contents_[canonical(name)].push_back(content);
                }
            }
        }
    }

    /// The content of the first of `names` that there is.
    std::string first(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            if (const auto found = contents_.find(name); found != contents_.end()) return found->second.front();
        return {};
    }

    std::vector<std::string> all(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            if (const auto found = contents_.find(name); found != contents_.end()) return found->second;
        return {};
    }

    /// The first address of a picture under the first of `names` that has one.
    std::string first_image(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            for (const std::string& address : all({name}))
                if (is_lead_image(address)) return address;
        return {};
    }

    /// A date whose name has a word that says that it is the publication's ("page-published-date"), or says nothing
    /// more
    /// ("docs.date").
    std::optional<Date> named_publication() const {
        for (const auto& [name, values] : contents_)
            for (const std::string& word : name_tokens(name))
                if (word.starts_with("publi") || word == "issued" || word == "pubdate")
                    if (std::optional<Date> date = day_of(values.front())) return date;
        for (const auto& [name, values] : contents_)
            if (const std::vector<std::string> words = name_tokens(name); words.size() == 2 && words.back() == "date")
                if (std::optional<Date> date = day_of(values.front()); date && !is_of_change(words.front()))
                    return date;
        return std::nullopt;
    }

    std::optional<Date> first_date(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            if (const std::string text = first({name}); !text.empty())
                if (std::optional<Date> date = credits::parse_date(text, order_)) return date;
        return std::nullopt;
    }

private:
    std::optional<Date> day_of(std::string_view text) const {
        std::optional<Date> date = credits::parse_date(text, order_);
        return date && date->day != 0 ? date : std::nullopt;
    }

    /// Of a date that is not the article's: its last change, its end, the visitor's.
    static bool is_of_change(std::string_view word) {
        constexpr std::string_view others[] = {"archive", "build",  "current", "end",     "event", "expiration",
                                               "expire",  "expiry", "last",    "revised", "start", "today"};
        return word.starts_with("modif") || word.starts_with("updat") || word.starts_with("review") ||
               std::find(std::begin(others), std::end(others), word) != std::end(others);
    }

    credits::DayOrder order_;
    std::map<std::string, std::vector<std::string>, std::less<>> contents_;
};

std::string link_with(const Dom& dom, std::string_view relation) {
    for (NodeIndex node = 0; node < dom.size(); ++node)
        if ((dom.tag(node) == Tag::link || dom.tag(node) == Tag::a) && dom.has_word(node, "rel", relation))
            return std::string(trim(dom.attribute(node, "href")));
    return {};
}

}  // namespace

Claims read_meta_elements(const Dom& dom, credits::DayOrder order, Context& context) {
    const MetaElements meta(dom, order, context);
    Claims claims;
    claims.title = meta.first({"og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title",
                               "parsely-title", "sailthru.title"});
    for (const std::string& author :
         meta.all({"citation_author", "citation_authors", "author", "dc.creator", "dcterms.creator", "parsely-author",
                   "sailthru.author", "byl", "article:author"}))
        credits::add_people(author, "", claims.contributors);
    if (claims.contributors.empty() && credits::is_author_label(meta.first({"twitter:label1"})))
        credits::add_people(meta.first({"twitter:data1"}), "", claims.contributors);
    claims.published = meta.first_date(
        {"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
         "citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.created",
         "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date", "date", "og:pubdate"});
    if (!claims.published) claims.published = meta.named_publication();
    claims.modified = meta.first_date(
        {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "revised"});
    claims.description = meta.first({"og:description", "description", "twitter:description", "dc.description"});
    claims.publisher = meta.first({"og:site_name", "citation_journal_title", "dc.publisher", "application-name"});
    claims.language = meta.first({"content-language", "dc.language", "dcterms.language", "og:locale"});
    claims.rights = meta.first({"dc.rights", "dcterms.rights", "dcterms.license", "copyright"});
    if (std::string license = link_with(dom, "license"); claims.rights.empty()) claims.rights = std::move(license);
    claims.identifier = meta.first({"citation_doi", "dc.identifier.doi", "citation_isbn"});
    const std::string tier = to_lower_ascii(meta.first({"article:content_tier"}));
    claims.is_paid = tier == "locked" || tier == "metered";
    claims.url = link_with(dom, "canonical");
    if (claims.url.empty()) claims.url = meta.first({"og:url"});
    const Claims parsely = read_parsely_page(dom, order, context);
    if (claims.title.empty()) claims.title = parsely.title;
    if (claims.contributors.empty()) claims.contributors = parsely.contributors;
    if (!claims.published) claims.published = parsely.published;
    claims.image = meta.first_image(
        {"og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url"});
    if (const std::string image = link_with(dom, "image_src"); claims.image.empty() && is_lead_image(image))
        claims.image = image;
    if (claims.image.empty()) claims.image = marked_image(dom, context);
    for (const std::string& list : meta.all({"keywords", "news_keywords", "article:tag", "parsely-tags"}))
        add_keywords(list, claims.keywords);
    return claims;
}

}  // namespace offprint::html
