// libzip, made ready for several threads.
// Thread safety: what is here runs as the code is loaded, which happens on one thread at a time.
#pragma once

#include <zip.h>

namespace offprint::package {

/// The first call of `zip_open_from_source` in a process notes what a source must support in two variables, one after
/// the other and without a lock (libzip 1.7.3): a thread that calls in between gets an archive that it cannot write. So
/// whoever uses that function includes this, and the first call is made before there can be two.
inline const bool libzip_is_ready = [] {
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* archive = source != nullptr ? zip_open_from_source(source, ZIP_TRUNCATE, nullptr) : nullptr;
    if (archive != nullptr)
        zip_discard(archive);
    else if (source != nullptr)
        zip_source_free(source);
    return archive != nullptr;
}();

}  // namespace offprint::package
