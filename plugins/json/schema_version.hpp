// Which version of the JSON format this plugin writes. Changes with every change of the output.
// Thread safety: constants only.
#pragma once

namespace offprint::json {

/// Semantic version, the last one that docs/schema/article-<major>.json names. 1.1 added contributors beside authors
/// and their positions, covers that are not embedded, formulas as text, and the origin `detected`; 1.2 assets in files.
inline constexpr const char* schema_version = "1.2.0";

/// Identifier of the schema, its `$id`.
inline constexpr const char* schema_id = "https://offprint.example/schema/article-1.json";

}  // namespace offprint::json
