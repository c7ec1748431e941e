#include "writer/device_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace offprint::epub {

namespace {

bool exceeds(std::uint64_t number, std::uint64_t bound) {
    return bound > 0 && number > bound;
}

void warn_of_image(const Profile& profile, const ImageFile& image, Context& context) {
    if (!shows(profile, image.media_type))
        context.report(
            Severity::warning, "epub.device-image-type",
            fmt::format("{} does not show '{}' for sure, which is {}", profile.title, image.path, image.media_type));
    const std::uint64_t pixels = static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.height);
    if (image.media_type != "image/svg+xml" && exceeds(pixels, profile.image_pixels))
        context.report(Severity::warning, "epub.device-image-size",
                       fmt::format("'{}' has {} x {} pixels, more than {} shows", image.path, image.width, image.height,
                                   profile.title));
}

}  // namespace

void warn_of_language(const Profile& profile, const Publication& publication, Context& context) {
    const std::string_view language = publication.languages.front();
    const std::string_view primary = language.substr(0, language.find('-'));
    if (profile.languages.empty() || std::ranges::find(profile.languages, primary) != profile.languages.end()) return;
    context.report(Severity::warning, "epub.device-language",
                   fmt::format("{} may refuse the book, for '{}' is none of the languages that it takes", profile.title,
                               language));
}

void warn_of_images(const Profile& profile, const std::vector<const ImageFile*>& images, const ImageFile* cover,
                    Context& context) {
    for (const ImageFile* image : images) warn_of_image(profile, *image, context);
    if (cover == nullptr || std::min(cover->width, cover->height) >= profile.cover_side) return;
    context.report(Severity::warning, "epub.device-cover-size",
                   fmt::format("{} wants covers of {} pixels at least on the shorter side; this one has {} x {}",
                               profile.title, profile.cover_side, cover->width, cover->height));
}

void warn_of_table(const Profile& profile, const Table& table, const TableGrid& grid, Context& context) {
    const std::size_t rows = grid.rows().size();
    const std::size_t columns = grid.columns();
    if (!exceeds(rows, profile.table_rows) && !exceeds(columns, profile.table_columns)) return;
    context.report(
        Severity::info, "epub.device-table",
        fmt::format("{} shows a table of {} rows and {} columns badly, if at all", profile.title, rows, columns),
        table.range);
}

void warn_of_size(const Profile& profile, std::uint64_t bytes, Context& context) {
    constexpr std::uint64_t megabyte = 1'000'000;
    if (exceeds(bytes, profile.book_bytes))
        context.report(Severity::warning, "epub.device-size",
                       fmt::format("{} refuses books of more than {} MB; --max-size makes this one smaller",
                                   profile.title, profile.book_bytes / megabyte));
    else if (exceeds(bytes, profile.mail_bytes))
        context.report(
            Severity::warning, "epub.device-mail-size",
            fmt::format("a book of more than {} MB cannot be mailed to {}; --max-size makes this one smaller",
                        profile.mail_bytes / megabyte, profile.title));
}

}  // namespace offprint::epub
