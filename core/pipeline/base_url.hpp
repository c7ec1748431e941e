// The option of readers that says where an input came from.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/error.hpp"
#include "offprint/options.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint {

/// The value of `base-url`; empty when the user does not know it. An address of another scheme than the web's serves
/// for nothing, but is one. Throws `Error{usage}` for what is no address.
inline const std::string& base_url(const Options& options) {
    const std::string& url = options.text("base-url");
    if (!url.empty() && url_scheme(url).empty())
        throw Error(ErrorCode::usage, "option 'base-url' wants an address such as https://site.example/page, not '" +
                                          std::string(utf8_prefix(url, 200)) + "'");
    return url;
}

}  // namespace offprint
