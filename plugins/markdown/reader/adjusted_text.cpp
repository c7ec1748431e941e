#include "reader/adjusted_text.hpp"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "reader/bars.hpp"
#include "reader/cell_count.hpp"
#include "reader/lines.hpp"
#include "reader/parse.hpp"

namespace offprint::markdown {

namespace {

/// What may have to be put in at `gap`.
struct Site {
    std::size_t gap;
    std::string_view insertion;
    std::optional<std::size_t> offset;  ///< only if this one, where it will stand, misleads md4c
};

class SiteFinder {
public:
    SiteFinder(std::string_view text, Context& context) : text_(text), context_(context) {}

    std::vector<Site> sites;

    void enter_block(MD_BLOCKTYPE type, void* detail) {
        context_.checkpoint();
        cells_.enter_block(type);
        if (block_ == MD_BLOCK_TABLE) return;
        const bool is_indented = type == MD_BLOCK_CODE && static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char == 0;
        block_ = is_indented ? MD_BLOCK_DOC : type;
        begin_ = std::string_view::npos;
        lines_ = 0;
        first_site_ = sites.size();
    }

    void leave_block(MD_BLOCKTYPE type, void*) {
        if (block_ != type || !has_lines()) return;
        if (begin_ != std::string_view::npos) {
            if (type == MD_BLOCK_TABLE || first_site_ < sites.size()) check_table();
            add_block();
        }
        block_ = MD_BLOCK_DOC;
    }

    void enter_span(MD_SPANTYPE, void*) {}
    void leave_span(MD_SPANTYPE) {}

    void text(MD_TEXTTYPE type, std::string_view text) {
        if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) ++lines_;
        const bool is_inside = text.data() >= text_.data() && text.data() < text_.data() + text_.size();
        if (!has_lines() || !is_inside) return;
        const auto at = static_cast<std::size_t>(text.data() - text_.data());
        if (begin_ == std::string_view::npos) begin_ = at;
        end_ = at + text.size();
        if (block_ == MD_BLOCK_P && type == MD_TEXT_NORMAL && lines_ == 1) add_dashes(at, text);
    }

private:
    bool has_lines() const {
        return block_ == MD_BLOCK_P || block_ == MD_BLOCK_H || block_ == MD_BLOCK_CODE || block_ == MD_BLOCK_HTML ||
               block_ == MD_BLOCK_TABLE;
    }

    /// Space at the end of the line before a block moves all of it and means nothing.
    void add_block() {
        const std::size_t line = line_begin(text_, begin_);
        const bool is_verbatim = block_ == MD_BLOCK_CODE || block_ == MD_BLOCK_HTML;
        std::size_t offset = is_verbatim ? end_of_verbatim() : begin_of_last_line();
        for (std::size_t i = first_site_; i < sites.size(); ++i) offset += sites[i].insertion.size();
        const auto add = [&](std::size_t gap, std::string_view insertion) {
            sites.insert(sites.begin() + static_cast<std::ptrdiff_t>(first_site_), {gap, insertion, offset});
        };
        if (line == 0) return add(0, "\n");
        const std::size_t gap = text_.substr(0, line).ends_with("\r\n") ? line - 2 : line - 1;
        const std::string_view fence = text_.substr(line_begin(text_, gap), gap - line_begin(text_, gap));
        // Code that begins with a blank line begins elsewhere.
        const bool is_fence =
            fence.find("```") != std::string_view::npos || fence.find("~~~") != std::string_view::npos;
        if (block_ != MD_BLOCK_CODE || is_fence) add(gap, " ");
    }

    /// Where the last line ends: of code that may be a blank one, of which nothing is shown.
    std::size_t end_of_verbatim() const {
        std::size_t end = end_;
        while (block_ == MD_BLOCK_CODE) {
            const std::size_t next = line_end(text_, end);
            const std::string_view line = text_.substr(next, line_end(text_, next) - next);
            if (line.empty() || line.find_first_not_of(" \t\r\n>") != std::string_view::npos) break;
            end = next + std::min(line.find_first_of("\r\n"), line.size());
        }
        return end;
    }

    /// What stands before the text of a block's first line ends with a space or with the mark of a quotation; before
    /// that of others there is nothing else. Marks within the line are not shown.
    std::size_t begin_of_last_line() const {
        const std::size_t line = line_begin(text_, end_ - 1);
        if (line != line_begin(text_, begin_)) return text_.find_first_not_of(" \t>", line);
        const std::size_t prefix = begin_ == 0 ? std::string_view::npos : text_.find_last_of(" \t>\r\n", begin_ - 1);
        return prefix == std::string_view::npos ? 0 : prefix + 1;
    }

    /// The second line of what md4c takes for a paragraph.
    void add_dashes(std::size_t at, std::string_view line) {
        constexpr std::string_view dashes = "--";
        const std::string_view head = text_.substr(begin_, line_begin(text_, at) - begin_);
        if (line.find_first_not_of("|-: \t") != std::string_view::npos || head.find('|') == std::string_view::npos)
            return;
        for (std::size_t begin = line.find_first_of("-:"); begin != std::string_view::npos;) {
            const std::size_t end = std::min(line.find_first_of("| \t", begin), line.size());
            const std::size_t dash = line.find('-', begin);
            const std::size_t size = std::min(end - begin, dashes.size() + 1);
            if (dash < end && size <= dashes.size())
                sites.push_back({at + dash, dashes.substr(size - 1), std::nullopt});
            begin = line.find_first_of("-:", end);
        }
    }

    /// What has more cells in its head than there are dashes below is no table: md4c would leave out the others.
    void check_table() {
        const std::size_t begin = line_begin(text_, begin_);
        const std::string_view head = text_.substr(begin, line_end(text_, begin) - begin);
        const std::string_view dashes =
            text_.substr(begin + head.size(), line_end(text_, begin + head.size()) - begin - head.size());
        const std::size_t first = dashes.find_first_of("|-:");
        if (dashes.find_first_not_of("|-: \t>\r\n") != std::string_view::npos || first == std::string_view::npos)
            return;
        if (!has_plain_bars(head) ||
            count_cells(head, begin_ - begin) <= count_cells(dashes, dashes.find_first_of("-:")))
            return;
        sites.resize(first_site_);
        if (block_ == MD_BLOCK_TABLE) sites.push_back({begin + head.size() + first, "\\", std::nullopt});
    }

    std::string_view text_;
    Context& context_;
    CellCount cells_{context_};
    MD_BLOCKTYPE block_ = MD_BLOCK_DOC;
    std::size_t begin_ = std::string_view::npos;
    std::size_t end_ = 0;
    int lines_ = 0;
    std::size_t first_site_ = 0;  ///< in the block
};

}  // namespace

AdjustedText adjust_for_md4c(std::string_view text, Context& context) {
    constexpr std::size_t lowest_byte = 0xFF;
    SiteFinder finder(text, context);
    parse(text, MD_DIALECT_GITHUB & ~static_cast<unsigned>(MD_FLAG_PERMISSIVEAUTOLINKS), finder);
    AdjustedText adjusted;
    adjusted.text.reserve(text.size());
    adjusted.offsets.anchor(0, 0);
    std::size_t copied = 0;
    for (const Site& site : finder.sites) {
        const std::size_t moved = adjusted.text.size() - copied;
        if (site.offset && ((*site.offset + moved) & lowest_byte) != MD_BLOCK_LI) continue;
        adjusted.text += text.substr(copied, site.gap - copied);
        adjusted.text += site.insertion;
        copied = site.gap;
        adjusted.offsets.anchor(adjusted.text.size(), copied);
    }
    adjusted.text += text.substr(copied);
    return adjusted;
}

}  // namespace offprint::markdown
