#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "io/file_sink.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"

namespace offprint {

namespace {

namespace fs = std::filesystem;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// No name that a writer can make leads out of the folder or hides in it.
bool is_plain(std::string_view name) {
    return !name.empty() && is_letter_or_digit(name.front()) &&
           std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
}

/// A path as a relative reference (RFC 3986, section 4.2) that stands unquoted in any format.
std::string address_of(const fs::path& path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string address;
    for (const char c : path.generic_string()) {
        if (is_letter_or_digit(c) || std::string_view("/-._~").find(c) != std::string_view::npos) {
            address += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        address.append({'%', digits[byte >> 4], digits[byte & 15U]});
    }
    return address;
}

/// Absolute, without "." and "..", and without a slash at the end.
fs::path normal(const fs::path& path) {
    fs::path whole = fs::absolute(path.empty() ? "." : path).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

/// Of what lies there, be it a link; nothing where nothing does.
std::optional<struct stat> status_of(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

/// True if a file, and no link to one, with these bytes is there.
bool holds(const fs::path& path, const std::string& bytes) {
    const auto status = status_of(path);
    if (!status || !S_ISREG(status->st_mode) || static_cast<std::size_t>(status->st_size) != bytes.size()) return false;
    try {
        Limits as_large;
        as_large.input_bytes = bytes.size();
        return open_file(path)->read_all(as_large) == bytes;
    } catch (const Error&) {
        return false;  // then it is replaced
    }
}

class OutputWithFiles final : public ByteSink {
public:
    OutputWithFiles(std::unique_ptr<ByteSink> output, fs::path folder, const fs::path& base)
        : output_(std::move(output)), folder_(std::move(folder)) {
        require_place();
        const fs::path way = normal(folder_).lexically_relative(normal(base));
        if (way != ".") address_ = address_of(way) + '/';
    }

    ~OutputWithFiles() override { take_back(); }

    void write(std::string_view bytes) override { output_->write(bytes); }

    std::string add_file(std::string_view name, std::shared_ptr<const std::string> bytes) override {
        if (!is_plain(name)) throw Error(ErrorCode::plugin_failed, "no file beside an output can have this name");
        waiting_.try_emplace(std::string(name), std::move(bytes));
        return address_ + std::string(name);
    }

    void prepare() override {
        is_prepared_ = true;
        output_->prepare();
        if (waiting_.empty()) return;
        made_folder_ = ::mkdir(folder_.c_str(), 0777) == 0;
        if (!made_folder_ && errno != EEXIST) fail_output("cannot be made", folder_.string());
        for (const auto& [name, bytes] : waiting_) {
            const fs::path path = folder_ / name;
            if (holds(path, *bytes)) continue;
            File& file = files_.emplace_back(path);
            file.sink.write(*bytes);
            file.sink.prepare();
        }
        waiting_.clear();
    }

    void commit() override {
        if (!is_prepared_) prepare();
        for (File& file : files_) {
            const bool is_new = !status_of(file.path);
            file.sink.commit();
            file.is_new = is_new;
        }
        output_->commit();
        files_.clear();
        made_folder_ = false;
    }

private:
    struct File {
        explicit File(const fs::path& target) : path(target), sink(target, std::nullopt) {}

        fs::path path;
        FileSink sink;
        bool is_new = false;  ///< it was put there, and nothing was there before
    };

    /// Said before the conversion, not after.
    void require_place() const {
        std::error_code error;
        const fs::path parent = normal(folder_ / "..");
        if (fs::exists(folder_, error)) {
            if (!fs::is_directory(folder_, error))
                throw Error(ErrorCode::output, "is no folder; images cannot be put there", folder_.string());
        } else if (!fs::is_directory(parent, error)) {
            throw Error(ErrorCode::output, "cannot be made; there is no folder for it", folder_.string());
        }
    }

    void take_back() {
        for (const File& file : files_)
            if (file.is_new) ::unlink(file.path.c_str());
        files_.clear();  // with their temporaries, so that the folder is empty
        if (made_folder_) ::rmdir(folder_.c_str());
    }

    std::unique_ptr<ByteSink> output_;
    fs::path folder_;
    std::string address_;  ///< of the folder, from the output's
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> waiting_;  ///< by name
    std::deque<File> files_;                                                          ///< written, not there yet
    bool made_folder_ = false;
    bool is_prepared_ = false;
};

}  // namespace

std::unique_ptr<ByteSink> with_files(std::unique_ptr<ByteSink> output, fs::path folder, const fs::path& base) {
    return std::make_unique<OutputWithFiles>(std::move(output), std::move(folder), base);
}

}  // namespace offprint
