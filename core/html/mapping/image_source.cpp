#include "html/mapping/image_source.hpp"

#include <algorithm>
#include <array>

#include "html/dom/space.hpp"
#include "html/mapping/values.hpp"
#include "offprint/resource.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::size_t longest_placeholder = 1024;
constexpr std::size_t longest_address = 8 * 1024;
constexpr double enough = 1000;  // pixels: nearly as many as e-readers show
constexpr double wanted = 1200;
constexpr double usual_width = 800;  // of an image that nobody measured, at one pixel a CSS pixel

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

/// The picture blurred or in a width of two digits, which some services show until the picture itself is there.
bool is_preview(std::string_view source) {
    const std::string lower = to_lower_ascii(source);
    if (lower.find("blur") != std::string::npos) return true;
    for (std::string_view key : {"/w", "w=", "w_", "width=", "width-", "resize="})
        for (std::size_t at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
            const std::size_t digits = at + key.size();
            const std::size_t end = std::min(lower.find_first_not_of("0123456789", digits), lower.size());
            if (end - digits == 1 || end - digits == 2) return true;
        }
    return false;
}

bool is_relative(std::string_view reference) {
    return url_scheme(reference).empty() && !reference.starts_with("//");
}

std::string_view first_attribute(const Dom& dom, NodeIndex node, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names)
        if (const std::string_view value = trim(dom.attribute(node, name)); !value.empty()) return value;
    return {};
}

}  // namespace

bool names_image_file(std::string_view value) {
    if (value.size() > longest_address) return false;
    const std::string path = to_lower_ascii(value.substr(0, value.find_first_of("?#")));
    if (std::any_of(path.begin(), path.end(), is_space)) return false;
    for (std::string_view ending : {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
        if (path.ends_with(ending)) return true;
    return false;
}

namespace {

std::string_view lazy_source(const Dom& dom, NodeIndex image) {
    const std::string_view named = first_attribute(dom, image,
                                                   {"data-src", "data-original", "data-lazy-src", "data-original-src",
                                                    "data-url", "data-hi-res-src", "data-full-src", "data-img-src"});
    if (!named.empty()) return is_placeholder(named) ? std::string_view() : named;
    for (const DomAttribute& attribute : dom.attributes(image))
        if (attribute.name.starts_with("data-") && names_image_file(trim(attribute.value)))
            return trim(attribute.value);
    return {};
}

/// A lazy loader's set before the one that browsers see, which may be of placeholders.
std::string_view srcset_of(const Dom& dom, NodeIndex image) {
    for (const DomAttribute& attribute : dom.attributes(image)) {
        const bool is_lazy = attribute.name.starts_with("data-") && attribute.name.ends_with("srcset");
        if (is_lazy && !trim(attribute.value).empty()) return trim(attribute.value);
    }
    return trim(dom.attribute(image, "srcset"));
}

const ImageCandidate* best_of(const std::vector<ImageCandidate>& candidates) {
    const ImageCandidate* best = nullptr;
    for (const ImageCandidate& candidate : candidates) {
        if (is_placeholder(candidate.url)) continue;
        const bool is_better =
            best == nullptr || (best->width < wanted ? candidate.width > best->width
                                                     : candidate.width >= wanted && candidate.width < best->width);
        if (is_better) best = &candidate;
    }
    return best;
}

double width_of(std::string_view source, double declared, const std::vector<ImageCandidate>& candidates) {
    for (const ImageCandidate& candidate : candidates)
        if (candidate.url == source) return candidate.width;
    return declared;
}

/// A drawing without anything drawn: what keeps the place of a picture free.
bool is_blank_drawing(std::string_view svg) {
    for (std::string_view shape :
         {"<path", "<rect", "<circle", "<ellipse", "<line", "<poly", "<text", "<image", "<use"})
        if (svg.find(shape) != std::string_view::npos) return false;
    return true;
}

}  // namespace

std::string_view file_name(std::string_view source) {
    source = source.substr(0, source.find_first_of("?#"));
    return source.substr(source.rfind('/') + 1);  // npos + 1 is 0
}

std::string picture_name(std::string_view address) {
    if (address.size() > longest_address) return {};
    std::string inner;
    // Programs that resize pictures take the address as a parameter.
    if (const std::size_t at = address.find("?url="); at != std::string_view::npos) {
        const std::string_view parameter = address.substr(at + 5);
        inner = percent_decode(parameter.substr(0, parameter.find('&')));
        address = inner;
    }
    std::string name(file_name(address));
    const std::size_t point = std::min(name.rfind('.'), name.size());
    const std::size_t size = std::min(name.find_last_of("-_", point), point);
    const std::string_view part = std::string_view(name).substr(size, point - size);
    const std::size_t digits = part.find_first_not_of("0123456789", 1);
    const bool is_size = digits != std::string_view::npos && digits > 1 && part[digits] == 'x' &&
                         digits + 1 < part.size() &&
                         part.find_first_not_of("0123456789", digits + 1) == std::string_view::npos;
    if (is_size || part.substr(std::min<std::size_t>(1, part.size())) == "scaled") name.erase(size, point - size);
    return name;
}

std::vector<ImageCandidate> image_candidates(std::string_view srcset, double declared_width) {
    std::vector<ImageCandidate> candidates;
    while (true) {
        while (!srcset.empty() && (is_space(srcset.front()) || srcset.front() == ',')) srcset.remove_prefix(1);
        if (srcset.empty()) return candidates;
        std::size_t end = 0;
        while (end < srcset.size() && !is_space(srcset[end])) ++end;
        std::string_view url = srcset.substr(0, end);
        srcset.remove_prefix(end);
        std::string_view descriptor;
        if (url.ends_with(',')) {
            while (url.ends_with(',')) url.remove_suffix(1);
        } else {
            const std::size_t comma = std::min(srcset.find(','), srcset.size());
            descriptor = trim(srcset.substr(0, comma));
            srcset.remove_prefix(comma);
        }
        const double size = descriptor_size(descriptor);
        const double one_to_one = declared_width > 0 ? declared_width : usual_width;
        candidates.push_back({url, descriptor.ends_with('w') ? size : size * one_to_one});
    }
}

std::string_view image_source(const Dom& dom, NodeIndex image) {
    const std::string_view source = trim(dom.attribute(image, "src"));
    const bool usable = !is_placeholder(source);
    // A saved page has its own copy beside it: a relative src, while the set still points to the site.
    if (usable && is_relative(source)) return source;
    const std::string_view lazy = usable && !is_preview(source) ? std::string_view() : lazy_source(dom, image);
    const std::string_view shown = usable && lazy.empty() ? source : lazy;
    const double declared = parse_integer(dom.attribute(image, "width")).value_or(0);
    const std::vector<ImageCandidate> candidates = image_candidates(srcset_of(dom, image), declared);
    const double width = shown.empty() ? 0 : width_of(shown, declared, candidates);
    const ImageCandidate* best = width < enough ? best_of(candidates) : nullptr;
    if (best != nullptr && best->width > width) return best->url;
    if (!shown.empty()) return shown;
    // Called like a placeholder, but nothing would take its place and somebody says what it shows.
    const bool is_described = !trim(dom.attribute(image, "alt")).empty() && url_scheme(source) != "data";
    return is_described ? source : std::string_view();
}

std::string_view held_image(const Dom& dom, NodeIndex image, const LinkResolver& links) {
    if (links.container().parts.empty()) return {};
    for (const DomAttribute& attribute : dom.attributes(image)) {
        const bool is_source = attribute.name == "src" || attribute.name.starts_with("data-");
        if (is_source && !is_placeholder(attribute.value) && links.holds(attribute.value)) return trim(attribute.value);
        if (!attribute.name.ends_with("srcset")) continue;
        for (const ImageCandidate& candidate : image_candidates(attribute.value, 0))
            if (links.holds(candidate.url)) return candidate.url;
    }
    return {};
}

bool keeps_a_place(std::string_view source) {
    constexpr int dot = 2;  // pixels: a spacer or a counter of readers
    if (!source.starts_with("data:") || source.size() >= longest_placeholder) return false;
    std::string bytes(source);
    const std::optional<ImageInfo> info = decode_data_url(bytes) ? sniff_image(bytes) : std::nullopt;
    if (!info || (info->media_type == "image/svg+xml" && is_blank_drawing(bytes))) return true;
    return info->width > 0 && info->width <= dot && info->height > 0 && info->height <= dot;
}

std::string_view small_image(const Dom& dom, NodeIndex image) {
    const std::string_view source = trim(dom.attribute(image, "src"));
    return source.starts_with("data:") && source.size() < longest_placeholder && !keeps_a_place(source)
               ? source
               : std::string_view();
}

}  // namespace offprint::html
