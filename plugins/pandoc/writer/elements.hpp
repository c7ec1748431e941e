// The shapes that all of pandoc's AST is made of, as JSON tokens.
// Thread safety: pure but for their arguments.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/output.hpp"

namespace offprint::pandoc {

/// `[...]`; `write_elements()` writes what is in it.
template <class Write>
void write_array(json::Output& out, Write&& write_elements) {
    out.begin_array();
    write_elements();
    out.end_array();
}

/// `{"t": type, "c": ...}`; `write_content()` writes the content, one value.
template <class Write>
void write_element(json::Output& out, std::string_view type, Write&& write_content) {
    out.begin_object();
    out.member("t", type);
    out.key("c");
    write_content();
    out.end_object();
}

/// `{"t": type, "c": [...]}`; `write_parts()` writes the parts of the content.
template <class Write>
void write_tuple(json::Output& out, std::string_view type, Write&& write_parts) {
    write_element(out, type, [&] { write_array(out, write_parts); });
}

/// `{"t": type}`, which has no content.
inline void write_element(json::Output& out, std::string_view type) {
    out.begin_object();
    out.member("t", type);
    out.end_object();
}

/// pandoc's `Attr`. Ids and classes are views.
struct Attr {
    std::string_view id;
    std::vector<std::string_view> classes;
    std::vector<std::pair<std::string_view, std::string>> pairs;

    bool empty() const { return id.empty() && classes.empty() && pairs.empty(); }
};

/// `[id, [class...], [[name, value]...]]`
inline void write_attr(json::Output& out, const Attr& attr) {
    write_array(out, [&] {
        out.value(attr.id);
        write_array(out, [&] {
            for (const std::string_view name : attr.classes) out.value(name);
        });
        write_array(out, [&] {
            for (const auto& pair : attr.pairs)
                write_array(out, [&] {
                    out.value(pair.first);
                    out.value(std::string_view(pair.second));
                });
        });
    });
}

}  // namespace offprint::pandoc
