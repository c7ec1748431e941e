#include "metadata/json_ld.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "credits/people.hpp"
#include "credits/words.hpp"
#include "metadata/json_parsing.hpp"
#include "metadata/json_text.hpp"
#include "metadata/keywords.hpp"
#include "metadata/lead_image.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

using Json = rapidjson::Value;

constexpr int deepest = 6;

std::string_view view(const Json& value) {
    return {value.GetString(), value.GetStringLength()};
}

std::string clean(std::string_view text) {
    return collapse_space(clean_xml_text(unescape_html(text)));
}

/// The text of a string, or of the first string of a list.
std::string text_of(const Json& object, const char* name) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd()) return {};
    const Json* value = &member->value;
    if (value->IsArray() && !value->Empty()) value = &(*value)[0];
    return value->IsString() ? clean(view(*value)) : std::string();
}

/// 0 for what is no number.
std::uint32_t parse_number(std::string_view text) {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A number, or one in a string; 0 if there is none.
std::uint32_t number_of(const Json& object, const char* name) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd()) return 0;
    if (member->value.IsUint()) return member->value.GetUint();
    return member->value.IsString() ? parse_number(view(member->value)) : 0;
}

/// "isAccessibleForFree": false, or "False" as many write, of the whole or of a part.
bool is_paid(const Json& object, int depth = 0) {
    if (object.IsArray())
        return depth < deepest &&
               std::any_of(object.Begin(), object.End(), [&](const Json& part) { return is_paid(part, depth + 1); });
    if (!object.IsObject()) return false;
    if (const auto free = object.FindMember("isAccessibleForFree"); free != object.MemberEnd()) {
        if (free->value.IsBool() && !free->value.GetBool()) return true;
        if (free->value.IsString() && to_lower_ascii(view(free->value)).ends_with("false")) return true;
    }
    const auto parts = object.FindMember("hasPart");
    return depth == 0 && parts != object.MemberEnd() && is_paid(parts->value, depth + 1);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

bool is_of_type(const Json& object, std::initializer_list<std::string_view> endings) {
    if (!object.IsObject()) return false;
    const auto type = object.FindMember("@type");
    if (type == object.MemberEnd()) return false;
    const auto matches = [&](const Json& value) { return value.IsString() && ends_with_any(view(value), endings); };
    if (type->value.IsArray()) return std::any_of(type->value.Begin(), type->value.End(), matches);
    return matches(type->value);
}

/// How well an object's type says that it is what the page is about.
int rank_of_type(const Json& object) {
    if (is_of_type(object, {"Article", "Posting", "Report", "BlogPost"})) return 3;
    if (is_of_type(object, {"Review", "Recipe", "HowTo", "CreativeWork", "Course", "VideoObject", "Question"}))
        return 2;
    return is_of_type(object, {"WebPage"}) ? 1 : 0;
}

/// Finds the article among all that the scripts describe.
class ArticleFinder {
public:
    ArticleFinder(std::string_view page_title, credits::DayOrder order, Context& context)
        : context_(context), order_(order), title_words_(credits::words_of(page_title)) {}

    void add(const Json& value, int depth = 0) {
        context_.checkpoint();
        if (depth > deepest) return;
        if (value.IsArray())
            for (const Json& element : value.GetArray()) add(element, depth + 1);
        if (!value.IsObject()) return;
        if (const auto id = value.FindMember("@id"); id != value.MemberEnd() && id->value.IsString())
            if (value.MemberCount() > 1) by_id_.emplace(view(id->value), &value);
        if (const int rank = rank_of_type(value); rank > 0) consider(value, rank);
        for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"})
            if (const auto member = value.FindMember(name); member != value.MemberEnd()) add(member->value, depth + 1);
    }

    Claims claims() const {
        Claims claims;
        if (article_ == nullptr) return claims;
        const Json& article = *article_;
        claims.title = text_of(article, "headline");
        if (claims.title.empty()) claims.title = text_of(article, "name");
        claims.subtitle = text_of(article, "alternativeHeadline");
        claims.published = credits::parse_date(text_of(article, "datePublished"), order_);
        claims.modified = credits::parse_date(text_of(article, "dateModified"), order_);
        claims.description = text_of(article, "description");
        claims.language = text_of(article, "inLanguage");
        claims.rights = text_of(article, "license");
        claims.url = text_of(article, "url");
        if (const auto publisher = article.FindMember("publisher"); publisher != article.MemberEnd())
            claims.publisher = name_of_party(publisher->value);
        if (const auto whole = article.FindMember("isPartOf"); whole != article.MemberEnd() && claims.publisher.empty())
            if (is_of_type(resolve(whole->value), {"WebSite", "Periodical", "Newspaper"}))
                claims.publisher = name_of_party(whole->value);
        add_contributors("author", claims.contributors, claims.organisations);
        if (claims.contributors.empty()) add_contributors("creator", claims.contributors, claims.organisations);
        add_helpers(claims);
        add_keywords(claims);
        add_images(claims);
        claims.is_paid = is_paid(article);
        claims.word_count = number_of(article, "wordCount");
        return claims;
    }

private:
    /// Keeps the object of the best type, and among these the one whose headline shares most with the title.
    void consider(const Json& object, int rank) {
        const std::string headline = text_of(object, object.HasMember("headline") ? "headline" : "name");
        const std::size_t shared = credits::shared_words(credits::words_of(headline), title_words_);
        // What is shown beside the article (a video, a review) is of no use unless it bears the page's title.
        if (rank == 2 && shared * 2 < title_words_.size()) return;
        const std::pair score(rank, shared);
        if (article_ != nullptr && score <= score_) return;
        article_ = &object;
        score_ = score;
    }

    /// Follows {"@id": ...} to the object of that name.
    const Json& resolve(const Json& value) const {
        if (!value.IsObject() || value.HasMember("name")) return value;
        const auto id = value.FindMember("@id");
        if (id == value.MemberEnd() || !id->value.IsString()) return value;
        const auto found = by_id_.find(view(id->value));
        return found == by_id_.end() ? value : *found->second;
    }

    std::string name_of_party(const Json& value) const {
        if (value.IsString()) return clean(view(value));
        const Json& party = value.IsArray() && !value.Empty() ? resolve(value[0]) : resolve(value);
        return party.IsObject() ? text_of(party, "name") : std::string();
    }

    using People = std::vector<Contributor>;

    void add_contributors(const char* name, People& persons, People& organisations) const {
        const auto member = article_->FindMember(name);
        if (member == article_->MemberEnd()) return;
        if (!member->value.IsArray()) return add_contributor(member->value, persons, organisations);
        for (const Json& element : member->value.GetArray()) {
            context_.checkpoint();
            add_contributor(element, persons, organisations);
        }
    }

    /// Those whose part has the name of schema.org's property.
    void add_helpers(Claims& claims) const {
        for (const char* role : {"editor", "translator", "illustrator", "contributor"}) {
            People people;
            People organisations;
            add_contributors(role, people, organisations);
            for (Contributor& person : people) {
                person.role = role;
                claims.helpers.push_back(std::move(person));
            }
        }
    }

    void add_contributor(const Json& value, People& persons, People& organisations) const {
        if (value.IsString()) return credits::add_people(clean(view(value)), "", persons);
        const Json& person = resolve(value);
        if (!person.IsObject()) return;
        std::string url = text_of(person, "url");
        if (!url.starts_with("http")) url.clear();
        People& people = is_of_type(person, {"Organization"}) ? organisations : persons;
        const auto names = person.FindMember("name");
        if (names == person.MemberEnd()) return;
        if (names->value.IsString()) credits::add_people(clean(view(names->value)), url, people);
        if (!names->value.IsArray()) return;
        for (const Json& each : names->value.GetArray())
            if (each.IsString()) credits::add_people(clean(view(each)), url, people);
    }

    /// The first picture in "image" that is not the publisher's logo.
    void add_images(Claims& claims) const {
        if (const auto publisher = article_->FindMember("publisher"); publisher != article_->MemberEnd())
            if (const Json& party = resolve(publisher->value); party.IsObject() && party.HasMember("logo"))
                claims.logo = image_address(party["logo"]);
        const auto member = article_->FindMember("image");
        if (member == article_->MemberEnd()) return;
        const Json* images = member->value.IsArray() ? member->value.Begin() : &member->value;
        const std::size_t count = member->value.IsArray() ? member->value.Size() : 1;
        for (std::size_t i = 0; i < count && claims.image.empty(); ++i) {
            const std::string address = image_address(images[i]);
            if (is_lead_image(address) && address != claims.logo && !is_icon(images[i])) claims.image = address;
        }
    }

    /// Of an ImageObject, or the text itself.
    std::string image_address(const Json& value) const {
        if (value.IsString()) return clean(view(value));
        const Json& image = resolve(value);
        if (!image.IsObject()) return {};
        std::string address = text_of(image, "url");
        return address.empty() ? text_of(image, "contentUrl") : address;
    }

    /// By its own measures too small to be looked at.
    bool is_icon(const Json& value) const {
        constexpr std::uint32_t smallest = 50;
        const Json& image = resolve(value);
        const auto is_small = [&](const char* side) {
            const std::uint32_t pixels = image.IsObject() ? number_of(image, side) : 0;
            return pixels != 0 && pixels < smallest;
        };
        return is_small("width") || is_small("height");
    }

    void add_keywords(Claims& claims) const {
        const auto member = article_->FindMember("keywords");
        if (member == article_->MemberEnd()) return;
        if (member->value.IsArray())
            for (const Json& each : member->value.GetArray())
                if (each.IsString()) html::add_keywords(clean(view(each)), claims.keywords);
        if (member->value.IsString()) html::add_keywords(clean(view(member->value)), claims.keywords);
    }

    Context& context_;
    credits::DayOrder order_;
    std::vector<std::string> title_words_;
    std::map<std::string_view, const Json*> by_id_;
    const Json* article_ = nullptr;
    std::pair<int, std::size_t> score_;
};

}  // namespace

Claims read_json_ld(const Dom& dom, std::string_view page_title, credits::DayOrder order, Context& context) {
    std::vector<rapidjson::Document> scripts;
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::script || !has_media_type(dom, node, "application/ld+json")) continue;
        const std::string text = without_wrapping(dom.raw_text(node));
        rapidjson::Document json;
        json.Parse<lenient_json>(text.data(), text.size());
        if (json.HasParseError())
            context.report(Severity::info, "html.json-ld-invalid", "a JSON-LD script is not JSON");
        else
            scripts.push_back(std::move(json));
    }
    ArticleFinder finder(page_title, order, context);
    for (const rapidjson::Document& json : scripts) finder.add(json);
    return finder.claims();
}

}  // namespace offprint::html
