// Which of the dates that a page gives is the article's.
// Thread safety: pure but for its arguments.
#pragma once

#include "metadata/claims.hpp"
#include "metadata/credits.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// Leaves of each source's date of publication what no better one contradicts. `address` holds the date in the page's
/// address. Where readers are shown the last change alone, that is the date, which "html.date-of-change" tells.
void drop_doubtful_dates(Claims& json_ld, Claims& meta, Credits& credits, Claims& address, Context& context);

}  // namespace offprint::html
