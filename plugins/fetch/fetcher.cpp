#include "fetcher.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "offprint/resource.hpp"

namespace offprint::fetch {

namespace {

using std::chrono::milliseconds;

constexpr std::string_view too_late = "the time for fetching is used up";

/// Takes the time from here to the end of the scope from `left`.
class Stopwatch {
public:
    explicit Stopwatch(milliseconds& left) : left_(left), begin_(std::chrono::steady_clock::now()) {}
    ~Stopwatch() { left_ -= passed(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

    milliseconds passed() const { return std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - begin_); }

private:
    milliseconds& left_;
    std::chrono::steady_clock::time_point begin_;
};

}  // namespace

Fetcher::Fetcher(const FetchSettings& settings)
    : settings_(settings),
      cache_(settings.cache),
      client_(settings.allowed_server, settings.stop),
      time_left_(std::chrono::seconds(settings.total_seconds)) {}

std::optional<std::string> Fetcher::load(std::string_view reference, std::uint64_t max_bytes, std::string& reason) {
    // Without a page's own address a reference that leaves the scheme out is taken for one of today's.
    const std::string url = (reference.starts_with("//") ? "https:" : "") + std::string(reference);
    WebAddress address;
    if (!address.go_to(url, reason)) return std::nullopt;
    const std::string name = address.text();
    max_bytes = std::min(max_bytes, settings_.bytes);
    if (std::optional<std::string> kept = cache_.find(name, max_bytes)) return kept;
    std::optional<std::string> bytes = ask(std::move(address), max_bytes, reason);
    if (!bytes) return std::nullopt;
    if (!sniff_image(*bytes)) {
        reason = "the answer is no image";
        return std::nullopt;
    }
    cache_.keep(name, *bytes);
    return bytes;
}

std::optional<std::string> Fetcher::ask(WebAddress address, std::uint64_t max_bytes, std::string& reason) {
    const milliseconds time = std::min<milliseconds>(std::chrono::seconds(settings_.seconds), time_left_);
    const Stopwatch stopwatch(time_left_);
    for (std::uint32_t redirects = 0; redirects <= settings_.redirects; ++redirects) {
        const milliseconds left = time - stopwatch.passed();
        if (left <= milliseconds::zero()) {
            reason = too_late;
            return std::nullopt;
        }
        std::optional<Answer> answer = client_.get(address.text(), left, max_bytes, reason);
        if (!answer) return std::nullopt;
        if (answer->status == 200) return std::move(answer->body);
        const bool is_redirect = answer->status >= 300 && answer->status < 400 && !answer->location.empty();
        if (!is_redirect) {
            reason = fmt::format("the server answers {}", answer->status);
            return std::nullopt;
        }
        if (!address.go_to(answer->location, reason)) return std::nullopt;
    }
    reason = fmt::format("redirected more than {} times", settings_.redirects);
    return std::nullopt;
}

}  // namespace offprint::fetch
