#include "offprint/byte_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "io/system.hpp"
#include "offprint/error.hpp"

namespace offprint {

ByteSource::ByteSource(std::string name, std::filesystem::path folder)
    : name_(std::move(name)), folder_(std::move(folder)) {}

ByteSource::~ByteSource() = default;

std::string_view ByteSource::peek(std::size_t size) {
    while (ahead_.size() < size) {
        const std::size_t had = ahead_.size();
        ahead_.resize(size);
        const std::size_t got = read_some(ahead_.data() + had, size - had);
        ahead_.resize(had + got);
        if (got == 0) break;
    }
    return std::string_view(ahead_).substr(0, size);
}

std::string ByteSource::read_all(const Limits& limits) {
    // By way of a block that stays in the processor's cache: a string clears the room that it is given.
    std::array<char, std::size_t{64} << 10> block;
    std::string bytes = std::move(ahead_);
    ahead_.clear();
    bytes.reserve(bytes.size() + std::min<std::uint64_t>(size_hint(), limits.input_bytes));
    while (bytes.size() <= limits.input_bytes) {
        const std::size_t got = read_some(block.data(), block.size());
        if (got == 0) return bytes;
        bytes.append(block.data(), got);
    }
    throw_limit(limits, &Limits::input_bytes);
}

namespace {

class DescriptorSource final : public ByteSource {
public:
    DescriptorSource(FileDescriptor owned, int descriptor, std::size_t size, std::string name,
                     std::filesystem::path folder, std::string place)
        : ByteSource(std::move(name), std::move(folder)),
          owned_(std::move(owned)),
          descriptor_(descriptor),
          size_(size),
          place_(std::move(place)) {}

private:
    std::size_t read_some(char* to, std::size_t size) override {
        while (true) {
            const ssize_t got = ::read(descriptor_, to, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR) throw Error(ErrorCode::input, "cannot be read: " + system_message(errno), place_);
        }
    }

    std::size_t size_hint() const noexcept override { return size_; }

    FileDescriptor owned_;
    int descriptor_;
    std::size_t size_;
    std::string place_;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string bytes, std::string name, std::filesystem::path folder)
        : ByteSource(std::move(name), std::move(folder)), bytes_(std::move(bytes)) {}

private:
    std::size_t read_some(char* to, std::size_t size) override {
        const std::size_t got = std::min(size, bytes_.size() - at_);
        std::memcpy(to, bytes_.data() + at_, got);
        at_ += got;
        return got;
    }

    std::size_t size_hint() const noexcept override { return bytes_.size() - at_; }

    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path) {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0)
        throw Error(ErrorCode::input, "cannot be opened: " + system_message(errno), path.string());
    if (S_ISDIR(status.st_mode)) throw Error(ErrorCode::input, "is a folder; name the files in it", path.string());
    const std::size_t size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    std::filesystem::path folder = path.parent_path();
    if (folder.empty()) folder = ".";
    const int descriptor = file.get();
    return std::make_unique<DescriptorSource>(std::move(file), descriptor, size, path.filename().string(),
                                              std::move(folder), path.string());
}

std::unique_ptr<ByteSource> open_descriptor(int descriptor, std::string name) {
    std::string place = name.empty() ? "input" : name;
    return std::make_unique<DescriptorSource>(FileDescriptor(), descriptor, 0, std::move(name), std::filesystem::path(),
                                              std::move(place));
}

std::unique_ptr<ByteSource> open_memory(std::string bytes, std::string name, std::filesystem::path folder) {
    return std::make_unique<MemorySource>(std::move(bytes), std::move(name), std::move(folder));
}

}  // namespace offprint
