#include "offprint/options.hpp"

#include <charconv>
#include <utility>

#include "offprint/error.hpp"

namespace offprint {

const std::string& Options::text(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end())
        throw Error(ErrorCode::plugin_failed, "option '" + std::string(name) + "' was never declared");
    return found->second;
}

bool Options::flag(std::string_view name) const {
    return text(name) == "true";
}

std::int64_t Options::integer(std::string_view name) const {
    const std::string& value = text(name);
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

void Options::set(std::string name, std::string value) {
    values_.insert_or_assign(std::move(name), std::move(value));
}

}  // namespace offprint
