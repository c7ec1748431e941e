#include "io/file_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <utility>

#include "offprint/error.hpp"

namespace offprint {

namespace {

/// Bytes gathered in memory until there is enough for one system call.
constexpr std::size_t buffer_size = std::size_t{256} << 10;

}  // namespace

void fail_output(std::string_view what, const std::string& place) {
    throw Error(ErrorCode::output, std::string(what) + ": " + system_message(errno), place);
}

FileSink::FileSink(std::filesystem::path target, std::optional<mode_t> replaced)
    : target_(std::move(target)), replaced_(replaced) {
    open_nameless();
    if (!file_.valid()) open_named();
}

FileSink::~FileSink() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void FileSink::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() >= buffer_size) flush();
    if (bytes.size() < buffer_size)
        buffer_.append(bytes);
    else
        write_out(bytes);
}

void FileSink::prepare() {
    flush();
    if (replaced_ && ::fchmod(file_.get(), *replaced_) != 0) fail_output("cannot be written", target_.string());
    if (::fsync(file_.get()) != 0) fail_output("cannot be written", target_.string());
    if (temporary_.empty()) give_name();
    file_ = FileDescriptor();
    buffer_.shrink_to_fit();
}

void FileSink::commit() {
    if (file_.valid()) prepare();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail_output("cannot be replaced", target_.string());
    temporary_.clear();
}

void FileSink::open_nameless() {
    std::filesystem::path folder = target_.parent_path();
    if (folder.empty()) folder = ".";
    if (::access("/proc/self/fd", X_OK) != 0) return;  // without it no name can be given later
    file_ = FileDescriptor(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, first_mode()));
}

void FileSink::open_named() {
    try_names([&](const std::filesystem::path& name) {
        file_ =
            FileDescriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, first_mode()));
        return file_.valid();
    });
}

void FileSink::give_name() {
    const std::string nameless = fmt::format("/proc/self/fd/{}", file_.get());
    try_names([&](const std::filesystem::path& name) {
        return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
    });
}

template <class Create>
void FileSink::try_names(Create&& create) {
    // Distinct for distinct targets: many sinks may be held back side by side.
    const std::size_t target_hash = std::hash<std::string>()(target_.filename().string());
    for (int attempt = 0; attempt < 100; ++attempt) {
        std::filesystem::path name = target_;
        name.replace_filename(fmt::format(".offprint-{}-{:x}-{}.tmp", ::getpid(), target_hash, attempt));
        if (create(name)) {
            temporary_ = std::move(name);
            return;
        }
        if (errno != EEXIST) break;
    }
    fail_output("cannot be created", target_.string());
}

void FileSink::flush() {
    write_out(buffer_);
    buffer_.clear();
}

void FileSink::write_out(std::string_view bytes) {
    if (!write_fully(file_.get(), bytes)) fail_output("cannot be written", target_.string());
}

}  // namespace offprint
