// Recognises the mark that programs leave in the pages they save.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::html {

/// Where a saved page came from, by the comment at its beginning: "saved from url=(0019)https://..." of browsers, or
/// SingleFile's "url: https://..."; empty if it is no such page.
std::string saved_from(std::string_view markup);

}  // namespace offprint::html
