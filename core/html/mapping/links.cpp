#include "html/mapping/links.hpp"

#include <algorithm>
#include <array>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// An address may be repeated in every paragraph of a page, and every relative one repeats the base.
constexpr std::size_t longest_address = 8 * 1024;

std::string_view without_fragment(std::string_view url) {
    return url.substr(0, url.find('#'));
}

bool is_tracker(std::string_view parameter) {
    static constexpr std::array<std::string_view, 16> names{
        "_hsenc", "_hsmi",   "dclid",   "fbclid", "gbraid",  "gclid",  "igshid",   "mc_cid",
        "mc_eid", "mkt_tok", "msclkid", "twclid", "vero_id", "wbraid", "wickedid", "yclid"};
    const std::string name = to_lower_ascii(parameter);
    return name.starts_with("utm_") || std::binary_search(names.begin(), names.end(), std::string_view(name));
}

std::string_view base_reference(const Dom& dom) {
    for (NodeIndex node = dom.head(); node < dom.end(dom.head()); ++node)
        if (dom.tag(node) == Tag::base && dom.has_attribute(node, "href")) return trim(dom.attribute(node, "href"));
    return {};
}

}  // namespace

LinkResolver::LinkResolver(const Dom& dom, std::string_view page_url, const Container& container, Context& context,
                           bool strip_trackers)
    : dom_(dom),
      container_(container),
      context_(context),
      strip_trackers_(strip_trackers),
      page_(page_url),
      base_(resolve_url(page_url, base_reference(dom))) {
    if (base_.empty()) base_ = page_;
    if (base_.size() > longest_address) {
        context.report(Severity::info, "html.link-dropped", "the page's base address is longer than 8 KiB");
        base_.clear();
    }
    const std::string scheme = url_scheme(base_);
    if (scheme != "http" && scheme != "https") base_.clear();
}

std::string_view LinkResolver::fragment(std::string_view reference) const {
    reference = trim(reference);
    if (reference.size() > longest_address) return {};
    const std::size_t hash = reference.find('#');
    if (hash == std::string_view::npos) return {};
    const std::string_view raw = reference.substr(hash + 1);
    // Word processors write the name of the file that the page once was before those of notes.
    const bool is_note = raw.starts_with("_ftn") || raw.starts_with("_edn");
    if (hash != 0 && !is_note &&
        (page_.empty() || resolve_url(base_, without_fragment(reference)) != without_fragment(page_)))
        return {};
    NodeIndex target = dom_.by_id(raw);
    if (target == no_node) target = dom_.by_id(percent_decode(raw));
    if (target == no_node) return {};
    const std::string_view id = dom_.attribute(target, "id");
    return id.empty() ? dom_.attribute(target, "name") : id;
}

std::optional<std::string> LinkResolver::link(std::string_view reference, SourceRange range) const {
    reference = trim(reference);
    if (reference.size() > longest_address) return drop("a link of more than 8 KiB; its text is kept", range);
    if (const std::string_view id = fragment(reference); !id.empty()) return "#" + std::string(id);
    if (reference.empty() || reference.front() == '#') return std::nullopt;
    if (url_scheme(reference).empty() && base_.empty()) {
        context_.report(Severity::info, "html.link-unresolved",
                        "a relative link leads nowhere without --base-url; its text is kept", range);
        return std::nullopt;
    }
    std::string url = absolute(reference);
    if (!url.empty()) return strip_trackers_ ? without_trackers(url) : url;
    return drop("a link of a script, data or unknown kind, or of more than 8 KiB; its text is kept", range);
}

std::nullopt_t LinkResolver::drop(const char* message, SourceRange range) const {
    context_.report(Severity::info, "html.link-dropped", message, range);
    return std::nullopt;
}

std::string LinkResolver::absolute(std::string_view reference) const {
    reference = trim(reference);
    if (reference.empty() || reference.size() > longest_address) return {};
    const std::string url = encode_url(resolve_url(base_, reference));
    return url.size() <= longest_address && is_safe_link(url) ? url : std::string();
}

std::string without_trackers(const std::string& url) {
    const std::size_t question = url.find('?');
    const std::size_t hash = std::min(url.find('#'), url.size());
    if (question >= hash) return url;
    std::string result = url.substr(0, question);
    char separator = '?';
    for (std::size_t begin = question + 1; begin < hash;) {
        const std::size_t end = std::min(url.find('&', begin), hash);
        const std::string_view parameter = std::string_view(url).substr(begin, end - begin);
        if (!is_tracker(parameter.substr(0, parameter.find('=')))) {
            result += separator;
            result += parameter;
            separator = '&';
        }
        begin = end + 1;
    }
    return result + url.substr(hash);
}

}  // namespace offprint::html
