// How the checks of a book say what they found, and where.
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>

#include "offprint/context.hpp"
#include "package/xml_document.hpp"

namespace offprint::epub::check {

using namespace ocf;

/// A place in a book: the file's path in the container, and where in it.
struct Place {
    std::string_view path;
    XmlPlace at = {};
};

class Findings {
public:
    explicit Findings(Context& context) : context_(context) {}

    /// Reports "path:line:column: message". `code` is a literal listed in docs/diagnostics.md: "epub." and EPUBCheck's
    /// message id in lower case.
    void report(Severity severity, std::string_view code, Place place, std::string_view message);

private:
    Context& context_;
};

}  // namespace offprint::epub::check
