// The metadata that a file of Markdown may begin with: YAML between lines "---", as most programs have it, or TOML
// between lines "+++", as Hugo and Zola have it, too.
// Thread safety: pure but for the context.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::markdown {

enum class HeaderSyntax { yaml, toml };

struct Header {
    HeaderSyntax syntax;
    std::string_view content;  ///< what stands between the marks
    std::size_t size;          ///< of the whole, its marks and their line ends included
};

/// The header that ends among the first 500 lines; nullopt if there is none. "..." ends YAML, too.
std::optional<Header> find_header(std::string_view text);

/// Reads `header` into `metadata`. False, with a diagnostic, for what is not in its syntax: then it is part of the
/// text. `range` is where it stands in the input.
bool read_header(const Header& header, SourceRange range, Context& context, Metadata& metadata);

}  // namespace offprint::markdown
