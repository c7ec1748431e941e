// Literals of JavaScript that are assigned to names of the window: "window.__NUXT__ = {...}".
// Thread safety: pure but for its arguments.
#pragma once

#include <string_view>

#include "article/script_data.hpp"

namespace offprint::html {

/// Reads each value of `program` that is assigned to a name of the window: an object, a list, JSON in a string that
/// `JSON.parse` takes, or what a function returns that is called at once, its parameters replaced by its arguments.
/// Nothing is run; what is no literal is passed over. Linear in the size of `program`.
void read_assigned_literals(std::string_view program, DataListener& listener);

}  // namespace offprint::html
