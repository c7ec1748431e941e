// Pages that browsers save as one message (MHTML, RFC 2557).
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>

#include "html/container.hpp"
#include "offprint/plugin.hpp"

namespace offprint::html {

/// As `container_probe`, of MHTML alone.
ProbeResult mhtml_probe(std::string_view head);

/// The first page of the message, or the one that it declares as its start, and its other parts. A message that ends
/// too early gives what there is, with the diagnostic "html.container-cut".
Container open_mhtml(std::string bytes, Context& context);

}  // namespace offprint::html
