#include "worker/bitmap.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace offprint::image {

namespace {

constexpr std::size_t file_header_size = 14;

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

/// One colour of a pixel: the bits that a mask names, stretched to 0..255.
struct Channel {
    std::uint32_t mask = 0;

    unsigned char of(std::uint32_t pixel) const {
        const std::uint32_t most = mask >> std::countr_zero(mask);
        return static_cast<unsigned char>(std::uint64_t{(pixel & mask) >> std::countr_zero(mask)} * 255 / most);
    }
};

/// The fields of BITMAPINFOHEADER and its successors that say how to read the rows.
class Decoder {
public:
    explicit Decoder(std::string_view bytes)
        : bytes_(bytes),
          header_size_(little(bytes, 14, 4)),
          depth_(little(bytes, 28, 2)),
          compression_(little(bytes, 30, 4)) {}

    bool decode(Bitmap& bitmap, std::string& reason) {
        const auto height = static_cast<std::int32_t>(little(bytes_, 22, 4));
        const bool from_top = height < 0;
        bitmap.width = static_cast<std::int32_t>(little(bytes_, 18, 4));
        bitmap.height = from_top && height != INT32_MIN ? -height : height;
        if (bitmap.width <= 0 || bitmap.height <= 0) return fail(reason, "has no possible size");
        if (!choose_channels()) return fail(reason, "is a bitmap of a kind that is not supported");
        const std::uint64_t row = (std::uint64_t(bitmap.width) * depth_ + 31) / 32 * 4;
        const std::uint64_t begin = little(bytes_, 10, 4);
        if (begin > bytes_.size() || (bytes_.size() - begin) / row < std::uint64_t(bitmap.height))
            return fail(reason, "is cut off");
        read_palette();
        bitmap.pixels.resize(std::size_t(bitmap.width) * std::size_t(bitmap.height) * 4);
        for (int y = 0; y < bitmap.height; ++y) {
            const int from = from_top ? y : bitmap.height - 1 - y;
            decode_row(bytes_.substr(begin + row * std::uint64_t(from), row), bitmap, y);
        }
        return true;
    }

private:
    enum Compression : std::uint32_t { none = 0, masks = 3, masks_with_alpha = 6 };

    static bool fail(std::string& reason, const char* why) {
        reason = why;
        return false;
    }

    /// False for what is compressed, and for impossible masks.
    bool choose_channels() {
        const bool indexed = depth_ == 1 || depth_ == 4 || depth_ == 8;
        if (compression_ == none) {
            if (depth_ == 16) channels_ = {{{0x7C00}, {0x03E0}, {0x001F}, {0}}};
            return indexed || depth_ == 16 || depth_ == 24 || depth_ == 32;
        }
        if ((compression_ != masks && compression_ != masks_with_alpha) || (depth_ != 16 && depth_ != 32)) return false;
        const bool has_alpha = compression_ == masks_with_alpha || header_size_ >= 56;
        for (std::size_t i = 0; i < (has_alpha ? 4U : 3U); ++i) {
            channels_[i].mask = little(bytes_, 54 + 4 * i, 4);
            if (channels_[i].mask == 0 && i < 3) return false;
        }
        return true;
    }

    /// A palette that is cut off ends in black.
    void read_palette() {
        if (depth_ > 8) return;
        for (std::size_t i = 0; i < palette_.size(); ++i)
            palette_[i] = little(bytes_, file_header_size + header_size_ + 4 * i, 3);
    }

    void decode_row(std::string_view row, Bitmap& bitmap, int y) const {
        unsigned char* out = bitmap.pixels.data() + std::size_t(bitmap.width) * std::size_t(y) * 4;
        for (int x = 0; x < bitmap.width; ++x, out += 4) {
            const std::uint32_t pixel = pixel_at(row, std::size_t(x));
            for (std::size_t i = 0; i < 3; ++i) out[i] = channels_[i].of(pixel);
            out[3] = channels_[3].mask == 0 ? 255 : channels_[3].of(pixel);
        }
    }

    /// A pixel as its masks see it.
    std::uint32_t pixel_at(std::string_view row, std::size_t x) const {
        if (depth_ > 8) return little(row, x * (depth_ / 8), depth_ / 8);
        const std::size_t bit = x * depth_;
        const auto byte = static_cast<unsigned char>(row[bit / 8]);
        return palette_[byte >> (8 - depth_ - bit % 8) & ((1U << depth_) - 1)];
    }

    std::string_view bytes_;
    std::uint32_t header_size_;
    std::uint32_t depth_;
    std::uint32_t compression_;
    std::array<Channel, 4> channels_ = {{{0xFF0000}, {0x00FF00}, {0x0000FF}, {0}}};
    std::array<std::uint32_t, 256> palette_ = {};
};

}  // namespace

bool decode_bitmap(std::string_view bytes, Bitmap& bitmap, std::string& reason) {
    return Decoder(bytes).decode(bitmap, reason);
}

}  // namespace offprint::image
