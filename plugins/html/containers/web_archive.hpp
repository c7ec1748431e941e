// Safari's web archives: property lists, binary or as XML, of a page and its resources.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "html/container.hpp"
#include "offprint/plugin.hpp"

namespace offprint::html {

/// As `container_probe`, of web archives alone.
ProbeResult web_archive_probe(std::string_view head);

/// The archive's main resource as the page, its subresources as the parts.
Container open_web_archive(std::string bytes, Context& context);

}  // namespace offprint::html
