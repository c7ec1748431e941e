#include "web_address.hpp"

#include "offprint/url.hpp"

namespace offprint::fetch {

bool WebAddress::go_to(const std::string& reference, std::string& reason) {
    const CURLUcode code =
        curl_url_set(url_.get(), CURLUPART_URL, encode_url(reference).c_str(), CURLU_NON_SUPPORT_SCHEME);
    const std::string scheme = part(CURLUPART_SCHEME);
    if (code != CURLUE_OK)
        reason = "not an address that can be asked";
    else if (scheme != "http" && scheme != "https")
        reason = "leads to a '" + scheme + ":' address, which is never followed";
    else if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty())
        reason = "leads to an address with a user's name or password, which is never followed";
    else
        return curl_url_set(url_.get(), CURLUPART_FRAGMENT, nullptr, 0) == CURLUE_OK;
    return false;
}

std::string WebAddress::part(CURLUPart which) const {
    char* text = nullptr;
    if (curl_url_get(url_.get(), which, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, void (*)(void*)> owned(text, curl_free);
    return text;
}

}  // namespace offprint::fetch
