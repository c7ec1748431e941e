// The only door between library code and the outside world.
// Thread safety: one context belongs to one conversion on one thread. The callbacks it was given are
// called on that thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/diagnostic.hpp"
#include "offprint/error.hpp"
#include "offprint/export.hpp"
#include "offprint/limits.hpp"
#include "offprint/resource.hpp"

namespace offprint {

/// Fetches the bytes that a document refers to; it is never asked for a `data:` URL, which holds them. Where the host
/// names none, `Converter` uses the one of local_loader.hpp, and the fetcher where `ReadRequest` allows it.
class OFFPRINT_API ResourceLoader {
public:
    virtual ~ResourceLoader();

    /// The bytes behind `reference`, which may be relative, or nullopt with `reason` set to one line
    /// ("not found", "outside the folders that may be read"). `max_bytes` bounds the answer.
    virtual std::optional<std::string> load(std::string_view reference, std::uint64_t max_bytes,
                                            std::string& reason) = 0;
};

/// What the host lets a conversion see and say. Every field may be left as it is.
struct ContextSettings {
    Limits limits;
    /// Called at once for each diagnostic, beside their being kept in the context.
    std::function<void(const Diagnostic&)> on_diagnostic;
    /// Called now and then with the name of the stage ("read", "transform", "write"); a reader may name its own.
    std::function<void(std::string_view stage)> on_progress;
    /// Called with the state of things after each stage of a reader that has stages, for debugging.
    std::function<void(std::string_view stage, std::string_view text)> on_trace;
    std::stop_token stop;
    ResourceLoader* loader = nullptr;  ///< not owned; null: `Converter` chooses
    /// Seconds since 1970 that formats with a time field must carry (`SOURCE_DATE_EPOCH`).
    std::optional<std::int64_t> source_date_epoch;
};

/// What a reader, transform or writer may ask of the host and tell it. Owns the diagnostics; lives as long as
/// one conversion.
class OFFPRINT_API Context {
public:
    explicit Context(ContextSettings settings = {});
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    /// Records a diagnostic. `code` is a literal listed in docs/diagnostics.md. Of one code, the
    /// first 100 are kept and passed on; `suppressed()` counts the rest. Long messages are clipped.
    void report(Severity severity, std::string_view code, std::string message, SourceRange range = {});

    const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }
    std::uint64_t warnings() const noexcept { return warnings_; }
    std::uint64_t errors() const noexcept { return errors_; }
    std::uint64_t suppressed() const noexcept { return suppressed_; }

    const Limits& limits() const noexcept { return settings_.limits; }
    const std::optional<std::int64_t>& source_date_epoch() const noexcept { return settings_.source_date_epoch; }

    /// For what waits where no checkpoint can be called.
    const std::stop_token& stop_token() const noexcept { return settings_.stop; }

    /// To be called in every long loop: throws `Error{cancelled}` when a stop was requested and
    /// `Error{limit_exceeded}` past the deadline. Cheap.
    void checkpoint();

    /// To be called by a reader as it builds: throws `Error{limit_exceeded}` beyond `limits().nodes`, before the
    /// memory is gone. What is forgotten here, `validate` finds.
    void count_nodes(std::uint64_t made);

    /// Says what is being done now; a checkpoint too.
    void progress(std::string_view stage);

    /// True if the host wants to see the stages of reading. Ask before making a text for `trace`.
    bool tracing() const noexcept { return static_cast<bool>(settings_.on_trace); }

    /// Shows the host the state of things after `stage`, a short name such as "hidden"; nothing unless `tracing()`.
    void trace(std::string_view stage, std::string_view text);

    /// The loader for as long as the settings name none; not owned, null to take it back.
    void set_fallback_loader(ResourceLoader* loader) noexcept { fallback_loader_ = loader; }

    /// As `ResourceLoader::load`, and the bytes of a `data:` URL, which lie in the memory of `reference`: move it here.
    /// The sum of all answers is bounded by `limits().resource_bytes`.
    std::optional<std::string> load(std::string reference, std::string& reason);

private:
    void check_deadline() const;
    std::optional<std::string> load(std::string reference, std::uint64_t max_bytes, std::string& reason);

    ContextSettings settings_;
    ResourceLoader* fallback_loader_ = nullptr;
    std::vector<Diagnostic> diagnostics_;
    std::vector<std::pair<std::string, std::uint64_t>> counts_;
    std::uint64_t warnings_ = 0;
    std::uint64_t errors_ = 0;
    std::uint64_t suppressed_ = 0;
    std::uint64_t loaded_bytes_ = 0;
    std::uint64_t nodes_ = 0;
    std::uint32_t calls_ = 0;
    std::chrono::steady_clock::time_point deadline_;
};

}  // namespace offprint
