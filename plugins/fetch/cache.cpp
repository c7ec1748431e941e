#include "cache.hpp"

#include <system_error>
#include <utility>

#include "digest/sha256.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"

namespace offprint::fetch {

namespace fs = std::filesystem;

Cache::Cache(fs::path folder) : folder_(std::move(folder)) {
    if (folder_.empty()) return;
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw Error(ErrorCode::output, "cannot be made a folder: " + error.message(), folder_.string());
}

std::optional<std::string> Cache::find(const std::string& url, std::uint64_t max_bytes) const {
    if (folder_.empty()) return std::nullopt;
    const fs::path file = file_of(url);
    std::error_code error;
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > max_bytes || error) return std::nullopt;
    return open_file(file)->read_all({.input_bytes = max_bytes});
}

void Cache::keep(const std::string& url, const std::string& bytes) const {
    if (folder_.empty()) return;
    const auto sink = create_file(file_of(url));
    sink->write(bytes);
    sink->commit();
}

fs::path Cache::file_of(const std::string& url) const {
    return folder_ / sha256(url);
}

}  // namespace offprint::fetch
