// References between documents, after RFC 3986.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// The scheme in lower case ("https"), or empty for a relative reference.
OFFPRINT_API std::string url_scheme(std::string_view reference);

/// The host in lower case, without user and port; empty for a reference that names none.
OFFPRINT_API std::string url_host(std::string_view reference);

/// True for what only the network has: http and https references, and those that begin with "//".
OFFPRINT_API bool is_remote(std::string_view reference);

/// True for what may stand in a link of any output: http, https, mailto, tel, ftp, doi and the like;
/// false for relative references and for script, data, file and unknown schemes.
OFFPRINT_API bool is_safe_link(std::string_view url);

/// `reference` resolved against `base` (RFC 3986, section 5.2). Without a usable base: `reference`.
OFFPRINT_API std::string resolve_url(std::string_view base, std::string_view reference);

/// `url` with everything percent-encoded that RFC 3986 does not allow where it stands: spaces,
/// quotes, <>{}|\^`, controls, non-ASCII bytes, a stray '%', and brackets outside a host.
OFFPRINT_API std::string encode_url(std::string_view url);

/// `%41` -> `A`; an incomplete escape stays as it is.
OFFPRINT_API std::string percent_decode(std::string_view text);

/// Of the scheme `data:` (RFC 2397).
OFFPRINT_API bool is_data_url(std::string_view url);

/// Makes of a `data:` URL the bytes that it holds, in the same memory; false, and `url` undefined, when it is
/// malformed. Base64 may hold white space, lack its padding and be percent-encoded, as browsers accept.
OFFPRINT_API bool decode_data_url(std::string& url);

}  // namespace offprint
