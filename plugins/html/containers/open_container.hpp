// Files that hold a page together with its pictures: MHTML, Safari's web archives, ZIP archives of saved pages.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "html/container.hpp"
#include "offprint/context.hpp"
#include "offprint/plugin.hpp"

namespace offprint::html {

/// Opens `bytes` as the container that their beginning shows them to be; all others are the page themselves. Throws
/// `Error{malformed_input}` for a container without a page, and `Error{limit_exceeded}` for a page that is too large.
Container open_container(std::string bytes, Context& context);

/// How sure it is that a file with this beginning is a container.
ProbeResult container_probe(std::string_view head);

}  // namespace offprint::html
