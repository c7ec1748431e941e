#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "offprint/local_loader.hpp"

namespace offprint {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone after the test.
class Folder : public ::testing::Test {
protected:
    Folder() {
        std::string name = (fs::temp_directory_path() / "offprint-io-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() override { fs::remove_all(path_); }

    void put(const fs::path& name, std::string_view content) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
    }
    std::string get(const fs::path& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

    fs::path path_;
};

ErrorCode code_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::usage;
}

using ByteSourceTest = Folder;
using ByteSinkTest = Folder;
using LocalLoaderTest = Folder;

TEST_F(ByteSourceTest, PeeksWithoutConsuming) {
    put("a.txt", "0123456789");
    const auto source = open_file(path_ / "a.txt");
    EXPECT_EQ(source->peek(4), "0123");
    EXPECT_EQ(source->peek(40), "0123456789");
    EXPECT_EQ(source->read_all({}), "0123456789");
    EXPECT_EQ(source->read_all({}), "");
    EXPECT_EQ(source->name(), "a.txt");
    EXPECT_EQ(source->folder(), path_);
}

TEST_F(ByteSourceTest, StopsAtTheLimit) {
    Limits limits;
    limits.input_bytes = 9;
    EXPECT_EQ(code_of([&] { open_memory("0123456789")->read_all(limits); }), ErrorCode::limit_exceeded);
    limits.input_bytes = 10;
    EXPECT_EQ(open_memory("0123456789")->read_all(limits).size(), 10U);
    limits.input_bytes = UINT64_MAX;
    EXPECT_EQ(open_memory("0123456789")->read_all(limits).size(), 10U);
    limits.input_bytes = 1 << 20;
    EXPECT_EQ(code_of([&] { open_file("/dev/zero")->read_all(limits); }), ErrorCode::limit_exceeded);
}

TEST_F(ByteSourceTest, SaysWhyAFileCannotBeOpened) {
    EXPECT_EQ(code_of([&] { open_file(path_ / "missing.txt"); }), ErrorCode::input);
    EXPECT_EQ(code_of([&] { open_file(path_); }), ErrorCode::input);
}

TEST_F(ByteSinkTest, LeavesTheTargetAloneUntilCommit) {
    put("book", "old");
    {
        const auto sink = create_file(path_ / "book");
        sink->write("new");
        EXPECT_EQ(get("book"), "old");
    }
    EXPECT_EQ(get("book"), "old");
    EXPECT_EQ(entries(), 1U);
    const auto sink = create_file(path_ / "book");
    sink->write(std::string(1 << 20, 'x'));
    sink->commit();
    EXPECT_EQ(get("book").size(), std::size_t{1} << 20);
    EXPECT_EQ(entries(), 1U);
}

TEST_F(ByteSinkTest, HoldsNothingOpenOncePrepared) {
    std::vector<std::unique_ptr<ByteSink>> sinks;
    for (int i = 0; i < 2000; ++i) {
        sinks.push_back(create_file(path_ / ("book-" + std::to_string(i))));
        sinks.back()->write("text");
        sinks.back()->prepare();
    }
    sinks.front()->commit();
    EXPECT_EQ(get("book-0"), "text");
    sinks.clear();
    EXPECT_EQ(entries(), 1U) << "what was not committed is gone";
}

TEST_F(ByteSinkTest, KeepsTheModeAndFollowsALink) {
    put("real", "old");
    fs::permissions(path_ / "real", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real", path_ / "link");
    const auto sink = create_file(path_ / "link");
    sink->write("new");
    sink->commit();
    EXPECT_TRUE(fs::is_symlink(path_ / "link"));
    EXPECT_EQ(get("real"), "new");
    EXPECT_EQ(fs::status(path_ / "real").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(ByteSinkTest, SaysWhyAFileCannotBeMade) {
    EXPECT_EQ(code_of([&] { create_file(path_); }), ErrorCode::output);
    EXPECT_EQ(code_of([&] { create_file(path_ / "none" / "book"); }), ErrorCode::output);
    const auto full = create_file("/dev/full");
    full->write("bytes");
    EXPECT_EQ(code_of([&] { full->commit(); }), ErrorCode::output);
}

std::shared_ptr<const std::string> shared(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

/// An output in the folder of the test with its files in one beside it.
using FilesBesideTest = Folder;

TEST_F(FilesBesideTest, StandAloneUnlessTheHostSaysElse) {
    std::string bytes;
    EXPECT_EQ(create_memory(bytes)->add_file("a.png", shared("a")), "");
}

TEST_F(FilesBesideTest, AppearWithTheirOutput) {
    const auto sink = with_files(create_file(path_ / "page"), path_ / "media", path_);
    EXPECT_EQ(sink->add_file("a.png", shared("a")), "media/a.png");
    EXPECT_EQ(sink->add_file("a.png", shared("a")), "media/a.png");
    sink->write("text");
    EXPECT_EQ(entries(), 0U) << "nothing before the commit";
    sink->commit();
    EXPECT_EQ(get("media/a.png"), "a");
    EXPECT_EQ(get("page"), "text");
    EXPECT_EQ(entries(), 2U);
}

TEST_F(FilesBesideTest, NoFilesNoFolder) {
    const auto sink = with_files(create_file(path_ / "page"), path_ / "media", path_);
    sink->commit();
    EXPECT_EQ(entries(), 1U);
}

TEST_F(FilesBesideTest, AreTakenBackWhenTheOutputCannotBeWritten) {
    put("old/a.png", "a");
    for (const char* folder : {"new", "old"}) {
        const auto sink = with_files(create_file("/dev/full"), path_ / folder, path_);
        sink->add_file("a.png", shared("a"));
        sink->add_file("b.png", shared("b"));
        sink->write("text");
        EXPECT_EQ(code_of([&] { sink->commit(); }), ErrorCode::output);
    }
    EXPECT_EQ(entries(), 1U);
    EXPECT_EQ(get("old/a.png"), "a");
    EXPECT_FALSE(fs::exists(path_ / "old/b.png"));
}

TEST_F(FilesBesideTest, LeaveNothingWhenHeldBackAndNotCommitted) {
    {
        const auto sink = with_files(create_file(path_ / "page"), path_ / "media", path_);
        sink->add_file("a.png", shared("a"));
        sink->prepare();
    }
    EXPECT_EQ(entries(), 0U);
}

TEST_F(FilesBesideTest, ReplaceALinkAndDoNotFollowIt) {
    put("precious", "precious");
    fs::create_directory(path_ / "media");
    fs::create_symlink("../precious", path_ / "media/a.png");
    const auto sink = with_files(create_file(path_ / "page"), path_ / "media", path_);
    sink->add_file("a.png", shared("a"));
    sink->commit();
    EXPECT_EQ(get("precious"), "precious");
    EXPECT_FALSE(fs::is_symlink(path_ / "media/a.png"));
    EXPECT_EQ(get("media/a.png"), "a");
}

TEST_F(FilesBesideTest, AddressesAreRelativeAndSafe) {
    const auto address = [&](const fs::path& folder, const fs::path& base) {
        std::string bytes;
        fs::create_directories((path_ / folder).parent_path());
        return with_files(create_memory(bytes), path_ / folder, path_ / base)->add_file("a.png", shared("a"));
    };
    EXPECT_EQ(address("out/media", "out"), "media/a.png");
    EXPECT_EQ(address("out/media/", "out/."), "media/a.png");
    EXPECT_EQ(address("out", "out"), "a.png");
    EXPECT_EQ(address("media", "out"), "../media/a.png");
    EXPECT_EQ(address("a b:#?%(ä)", "."), "a%20b%3A%23%3F%25%28%C3%A4%29/a.png");
}

TEST_F(FilesBesideTest, RefusesPlacesAndNamesThatCannotBe) {
    put("file", "");
    std::string bytes;
    EXPECT_EQ(code_of([&] { with_files(create_memory(bytes), path_ / "file", path_); }), ErrorCode::output);
    EXPECT_EQ(code_of([&] { with_files(create_memory(bytes), path_ / "none/media", path_); }), ErrorCode::output);
    const auto sink = with_files(create_memory(bytes), path_ / "media", path_);
    for (const char* name : {"", ".", "..", ".a", "../a", "a/b", "/a", "a b", "a%2f"})
        EXPECT_EQ(code_of([&] { sink->add_file(name, shared("a")); }), ErrorCode::plugin_failed) << name;
}

TEST(Context, DecodesDataUrlsAsBrowsersDo) {
    const auto decode = [](std::string url, std::uint64_t max_bytes = 100) {
        ContextSettings settings;
        settings.limits.resource_bytes = max_bytes;
        std::string reason;
        return Context(std::move(settings)).load(std::move(url), reason);
    };
    EXPECT_EQ(decode("data:image/png;base64,aGVsbG8="), "hello");
    EXPECT_EQ(decode("data:;base64,aGVs%62G8"), "hello");
    EXPECT_EQ(decode("DATA:;BASE64,aGVs\n bG8"), "hello");
    EXPECT_EQ(decode("data:;base64,-_-_"), "\xFB\xFF\xBF");
    EXPECT_EQ(decode("data:;base64,"), "");
    EXPECT_EQ(decode("data:text/plain,a%20b"), "a b");
    EXPECT_FALSE(decode("data:;base64,***"));
    EXPECT_FALSE(decode("data:image/png"));
    EXPECT_FALSE(decode("data:,0123456789", 9)) << "more than what is allowed";
}

TEST(Context, DecodesDataUrlsInTheirOwnMemory) {
    constexpr std::size_t size = std::size_t{64} << 20;
    std::string url = "data:image/png;base64,";
    url.reserve(size + 8);
    while (url.size() < size) url += "QUJD%52UZH";
    const auto peak = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
    };
    const std::uint64_t before = peak();
    std::string reason;
    const auto bytes = Context().load(std::move(url), reason);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->substr(0, 12), "ABCEFGABCEFG");
    EXPECT_LT(peak() - before, size / 8);
}

TEST_F(LocalLoaderTest, StaysBeneathTheFolder) {
    put("page/img/a.png", "inside");
    put("page/with space.png", "spaced");
    put("page/100%.png", "percent");
    put("page/q.png?x=1", "queried");
    put("secret.png", "outside");
    fs::create_symlink("../secret.png", path_ / "page/link.png");
    fs::create_symlink("img/a.png", path_ / "page/good-link.png");
    fs::create_directory(path_ / "page/folder.png");
    ASSERT_EQ(::mkfifo((path_ / "page/fifo.png").c_str(), 0600), 0);
    const auto loader = make_local_loader({path_ / "page"});
    const auto load = [&](const std::string& reference) {
        std::string reason;
        const auto bytes = loader->load(reference, 1000, reason);
        return bytes ? *bytes : "!" + reason;
    };
    EXPECT_EQ(load("img/a.png"), "inside");
    EXPECT_EQ(load("./img/../img/a.png"), "inside");
    EXPECT_EQ(load("with%20space.png"), "spaced");
    EXPECT_EQ(load("100%.png"), "percent");
    EXPECT_EQ(load("q.png?x=1"), "queried");
    EXPECT_EQ(load("img/a.png?v=2#x"), "inside");
    EXPECT_EQ(load("good-link.png"), "inside");
    EXPECT_EQ(load("missing.png"), "!not found");
    EXPECT_EQ(load(""), "!not found");
    for (const std::string& reference :
         {std::string("../secret.png"), std::string("link.png"), std::string("%2e%2e/secret.png"),
          (path_ / "secret.png").string(), std::string("/etc/passwd"), std::string("file:///etc/passwd"),
          std::string("..\\secret.png")})
        EXPECT_EQ(load(reference), "!outside the folders that may be read") << reference;
    for (const char* reference : {"folder.png", "fifo.png"}) EXPECT_EQ(load(reference), "!not a readable file");
    for (const char* reference : {"https://example.org/a.png", "//example.org/a.png"})
        EXPECT_EQ(load(reference), "!remote, and fetching is not allowed");
    EXPECT_EQ(load("file://" + (path_ / "page/with%20space.png").string()), "spaced");
    EXPECT_EQ(load("file://elsewhere/page/img/a.png"), "!not found");
    EXPECT_EQ(load("img\\a.png"), "inside");
    EXPECT_EQ(load("ftp://example.org/a.png"), "!a 'ftp:' reference is never followed");
    EXPECT_EQ(load(std::string(1'000'000, 'a')), "!not found");
    EXPECT_EQ(load("data:,x"), "!a 'data:' reference is never followed");
    std::string reason;
    EXPECT_FALSE(loader->load("img/a.png", 5, reason)) << "more than what is allowed";
}

TEST_F(LocalLoaderTest, LooksInEachFolder) {
    put("first/a.png", "first");
    put("second/a.png", "second");
    put("second/b.png", "second");
    const auto loader = make_local_loader({"", path_ / "absent", path_ / "first", path_ / "second"});
    std::string reason;
    EXPECT_EQ(loader->load("a.png", 100, reason), "first");
    EXPECT_EQ(loader->load("b.png", 100, reason), "second");
    EXPECT_EQ(loader->load("../first/a.png", 100, reason), "first") << "beneath a folder is beneath a folder";
    EXPECT_FALSE(loader->load("c.png", 100, reason));
    EXPECT_EQ(reason, "not found");
}

/// The folder of the name that is read becomes a link to another place and back, as fast as can be.
TEST_F(LocalLoaderTest, IsNotLedAwayByALinkPutThereMeanwhile) {
    put("page/img/a.png", "inside");
    put("secret/a.png", "outside");
    fs::create_symlink("../secret", path_ / "page/link");
    std::atomic<bool> done = false;
    std::thread attacker([&] {
        const std::string folder = path_ / "page/img";
        const std::string link = path_ / "page/link";
        while (!done) ::renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, link.c_str(), RENAME_EXCHANGE);
    });
    const auto loader = make_local_loader({path_ / "page"});
    std::string reason;
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::optional<std::string> bytes = loader->load("img/a.png", 100, reason);
        if (!bytes) continue;
        ++read;
        EXPECT_EQ(*bytes, "inside");
    }
    done = true;
    attacker.join();
    EXPECT_GT(read, 0);
}

TEST(LocalLoader, WithoutAFolderReadsNothing) {
    const auto loader = make_local_loader({});
    std::string reason;
    EXPECT_FALSE(loader->load("etc/passwd", 1000, reason));
}

}  // namespace
}  // namespace offprint
