// What a device refuses or shows badly, and no writer can mend: somebody should know before the book is sent there.
// Thread safety: pure but for their arguments.
#pragma once

#include <cstdint>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/table_grid.hpp"
#include "writer/image_files.hpp"
#include "writer/profile.hpp"
#include "writer/publication.hpp"

namespace offprint::epub {

/// Reports a language that the device does not take.
void warn_of_language(const Profile& profile, const Publication& publication, Context& context);

/// Reports images of the wrong type or size: nobody was there who could have changed them. `cover` may be null.
void warn_of_images(const Profile& profile, const std::vector<const ImageFile*>& images, const ImageFile* cover,
                    Context& context);

/// Reports a table that is larger than the device shows well.
void warn_of_table(const Profile& profile, const Table& table, const TableGrid& grid, Context& context);

/// Reports a book of so many bytes if the device does not take it.
void warn_of_size(const Profile& profile, std::uint64_t bytes, Context& context);

}  // namespace offprint::epub
