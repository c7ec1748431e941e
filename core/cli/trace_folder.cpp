#include "cli/trace_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include "io/system.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw Error(ErrorCode::output, "the trace cannot be written: " + reason, path.string());
}

}  // namespace

TraceFolder::InputFolder& TraceFolder::folder_of(const std::string& input) {
    const auto [entry, is_new] = inputs_.try_emplace(input);
    InputFolder& folder = entry->second;
    if (!is_new) return folder;
    // The number tells apart what only differs in its folder.
    folder.path =
        by_input_ ? folder_ / fmt::format("{}-{}", inputs_.size(), slug(fs::path(input).stem().string())) : folder_;
    std::error_code error;
    fs::create_directories(folder.path, error);
    if (error) fail(folder.path, error.message());
    return folder;
}

void TraceFolder::require_empty() const {
    std::error_code error;
    if (!fs::exists(folder_, error) || fs::is_empty(folder_, error)) return;
    throw Error(ErrorCode::output, "is not empty, and a trace replaces nothing; name a new folder with --trace-dir",
                folder_.string());
}

void TraceFolder::write(const std::string& input, std::string_view stage, std::string_view text) {
    const std::scoped_lock lock(mutex_);
    InputFolder& folder = folder_of(input);
    // A plugin chose the stage's name; it must not lead out of the folder.
    const fs::path path = folder.path / fmt::format("{}-{}.txt", ++folder.files, slug(stage));
    const FileDescriptor file(::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
    if (!file.valid() || !write_fully(file.get(), text)) fail(path, system_message(errno));
}

}  // namespace offprint::cli
