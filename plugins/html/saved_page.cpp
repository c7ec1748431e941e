#include "saved_page.hpp"

#include <algorithm>

#include "html/dom/space.hpp"

namespace offprint::html {

namespace {

/// What follows `mark` in `text`; empty without it.
std::string_view after(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

}  // namespace

std::string saved_from(std::string_view markup) {
    constexpr std::size_t beginning = 4096;
    const std::string_view comment = after(markup.substr(0, beginning), "<!--");
    const std::string_view text = comment.substr(0, comment.find("-->"));
    std::string_view url = after(after(text, "saved from url=("), ")");
    if (url.empty()) url = after(after(text, "SingleFile"), "url: ");
    if (!url.starts_with("http")) return {};
    return std::string(url.begin(), std::find_if(url.begin(), url.end(), is_space));
}

}  // namespace offprint::html
