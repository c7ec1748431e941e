#include "mapping/image_source.hpp"

#include <algorithm>
#include <array>

#include "dom/space.hpp"
#include "offprint/local_loader.hpp"
#include "offprint/resource.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_placeholder = 1024;
constexpr double widest_wanted = 2600;  // no e-reader shows more

/// "640w" or "2x" as a number; 1 for anything else.
double descriptor_size(std::string_view text) {
    double value = 0;
    double digit = 1;
    bool fraction = false;
    for (char c : text) {
        if (c == '.') {
            fraction = true;
        } else if (c < '0' || c > '9') {
            break;
        } else if (fraction) {
            digit /= 10;
            value += (c - '0') * digit;
        } else {
            value = value * 10 + (c - '0');
        }
    }
    return value == 0 ? 1 : value;
}

/// What lazy loaders put into src until a script runs: an empty or tiny image.
bool is_placeholder(std::string_view source) {
    if (source.empty() || source.starts_with("about:") || source.front() == '#') return true;
    if (source.starts_with("data:")) return source.size() < longest_placeholder;
    const std::string lower = to_lower_ascii(source);
    for (std::string_view word : {"placeholder", "spacer.gif", "blank.gif", "pixel.gif", "transparent.gif", "1x1."})
        if (lower.find(word) != std::string::npos) return true;
    return false;
}

bool is_relative(std::string_view reference) {
    return url_scheme(reference).empty() && !reference.starts_with("//");
}

std::string first_attribute(const Dom& dom, NodeIndex node, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names)
        if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty()) return std::string(value);
    return {};
}

}  // namespace

std::string largest_candidate(std::string_view srcset) {
    std::string best;
    double best_size = 0;
    while (true) {
        while (!srcset.empty() && (is_space(srcset.front()) || srcset.front() == ',')) srcset.remove_prefix(1);
        if (srcset.empty()) return best;
        std::size_t end = 0;
        while (end < srcset.size() && !is_space(srcset[end])) ++end;
        std::string_view url = srcset.substr(0, end);
        srcset.remove_prefix(end);
        double size = 1;
        if (url.ends_with(',')) {
            while (url.ends_with(',')) url.remove_suffix(1);
        } else {
            const std::size_t comma = std::min(srcset.find(','), srcset.size());
            size = descriptor_size(trim(srcset.substr(0, comma)));
            srcset.remove_prefix(comma);
        }
        if (size > best_size && (best.empty() || size <= widest_wanted)) {
            best = url;
            best_size = size;
        }
    }
}

std::string image_source(const Dom& dom, NodeIndex image) {
    const std::string source(trim(dom.attribute(image, "src")));
    const bool usable = !is_placeholder(source);
    const std::string lazy = first_attribute(dom, image,
                                             {"data-src", "data-original", "data-lazy-src", "data-original-src",
                                              "data-url", "data-hi-res-src", "data-full-src", "data-img-src"});
    const std::string set = largest_candidate(first_attribute(
        dom, image, {"data-srcset", "data-lazy-srcset", usable && is_relative(source) ? "" : "srcset"}));
    // A saved page has its own copy beside it: a relative src, while the set still points to the site.
    if (usable && is_relative(source)) return source;
    if (!set.empty() && !is_placeholder(set)) return set;
    if (!lazy.empty() && !is_placeholder(lazy)) return lazy;
    // Called like a placeholder, but nothing would take its place and somebody says what it shows.
    const bool is_described = !trim(dom.attribute(image, "alt")).empty() && url_scheme(source) != "data";
    return usable || is_described ? source : std::string();
}

std::string small_image(const Dom& dom, NodeIndex image) {
    constexpr int dot = 2;  // pixels: a spacer or a counter of readers
    const std::string_view source = trim(dom.attribute(image, "src"));
    if (!source.starts_with("data:") || source.size() >= longest_placeholder) return {};
    std::string reason;
    const auto decoder = make_local_loader({});  // without a folder it reads data: URLs only
    const std::optional<std::string> bytes = decoder->load(source, longest_placeholder, reason);
    const std::optional<ImageInfo> info = bytes ? sniff_image(*bytes) : std::nullopt;
    if (!info) return {};
    const bool is_dot = info->width > 0 && info->width <= dot && info->height > 0 && info->height <= dot;
    return is_dot ? std::string() : std::string(source);
}

}  // namespace offprint::html
