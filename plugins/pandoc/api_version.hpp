// The versions of pandoc's AST. Its programs read those alone whose first two numbers are their own.
// Thread safety: constants and values.
#pragma once

namespace offprint::pandoc {

enum class ApiVersion {
    v1_22,  ///< pandoc 2.11 to 2.19, that of Debian 12 among them
    v1_23,  ///< pandoc 3: has `Figure`
};

}  // namespace offprint::pandoc
