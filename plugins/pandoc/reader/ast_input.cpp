#include "reader/ast_input.hpp"

#include <fmt/format.h>

#include "offprint/text.hpp"

namespace offprint::pandoc {

std::string AstInput::read_type() {
    std::string type;
    const std::size_t begin = input_.offset();
    input_.read_object([&](std::string_view name) {
        if (name == "t")
            type = input_.read_text();
        else
            input_.skip();
    });
    if (type.empty()) input_.fail("an element has no type 't'", begin);
    return type;
}

std::string AstInput::late_type(std::size_t object) {
    std::string type;
    const auto place = late_types_.find(object);
    if (place) input_.read_again(*place, [&] { type = input_.read_text(); });
    if (type.empty()) input_.fail("an element has no type 't'", object);
    return type;
}

void AstInput::require_no_content(std::string_view type, std::size_t begin) {
    if (type.empty()) input_.fail("an element has no type 't'", begin);
    if (!is_without_content(type)) input_.fail(fmt::format("{} has no content 'c'", utf8_prefix(type, 80)), begin);
}

void AstInput::fail_size(std::size_t wanted, std::size_t begin) {
    input_.fail(fmt::format("an array of {} values is expected", wanted), begin);
}

}  // namespace offprint::pandoc
