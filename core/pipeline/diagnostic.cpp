#include "offprint/diagnostic.hpp"

namespace offprint {

const char* name_of(Severity severity) noexcept {
    return severity == Severity::info ? "info" : "warning";
}

}  // namespace offprint
