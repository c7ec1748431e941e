// offprint.h, used as a foreign program uses it: every rule at its head.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "offprint.h"
#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace {

struct Free {
    void operator()(offprint_registry* handle) const { offprint_registry_free(handle); }
    void operator()(offprint_conversion* handle) const { offprint_conversion_free(handle); }
    void operator()(offprint_bytes* handle) const { offprint_bytes_free(handle); }
};
using Registry = std::unique_ptr<offprint_registry, Free>;
using Conversion = std::unique_ptr<offprint_conversion, Free>;
using Bytes = std::unique_ptr<offprint_bytes, Free>;

const std::string page =
    "<html lang=en><title>The tide</title><body><h1>The tide</h1><p>High water at noon.</p>"
    "<h2>Low water</h2><p>At six.<img src=gone.png alt=gone></p></body></html>";

std::string text_of(const Bytes& bytes) {
    return {offprint_bytes_data(bytes.get()), offprint_bytes_size(bytes.get())};
}

class CApi : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) / (std::string("offprint-c-api-") + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }

    void set(const char* name, const char* value) {
        EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), name, value), OFFPRINT_OK) << message();
    }

    void add_page(const char* name = "tide.html") {
        EXPECT_EQ(offprint_conversion_add_bytes(conversion_.get(), page.data(), page.size(), name, nullptr),
                  OFFPRINT_OK);
    }

    offprint_status convert(Bytes& bytes) {
        offprint_bytes* made = nullptr;
        const offprint_status status = offprint_conversion_write_bytes(conversion_.get(), &made);
        bytes.reset(made);
        return status;
    }

    std::string converted() {
        Bytes bytes;
        EXPECT_EQ(convert(bytes), OFFPRINT_OK) << message();
        return bytes ? text_of(bytes) : std::string();
    }

    /// A run that fails; what it says.
    std::string failure(offprint_status wanted) {
        Bytes bytes;
        EXPECT_EQ(convert(bytes), wanted) << message();
        EXPECT_EQ(bytes, nullptr);
        EXPECT_EQ(offprint_conversion_error(conversion_.get()), wanted);
        return message();
    }

    std::string message() const { return offprint_conversion_error_message(conversion_.get()); }

    std::filesystem::path folder_;
    Registry registry_{offprint_registry_new(nullptr, OFFPRINT_SEARCH_INSTALLED)};
    Conversion conversion_{offprint_conversion_new(registry_.get())};
};

TEST_F(CApi, ConvertsFilesToFilesAsTheProgramDoes) {
    const std::string input = write("tide.html", page);
    const std::string output = (folder_ / "tide.epub").string();
    EXPECT_EQ(offprint_conversion_add_file(conversion_.get(), input.c_str()), OFFPRINT_OK);
    EXPECT_EQ(offprint_conversion_write_file(conversion_.get(), output.c_str()), OFFPRINT_OK) << message();
    set("to", "epub");
    add_page();
    const std::string bytes = converted();
    EXPECT_EQ(std::filesystem::file_size(output), bytes.size());
    EXPECT_TRUE(bytes.starts_with("PK"));
}

TEST_F(CApi, DocumentsCrossAsJsonWithoutLoss) {
    set("to", "epub");
    add_page();
    const std::string direct = converted();
    set("to", "json");
    add_page();
    const std::string json = converted();
    set("to", "epub");
    EXPECT_EQ(offprint_conversion_add_bytes(conversion_.get(), json.data(), json.size(), "tide.json", nullptr),
              OFFPRINT_OK);
    EXPECT_EQ(converted(), direct);
}

TEST_F(CApi, OptionsGoToWhicheverFormatDeclaresThem) {
    set("to", "json");
    set("pretty", "false");
    set("article-selector", "h2");
    set("metadata", "author=Ada Quill");
    set("metadata", "author=Bo Reed");
    add_page();
    const std::string json = converted();
    EXPECT_EQ(json.find("High water"), std::string::npos);
    EXPECT_NE(json.find("Ada Quill"), std::string::npos);
    EXPECT_NE(json.find("Bo Reed"), std::string::npos);
    EXPECT_EQ(json.find("\n  "), std::string::npos);
}

TEST_F(CApi, OptionsThatNobodyHasAreErrors) {
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), "toc-dpeth", "2"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(message(), "no format has an option 'toc-dpeth'");
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), "max-image", "big"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), "gray", "yes"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), "metadata", "colour=red"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_set_file_option(conversion_.get(), "toc-depth", "2", 1), OFFPRINT_ERROR_USAGE);
    set("to", "json");
    set("page-size", "a4");
    add_page();
    EXPECT_EQ(failure(OFFPRINT_ERROR_USAGE), "--page-size is no option of reading html or writing json");
}

TEST_F(CApi, OptionsThatNameFilesTakeAPathOrContent) {
    const std::string css = "p { color: #123456 }";
    const std::string path = write("own.css", css);
    set("to", "epub");
    set("css", path.c_str());
    add_page();
    const std::string by_path = converted();
    EXPECT_EQ(offprint_conversion_set_file_option(conversion_.get(), "css", css.data(), css.size()), OFFPRINT_OK);
    add_page();
    EXPECT_EQ(converted(), by_path);
    set("css", (folder_ / "gone.css").c_str());
    add_page();
    EXPECT_NE(failure(OFFPRINT_ERROR_INPUT).find("gone.css"), std::string::npos);
}

TEST_F(CApi, EveryOptionOfTheProgramsOwnIsTaken) {
    const std::vector<std::pair<const char*, const char*>> options = {
        {"from", "html"},       {"to", "epub"},          {"media-type", "text/html"}, {"metadata", "title=Tide"},
        {"limit", "nodes=500"}, {"images", "true"},      {"gray", "false"},           {"max-image", "600x800"},
        {"jpeg-quality", "70"}, {"max-size", "25M"},     {"resource-path", "/tmp"},   {"fetch", "false"},
        {"fetch-cache", "/x"},  {"fetch-timeout", "20"}, {"fetch-allow", "[::1]:80"}, {"source-date-epoch", "86400"}};
    for (const auto& [name, value] : options) set(name, value);
    add_page();
    EXPECT_TRUE(converted().starts_with("PK"));
    set("limit", "nodes=3");
    add_page();
    EXPECT_NE(failure(OFFPRINT_ERROR_LIMIT_EXCEEDED).find("nodes"), std::string::npos);
}

TEST_F(CApi, FilesWithADocumentALineAreReadAndWritten) {
    const std::string lines = (folder_ / "tides.jsonl").string();
    add_page();
    EXPECT_EQ(offprint_conversion_write_file(conversion_.get(), lines.c_str()), OFFPRINT_OK) << message();
    std::ifstream file(lines);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    const std::string two = write("two.jsonl", text + text);
    set("to", "json");
    EXPECT_EQ(offprint_conversion_add_file(conversion_.get(), two.c_str()), OFFPRINT_OK);
    EXPECT_NE(converted().find("a2-"), std::string::npos);
}

TEST_F(CApi, FormatsMayBeNamedByTheExtensionsOfTheirFiles) {
    set("from", "htm");
    set("to", "txt");
    add_page(nullptr);
    EXPECT_NE(converted().find("High water at noon."), std::string::npos);
    set("to", "jsonl");
    add_page(nullptr);
    const std::string line = converted();
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    set("to", "json");
    add_page(nullptr);
    const std::string text = converted();
    EXPECT_GT(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST_F(CApi, AnEmptyFileNameIsToldByItsOption) {
    set("to", "epub");
    set("css", "");
    add_page();
    EXPECT_EQ(failure(OFFPRINT_ERROR_USAGE), "--css has an empty value");
}

TEST_F(CApi, MoreBytesThanThereCanBeAreALimit) {
    EXPECT_EQ(offprint_conversion_add_bytes(conversion_.get(), page.data(), SIZE_MAX, nullptr, nullptr),
              OFFPRINT_ERROR_LIMIT_EXCEEDED);
    EXPECT_EQ(message(), "there is not enough memory");
}

TEST_F(CApi, SeveralInputsMakeABook) {
    set("to", "json");
    set("metadata", "title=All tides");
    add_page();
    add_page();
    const std::string json = converted();
    EXPECT_NE(json.find("All tides"), std::string::npos);
    EXPECT_NE(json.find("a2-"), std::string::npos);
}

TEST_F(CApi, InputsAreUsedUpByARunHoweverItEnds) {
    set("to", "docx");
    set("limit", "input=10");
    add_page();
    failure(OFFPRINT_ERROR_LIMIT_EXCEEDED);
    EXPECT_EQ(failure(OFFPRINT_ERROR_USAGE), "no input; add a file or bytes before each run");
    set("limit", "input=1M");
    add_page();
    EXPECT_TRUE(converted().starts_with("PK"));
}

TEST_F(CApi, FailuresSayWhatAndWhere) {
    add_page();
    EXPECT_EQ(failure(OFFPRINT_ERROR_USAGE), "bytes have no name to tell the format by; set the option 'to'");
    set("to", "epub");
    const std::string missing = (folder_ / "missing.html").string();
    EXPECT_EQ(offprint_conversion_add_file(conversion_.get(), missing.c_str()), OFFPRINT_OK);
    EXPECT_EQ(failure(OFFPRINT_ERROR_INPUT), missing + ": cannot be opened: No such file or directory");
    const std::string broken = write("broken.epub", "no archive");
    EXPECT_EQ(offprint_conversion_add_file(conversion_.get(), broken.c_str()), OFFPRINT_OK);
    EXPECT_TRUE(failure(OFFPRINT_ERROR_MALFORMED_INPUT).starts_with(broken));
    set("to", "punchcard");
    add_page();
    EXPECT_NE(failure(OFFPRINT_ERROR_PLUGIN_MISSING).find("offprint-punchcard.so"), std::string::npos);
}

TEST_F(CApi, AFailureLeavesTheTargetAsItWas) {
    const std::string target = write("book.epub", "what was there");
    set("limit", "input=10");
    add_page();
    EXPECT_EQ(offprint_conversion_write_file(conversion_.get(), target.c_str()), OFFPRINT_ERROR_LIMIT_EXCEEDED);
    EXPECT_EQ(std::filesystem::file_size(target), 14U);
    add_page();
    const std::string nowhere = (folder_ / "no/book.epub").string();
    EXPECT_EQ(offprint_conversion_write_file(conversion_.get(), nowhere.c_str()), OFFPRINT_ERROR_OUTPUT);
}

TEST_F(CApi, DiagnosticsNameTheInputAndThePlace) {
    struct Seen {
        std::string code;
        std::string input;
    };
    std::vector<Seen> seen;
    const auto keep = [](void* user_data, const offprint_diagnostic* diagnostic) {
        EXPECT_LE(diagnostic->begin, diagnostic->end);
        static_cast<std::vector<Seen>*>(user_data)->push_back({diagnostic->code, diagnostic->input});
    };
    EXPECT_EQ(offprint_conversion_on_diagnostic(conversion_.get(), keep, &seen), OFFPRINT_OK);
    set("to", "json");
    add_page();
    converted();
    const auto missing =
        std::find_if(seen.begin(), seen.end(), [](const Seen& one) { return one.code == "image.missing"; });
    ASSERT_NE(missing, seen.end());
    EXPECT_EQ(missing->input, "tide.html");
}

/// Cancels from within the run, as a user's button would from another thread.
void cancel_at_once(void* conversion, const char*) {
    offprint_conversion_cancel(static_cast<offprint_conversion*>(conversion));
}

TEST_F(CApi, ACancelledRunEndsAndTheNextGoesOn) {
    set("to", "epub");
    EXPECT_EQ(offprint_conversion_on_progress(conversion_.get(), cancel_at_once, conversion_.get()), OFFPRINT_OK);
    add_page();
    EXPECT_EQ(failure(OFFPRINT_ERROR_CANCELLED), "tide.html: the conversion was cancelled");
    EXPECT_EQ(offprint_conversion_on_progress(conversion_.get(), nullptr, nullptr), OFFPRINT_OK);
    add_page();
    EXPECT_TRUE(converted().starts_with("PK"));
    offprint_conversion_cancel(conversion_.get());
    add_page();
    failure(OFFPRINT_ERROR_CANCELLED);
}

/// Lets another thread in while a run goes on.
struct Meeting {
    std::mutex mutex;
    std::condition_variable changed;
    bool running = false;
    bool cancelled = false;
};

void meet(void* user_data, const char*) {
    Meeting& meeting = *static_cast<Meeting*>(user_data);
    std::unique_lock lock(meeting.mutex);
    meeting.running = true;
    meeting.changed.notify_all();
    meeting.changed.wait(lock, [&] { return meeting.cancelled; });
}

TEST_F(CApi, AnotherThreadMayCancel) {
    Meeting meeting;
    set("to", "epub");
    EXPECT_EQ(offprint_conversion_on_progress(conversion_.get(), meet, &meeting), OFFPRINT_OK);
    add_page();
    std::jthread other([&] {
        std::unique_lock lock(meeting.mutex);
        meeting.changed.wait(lock, [&] { return meeting.running; });
        offprint_conversion_cancel(conversion_.get());
        meeting.cancelled = true;
        meeting.changed.notify_all();
    });
    failure(OFFPRINT_ERROR_CANCELLED);
}

void call_back(void* user_data, const char*) {
    auto* conversion = static_cast<offprint_conversion*>(user_data);
    EXPECT_EQ(offprint_conversion_set_option(conversion, "to", "docx"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_write_file(conversion, "/nowhere"), OFFPRINT_ERROR_USAGE);
}

TEST_F(CApi, ARunningConversionTakesNoCalls) {
    set("to", "json");
    EXPECT_EQ(offprint_conversion_on_progress(conversion_.get(), call_back, conversion_.get()), OFFPRINT_OK);
    add_page();
    EXPECT_TRUE(converted().starts_with("{"));
}

void throw_something(void*, const char*) {
    throw 7;
}

TEST_F(CApi, NoExceptionLeaves) {
    set("to", "json");
    EXPECT_EQ(offprint_conversion_on_progress(conversion_.get(), throw_something, nullptr), OFFPRINT_OK);
    add_page();
    failure(OFFPRINT_ERROR_PLUGIN_FAILED);
}

TEST_F(CApi, NullIsAnErrorAndNoCrash) {
    EXPECT_EQ(offprint_conversion_new(nullptr), nullptr);
    EXPECT_EQ(offprint_registry_describe(nullptr), nullptr);
    EXPECT_EQ(offprint_bytes_data(nullptr), nullptr);
    EXPECT_EQ(offprint_bytes_size(nullptr), 0U);
    EXPECT_EQ(offprint_conversion_error(nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_NE(std::string(offprint_conversion_error_message(nullptr)), "");
    EXPECT_EQ(offprint_conversion_set_option(nullptr, "to", "epub"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), nullptr, "epub"), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_set_option(conversion_.get(), "to", nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_add_file(conversion_.get(), nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_add_bytes(conversion_.get(), nullptr, 3, "x", nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_write_file(conversion_.get(), nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(offprint_conversion_write_bytes(conversion_.get(), nullptr), OFFPRINT_ERROR_USAGE);
    EXPECT_EQ(message(), "the place for the bytes is NULL");
    offprint_conversion_cancel(nullptr);
    offprint_conversion_free(nullptr);
    offprint_registry_free(nullptr);
    offprint_bytes_free(nullptr);
}

TEST_F(CApi, EmptyBytesAreAnInput) {
    set("from", "text");
    set("to", "json");
    EXPECT_EQ(offprint_conversion_add_bytes(conversion_.get(), nullptr, 0, nullptr, nullptr), OFFPRINT_OK);
    EXPECT_TRUE(converted().starts_with("{"));
}

TEST_F(CApi, ARegistryMayGoBeforeItsConversions) {
    registry_.reset();
    set("to", "json");
    add_page();
    EXPECT_TRUE(converted().starts_with("{"));
}

TEST_F(CApi, ARegistryTellsFormatsOptionsAndProblems) {
    const std::string open = (folder_ / "open").string();
    std::filesystem::create_directories(open);
    ASSERT_EQ(::chmod(open.c_str(), 0777), 0);
    const char* const directories[] = {"relative", open.c_str(), nullptr};
    const Registry registry(offprint_registry_new(directories, OFFPRINT_SEARCH_INSTALLED));
    const std::string json = text_of(Bytes(offprint_registry_describe(registry.get())));
    EXPECT_NE(json.find("\"problems\":[\"relative: is no absolute path; skipped\",\"" + open), std::string::npos);
    EXPECT_NE(json.find("\"toc-depth\""), std::string::npos);
    EXPECT_EQ(json.find("\"service\""), std::string::npos);
    const Registry empty(offprint_registry_new(nullptr, 0));
    EXPECT_EQ(text_of(Bytes(offprint_registry_describe(empty.get()))), R"({"formats":[],"problems":[]})");
}

TEST_F(CApi, EveryErrorCodeHasAStatusOfItsName) {
    for (int code = 0; code <= static_cast<int>(offprint::ErrorCode::cancelled); ++code) {
        const auto status = static_cast<offprint_status>(code + 1);
        EXPECT_STREQ(offprint_status_name(status), offprint::name_of(static_cast<offprint::ErrorCode>(code)));
    }
    EXPECT_STREQ(offprint_status_name(OFFPRINT_OK), "ok");
    EXPECT_STREQ(offprint_status_name(static_cast<offprint_status>(15)), "unknown");
}

}  // namespace
