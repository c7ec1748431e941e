// Attributes of pandoc's elements.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "losses.hpp"
#include "offprint/document.hpp"
#include "reader/ast_input.hpp"

namespace offprint::pandoc {

/// Reads `Attr`: `[id, [class...], [[name, value]...]]`. Sees to it that ids are unique and without white space, which
/// pandoc's need not be: what cannot be one is left out, with a diagnostic.
class AttributeReader {
public:
    /// All must outlive it.
    AttributeReader(AstInput& ast, Losses& losses) : ast_(ast), losses_(losses) {}

    Attributes read();

    /// The id that `text`, which begins at `offset`, may be; empty if it may not.
    std::string unique_id(std::string text, std::size_t offset);

private:
    void read_pair(Attributes& attributes);

    AstInput& ast_;
    Losses& losses_;
    std::set<std::string> ids_;
};

/// Null for attributes that say nothing.
Box<Attributes> boxed(Attributes attributes);

/// Takes the attribute `name` out.
std::optional<std::string> take_pair(Attributes& attributes, std::string_view name);

/// Takes the class `name` out; false if there is none.
bool take_class(Attributes& attributes, std::string_view name);

}  // namespace offprint::pandoc
