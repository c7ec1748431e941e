// What the devices want that books are read on. All that differs between them is one table, in profile.cpp.
// Thread safety: constants only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace offprint::epub {

/// One device, or maker of devices. A bound of 0 does not bind.
struct Profile {
    std::string_view name;   ///< a value of the option `profile`
    std::string_view title;  ///< as messages call the device: "Kindle"

    // How the book is made.
    bool cover_page = false;  ///< the cover is the first page of the spine, too
    int toc_depth = 0;        ///< levels of the table of contents that the device shows
    bool mathml = true;       ///< false: formulas become words

    // What images are made, where the service `image` is there.
    std::span<const std::string_view> image_types;  ///< that the device shows
    std::uint64_t image_pixels = 0;                 ///< of one image, at most
    bool opaque_images = false;                     ///< what is transparent becomes white

    // What the device refuses or shows badly, and a writer can only report.
    std::span<const std::string_view> languages = {};  ///< primary subtags of those that it takes; empty: any
    std::uint64_t book_bytes = 0;                      ///< larger books are refused
    std::uint64_t mail_bytes = 0;                      ///< larger ones cannot be mailed to the device
    int cover_side = 0;                                ///< pixels that the shortest side of a cover has at least
    std::size_t table_rows = 0;                        ///< of a table that it shows well, at most
    std::size_t table_columns = 0;
};

/// True if images of this type may be in the book.
bool shows(const Profile& profile, std::string_view media_type);

/// The profile of that name, one of the choices of the option `profile`.
const Profile& find_profile(std::string_view name);

}  // namespace offprint::epub
