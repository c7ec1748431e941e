// Reads the description of the article that sites give to Parse.ly, JSON in a meta element.
// Thread safety: pure but for its arguments.
#pragma once

#include "credits/written_date.hpp"
#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// What `<meta name=parsely-page>` says; nothing if there is none, or no JSON in it.
Claims read_parsely_page(const Dom& dom, credits::DayOrder order, Context& context);

}  // namespace offprint::html
