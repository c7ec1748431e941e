// The data that scripts of a page hold for other scripts: JSON, what frameworks pack into JSON, and literals that are
// assigned to names of the window. Thread safety: pure but for its arguments.
#pragma once

#include <string_view>

#include "html/dom/dom.hpp"

namespace offprint::html {

/// Hears the values of data in the order in which they stand there. Numbers and the like are passed over.
class DataListener {
public:
    virtual ~DataListener() = default;

    virtual void begin_object() = 0;
    virtual void begin_array() = 0;
    virtual void end() = 0;  ///< of the innermost object or array
    virtual void key(std::string_view name) = 0;
    virtual void text(std::string_view value) = 0;  ///< UTF-8; a view for the time of the call
};

/// Reads the data of `script` if it has as many as `fewest` bytes. What came before an error is heard. Of JSON that
/// refers to its own values (Nuxt's) the values are heard where they are referred to, long ones once.
void read_script_data(const Dom& dom, NodeIndex script, std::size_t fewest, DataListener& listener);

/// Reads JSON, with comments and trailing commas.
void read_json(std::string_view json, DataListener& listener);

}  // namespace offprint::html
