// Which version of the JSON format this plugin writes. Changes with every change of the output.
// Thread safety: constants only.
#pragma once

namespace offprint::json {

/// Semantic version; docs/schema/article-<major>.json names the same one.
inline constexpr const char* schema_version = "1.0.0";

/// Identifier of the schema, its `$id`.
inline constexpr const char* schema_id = "https://offprint.example/schema/article-1.json";

}  // namespace offprint::json
