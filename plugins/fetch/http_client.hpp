// One request to one server, within bounds.
// Thread safety: a client belongs to one conversion on one thread.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace offprint::fetch {

/// What a server said.
struct Answer {
    long status = 0;
    std::string location;  ///< the header of that name, as it stands; empty: none
    std::string body;      ///< unpacked; of status 200 alone
};

/// Asks public servers, without credentials, cookies or proxies, and follows nothing. What may be asked is decided by
/// the resolved address of each connection as it is opened, so that no name can mean one thing when it is checked and
/// another when it is used.
class HttpClient {
public:
    /// `allowed_server` and `stop` as in `FetchSettings`.
    HttpClient(std::string allowed_server, std::stop_token stop);

    /// GETs `url`. Nothing with `reason` set to one line when there is no answer, none within `time`, or more than
    /// `max_bytes` of it.
    std::optional<Answer> get(const std::string& url, std::chrono::milliseconds time, std::uint64_t max_bytes,
                              std::string& reason);

private:
    static curl_socket_t open_socket(void* client, curlsocktype purpose, curl_sockaddr* address) noexcept;
    static std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* client) noexcept;
    static int go_on(void* client, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept;
    static std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* client) noexcept;

    long status() const;
    std::string location() const;
    std::string why_not(CURLcode code) const;

    template <class Value>
    void set(CURLoption option, Value value);

    struct Deleter {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };
    std::string allowed_server_;
    std::stop_token stop_;
    std::unique_ptr<curl_slist, Deleter> headers_;
    std::unique_ptr<CURL, Deleter> handle_;

    // Of the request that runs.
    std::string body_;
    std::uint64_t max_bytes_ = 0;
    std::size_t header_bytes_ = 0;
    bool too_large_ = false;
    std::string refusal_;  ///< why an address was not connected to
};

}  // namespace offprint::fetch
