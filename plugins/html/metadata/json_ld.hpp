// Reads schema.org's description of the article from the page's JSON-LD scripts.
// Thread safety: pure but for its arguments.
#pragma once

#include "credits/written_date.hpp"
#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// Of several articles the one whose headline shares most with `page_title`. Scripts that are no JSON are
/// skipped with the diagnostic "html.json-ld-invalid".
Claims read_json_ld(const Dom& dom, std::string_view page_title, credits::DayOrder order, Context& context);

}  // namespace offprint::html
