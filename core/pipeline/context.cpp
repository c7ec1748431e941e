#include "offprint/context.hpp"

#include <algorithm>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint {

namespace {

constexpr std::uint64_t kept_of_one_code = 100;

/// A message is one line; what it quotes may be of any length.
constexpr std::size_t longest_message = 500;

/// The clock is looked at now and then only: a call costs more than the loop around it.
constexpr std::uint32_t calls_per_look = 256;

std::chrono::steady_clock::time_point deadline_after(std::uint64_t seconds) {
    if (seconds == 0) return {};  // the clock is not even read
    constexpr std::uint64_t century = std::uint64_t{100} * 366 * 86400;
    return std::chrono::steady_clock::now() + std::chrono::seconds(std::min(seconds, century));
}

}  // namespace

ResourceLoader::~ResourceLoader() = default;

Context::Context(ContextSettings settings)
    : settings_(std::move(settings)), deadline_(deadline_after(settings_.limits.seconds)) {}

Context::~Context() = default;

void Context::report(Severity severity, std::string_view code, std::string message, SourceRange range) {
    if (severity == Severity::warning) ++warnings_;
    if (severity == Severity::error) ++errors_;
    auto count = std::find_if(counts_.begin(), counts_.end(), [&](const auto& entry) { return entry.first == code; });
    if (count == counts_.end()) count = counts_.insert(counts_.end(), {std::string(code), 0});
    if (++count->second > kept_of_one_code) {
        ++suppressed_;
        return;
    }
    if (message.size() > longest_message) message = std::string(utf8_prefix(message, longest_message)) + "...";
    diagnostics_.push_back({severity, std::string(code), std::move(message), range});
    if (settings_.on_diagnostic) settings_.on_diagnostic(diagnostics_.back());
}

void Context::checkpoint() {
    if (settings_.stop.stop_requested()) throw Error(ErrorCode::cancelled, "the conversion was cancelled");
    if (++calls_ % calls_per_look == 0) check_deadline();
}

void Context::check_deadline() const {
    if (settings_.limits.seconds == 0) return;
    if (std::chrono::steady_clock::now() > deadline_) throw_limit(settings_.limits, &Limits::seconds);
}

void Context::count_nodes(std::uint64_t made) {
    nodes_ += made;
    if (nodes_ > settings_.limits.nodes) throw_limit(settings_.limits, &Limits::nodes);
}

void Context::progress(std::string_view stage) {
    calls_ = calls_per_look - 1;  // what begins here may take long, and so may what ended
    checkpoint();
    if (settings_.on_progress) settings_.on_progress(stage);
}

void Context::trace(std::string_view stage, std::string_view text) {
    if (settings_.on_trace) settings_.on_trace(stage, text);
}

std::optional<std::string> Context::load(std::string reference, std::string& reason) {
    checkpoint();
    check_deadline();  // each time: one answer may take a network's time
    const std::uint64_t left = settings_.limits.resource_bytes - loaded_bytes_;
    std::optional<std::string> bytes = load(std::move(reference), left, reason);
    if (!bytes) return std::nullopt;
    if (bytes->size() > left) {
        reason = "larger than what is left of the limit 'resources'";
        return std::nullopt;
    }
    loaded_bytes_ += bytes->size();
    return bytes;
}

std::optional<std::string> Context::load(std::string reference, std::uint64_t max_bytes, std::string& reason) {
    if (is_data_url(reference)) {
        if (decode_data_url(reference)) return std::optional(std::move(reference));
        reason = "a data: URL that cannot be decoded";
        return std::nullopt;
    }
    ResourceLoader* loader = settings_.loader != nullptr ? settings_.loader : fallback_loader_;
    if (loader != nullptr) return loader->load(reference, max_bytes, reason);
    reason = "nothing may be loaded here";
    return std::nullopt;
}

}  // namespace offprint
