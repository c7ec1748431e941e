#include "package/zip_reader.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "offprint/error.hpp"
#include "package/zip_library.hpp"

namespace offprint::package {

struct ZipReader::State {
    std::string bytes;
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive{nullptr, zip_discard};
    std::uint64_t budget = 0;
    bool exceeded = false;
};

ZipReader::ZipReader(std::string bytes, std::uint64_t budget) : state_(std::make_unique<State>()) {
    state_->bytes = std::move(bytes);
    state_->budget = budget;
    zip_source_t* source = zip_source_buffer_create(state_->bytes.data(), state_->bytes.size(), 0, nullptr);
    state_->archive.reset(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr);
    if (state_->archive) return;
    if (source != nullptr) zip_source_free(source);
    throw Error(ErrorCode::malformed_input, "this ZIP archive is damaged");
}

ZipReader::~ZipReader() = default;

std::uint64_t ZipReader::size() const {
    return static_cast<std::uint64_t>(zip_get_num_entries(state_->archive.get(), 0));
}

ZipEntry ZipReader::entry(std::uint64_t index) const {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(state_->archive.get(), index, ZIP_FL_ENC_GUESS, &status) != 0) return {};
    return {status.name != nullptr ? status.name : "", status.size, status.comp_method == ZIP_CM_STORE,
            status.encryption_method != ZIP_EM_NONE};
}

std::string ZipReader::name(std::uint64_t entry) const {
    const char* stored = zip_get_name(state_->archive.get(), entry, ZIP_FL_ENC_GUESS);
    std::string name = stored != nullptr ? stored : "";
    std::replace(name.begin(), name.end(), '\\', '/');
    const bool leads_out =
        name.starts_with('/') || name.find(':') < 2 || ("/" + name + "/").find("/../") != std::string::npos;
    return leads_out ? std::string() : name;
}

std::optional<std::string> ZipReader::unpack(std::uint64_t entry, std::uint64_t max_bytes) {
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(state_->archive.get(), entry, 0),
                                                                 zip_fclose);
    state_->exceeded = false;
    if (!file) return std::nullopt;
    std::string unpacked;
    char chunk[16 * 1024];
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), chunk, sizeof chunk)) > 0) {
        const auto size = static_cast<std::uint64_t>(got);
        state_->exceeded = size > state_->budget || unpacked.size() + size > max_bytes;
        if (state_->exceeded) return std::nullopt;
        state_->budget -= size;
        unpacked.append(chunk, size);
    }
    return got == 0 ? std::optional(std::move(unpacked)) : std::nullopt;
}

std::optional<std::string> ZipReader::unpack_head(std::uint64_t entry, std::size_t size) {
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(state_->archive.get(), entry, 0),
                                                                 zip_fclose);
    state_->exceeded = size > state_->budget;
    if (!file || state_->exceeded) return std::nullopt;
    std::string head(size, '\0');
    const zip_int64_t got = zip_fread(file.get(), head.data(), head.size());
    if (got < 0) return std::nullopt;
    head.resize(static_cast<std::size_t>(got));
    state_->budget -= head.size();
    return head;
}

bool ZipReader::exceeded() const {
    return state_->exceeded;
}

}  // namespace offprint::package
