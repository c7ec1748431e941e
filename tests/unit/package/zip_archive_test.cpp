#include "package/zip_archive.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <atomic>
#include <map>
#include <thread>

#include "offprint/error.hpp"
#include "support/zip.hpp"

using namespace offprint;
using namespace offprint::package;

namespace {

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

std::string sample() {
    ZipArchive archive;
    archive.add_stored("mimetype", shared("application/epub+zip"));
    archive.add("b/chapter.xhtml", std::string(50'000, 'x'));
    archive.add("a.txt", "");
    archive.add("zwölf.txt", "short");
    return offprint::testing::finish(archive);
}

// True if two threads can each make an archive at the same time, the first ones of this process.
bool two_threads_make_archives() {
    std::atomic<int> waiting = 2;
    std::atomic<bool> failed = false;
    const auto make = [&] {
        --waiting;
        while (waiting != 0) continue;
        try {
            (void)sample();
        } catch (const Error&) {
            failed = true;
        }
    };
    std::thread other(make);
    make();
    other.join();
    return !failed;
}

// Reads an archive with libzip, which checks sizes and checksums.
class OpenArchive {
public:
    explicit OpenArchive(const std::string& bytes) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        archive_ = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        zip_error_fini(&error);
    }
    ~OpenArchive() { zip_discard(archive_); }
    OpenArchive(const OpenArchive&) = delete;
    OpenArchive& operator=(const OpenArchive&) = delete;

    zip_t* get() const { return archive_; }

    std::string content(zip_uint64_t index) const {
        zip_stat_t stat;
        zip_stat_index(archive_, index, 0, &stat);
        std::string text(stat.size + 1, '\0');
        zip_file_t* file = zip_fopen_index(archive_, index, 0);
        text.resize(static_cast<std::size_t>(zip_fread(file, text.data(), text.size())));
        EXPECT_EQ(zip_fclose(file), 0);
        return text;
    }

private:
    zip_t* archive_ = nullptr;
};

}  // namespace

TEST(ZipArchive, StartsAsOcfDemands) {
    const std::string bytes = sample();
    EXPECT_EQ(bytes.substr(0, 4), "PK\3\4");
    EXPECT_EQ(bytes.substr(4, 10), std::string("\x0a\0\0\0\0\0\0\0\x21\0", 10)) << "no flags, stored, 1980-01-01";
    EXPECT_EQ(bytes.substr(28, 2), std::string(2, '\0')) << "no extra field";
    EXPECT_EQ(bytes.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(ZipArchive, KeepsOrderContentAndAttributes) {
    const std::string bytes = sample();
    const OpenArchive archive(bytes);
    ASSERT_NE(archive.get(), nullptr);
    ASSERT_EQ(zip_get_num_entries(archive.get(), 0), 4);
    const char* names[] = {"mimetype", "b/chapter.xhtml", "a.txt", "zwölf.txt"};
    const std::string contents[] = {"application/epub+zip", std::string(50'000, 'x'), "", "short"};
    for (zip_uint64_t i = 0; i < 4; ++i) {
        EXPECT_STREQ(zip_get_name(archive.get(), i, 0), names[i]);
        EXPECT_EQ(archive.content(i), contents[i]);
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        zip_file_get_external_attributes(archive.get(), i, 0, &system, &attributes);
        EXPECT_EQ(system, ZIP_OPSYS_UNIX);
        EXPECT_EQ(attributes, 0600u << 16);
        EXPECT_EQ(zip_file_extra_fields_count(archive.get(), i, ZIP_FL_LOCAL), 0);
        EXPECT_EQ(zip_file_extra_fields_count(archive.get(), i, ZIP_FL_CENTRAL), 0);
    }
}

TEST(ZipArchive, DeflatesWhatGetsSmaller) {
    const std::string bytes = sample();
    const OpenArchive archive(bytes);
    zip_stat_t stat;
    zip_stat_index(archive.get(), 1, 0, &stat);
    EXPECT_EQ(stat.comp_method, ZIP_CM_DEFLATE);
    EXPECT_LT(stat.comp_size, 500u);
    zip_stat_index(archive.get(), 3, 0, &stat);
    EXPECT_EQ(stat.comp_method, ZIP_CM_STORE);
}

TEST(ZipArchive, IsReproducible) {
    EXPECT_EQ(sample(), sample());
}

TEST(ZipArchive, RefusesANameThatIsTaken) {
    ZipArchive archive;
    archive.add("same", "1");
    EXPECT_THROW(archive.add("same", "2"), Error);
}

TEST(ZipArchive, RefusesMoreEntriesThanAnArchiveCanCount) {
    ZipArchive archive;
    const auto empty = shared("");
    for (int i = 0; i < 65'535; ++i) archive.add_stored(std::to_string(i), empty);
    try {
        archive.add_stored("one more", empty);
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::output);
        EXPECT_NE(std::string(error.what()).find("65535"), std::string::npos);
    }
    const std::string bytes = offprint::testing::finish(archive);
    EXPECT_EQ(bytes.substr(bytes.size() - 12, 2), "\xFF\xFF") << "the number of entries, with no ZIP64 record";
    EXPECT_EQ(bytes.find("PK\6\6"), std::string::npos);
}

TEST(ZipArchive, TheFirstOnesOfAProcessMayBeMadeAtOnce) {
    int failures = 0;
    for (int i = 0; i < 200; ++i) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(two_threads_make_archives() ? 0 : 1);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        failures += status != 0 ? 1 : 0;
    }
    EXPECT_EQ(failures, 0);
}

TEST(ZipArchive, MayBeDroppedUnfinished) {
    ZipArchive archive;
    archive.add("name", "content");
}
