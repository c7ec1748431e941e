#include "checker/findings.hpp"

#include <fmt/format.h>

namespace offprint::epub::check {

void Findings::report(Severity severity, std::string_view code, Place place, std::string_view message) {
    std::string text(place.path);
    if (place.at.line != 0) text += fmt::format(":{}:{}", place.at.line, place.at.column);
    context_.report(severity, code, text.empty() ? std::string(message) : fmt::format("{}: {}", text, message));
}

}  // namespace offprint::epub::check
