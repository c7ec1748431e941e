// What the host makes of plugins that are not as they should be.
#include "offprint/plugin_registry.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "offprint/converter.hpp"
#include "offprint/error.hpp"

namespace offprint {
namespace {

namespace fs = std::filesystem;

fs::path built(const std::string& name) {
    return fs::path(HOSTILE_PLUGINS) / name;
}

/// Only the directories named, nothing from the environment.
RegistrySettings only(std::vector<fs::path> directories) {
    return {std::move(directories), false, false};
}

Error error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorCode::usage, "nothing was thrown");
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A folder for one test, with copies of built plugins.
class Plugins : public ::testing::Test {
protected:
    Plugins() {
        std::string name = (fs::temp_directory_path() / "offprint-plugins-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Plugins() override { fs::remove_all(path_); }

    /// Copies a built plugin to a folder of this test; with its manifest if wanted.
    fs::path copy(const std::string& name, const std::string& folder, bool with_manifest) const {
        fs::create_directories(path_ / folder);
        const fs::path library = path_ / folder / "offprint-demo.so";
        fs::copy_file(built(name) / "offprint-demo.so", library);
        if (with_manifest) std::ofstream(path_ / folder / "offprint-demo.manifest") << make_manifest(library);
        return path_ / folder;
    }

    fs::path path_;
};

struct Refusal {
    const char* name;
    const char* expected;
    const char* found;
};

TEST(Refusals, NameBothValues) {
    const std::string abi = std::to_string(plugin_abi);
    const Refusal cases[] = {
        {"abi", "999", abi.c_str()},
        {"size", "8 bytes", "wants"},
        {"key", "some other compiler", build_key},
        {"name", "'demo'", "'other'"},
        {"symbol", "offprint_plugin", "no Offprint plugin"},
        {"undefined", "cannot be loaded", "this_function_exists_nowhere"},
    };
    for (const Refusal& refusal : cases) {
        const PluginRegistry registry(only({built(refusal.name)}));
        const Error error = error_of([&] { registry.make_reader("demo"); });
        EXPECT_EQ(error.code(), ErrorCode::plugin_refused) << refusal.name;
        EXPECT_TRUE(holds(error.what(), refusal.expected)) << error.what();
        EXPECT_TRUE(holds(error.what(), refusal.found)) << error.what();
        EXPECT_TRUE(holds(error.where(), "offprint-demo.so"));
        const std::vector<PluginInfo> all = registry.check_all();
        ASSERT_EQ(all.size(), 1U);
        EXPECT_EQ(all[0].state, PluginInfo::State::refused);
        EXPECT_FALSE(all[0].reason.empty());
    }
}

TEST(Refusals, HideNoOtherPlugin) {
    const PluginRegistry registry(only({built("abi"), built("decoy")}));
    EXPECT_NO_THROW(registry.make_reader("text"));
    EXPECT_EQ(registry.check_all().size(), 2U);
}

std::string convert(const std::string& plugin) {
    const auto registry = std::make_shared<const PluginRegistry>(only({built(plugin)}));
    Context context;
    ReadRequest request;
    request.format = "demo";
    const auto source = open_memory("text", "input.demo");
    const Document document = Converter(registry).read(*source, request, context);
    std::string bytes;
    const auto sink = create_memory(bytes);
    Converter(registry).write(document, *sink, {"demo", {}}, context);
    sink->commit();
    return bytes;
}

TEST(Checking, ReportsFindings) {
    const auto registry = std::make_shared<const PluginRegistry>(only({built("decoy"), built("sound")}));
    EXPECT_TRUE(registry->format("demo").can_check);
    Context context;
    const auto source = open_memory("", "input.demo");
    Converter(registry).check(*source, {"demo", {}}, context);
    ASSERT_EQ(context.diagnostics().size(), 1U);
    EXPECT_EQ(context.diagnostics()[0].code, "demo.empty");
    EXPECT_EQ(context.errors(), 1U);
}

TEST(Checking, OfAFormatWithoutACheckerIsAnError) {
    const auto registry = std::make_shared<const PluginRegistry>();
    Context context;
    const auto source = open_memory("", "input.txt");
    const Error error = error_of([&] { Converter(registry).check(*source, {"text", {}}, context); });
    EXPECT_EQ(error.code(), ErrorCode::usage);
}

TEST(Exceptions, OfAnyKindBecomeErrors) {
    EXPECT_EQ(convert("sound"), "1");
    const Error thrown_int = error_of([] { convert("throws-int"); });
    EXPECT_EQ(thrown_int.code(), ErrorCode::plugin_failed);
    EXPECT_TRUE(holds(thrown_int.what(), "'demo'"));
    EXPECT_EQ(thrown_int.where(), "input.demo");
    const Error thrown_std = error_of([] { convert("throws-std"); });
    EXPECT_TRUE(holds(thrown_std.what(), "out of luck"));
    const Error unsound = error_of([] { convert("unsound"); });
    EXPECT_EQ(unsound.code(), ErrorCode::plugin_failed);
    EXPECT_TRUE(holds(unsound.what(), "note 7")) << unsound.what();
}

TEST_F(Plugins, AStaleManifestIsAnError) {
    const fs::path folder = copy("sound", "a", true);
    EXPECT_NO_THROW(PluginRegistry(only({folder})).make_reader("demo"));
    std::ofstream(folder / "offprint-demo.manifest") << make_manifest(built("second") / "offprint-demo.so");
    const PluginRegistry registry(only({folder}));
    EXPECT_EQ(registry.format("demo").version, "2") << "the manifest is believed until the library is opened";
    const Error error = error_of([&] { registry.make_reader("demo"); });
    EXPECT_EQ(error.code(), ErrorCode::plugin_refused);
    EXPECT_TRUE(holds(error.what(), "stale"));
}

TEST_F(Plugins, ABrokenManifestIsNone) {
    const fs::path folder = copy("sound", "a", false);
    for (const char* text : {"", "{", "[]", "{\"abi\": 1}", "{\"abi\": 99}"}) {
        std::ofstream(folder / "offprint-demo.manifest", std::ios::trunc) << text;
        const PluginRegistry registry(only({folder}));
        EXPECT_TRUE(registry.formats().empty()) << text;
        EXPECT_EQ(registry.formats(true).size(), 1U) << text;
        EXPECT_EQ(registry.format("demo").format, "demo") << text;
    }
}

TEST_F(Plugins, ARefusedPluginDoesNotHideTheNextOfItsFormat) {
    const fs::path bad = copy("abi", "a", false);
    std::ofstream(bad / "offprint-demo.manifest") << make_manifest(built("sound") / "offprint-demo.so");
    const fs::path good = copy("second", "b", true);
    const PluginRegistry registry(only({bad, good}));
    EXPECT_NO_THROW(registry.make_reader("demo"));
    EXPECT_EQ(registry.format("demo").version, "2");
    ASSERT_EQ(registry.problems().size(), 1U);
    EXPECT_TRUE(holds(registry.problems()[0], "999"));
}

TEST(Factories, ThatThrowOrGiveNothingBecomeErrors) {
    EXPECT_EQ(error_of([] { convert("throwing-factory"); }).code(), ErrorCode::plugin_failed);
    EXPECT_TRUE(holds(error_of([] { convert("null-factory"); }).what(), "nothing"));
}

TEST_F(Plugins, AManifestWithoutItsLibraryOffersNothing) {
    const fs::path folder = copy("sound", "a", true);
    fs::remove(folder / "offprint-demo.so");
    const PluginRegistry registry(only({folder}));
    EXPECT_TRUE(registry.formats().empty());
    const Error error = error_of([&] { registry.make_reader("demo"); });
    EXPECT_EQ(error.code(), ErrorCode::plugin_missing);
    EXPECT_TRUE(holds(error.what(), "offprint-demo.so"));
    EXPECT_TRUE(holds(error.what(), folder.string()));
}

TEST_F(Plugins, TheEarlierDirectoryWinsAndTheOtherIsShown) {
    const fs::path first = copy("second", "a", true);
    const fs::path second = copy("sound", "b", true);
    const PluginRegistry registry(only({first, second}));
    EXPECT_EQ(registry.format("demo").version, "2");
    EXPECT_EQ(registry.formats().size(), 1U);
    const std::vector<PluginInfo> all = registry.check_all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].state, PluginInfo::State::ready);
    EXPECT_EQ(all[1].state, PluginInfo::State::shadowed);
    EXPECT_TRUE(holds(all[1].reason, first.string()));
}

TEST_F(Plugins, AManifestComesBeforeALibraryWithoutOne) {
    const fs::path first = copy("second", "a", false);
    const fs::path second = copy("sound", "b", true);
    EXPECT_EQ(PluginRegistry(only({first, second})).format("demo").version, "1");
}

TEST_F(Plugins, UnsafeDirectoriesAreSkippedAndReported) {
    const fs::path folder = copy("sound", "a", true);
    fs::permissions(folder, fs::perms::others_write, fs::perm_options::add);
    const PluginRegistry registry(only({folder, "relative", path_ / "missing"}));
    EXPECT_TRUE(registry.directories().empty());
    ASSERT_EQ(registry.problems().size(), 3U);
    EXPECT_TRUE(holds(registry.problems()[0], "everybody"));
    EXPECT_TRUE(holds(registry.problems()[1], "absolute"));
    EXPECT_TRUE(holds(registry.problems()[2], "no folder"));
}

TEST_F(Plugins, TheEnvironmentComesAfterOptionsAndIgnoresRelativeEntries) {
    const fs::path first = copy("sound", "a", true);
    const fs::path second = copy("second", "b", true);
    ::setenv("OFFPRINT_PLUGIN_PATH", (":relative:" + second.string() + "::").c_str(), 1);
    const PluginRegistry registry({{first}, true, false});
    ::unsetenv("OFFPRINT_PLUGIN_PATH");
    EXPECT_EQ(registry.directories(), (std::vector<fs::path>{first, second}));
    EXPECT_EQ(registry.problems().size(), 1U);
}

TEST_F(Plugins, ADecoyInTheCurrentDirectoryIsNotSeen) {
    const fs::path before = fs::current_path();
    fs::current_path(built("decoy"));
    ::setenv("LD_LIBRARY_PATH", built("decoy").c_str(), 1);
    const PluginRegistry registry({{}, true, true});
    EXPECT_NE(registry.format("text").title, "A plugin for tests");
    EXPECT_NO_THROW(registry.make_reader("text"));
    for (const PluginInfo& info : registry.check_all()) EXPECT_FALSE(holds(info.path.string(), "decoy"));
    ::unsetenv("LD_LIBRARY_PATH");
    fs::current_path(before);
}

TEST(Manifests, DescribeEveryPluginOfTheBuild) {
    const PluginRegistry registry({{}, false, true});
    for (const PluginInfo& info : registry.check_all()) {
        EXPECT_EQ(info.state, PluginInfo::State::ready) << info.path << info.reason;
        EXPECT_FALSE(info.format.title.empty());
        for (const auto* options : {&info.format.reader_options, &info.format.writer_options})
            for (const OptionInfo& option : *options) EXPECT_FALSE(option.help.empty()) << option.name;
    }
}

}  // namespace
}  // namespace offprint
