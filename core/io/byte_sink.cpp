#include "offprint/byte_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <optional>
#include <utility>

#include "io/system.hpp"
#include "offprint/error.hpp"

namespace offprint {

ByteSink::ByteSink() = default;
ByteSink::~ByteSink() = default;
void ByteSink::prepare() {}

namespace {

[[noreturn]] void fail(std::string_view what, const std::string& place) {
    throw Error(ErrorCode::output, std::string(what) + ": " + system_message(errno), place);
}

/// Bytes gathered in memory until there is enough for one system call.
constexpr std::size_t buffer_size = std::size_t{256} << 10;

class FileSink final : public ByteSink {
public:
    /// `replaced` is the mode of the file that is there already; a new one gets what the umask says.
    FileSink(std::filesystem::path target, std::optional<mode_t> replaced)
        : target_(std::move(target)), replaced_(replaced) {
        open_nameless();
        if (!file_.valid()) open_named();
    }

    ~FileSink() override {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }

    void write(std::string_view bytes) override {
        if (buffer_.size() + bytes.size() >= buffer_size) flush();
        if (bytes.size() < buffer_size)
            buffer_.append(bytes);
        else
            write_out(bytes);
    }

    void prepare() override {
        flush();
        if (replaced_ && ::fchmod(file_.get(), *replaced_) != 0) fail("cannot be written", target_.string());
        if (::fsync(file_.get()) != 0) fail("cannot be written", target_.string());
        if (temporary_.empty()) give_name();
        file_ = FileDescriptor();
        buffer_.shrink_to_fit();
    }

    void commit() override {
        if (file_.valid()) prepare();
        if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot be replaced", target_.string());
        temporary_.clear();
    }

private:
    mode_t first_mode() const { return replaced_ ? 0600 : 0666; }

    /// A file without a name vanishes by itself, however the process ends. Not every file system can.
    void open_nameless() {
        std::filesystem::path folder = target_.parent_path();
        if (folder.empty()) folder = ".";
        if (::access("/proc/self/fd", X_OK) != 0) return;  // without it no name can be given later
        file_ = FileDescriptor(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, first_mode()));
    }

    /// Exclusive, beside the target, so that the rename stays within one file system.
    void open_named() {
        try_names([&](const std::filesystem::path& name) {
            file_ = FileDescriptor(
                ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, first_mode()));
            return file_.valid();
        });
    }

    void give_name() {
        const std::string nameless = fmt::format("/proc/self/fd/{}", file_.get());
        try_names([&](const std::filesystem::path& name) {
            return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
        });
    }

    template <class Create>
    void try_names(Create&& create) {
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
        fail("cannot be created", target_.string());
    }

    void flush() {
        write_out(buffer_);
        buffer_.clear();
    }

    void write_out(std::string_view bytes) {
        if (!write_fully(file_.get(), bytes)) fail("cannot be written", target_.string());
    }

    std::filesystem::path target_;
    std::filesystem::path temporary_;  ///< empty while the file has no name
    std::optional<mode_t> replaced_;
    FileDescriptor file_;
    std::string buffer_;
};

/// For what cannot be renamed over: pipes, devices, standard output.
class DescriptorSink final : public ByteSink {
public:
    DescriptorSink(FileDescriptor owned, int descriptor, std::string place)
        : owned_(std::move(owned)), descriptor_(descriptor), place_(std::move(place)) {}

    void write(std::string_view bytes) override { bytes_.append(bytes); }

    void commit() override {
        if (!write_fully(descriptor_, bytes_)) fail("cannot be written", place_);
        bytes_.clear();
    }

private:
    FileDescriptor owned_;
    int descriptor_;
    std::string place_;
    std::string bytes_;
};

class MemorySink final : public ByteSink {
public:
    explicit MemorySink(std::string& target) : target_(target) {}
    void write(std::string_view bytes) override { bytes_.append(bytes); }
    void commit() override { target_ = std::move(bytes_); }

private:
    std::string& target_;
    std::string bytes_;
};

}  // namespace

std::unique_ptr<ByteSink> create_file(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::make_unique<FileSink>(path, std::nullopt);
    if (S_ISDIR(status.st_mode)) throw Error(ErrorCode::output, "is a folder; name a file in it", path.string());
    if (S_ISREG(status.st_mode)) {
        std::error_code error;
        const std::filesystem::path real = std::filesystem::canonical(path, error);
        return std::make_unique<FileSink>(error ? path : real, status.st_mode & 0777);
    }
    FileDescriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device.valid()) fail("cannot be opened", path.string());
    const int descriptor = device.get();
    return std::make_unique<DescriptorSink>(std::move(device), descriptor, path.string());
}

std::unique_ptr<ByteSink> create_descriptor(int descriptor, std::string name) {
    return std::make_unique<DescriptorSink>(FileDescriptor(), descriptor, name.empty() ? "output" : std::move(name));
}

std::unique_ptr<ByteSink> create_memory(std::string& target) {
    return std::make_unique<MemorySink>(target);
}

}  // namespace offprint
