#include "reader/definitions.hpp"

#include <utility>

namespace offprint::markdown {

namespace {

constexpr std::string_view paragraph = "<p>";
constexpr std::string_view line_end = "\n";
constexpr std::string_view list_close = "</dl>\n";

}  // namespace

void Definitions::enter_paragraph() {
    begin_ = page_.size();
    line_ends_ = 0;
    at_line_start_ = true;
    in_definition_ = false;
    page_.open(paragraph);
}

void Definitions::leave_paragraph() {
    page_.close("</p>");
    if (in_definition_) {
        page_.close("</dd>");
        page_.close("</dl>");
    }
    page_.end_line();
    if (in_definition_) list_end_ = page_.size();
    last_begin_ = begin_;
    last_end_ = page_.size();
    last_line_ends_ = line_ends_;
    at_line_start_ = false;
}

void Definitions::end_line() {
    ++line_ends_;
    at_line_start_ = true;
}

std::size_t Definitions::begin_definition(std::string_view text) {
    const std::size_t size = text.find_first_not_of(" \t", 1);
    const bool has_mark = text.starts_with(':') && size > 1 && size != std::string_view::npos;
    if (!std::exchange(at_line_start_, false) || !has_mark) return 0;
    if (in_definition_) {
        page_.close("</p>");
        page_.close("</dd>");
        page_.open("<dd><p>");
    } else if (line_ends_ == 1) {
        begin_list(begin_);
        page_.close("</p>");
        page_.close("</dt>");
        page_.end_line();
        page_.open("<dd><p>");
    } else if (line_ends_ == 0 && list_end_ > 0 && begin_ == list_end_) {
        page_.replace(begin_ - list_close.size(), list_close.size(), "<dd>");
    } else if (line_ends_ == 0 && last_end_ > 0 && begin_ == last_end_ && last_line_ends_ == 0) {
        page_.replace(begin_, 0, "<dd>");
        page_.replace(begin_ - line_end.size(), 0, "</dt>");
        begin_list(last_begin_);
    } else {
        return 0;
    }
    in_definition_ = true;
    return size;
}

/// The term's paragraph begins at `at`. A list that ended there goes on.
void Definitions::begin_list(std::size_t at) {
    if (list_end_ > 0 && at == list_end_)
        page_.replace(at - list_close.size(), list_close.size(), "<dt>");
    else
        page_.replace(at, 0, "<dl><dt>");
}

}  // namespace offprint::markdown
