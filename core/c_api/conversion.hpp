// A conversion as a C program sets it up, step by step, and runs it as often as it likes.
// Thread safety: a conversion belongs to one thread at a time, but for `cancel`.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "c_api/option_table.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/converter.hpp"

namespace offprint::c_api {

/// What is to be read: how it is called in messages, and how it is opened.
struct Input {
    std::string name;
    std::function<std::unique_ptr<ByteSource>()> open;
};

/// What the caller wants to hear; either may be empty.
struct Callbacks {
    std::function<void(const Diagnostic& diagnostic, const std::string& input)> on_diagnostic;
    std::function<void(std::string_view stage)> on_progress;
};

/// Members throw `Error`.
class Conversion {
public:
    explicit Conversion(std::shared_ptr<const PluginRegistry> registry) : converter_(std::move(registry)) {}

    void set_option(const std::string& name, std::string value);

    /// `content` is what an option that names a file would find in it.
    void set_file_option(const std::string& name, std::string content);

    void add_input(Input input) { inputs_.push_back(std::move(input)); }

    Callbacks& callbacks() noexcept { return callbacks_; }

    /// Converts the inputs, which are used up, to the file `path`.
    void write_file(const std::filesystem::path& path);

    /// The same to memory.
    std::string write_bytes();

    /// Ends what runs, or the next run. May be called from any thread.
    void cancel() noexcept;

    /// True while a run goes on, for what must not be called then.
    bool running() const noexcept { return running_; }

private:
    class Run;
    std::stop_token stop_token();
    void renew_stop();

    Converter converter_;
    Settings settings_;
    OptionValues named_options_;  ///< of plugins; those of type `file` name a file
    OptionValues file_contents_;  ///< of plugins' options of type `file`
    std::vector<Input> inputs_;
    Callbacks callbacks_;
    bool running_ = false;
    std::mutex stop_mutex_;  ///< guards `stop_`
    std::stop_source stop_;
};

}  // namespace offprint::c_api
