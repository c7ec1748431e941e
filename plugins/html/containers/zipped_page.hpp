// ZIP archives of saved pages: an HTML file and the files that it shows.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "html/container.hpp"
#include "offprint/plugin.hpp"

namespace offprint::html {

/// As `container_probe`, of ZIP archives alone.
ProbeResult zip_probe(std::string_view head);

/// The page is the index.html that lies highest, else the HTML file that does; of two, the first. Everything unpacked
/// counts against one budget, `Limits::resource_bytes`. Entries whose names lead out of the archive are left out.
Container open_zipped_page(std::string bytes, Context& context);

}  // namespace offprint::html
