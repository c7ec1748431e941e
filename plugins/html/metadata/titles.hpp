// The article's title among the titles that a page gives.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offprint::html {

/// `title` without the site's name, which it ends or begins with. `site` may be empty. `host` is that of the page's
/// address, which often spells the site's name.
std::string title_without_site(std::string_view title, std::string_view site, std::string_view host);

/// A heading's text without the mark of its own address that many pages put behind it ("#", "¶").
std::string without_permalink(std::string heading);

/// The index of the title that most others agree with; of equals the first. `titles` holds one at least.
std::size_t agreed_title(const std::vector<std::string>& titles);

}  // namespace offprint::html
