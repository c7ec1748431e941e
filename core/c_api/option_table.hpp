// The options of the C interface that belong to no plugin: one table of their names and what each sets.
// Thread safety: values; the functions are pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "offprint/converter.hpp"
#include "offprint/limits.hpp"

namespace offprint::c_api {

/// What options ask of a conversion. The options of plugins are sorted out to `reading` and `writing` when it runs.
struct Settings {
    ReadRequest reading;
    WriteRequest writing;
    Limits limits;
    FetchSettings fetching;
    bool fetch = false;
    std::optional<std::int64_t> source_date_epoch;
};

/// Sets the option `name` where it is one of the table's; false where it is not. Throws `Error{usage}` for a value that
/// it cannot have.
bool set_own_option(Settings& settings, std::string_view name, const std::string& value);

}  // namespace offprint::c_api
