#include "package/zip_archive.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <utility>

#include "offprint/error.hpp"
#include "package/zip_library.hpp"

namespace offprint::package {

namespace {

// The level at which deflating costs least for what it saves.
constexpr int compression_level = 6;

// Without ZIP64, which many readers of EPUB and DOCX lack, sizes, offsets and the number of entries end here.
constexpr std::uint64_t size_limit = 0xFFFF'FFFF;
constexpr std::size_t entry_limit = 0xFFFF;
// Local header, central directory record and end record are shorter than this, names apart.
constexpr std::uint64_t header_size = 128;

// The finished archive is handed on in blocks of this many bytes.
constexpr std::size_t block_size = std::size_t{256} << 10;

// The upper half of the external attributes is the Unix mode: a file that its owner may read and write.
constexpr zip_uint32_t owner_read_write = zip_uint32_t{0600} << 16;
constexpr zip_uint16_t midnight = 0;
constexpr zip_uint16_t first_of_january_1980 = (1 << 5) | 1;

// The bytes of one entry as they will lie in the archive. libzip reads them when the archive is closed.
struct Entry {
    std::shared_ptr<const std::string> bytes;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
    zip_uint16_t method = ZIP_CM_STORE;
    std::size_t position = 0;
};

zip_int64_t describe(const Entry& entry, void* data, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t)) return -1;
    zip_stat_t stat;
    zip_stat_init(&stat);
    stat.size = entry.size;
    stat.comp_size = entry.bytes->size();
    stat.comp_method = entry.method;
    stat.crc = entry.crc;
    stat.encryption_method = ZIP_EM_NONE;
    stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC | ZIP_STAT_ENCRYPTION_METHOD;
    std::memcpy(data, &stat, sizeof stat);
    return sizeof stat;
}

// A source that names its compression method is copied as it is (zip_source_function(3)).
zip_int64_t read_entry(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    Entry& entry = *static_cast<Entry*>(user);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            entry.position = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            const std::size_t count = std::min<std::size_t>(length, entry.bytes->size() - entry.position);
            std::memcpy(data, entry.bytes->data() + entry.position, count);
            entry.position += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_STAT:
            return describe(entry, data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            return -1;
    }
}

[[noreturn]] void fail(const std::string& what) {
    throw Error(ErrorCode::output, "cannot write the archive: " + what);
}

}  // namespace

struct ZipArchive::State {
    zip_source_t* target = nullptr;
    zip_t* archive = nullptr;
    libdeflate_compressor* compressor = nullptr;
    std::deque<Entry> entries;  // libzip keeps pointers to them
    std::uint64_t total = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (archive) zip_discard(archive);
        if (target) zip_source_free(target);
        libdeflate_free_compressor(compressor);
    }

    std::string deflate(const std::string& content);
    void add(std::string_view name, Entry entry);
};

std::string ZipArchive::State::deflate(const std::string& content) {
    std::string deflated(libdeflate_deflate_compress_bound(compressor, content.size()), '\0');
    deflated.resize(
        libdeflate_deflate_compress(compressor, content.data(), content.size(), deflated.data(), deflated.size()));
    return deflated;
}

void ZipArchive::State::add(std::string_view name, Entry entry) {
    total += entry.bytes->size() + 2 * name.size() + header_size;
    if (entry.size > size_limit || total > size_limit) fail("it would be larger than 4 GiB");
    if (entries.size() == entry_limit) fail("it would hold more than 65535 files");

    const std::string entry_name(name);
    Entry& kept = entries.emplace_back(std::move(entry));
    zip_source_t* source = zip_source_function(archive, read_entry, &kept);
    if (!source) fail(zip_strerror(archive));
    const zip_int64_t added = zip_file_add(archive, entry_name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        fail(entry_name + ": " + zip_strerror(archive));
    }
    const zip_uint64_t index = static_cast<zip_uint64_t>(added);
    const bool ok = zip_set_file_compression(archive, index, kept.method, 0) == 0 &&
                    zip_file_set_dostime(archive, index, midnight, first_of_january_1980, 0) == 0 &&
                    zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, owner_read_write) == 0;
    if (!ok) fail(entry_name + ": " + zip_strerror(archive));
}

ZipArchive::ZipArchive() : state_(std::make_unique<State>()) {
    zip_error_t error;
    zip_error_init(&error);
    state_->target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (state_->target) {
        state_->archive = zip_open_from_source(state_->target, ZIP_TRUNCATE, &error);
        // Closing the archive gives up its reference to the bytes that it wrote.
        if (state_->archive) zip_source_keep(state_->target);
    }
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    state_->compressor = libdeflate_alloc_compressor(compression_level);
    if (!state_->archive) fail(reason);
    if (!state_->compressor) fail("out of memory");
}

ZipArchive::~ZipArchive() = default;

void ZipArchive::add(std::string_view name, std::string content) {
    Entry entry;
    entry.size = content.size();
    entry.crc = libdeflate_crc32(0, content.data(), content.size());
    std::string deflated = state_->deflate(content);
    const bool smaller = deflated.size() < content.size();
    if (smaller) entry.method = ZIP_CM_DEFLATE;
    entry.bytes = std::make_shared<const std::string>(std::move(smaller ? deflated : content));
    state_->add(name, std::move(entry));
}

void ZipArchive::add_stored(std::string_view name, std::shared_ptr<const std::string> content) {
    Entry entry;
    entry.size = content->size();
    entry.crc = libdeflate_crc32(0, content->data(), content->size());
    entry.bytes = std::move(content);
    state_->add(name, std::move(entry));
}

std::uint64_t ZipArchive::finish(ByteSink& sink) {
    if (zip_close(state_->archive) != 0) fail(zip_strerror(state_->archive));
    state_->archive = nullptr;

    zip_source_t* target = state_->target;
    if (zip_source_open(target) != 0) fail(zip_error_strerror(zip_source_error(target)));
    std::string block(block_size, '\0');
    std::uint64_t size = 0;
    zip_int64_t count = 0;
    while ((count = zip_source_read(target, block.data(), block.size())) > 0) {
        sink.write(std::string_view(block).substr(0, static_cast<std::size_t>(count)));
        size += static_cast<std::uint64_t>(count);
    }
    zip_source_close(target);
    if (count < 0) fail("its bytes cannot be read back");
    return size;
}

}  // namespace offprint::package
