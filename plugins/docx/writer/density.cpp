#include "density.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace offprint::docx {

namespace {

/// Numbers out of a header; reading past the end gives 0.
class Header {
public:
    explicit Header(std::string_view bytes, bool big_endian = true) : bytes_(bytes), big_endian_(big_endian) {}

    unsigned byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    unsigned two(std::size_t at) const {
        return big_endian_ ? byte(at) << 8 | byte(at + 1) : byte(at) | byte(at + 1) << 8;
    }
    std::uint32_t four(std::size_t at) const {
        const std::uint32_t first = two(at);
        const std::uint32_t second = two(at + 2);
        return big_endian_ ? first << 16 | second : first | second << 16;
    }
    bool has(std::size_t at, std::string_view text) const {
        return at <= bytes_.size() && bytes_.substr(at).starts_with(text);
    }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
    bool big_endian_;
};

int plausible(double across, double down) {
    constexpr double least = 20;
    constexpr double most = 2400;
    return across == down && across >= least && across <= most ? static_cast<int>(across + 0.5) : 0;
}

int png_density(const Header& png) {
    constexpr std::size_t around_data = 12;
    constexpr double inches_per_metre = 0.0254;
    for (std::size_t at = 8; at + around_data <= png.size(); at += around_data + png.four(at)) {
        if (png.has(at + 4, "IDAT")) break;
        if (png.has(at + 4, "pHYs") && png.byte(at + 16) == 1)
            return plausible(png.four(at + 8) * inches_per_metre, png.four(at + 12) * inches_per_metre);
    }
    return 0;
}

/// The first directory of a TIFF file (TIFF 6.0, section 2), which is what EXIF is.
class ExifDirectory {
public:
    explicit ExifDirectory(std::string_view tiff) : header_(tiff, tiff.starts_with("MM")) {}

    int density() const {
        constexpr unsigned x_resolution = 282;
        constexpr unsigned y_resolution = 283;
        constexpr unsigned resolution_unit = 296;
        constexpr unsigned centimetre = 3;
        const bool is_metric = header_.two(entry(resolution_unit) + 8) == centimetre;
        const double scale = is_metric ? 2.54 : 1;
        return plausible(ratio(x_resolution) * scale, ratio(y_resolution) * scale);
    }

private:
    /// Where the entry of a tag begins; behind the end where there is none.
    std::size_t entry(unsigned tag) const {
        const std::size_t directory = header_.four(4);
        const std::size_t entries = std::min<std::size_t>(header_.two(directory), 512);
        for (std::size_t i = 0; i < entries; ++i)
            if (header_.two(directory + 2 + i * 12) == tag) return directory + 2 + i * 12;
        return header_.size();
    }

    double ratio(unsigned tag) const {
        const std::size_t place = header_.four(entry(tag) + 8);
        const std::uint32_t divisor = header_.four(place + 4);
        return divisor == 0 ? 0 : static_cast<double>(header_.four(place)) / divisor;
    }

    Header header_;
};

/// Unit (1: inch, 2: centimetre) and densities follow the version.
int jfif_density(const Header& jpeg, std::size_t segment) {
    const unsigned unit = jpeg.byte(segment + 7);
    const double scale = unit == 2 ? 2.54 : 1;
    return unit == 0 ? 0 : plausible(jpeg.two(segment + 8) * scale, jpeg.two(segment + 10) * scale);
}

/// The first segment before the picture that says something.
int jpeg_density(std::string_view bytes) {
    using namespace std::string_view_literals;
    const Header jpeg(bytes);
    for (std::size_t at = 2; at + 4 <= jpeg.size() && jpeg.byte(at) == 0xFF;) {
        const unsigned marker = jpeg.byte(at + 1);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        if (marker < 0xE0 || marker > 0xEF) break;
        int density = 0;
        if (jpeg.has(at + 4, "JFIF\0"sv)) density = jfif_density(jpeg, at + 4);
        const std::size_t length = std::max(2U, jpeg.two(at + 2));
        if (jpeg.has(at + 4, "Exif\0\0"sv)) density = ExifDirectory(bytes.substr(at + 10, length)).density();
        if (density != 0) return density;
        at += 2 + length;
    }
    return 0;
}

}  // namespace

int picture_density(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_density(Header(bytes));
    if (bytes.starts_with("\xFF\xD8")) return jpeg_density(bytes);
    return 0;
}

}  // namespace offprint::docx
