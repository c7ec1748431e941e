// What looks like the name of somebody.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::credits {

/// True for a text of up to six words with the shape of a name: capitals at its ends and short words such as "van"
/// between, or no capitals at all, or a script that has none. Words of systems ("admin") are none.
bool is_name(std::string_view name);

/// "MD", "Ph.D.", "DACVB": capitals behind a comma that belong to the name before it.
bool is_degree(std::string_view text);

/// `text` without the addresses, handles and jobs that stand behind a name, and without marks around it.
std::string without_additions(std::string_view text);

}  // namespace offprint::credits
