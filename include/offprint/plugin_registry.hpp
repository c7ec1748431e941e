// Finds plugins, by their manifests, and loads the ones that a conversion needs.
// Thread safety: immutable after construction but for lazy loading, which is synchronised: every
// member may be called from any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/export.hpp"
#include "offprint/options.hpp"
#include "offprint/plugin.hpp"

namespace offprint {

/// An option as a manifest declares it; owned copies of `OptionDeclaration`.
struct OptionInfo {
    std::string name;
    OptionType type = OptionType::text;
    std::string default_value;
    std::vector<std::string> choices;
    std::string help;
    bool operator==(const OptionInfo&) const = default;
};

/// What is known of a format without loading its library.
struct FormatInfo {
    std::string format;
    std::string title;
    std::string version;
    PluginKind kind = PluginKind::format;
    std::vector<std::string> extensions;
    std::vector<std::string> media_types;
    std::vector<std::string> image_types;  ///< empty: anything
    std::vector<OptionInfo> reader_options;
    std::vector<OptionInfo> writer_options;
    std::vector<OptionInfo> checker_options;
    bool binary_output = false;
    bool can_read = false;
    bool can_write = false;
    bool can_check = false;
    bool can_probe = false;
    bool operator==(const FormatInfo&) const = default;
};

/// One library that was found, for `--list-plugins`.
struct PluginInfo {
    enum class State {
        ready,     ///< checked, or described by its manifest and not yet opened
        shadowed,  ///< an earlier directory has a plugin of the same format
        refused,   ///< see `reason`
    };
    std::filesystem::path path;
    FormatInfo format;  ///< only `format` is set when it was refused before its descriptor was read
    State state = State::ready;
    std::string reason;
};

/// Where to look for plugins.
struct RegistrySettings {
    std::vector<std::filesystem::path> directories;  ///< searched first, in this order
    bool use_environment = true;                     ///< OFFPRINT_PLUGIN_PATH; ignored in a set-uid process
    bool use_installed = true;                       ///< the directory beside the core library
};

/// The plugins of some directories. Owns what it knows of them; the libraries stay loaded for ever.
class OFFPRINT_API PluginRegistry {
public:
    /// Scans the directories: reads manifests, opens nothing. Unusable directories are skipped and
    /// listed in `problems()`. Never throws for what lies in a directory.
    explicit PluginRegistry(const RegistrySettings& settings = {});
    ~PluginRegistry();
    PluginRegistry(const PluginRegistry&) = delete;
    PluginRegistry& operator=(const PluginRegistry&) = delete;

    /// Every format once, by name, as its manifest describes it. Libraries without a manifest are
    /// opened for it only with `open_unlisted`; refused ones are left out.
    std::vector<FormatInfo> formats(bool open_unlisted = false) const;

    /// What is known of one format; opens its library only if it has no manifest. Throws `Error{plugin_missing}` with
    /// the file that was looked for, or `Error{plugin_refused}`.
    FormatInfo format(std::string_view name) const;

    /// Loads the library on first use and checks it; a refused one does not hide the next of its format.
    /// Never null unless the plugin's factory gives null. Throws as `format()`, `Error{usage}` when the format
    /// cannot be read (written, checked), and whatever the factory throws.
    std::unique_ptr<Reader> make_reader(std::string_view format) const;
    std::unique_ptr<Writer> make_writer(std::string_view format) const;
    std::unique_ptr<Checker> make_checker(std::string_view format) const;

    /// What the services `image` and `fetch` offer. Throws `Error{plugin_missing}` where they are not installed,
    /// `Error{plugin_refused}`. Never null.
    std::unique_ptr<ImageConverter> make_image_converter() const;
    std::unique_ptr<ResourceLoader> make_fetcher(const FetchSettings& settings) const;

    /// What the format's probe says of the input's first bytes; loads the library.
    ProbeResult probe(std::string_view format, std::string_view head) const;

    /// Opens and checks every library; for `--list-plugins`.
    std::vector<PluginInfo> check_all() const;

    /// The directories in search order.
    const std::vector<std::filesystem::path>& directories() const;

    /// One line for each directory that was skipped and each plugin that was refused while another one
    /// could serve its format.
    std::vector<std::string> problems() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The manifest of the library at `path`, made from its descriptor: what the build writes beside each
/// plugin. Throws `Error{plugin_refused}`.
OFFPRINT_API std::string make_manifest(const std::filesystem::path& path);

}  // namespace offprint
