// The words that class, id and role of an element are made of.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.hpp"

namespace offprint::html {

/// The lower-case words of `name`, cut at everything but letters and digits and where a capital
/// follows a small letter: "postMeta-box2" is post, meta, box2. Of very long names only the beginning counts.
std::vector<std::string> name_tokens(std::string_view name);

/// Those of class and id together.
std::vector<std::string> name_tokens(const Dom& dom, NodeIndex node);

}  // namespace offprint::html
