#include "checker/picture_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "offprint/resource.hpp"
#include "offprint/text.hpp"

namespace offprint::epub::check {

namespace {

struct PictureType {
    std::string_view media_type;
    std::string_view extensions;
    std::string_view signature;  ///< the first bytes
};
constexpr auto picture_types = std::to_array<PictureType>({
    {"image/gif", "gif", "GIF8"},
    {"image/jpeg", "jpeg jpg jpe", "\xFF\xD8"},
    {"image/png", "png", "\x89PNG"},
    {"image/webp", "webp", "RIFF"},
});

/// Headers come early, but metadata and profiles of a JPEG come before them.
constexpr std::size_t head_size = std::size_t{256} << 10;

}  // namespace

void check_picture(Book& book, const PackageItem& item) {
    const auto declared = std::find_if(picture_types.begin(), picture_types.end(),
                                       [&](const PictureType& type) { return type.media_type == item.media_type; });
    if (declared == picture_types.end()) return;
    const std::optional<std::string> head = book.container.read_head(item.path, head_size);
    if (!head || head->empty()) {
        book.findings.report(Severity::error, "epub.med-004", {item.path}, "the picture has no bytes that can be read");
        return;
    }
    const std::optional<ImageInfo> found = sniff_image(*head);
    const bool is_foreign = found ? found->media_type != declared->media_type : !head->starts_with(declared->signature);
    if (is_foreign)
        book.findings.report(Severity::error, "epub.opf-029", {item.path},
                             fmt::format("the bytes are no picture of type '{}'", declared->media_type));
    if (!found) {
        book.findings.report(Severity::error, "epub.pkg-021", {item.path}, "the picture is damaged");
        return;
    }
    const std::size_t dot = item.path.rfind('.');
    const std::string extension = dot == std::string::npos ? "" : to_lower_ascii(item.path.substr(dot + 1));
    const auto actual = std::find_if(picture_types.begin(), picture_types.end(),
                                     [&](const PictureType& type) { return type.media_type == found->media_type; });
    if (actual != picture_types.end() && !has_word(actual->extensions, extension))
        book.findings.report(Severity::warning, "epub.pkg-022", {item.path},
                             fmt::format("the extension '{}' is not that of '{}'", extension, found->media_type));
}

}  // namespace offprint::epub::check
