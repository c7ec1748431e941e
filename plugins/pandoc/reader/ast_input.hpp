// The shapes that all of pandoc's AST is made of, read from JSON.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/input.hpp"
#include "reader/late_types.hpp"

namespace offprint::pandoc {

/// Reads elements and tuples. Throws as `json::Input`.
class AstInput {
public:
    /// Both must outlive it; `json` is what `input` reads.
    AstInput(json::Input& input, const std::string& json) : input_(input), late_types_(json) {}

    /// Reads `{"t": type, "c": content}`, members in any order: `read_content(type)` reads the content. It is called
    /// without anything to read for the types that have none.
    template <class Read>
    void read_element(Read&& read_content);

    /// The type of an element that is nothing but its type.
    std::string read_type();

    /// Reads an array of as many values as there are functions, one with each.
    template <class... Read>
    void read_tuple(Read&&... read);

    /// Reads an array, one value with each call.
    template <class Read>
    void read_list(Read&& read) {
        input_.read_array(read);
    }

    json::Input& json() { return input_; }

private:
    std::string late_type(std::size_t object);
    [[noreturn]] void fail_size(std::size_t wanted, std::size_t begin);
    void require_no_content(std::string_view type, std::size_t begin);

    json::Input& input_;
    LateTypes late_types_;
};

/// True for the types of elements that have no content.
constexpr bool is_without_content(std::string_view type) {
    return type == "Space" || type == "SoftBreak" || type == "LineBreak" || type == "HorizontalRule" ||
           type == "Null" || type == "ColWidthDefault";
}

template <class Read>
void AstInput::read_element(Read&& read_content) {
    const std::size_t begin = input_.offset();
    std::string type;
    bool has_content = false;
    input_.read_object([&](std::string_view name) {
        if (name == "t") return void(type = input_.read_text());
        if (name != "c") return input_.skip();
        if (type.empty()) type = late_type(begin);
        if (is_without_content(type)) return input_.skip();
        has_content = true;
        read_content(std::string_view(type));
    });
    if (has_content) return;
    require_no_content(type, begin);
    read_content(std::string_view(type));
}

template <class... Read>
void AstInput::read_tuple(Read&&... read) {
    const std::size_t begin = input_.offset();
    std::size_t number = 0;
    input_.read_array([&] {
        std::size_t candidate = 0;
        const bool is_read = ((candidate++ == number && (read(), true)) || ...);
        if (!is_read) fail_size(sizeof...(Read), begin);
        ++number;
    });
    if (number != sizeof...(Read)) fail_size(sizeof...(Read), begin);
}

}  // namespace offprint::pandoc
