#include "front/rfc_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "credits/written_date.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// The cells of one line of the two columns; either may be empty.
struct Columns {
    std::string_view left;
    std::string_view right;
};

Columns columns_of(const Line& line) {
    constexpr std::string_view gap = "   ";
    constexpr std::uint32_t right_column = 30;
    if (line.indent >= right_column) return {{}, line.text};
    const std::size_t at = std::min(line.text.find(gap), line.text.size());
    return {line.text.substr(0, at), trim(line.text.substr(at))};
}

bool names_a_series(std::string_view left) {
    constexpr std::array<std::string_view, 5> telltales = {"Request for Comments:", "Internet-Draft",
                                                           "RFC:", "Internet Draft", "Network Working Group"};
    return std::any_of(telltales.begin(), telltales.end(), [&](std::string_view t) { return left.starts_with(t); });
}

/// "A. Quill", "A. B. Quill, Ed.": initials tell people from the places where they work.
bool is_person(std::string_view cell) {
    return cell.size() > 4 && credits::is_upper(cell[0]) && cell[1] == '.' && credits::split_words(cell).size() <= 5;
}

class RfcHeader {
public:
    RfcHeader(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata)
        : lines_(lines), blocks_(blocks), context_(context), metadata_(metadata) {}

    std::size_t read() {
        constexpr std::size_t most_lines = 40;
        const Lines block = lines_.first(std::min(lines_to_blank(lines_), most_lines));
        const bool is_rfc = std::any_of(block.begin(), block.end(), [](const Line& line) {
            const Columns columns = columns_of(line);
            return names_a_series(columns.left) && !columns.right.empty();
        });
        if (!is_rfc) return 0;
        for (const Line& line : block) {
            const Columns columns = columns_of(line);
            read_left(columns.left);
            read_right(columns.right);
        }
        return block.size() + read_title(lines_.subspan(block.size()));
    }

private:
    void found(MetadataField field) { metadata_.provenance[field] = Origin::front_matter; }

    void ignored(std::string_view cell) {
        Line line;
        line.text = cell;
        context_.report(Severity::info, "text.field-ignored", fmt::format("no metadata stands for \"{}\"", cell),
                        blocks_.range(Lines(&line, 1)));
    }

    void read_left(std::string_view cell) {
        constexpr std::string_view series = "Request for Comments:";
        if (cell.empty()) return;
        if (!cell.starts_with(series)) return ignored(cell);
        metadata_.identifier = fmt::format("RFC {}", trim(cell.substr(series.size())));
        found(MetadataField::identifier);
    }

    void read_right(std::string_view cell) {
        if (cell.empty()) return;
        if (read_date(cell)) return;
        if (!is_person(cell)) return ignored(cell);
        const std::size_t comma = std::min(cell.find(','), cell.size());
        const bool is_editor = cell.substr(comma).find("Ed") != std::string_view::npos;
        metadata_.contributors.push_back(
            {collapse_space(cell.substr(0, comma)), is_editor ? "editor" : "author", {}, {}});
        found(MetadataField::contributors);
    }

    bool read_date(std::string_view cell) {
        std::optional<credits::WrittenDate> date = credits::find_written_date(cell, credits::DayOrder::month_first);
        if (!date) date = credits::find_written_month(cell);
        // Of a draft the day when it expires stands on the left; the first on the right is the day of issue.
        if (!date || metadata_.published) return false;
        metadata_.published = date->date;
        found(MetadataField::published);
        return true;
    }

    /// The title is set in, in one to three lines; the name of a draft may follow it.
    std::size_t read_title(Lines rest) {
        constexpr std::uint32_t smallest_indent = 4;
        constexpr std::size_t most_lines = 4;
        const std::size_t size = lines_to_blank(rest);
        if (size == 0 || size > most_lines ||
            std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(size),
                        [](const Line& line) { return line.indent < smallest_indent; }))
            return 0;
        Lines title = rest.first(size);
        if (size > 1 && title.back().text.starts_with("draft-")) {
            metadata_.identifier = title.back().text;
            found(MetadataField::identifier);
            title = title.first(size - 1);
        }
        metadata_.title = plain_text(blocks_.inlines(title, LineEnds::join));
        found(MetadataField::title);
        return size;
    }

    Lines lines_;
    const BlockReader& blocks_;
    Context& context_;
    Metadata& metadata_;
};

}  // namespace

std::size_t read_rfc_header(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata) {
    return RfcHeader(lines, blocks, context, metadata).read();
}

}  // namespace offprint::text
