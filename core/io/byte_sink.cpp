#include "offprint/byte_sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <optional>
#include <utility>

#include "io/file_sink.hpp"
#include "offprint/error.hpp"

namespace offprint {

ByteSink::ByteSink() = default;
ByteSink::~ByteSink() = default;
void ByteSink::prepare() {}

std::string ByteSink::add_file(std::string_view, std::shared_ptr<const std::string>) {
    return {};
}

namespace {

/// For what cannot be renamed over: pipes, devices, standard output.
class DescriptorSink final : public ByteSink {
public:
    DescriptorSink(FileDescriptor owned, int descriptor, std::string place)
        : owned_(std::move(owned)), descriptor_(descriptor), place_(std::move(place)) {}

    void write(std::string_view bytes) override { bytes_.append(bytes); }

    void commit() override {
        if (!write_fully(descriptor_, bytes_)) fail_output("cannot be written", place_);
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
    if (!device.valid()) fail_output("cannot be opened", path.string());
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
