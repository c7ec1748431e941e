// Reads meta and link elements: OpenGraph, Dublin Core, parsely, sailthru and plain HTML names.
// Thread safety: pure.
#pragma once

#include "credits/written_date.hpp"
#include "html/dom/dom.hpp"
#include "metadata/claims.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

/// `order` is for dates that leave it open.
Claims read_meta_elements(const Dom& dom, credits::DayOrder order, Context& context);

}  // namespace offprint::html
