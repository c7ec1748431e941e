#include "offprint/diagnostic.hpp"

namespace offprint {

const char* name_of(Severity severity) noexcept {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "unknown";
}

}  // namespace offprint
