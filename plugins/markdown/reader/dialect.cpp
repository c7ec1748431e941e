#include "reader/dialect.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <cstddef>

#include "reader/lines.hpp"

namespace offprint::markdown {

namespace {

constexpr int most_addresses = 2000;

/// True if a paragraph names more bare addresses than anybody writes: for each, md4c looks at all others of the paragraph.
bool has_too_many_addresses(std::string_view text) {
    int count = 0;
    for (std::size_t begin = 0; begin < text.size() && count <= most_addresses;) {
        const std::size_t end = line_end(text, begin);
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(" \t>\r\n") == std::string_view::npos) count = 0;
        for (const std::string_view mark : {"www.", "://"})
            for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) ++count;
        begin = end;
    }
    return count > most_addresses;
}

}  // namespace

unsigned dialect_of(std::string_view text, Context& context) {
    constexpr unsigned dialect = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS;
    if (!has_too_many_addresses(text)) return dialect;
    context.report(Severity::warning, "markdown.addresses-not-linked",
                   fmt::format("a paragraph names more than {} addresses; bare ones became no links", most_addresses));
    return dialect & ~static_cast<unsigned>(MD_FLAG_PERMISSIVEAUTOLINKS);
}

}  // namespace offprint::markdown
