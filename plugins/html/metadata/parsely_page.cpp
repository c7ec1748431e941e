#include "metadata/parsely_page.hpp"

#include <rapidjson/document.h>

#include "credits/people.hpp"
#include "metadata/json_text.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

std::string text_of(const rapidjson::Value& value) {
    if (!value.IsString()) return {};
    return collapse_space(clean_xml_text(unescape_html({value.GetString(), value.GetStringLength()})));
}

std::string member_text(const rapidjson::Value& page, const char* name) {
    const auto member = page.FindMember(name);
    return member == page.MemberEnd() ? std::string() : text_of(member->value);
}

}  // namespace

Claims read_parsely_page(const Dom& dom, credits::DayOrder order, Context& context) {
    Claims claims;
    for (NodeIndex node = dom.head(); node < dom.end(dom.head()); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::meta || dom.attribute(node, "name") != "parsely-page") continue;
        const std::string_view text = dom.attribute(node, "content");
        rapidjson::Document page;
        page.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
        if (page.HasParseError() || !page.IsObject()) continue;
        claims.title = member_text(page, "title");
        claims.published = credits::parse_date(member_text(page, "pub_date"), order);
        credits::add_people(member_text(page, "author"), "", claims.contributors);
        const rapidjson::Value& fields = page;
        const auto authors = fields.FindMember("authors");
        if (authors == fields.MemberEnd() || !authors->value.IsArray()) continue;
        for (const rapidjson::Value& author : authors->value.GetArray())
            credits::add_people(text_of(author), "", claims.contributors);
    }
    return claims;
}

}  // namespace offprint::html
