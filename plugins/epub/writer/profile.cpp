#include "writer/profile.hpp"

#include <algorithm>
#include <array>

namespace offprint::epub {

namespace {

constexpr auto common_images =
    std::to_array<std::string_view>({"image/png", "image/jpeg", "image/gif", "image/svg+xml"});
constexpr auto drawings_and_pixels = std::to_array<std::string_view>({"image/png", "image/jpeg", "image/svg+xml"});
constexpr auto pixels_only = std::to_array<std::string_view>({"image/png", "image/jpeg"});

// The primary subtags of the languages that Amazon takes, in two letters where there are two.
constexpr auto kindle_languages = std::to_array<std::string_view>(
    {"af", "ar", "br", "ca", "co",  "cy", "da", "de", "en", "es",  "eu",  "fi", "fr", "frr",
     "fy", "ga", "gd", "gl", "gsw", "gu", "gv", "hi", "is", "it",  "ja",  "kw", "lb", "ml",
     "mr", "nb", "nl", "nn", "no",  "oc", "pl", "pt", "rm", "sco", "stq", "sv", "ta", "zh"});

constexpr auto profiles = std::to_array<Profile>({
    {
        .name = "generic",
        .title = "an e-reader",
        .toc_depth = 7,
        .image_types = common_images,
    },
    {
        .name = "kindle",
        .title = "Kindle",
        .toc_depth = 2,
        .mathml = false,
        .image_types = pixels_only,
        .image_pixels = 5'000'000,
        .opaque_images = true,
        .languages = kindle_languages,
        .book_bytes = 200'000'000,
        .mail_bytes = 50'000'000,
        .cover_side = 500,
        .table_rows = 100,
        .table_columns = 10,
    },
    {
        .name = "kobo",
        .title = "Kobo",
        .cover_page = true,
        .toc_depth = 3,
        .image_types = drawings_and_pixels,
        .opaque_images = true,
        .book_bytes = 1'000'000'000,
        .table_columns = 4,
    },
    {
        .name = "apple",
        .title = "Apple Books",
        .toc_depth = 7,
        .image_types = common_images,
        .image_pixels = 5'600'000,
        .opaque_images = true,
        .book_bytes = 2'000'000'000,
    },
});

}  // namespace

bool shows(const Profile& profile, std::string_view media_type) {
    return std::ranges::find(profile.image_types, media_type) != profile.image_types.end();
}

const Profile& find_profile(std::string_view name) {
    return *std::ranges::find(profiles, name, &Profile::name);
}

}  // namespace offprint::epub
