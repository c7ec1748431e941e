// The words that class, id and role of an element are made of.
// Thread safety: pure.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// The lower-case words of `name`, cut at everything but letters and digits and where a capital
/// follows a small letter: "postMeta-box2" is post, meta, box2. Of very long names only the beginning counts.
std::vector<std::string> name_tokens(std::string_view name);

/// The attributes by which tests and scripts of a site find an element. They tell what it is where a program makes the
/// classes up.
inline constexpr std::array<std::string_view, 6> testing_names{"data-testid", "data-test-id",   "data-test",
                                                               "data-qa",     "data-component", "data-component-name"};

/// Those of class, id and `testing_names` together.
std::vector<std::string> name_tokens(const Dom& dom, NodeIndex node);

/// The class attribute's words as they stand, in lower case: "token-line", "mw-editsection".
std::vector<std::string> class_words(const Dom& dom, NodeIndex node);

/// True if one of the element's classes is one of `names`, which are lower case.
bool has_class(const Dom& dom, NodeIndex node, std::initializer_list<std::string_view> names);

}  // namespace offprint::html
