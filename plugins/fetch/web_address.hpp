// An address that may be fetched: http or https, and without a user.
// Thread safety: values; one address belongs to one thread.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace offprint::fetch {

/// A URL as libcurl understands it, so that what is checked is what is asked.
class WebAddress {
public:
    /// Goes to `reference`, which is relative to where this stands, if it stands anywhere. False with `reason` set to
    /// one line if it may not be fetched; the address is not usable then.
    bool go_to(const std::string& reference, std::string& reason);

    /// The whole URL, without a fragment.
    std::string text() const { return part(CURLUPART_URL); }

private:
    std::string part(CURLUPart which) const;

    struct Deleter {
        void operator()(CURLU* url) const { curl_url_cleanup(url); }
    };
    std::unique_ptr<CURLU, Deleter> url_{curl_url()};
};

}  // namespace offprint::fetch
