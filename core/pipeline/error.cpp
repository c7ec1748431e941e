#include "offprint/error.hpp"

#include <utility>

namespace offprint {

const char* name_of(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::usage:
            return "usage";
        case ErrorCode::input:
            return "input";
        case ErrorCode::malformed_input:
            return "malformed-input";
        case ErrorCode::output:
            return "output";
        case ErrorCode::limit_exceeded:
            return "limit-exceeded";
        case ErrorCode::plugin_missing:
            return "plugin-missing";
        case ErrorCode::plugin_refused:
            return "plugin-refused";
        case ErrorCode::plugin_failed:
            return "plugin-failed";
        case ErrorCode::cancelled:
            return "cancelled";
    }
    return "unknown";
}

Error::Error(ErrorCode code, const std::string& message, std::string where)
    : std::runtime_error(message), code_(code), where_(std::move(where)) {}

Error::~Error() = default;

std::string Error::full_message() const {
    return where_.empty() ? what() : where_ + ": " + what();
}

}  // namespace offprint
