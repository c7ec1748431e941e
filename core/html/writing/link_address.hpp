// Which addresses a book or a page of ours may link to.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::html {

/// `url` as it may stand in a link: safe, percent-encoded, of a scheme that reading systems and browsers know and,
/// for the web, with a host that can exist (RFC 3986; a `doi:` becomes an address of its resolver).
/// Empty when it may not.
std::string link_address(std::string_view url);

}  // namespace offprint::html
