#include "html/dom/tag.hpp"

#include <algorithm>
#include <array>

namespace offprint::html {

namespace {

constexpr std::string_view names[] = {
#define OFFPRINT_NAME(tag, name) name,
    OFFPRINT_HTML_TAGS(OFFPRINT_NAME)
#undef OFFPRINT_NAME
};
static_assert(std::is_sorted(std::begin(names), std::end(names)), "names are found by binary search");

constexpr auto first_element = static_cast<std::uint8_t>(Tag::a);

}  // namespace

Tag tag_from_name(std::string_view name) {
    const auto found = std::lower_bound(std::begin(names), std::end(names), name);
    if (found == std::end(names) || *found != name) return Tag::unknown;
    return static_cast<Tag>(first_element + (found - std::begin(names)));
}

bool is_void(Tag tag) {
    switch (tag) {
        case Tag::area:
        case Tag::base:
        case Tag::br:
        case Tag::col:
        case Tag::embed:
        case Tag::hr:
        case Tag::img:
        case Tag::input:
        case Tag::link:
        case Tag::meta:
        case Tag::param:
        case Tag::source:
        case Tag::track:
        case Tag::wbr:
            return true;
        default:
            return false;
    }
}

bool is_raw_text(Tag tag) {
    switch (tag) {
        case Tag::iframe:
        case Tag::noembed:
        case Tag::noframes:
        case Tag::plaintext:
        case Tag::script:
        case Tag::style:
        case Tag::textarea:
        case Tag::title:
        case Tag::xmp:
            return true;
        default:
            return false;
    }
}

bool is_phrasing(Tag tag) {
    switch (tag) {
        case Tag::text:
        case Tag::unknown:
        case Tag::a:
        case Tag::abbr:
        case Tag::acronym:
        case Tag::b:
        case Tag::bdi:
        case Tag::bdo:
        case Tag::big:
        case Tag::br:
        case Tag::cite:
        case Tag::code:
        case Tag::data:
        case Tag::del:
        case Tag::dfn:
        case Tag::em:
        case Tag::font:
        case Tag::i:
        case Tag::img:
        case Tag::ins:
        case Tag::kbd:
        case Tag::label:
        case Tag::mark:
        case Tag::math:
        case Tag::output:
        case Tag::picture:
        case Tag::q:
        case Tag::rb:
        case Tag::rp:
        case Tag::rt:
        case Tag::rtc:
        case Tag::ruby:
        case Tag::s:
        case Tag::samp:
        case Tag::small:
        case Tag::span:
        case Tag::strike:
        case Tag::strong:
        case Tag::sub:
        case Tag::sup:
        case Tag::svg:
        case Tag::time:
        case Tag::tt:
        case Tag::u:
        case Tag::var:
        case Tag::wbr:
            return true;
        default:
            return false;
    }
}

}  // namespace offprint::html
