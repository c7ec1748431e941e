#include "http_client.hpp"

#include <fmt/format.h>
#include <sys/socket.h>

#include <new>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/version.hpp"
#include "public_address.hpp"

namespace offprint::fetch {

namespace {

constexpr std::size_t most_header_bytes = std::size_t{64} << 10;

CURL* make_handle() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
    if (handle == nullptr) throw Error(ErrorCode::plugin_failed, "libcurl cannot be used");
    return handle;
}

}  // namespace

template <class Value>
void HttpClient::set(CURLoption option, Value value) {
    // An option that this libcurl lacks would leave a door open.
    if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
        throw Error(ErrorCode::plugin_failed, fmt::format("libcurl refuses option {}", static_cast<int>(option)));
}

HttpClient::HttpClient(std::string allowed_server, std::stop_token stop)
    : allowed_server_(std::move(allowed_server)),
      stop_(std::move(stop)),
      headers_(curl_slist_append(nullptr, "Accept: image/*")),
      handle_(make_handle()) {
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");  // none, whatever the environment says
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_USERAGENT, "offprint/" OFFPRINT_VERSION);
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_ACCEPT_ENCODING, "gzip");
    set(CURLOPT_OPENSOCKETFUNCTION, &HttpClient::open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_WRITEFUNCTION, &HttpClient::take_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &HttpClient::take_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &HttpClient::go_on);
    set(CURLOPT_XFERINFODATA, this);
}

std::optional<Answer> HttpClient::get(const std::string& url, std::chrono::milliseconds time, std::uint64_t max_bytes,
                                      std::string& reason) {
    body_.clear();
    refusal_.clear();
    header_bytes_ = 0;
    too_large_ = false;
    max_bytes_ = max_bytes;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(max_bytes));  // of what is announced
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(time.count()));
    const CURLcode code = curl_easy_perform(handle_.get());
    // A body that is not wanted ends the transfer, and the answer is complete all the same.
    const bool was_refused_body = code == CURLE_WRITE_ERROR && !too_large_ && status() != 200;
    if (code == CURLE_OK || was_refused_body) return Answer{status(), location(), std::move(body_)};
    reason = why_not(code);
    return std::nullopt;
}

curl_socket_t HttpClient::open_socket(void* client, curlsocktype, curl_sockaddr* address) noexcept {
    auto& self = *static_cast<HttpClient*>(client);
    const std::string_view network = restricted_network(address->addr);
    const std::string server = to_text(address->addr);
    if (!network.empty() && server != self.allowed_server_) {
        self.refusal_ = fmt::format("{} is of a {} network, which is never asked", server, network);
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t HttpClient::take_body(char* bytes, std::size_t size, std::size_t count, void* client) noexcept {
    auto& self = *static_cast<HttpClient*>(client);
    const std::size_t got = size * count;
    if (self.status() != 200) return 0;
    self.too_large_ = got > self.max_bytes_ - self.body_.size();
    if (self.too_large_) return 0;
    try {
        self.body_.append(bytes, got);
        return got;
    } catch (const std::bad_alloc&) {
        self.too_large_ = true;
        return 0;
    }
}

std::size_t HttpClient::take_header(char*, std::size_t size, std::size_t count, void* client) noexcept {
    auto& self = *static_cast<HttpClient*>(client);
    self.header_bytes_ += size * count;
    self.too_large_ = self.header_bytes_ > most_header_bytes;
    return self.too_large_ ? 0 : size * count;
}

int HttpClient::go_on(void* client, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
    return static_cast<HttpClient*>(client)->stop_.stop_requested() ? 1 : 0;
}

long HttpClient::status() const {
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
}

std::string HttpClient::location() const {
    curl_header* header = nullptr;
    if (curl_easy_header(handle_.get(), "Location", 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return {};
    return header->value;
}

std::string HttpClient::why_not(CURLcode code) const {
    if (!refusal_.empty()) return refusal_;
    if (too_large_ || code == CURLE_FILESIZE_EXCEEDED) return "the answer is larger than what is allowed";
    if (code == CURLE_OPERATION_TIMEDOUT) return "no complete answer in time";
    if (code == CURLE_ABORTED_BY_CALLBACK) return "stopped";
    return curl_easy_strerror(code);
}

}  // namespace offprint::fetch
