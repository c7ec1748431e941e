// Reads meta and link elements: OpenGraph, Dublin Core, parsely, sailthru and plain HTML names.
// Thread safety: pure.
#pragma once

#include "dom/dom.hpp"
#include "metadata/claims.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

Claims read_meta_elements(const Dom& dom, Context& context);

}  // namespace offprint::html
