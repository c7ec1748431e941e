// Which addresses a book may link to.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::epub {

/// `url` as it may stand in a link: safe, percent-encoded, of a scheme that reading systems know and,
/// for the web, with a host that can exist (RFC 3986; a `doi:` becomes an address of its resolver).
/// Empty when it may not.
std::string link_address(std::string_view url);

}  // namespace offprint::epub
