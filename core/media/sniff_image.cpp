#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "offprint/resource.hpp"
#include "offprint/text.hpp"

namespace offprint {

bool Resource::operator==(const Resource& other) const {
    const auto same = [](const auto& one, const auto& two) { return one && two ? *one == *two : one == two; };
    return same(bytes, other.bytes) && same(drawing, other.drawing) && media_type == other.media_type &&
           source_url == other.source_url && width == other.width && height == other.height;
}

namespace {

/// Numbers out of a header; reading past the end gives 0.
class Bytes {
public:
    explicit Bytes(std::string_view text) : text_(text) {}

    std::size_t size() const { return text_.size(); }
    unsigned at(std::size_t i) const { return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0; }
    unsigned big16(std::size_t i) const { return at(i) << 8 | at(i + 1); }
    unsigned little16(std::size_t i) const { return at(i) | at(i + 1) << 8; }
    unsigned little24(std::size_t i) const { return little16(i) | at(i + 2) << 16; }
    std::uint32_t big32(std::size_t i) const { return std::uint32_t{big16(i)} << 16 | big16(i + 2); }
    std::uint32_t little32(std::size_t i) const {
        return std::uint32_t{little16(i)} | std::uint32_t{little16(i + 2)} << 16;
    }
    bool has(std::size_t i, std::string_view text) const {
        return i <= text_.size() && text_.substr(i).starts_with(text);
    }

private:
    std::string_view text_;
};

/// A size from a header that may claim anything.
int pixels(std::uint32_t value) {
    return value > 0x7FFFFFFF ? 0 : static_cast<int>(value);
}

/// PNG (W3C), section 5.3: chunks tell their length, and the last is IEND.
bool has_png_end(const Bytes& bytes) {
    constexpr std::size_t around_data = 12;
    for (std::size_t at = 8; at + around_data <= bytes.size(); at += around_data + bytes.big32(at))
        if (bytes.has(at + 4, "IEND")) return true;
    return false;
}

/// PNG (W3C), section 11.2.1: IHDR comes first.
ImageInfo read_png(const Bytes& bytes) {
    constexpr std::size_t header_end = 29;
    ImageInfo info{"image/png", "png", 0, 0, false};
    if (bytes.size() < header_end) return info;
    info.width = pixels(bytes.big32(16));
    info.height = pixels(bytes.big32(20));
    info.truncated = !has_png_end(bytes);
    return info;
}

/// The first directory of a TIFF file (TIFF 6.0, section 2), which is what EXIF is too.
class TiffDirectory {
public:
    explicit TiffDirectory(std::string_view tiff) : bytes_(tiff), big_(bytes_.has(0, "MM")) {}

    /// The first value of a tag; 0 where there is none.
    std::uint32_t value(unsigned tag) const {
        const std::size_t directory = read32(4);
        const std::size_t entries = std::min<std::size_t>(read16(directory), 512);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = directory + 2 + i * 12;
            const bool is_short = read16(entry + 2) == 3;
            if (read16(entry) == tag) return is_short ? read16(entry + 8) : read32(entry + 8);
        }
        return 0;
    }

private:
    unsigned read16(std::size_t i) const { return big_ ? bytes_.big16(i) : bytes_.little16(i); }
    std::uint32_t read32(std::size_t i) const { return big_ ? bytes_.big32(i) : bytes_.little32(i); }

    Bytes bytes_;
    bool big_;
};

/// Exif 2.32, section 4.6.4: any orientation but 1 turns or mirrors the picture.
bool is_turned(std::string_view exif) {
    const std::uint32_t orientation = TiffDirectory(exif).value(274);
    return orientation >= 2 && orientation <= 8;
}

/// ITU T.81, annex B: the size stands in the first start-of-frame segment.
ImageInfo read_jpeg(std::string_view text) {
    const Bytes bytes(text);
    ImageInfo info{"image/jpeg", "jpg", 0, 0, false};
    bool has_exif = false;  // the first counts
    for (std::size_t at = 2; at + 4 <= bytes.size() && bytes.at(at) == 0xFF;) {
        const unsigned marker = bytes.at(at + 1);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) {
            info.height = static_cast<int>(bytes.big16(at + 5));
            info.width = static_cast<int>(bytes.big16(at + 7));
            info.cmyk = bytes.at(at + 9) == 4;
            // No coded pixels hold the two bytes of the end of the image; a preview in a segment before does.
            const std::size_t end = text.rfind("\xFF\xD9");
            info.truncated = end == std::string_view::npos || end < at;
            break;
        }
        if (marker == 0xDA || marker == 0xD9) break;
        const std::size_t length = std::max(2U, bytes.big16(at + 2));
        if (marker == 0xE1 && !has_exif && bytes.has(at + 4, std::string_view("Exif\0\0", 6))) {
            has_exif = true;
            info.turned = is_turned(text.substr(at + 10, length));
        }
        at += 2 + length;
    }
    return info;
}

std::size_t skip_gif_blocks(const Bytes& bytes, std::size_t at) {
    while (at < bytes.size() && bytes.at(at) != 0) at += 1 + bytes.at(at);
    return at + 1;
}

/// GIF89a, sections 18 to 24: more than one image descriptor makes an animation. Many files lack the trailer, which
/// nobody misses, but not the end of the first picture.
ImageInfo read_gif(const Bytes& bytes) {
    ImageInfo info{"image/gif", "gif", static_cast<int>(bytes.little16(6)), static_cast<int>(bytes.little16(8)), false};
    const auto table_size = [](unsigned flags) { return (flags & 0x80U) != 0 ? 3U << ((flags & 7U) + 1) : 0U; };
    int frames = 0;
    for (std::size_t at = 13 + table_size(bytes.at(10)); at < bytes.size();) {
        const unsigned kind = bytes.at(at);
        if (kind == 0x21) {
            at = skip_gif_blocks(bytes, at + 2);
        } else if (kind == 0x2C) {
            if (++frames == 2) break;
            at = skip_gif_blocks(bytes, at + 11 + table_size(bytes.at(at + 9)));
            info.truncated = at > bytes.size();
        } else {
            break;
        }
    }
    info.animated = frames > 1;
    if (frames == 0) info.width = info.height = 0;
    return info;
}

/// WebP container specification: VP8X, VP8L or VP8 chunk first.
ImageInfo read_webp(const Bytes& bytes) {
    ImageInfo info{"image/webp", "webp", 0, 0, false};
    if (bytes.has(12, "VP8X")) {
        info.width = static_cast<int>(bytes.little24(24) + 1);
        info.height = static_cast<int>(bytes.little24(27) + 1);
        info.animated = (bytes.at(20) & 0x02U) != 0;
    } else if (bytes.has(12, "VP8L")) {
        const std::uint32_t bits = bytes.little32(21);
        info.width = static_cast<int>((bits & 0x3FFFU) + 1);
        info.height = static_cast<int>((bits >> 14 & 0x3FFFU) + 1);
    } else if (bytes.has(12, "VP8 ")) {
        info.width = static_cast<int>(bytes.little16(26) & 0x3FFFU);
        info.height = static_cast<int>(bytes.little16(28) & 0x3FFFU);
    }
    return info;
}

/// ISO/IEC 14496-12, section 4.3: the file type box comes first, with its own size before.
bool is_avif(const Bytes& bytes) {
    return (bytes.has(4, "ftypavif") || bytes.has(4, "ftypavis")) && bytes.big32(0) <= bytes.size();
}

/// ISO/IEC 23008-12: the size is in an `ispe` box, somewhere in the first `meta` box.
ImageInfo read_avif(std::string_view text) {
    const Bytes bytes(text);
    ImageInfo info{"image/avif", "avif", 0, 0, bytes.has(8, "avis")};
    constexpr std::size_t searched = 4096;
    const std::size_t box = text.substr(0, searched).find("ispe");
    if (box != std::string_view::npos) {
        info.width = pixels(bytes.big32(box + 8));
        info.height = pixels(bytes.big32(box + 12));
    }
    return info;
}

ImageInfo read_bmp(const Bytes& bytes) {
    const std::uint32_t height = bytes.little32(22);
    const bool top_down = height > 0x7FFFFFFF;
    return {"image/bmp", "bmp", pixels(bytes.little32(18)), pixels(top_down ? ~height + 1 : height), false};
}

/// TIFF 6.0, section 8: tags 256 and 257.
ImageInfo read_tiff(std::string_view text) {
    const TiffDirectory directory(text);
    return {"image/tiff", "tif", pixels(directory.value(256)), pixels(directory.value(257)), false};
}

/// The value of an attribute in a start tag; empty when it is not there.
std::string_view attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        std::size_t after = at + name.size();
        if (at == 0 || std::string_view(" \t\r\n").find(tag[at - 1]) == std::string_view::npos) continue;
        while (after < tag.size() && tag[after] == ' ') ++after;
        if (after >= tag.size() || tag[after] != '=') continue;
        const std::size_t open = tag.find_first_of("\"'", after);
        if (open == std::string_view::npos) return {};
        const std::size_t close = tag.find(tag[open], open + 1);
        return close == std::string_view::npos ? std::string_view() : tag.substr(open + 1, close - open - 1);
    }
    return {};
}

/// A length in CSS pixels; 0 for percentages, other units and nonsense.
int svg_length(std::string_view value) {
    value = trim(value);
    int number = 0;
    std::size_t i = 0;
    for (; i < value.size() && value[i] >= '0' && value[i] <= '9' && number < 100'000; ++i)
        number = number * 10 + (value[i] - '0');
    if (i < value.size() && value[i] == '.')
        for (++i; i < value.size() && value[i] >= '0' && value[i] <= '9';) ++i;
    const std::string_view unit = value.substr(i);
    return unit.empty() || unit == "px" ? number : 0;
}

/// The third and fourth numbers of a viewBox.
void read_view_box(std::string_view box, ImageInfo& info) {
    int numbers[4] = {};
    for (int& number : numbers) {
        const std::size_t begin = box.find_first_not_of(" ,\t\r\n");
        if (begin == std::string_view::npos) return;
        const std::size_t end = std::min(box.find_first_of(" ,\t\r\n", begin), box.size());
        number = svg_length(box.substr(begin, end - begin));
        box.remove_prefix(end);
    }
    info.width = numbers[2];
    info.height = numbers[3];
}

/// An `svg` start tag near the beginning, after an XML declaration, comments and a DOCTYPE at most.
std::optional<ImageInfo> read_svg(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!trim(text.substr(0, 256)).starts_with('<')) return std::nullopt;
    constexpr std::size_t searched = 8192;
    const std::string_view head = text.substr(0, searched);
    const std::size_t open = head.find("<svg");
    if (open == std::string_view::npos || head.substr(0, open).find("<html") != std::string_view::npos)
        return std::nullopt;
    const std::string_view tag = head.substr(open, head.find('>', open) - open);
    ImageInfo info{"image/svg+xml", "svg", svg_length(attribute(tag, "width")), svg_length(attribute(tag, "height")),
                   false};
    if (info.width == 0 || info.height == 0) read_view_box(attribute(tag, "viewBox"), info);
    return info;
}

std::optional<ImageInfo> sniff_raster(std::string_view text) {
    const Bytes bytes(text);
    if (bytes.has(0, "\x89PNG\r\n\x1A\n") && bytes.has(12, "IHDR")) return read_png(bytes);
    if (bytes.has(0, "\xFF\xD8\xFF")) return read_jpeg(text);
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) return read_gif(bytes);
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) return read_webp(bytes);
    if (bytes.has(0, "BM") && bytes.little32(14) >= 40 && bytes.little32(14) <= 124) return read_bmp(bytes);
    if (bytes.has(0, std::string_view("II*\0", 4)) || bytes.has(0, std::string_view("MM\0*", 4)))
        return read_tiff(text);
    return std::nullopt;
}

}  // namespace

std::optional<ImageInfo> sniff_image(std::string_view bytes) {
    if (const std::optional<ImageInfo> info = sniff_raster(bytes)) {
        // Cut off in its header, or claiming a size that no image has: no reading system shows it.
        return info->width > 0 && info->height > 0 ? info : std::nullopt;
    }
    if (is_avif(Bytes(bytes))) return read_avif(bytes);
    return read_svg(bytes);
}

}  // namespace offprint
