#include "offprint/plugin_registry.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>

#include "offprint/error.hpp"
#include "plugin/library.hpp"
#include "plugin/manifest.hpp"

namespace offprint {

namespace {

namespace fs = std::filesystem;

/// One library that a scan found.
struct Candidate {
    fs::path path;
    std::string format;                            ///< from the file's name
    std::optional<FormatInfo> manifest;            ///< none: no manifest, or an unreadable one
    const PluginDescriptor* descriptor = nullptr;  ///< once opened
    std::optional<Error> refusal;                  ///< once it was refused
};

fs::path manifest_path(fs::path library) {
    return library.replace_extension(".manifest");
}

std::optional<FormatInfo> read_manifest(const fs::path& library) {
    std::ifstream file(manifest_path(library), std::ios::binary);
    if (!file) return std::nullopt;
    return parse_manifest(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// Why plugins must not be taken from `directory`; empty when they may.
std::string reason_to_skip(const fs::path& directory) {
    if (directory.empty() || directory.is_relative()) return "is no absolute path";
    struct stat status {};
    if (::stat(directory.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return "is no folder";
    if ((status.st_mode & S_IWOTH) != 0) return "can be written by everybody";
    return {};
}

std::vector<fs::path> split_path(std::string_view list) {
    std::vector<fs::path> parts;
    while (true) {
        const std::size_t colon = list.find(':');
        if (const std::string_view part = list.substr(0, colon); !part.empty()) parts.emplace_back(part);
        if (colon == std::string_view::npos) return parts;
        list.remove_prefix(colon + 1);
    }
}

void require_service(bool offered, const PluginDescriptor& descriptor) {
    if (!offered)
        throw Error(ErrorCode::plugin_refused,
                    fmt::format("plugin '{}' is not the service of that name", descriptor.format));
}

}  // namespace

struct PluginRegistry::State {
    std::vector<fs::path> directories;
    std::vector<std::string> problems;
    std::vector<Candidate> candidates;  ///< in search order
    std::mutex mutex;                   ///< guards what opening changes: descriptors, refusals, problems

    void add_directory(const fs::path& directory, bool must_exist) {
        const std::string reason = reason_to_skip(directory);
        if (!reason.empty()) {
            if (must_exist) problems.push_back(fmt::format("{}: {}; skipped", directory.string(), reason));
            return;
        }
        if (std::find(directories.begin(), directories.end(), directory) != directories.end()) return;
        directories.push_back(directory);
        scan(directory);
    }

    void scan(const fs::path& directory) {
        std::vector<fs::path> libraries;
        std::error_code error;
        for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
            if (!format_of_file(entry->path()).empty()) libraries.push_back(entry->path());
        std::sort(libraries.begin(), libraries.end());
        for (fs::path& library : libraries) {
            std::string format = format_of_file(library);
            std::optional<FormatInfo> manifest = read_manifest(library);
            if (manifest && manifest->format != format) manifest.reset();
            candidates.push_back({std::move(library), std::move(format), std::move(manifest), nullptr, {}});
        }
    }

    /// The libraries of `format` in the order in which they may serve it: those that a manifest
    /// describes, then the others. Throws when there is none.
    std::vector<Candidate*> candidates_for(std::string_view format) {
        std::vector<Candidate*> found;
        for (const bool with_manifest : {true, false})
            for (Candidate& candidate : candidates)
                if (candidate.format == format && candidate.manifest.has_value() == with_manifest)
                    found.push_back(&candidate);
        if (!found.empty()) return found;
        throw Error(ErrorCode::plugin_missing,
                    fmt::format("no plugin for format '{0}': offprint-{0}.so was looked for in {1}", format,
                                directories.empty() ? "no folder at all" : folder_names()));
    }

    /// The first library of `format` that was not refused so far; the first of all if each was.
    Candidate& serving(std::string_view format) {
        const std::vector<Candidate*> found = candidates_for(format);
        const std::lock_guard lock(mutex);
        const auto usable = std::find_if(found.begin(), found.end(),
                                         [](const Candidate* candidate) { return !candidate->refusal.has_value(); });
        return usable == found.end() ? *found.front() : **usable;
    }

    /// Opens the library that serves `format`. A refused one does not hide the next: it becomes a problem.
    const PluginDescriptor& open_serving(std::string_view format) {
        std::optional<Error> first_refusal;
        for (Candidate* candidate : candidates_for(format)) {
            try {
                const PluginDescriptor& descriptor = open(*candidate);
                if (first_refusal) add_problem(*first_refusal);
                return descriptor;
            } catch (const Error& refusal) {
                if (!first_refusal) first_refusal = refusal;
            }
        }
        throw *first_refusal;
    }

    std::string folder_names() const {
        std::vector<std::string> names;
        for (const fs::path& directory : directories) names.push_back(directory.string());
        return fmt::format("{}", fmt::join(names, ", "));
    }

    const PluginDescriptor& open(Candidate& candidate) {
        const std::lock_guard lock(mutex);
        if (candidate.refusal) throw *candidate.refusal;
        if (candidate.descriptor != nullptr) return *candidate.descriptor;
        try {
            const PluginDescriptor& descriptor = open_library(candidate.path);
            if (candidate.manifest && *candidate.manifest != describe(descriptor))
                throw Error(ErrorCode::plugin_refused,
                            "disagrees with its manifest, which is stale; rebuild the plugin or delete the manifest",
                            candidate.path.string());
            candidate.descriptor = &descriptor;
            return descriptor;
        } catch (const Error& refusal) {
            candidate.refusal = refusal;
            throw;
        }
    }

    void add_problem(const Error& refusal) {
        const std::lock_guard lock(mutex);
        const std::string problem = refusal.full_message() + "; another plugin serves in its place";
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
    }
};

PluginRegistry::PluginRegistry(const RegistrySettings& settings) : state_(std::make_unique<State>()) {
    for (const fs::path& directory : settings.directories) state_->add_directory(directory, true);
    if (settings.use_environment) {
        // secure_getenv: a set-uid program must not load what its caller names.
        if (const char* path = ::secure_getenv("OFFPRINT_PLUGIN_PATH"))
            for (const fs::path& directory : split_path(path)) state_->add_directory(directory, true);
    }
    if (settings.use_installed) state_->add_directory(core_library_folder() / OFFPRINT_PLUGIN_DIRECTORY, false);
}

PluginRegistry::~PluginRegistry() = default;

std::vector<FormatInfo> PluginRegistry::formats(bool open_unlisted) const {
    std::vector<FormatInfo> infos;
    for (const Candidate& candidate : state_->candidates) {
        const auto same_format = [&](const FormatInfo& info) { return info.format == candidate.format; };
        if (std::any_of(infos.begin(), infos.end(), same_format)) continue;
        const Candidate& serving = state_->serving(candidate.format);
        if (serving.manifest) {
            infos.push_back(*serving.manifest);
        } else if (open_unlisted) {
            try {
                infos.push_back(describe(state_->open_serving(candidate.format)));
            } catch (const Error&) {
                continue;  // `check_all` tells why
            }
        }
    }
    std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.format < b.format; });
    return infos;
}

FormatInfo PluginRegistry::format(std::string_view name) const {
    const Candidate& candidate = state_->serving(name);
    return candidate.manifest ? *candidate.manifest : describe(state_->open_serving(name));
}

std::unique_ptr<Reader> PluginRegistry::make_reader(std::string_view format) const {
    const PluginDescriptor& descriptor = state_->open_serving(format);
    if (descriptor.make_reader == nullptr)
        throw Error(ErrorCode::usage, fmt::format("format '{}' can be written but not read", format));
    return std::unique_ptr<Reader>(descriptor.make_reader());
}

std::unique_ptr<Writer> PluginRegistry::make_writer(std::string_view format) const {
    const PluginDescriptor& descriptor = state_->open_serving(format);
    if (descriptor.make_writer == nullptr)
        throw Error(ErrorCode::usage, fmt::format("format '{}' can be read but not written", format));
    return std::unique_ptr<Writer>(descriptor.make_writer());
}

std::unique_ptr<Checker> PluginRegistry::make_checker(std::string_view format) const {
    const PluginDescriptor& descriptor = state_->open_serving(format);
    if (descriptor.make_checker == nullptr)
        throw Error(ErrorCode::usage, fmt::format("format '{}' cannot be checked", format));
    return std::unique_ptr<Checker>(descriptor.make_checker());
}

std::unique_ptr<ImageConverter> PluginRegistry::make_image_converter() const {
    const PluginDescriptor& descriptor = state_->open_serving("image");
    require_service(descriptor.make_image_converter != nullptr, descriptor);
    return std::unique_ptr<ImageConverter>(descriptor.make_image_converter());
}

std::unique_ptr<ResourceLoader> PluginRegistry::make_fetcher(const FetchSettings& settings) const {
    const PluginDescriptor& descriptor = state_->open_serving("fetch");
    require_service(descriptor.make_fetcher != nullptr, descriptor);
    return std::unique_ptr<ResourceLoader>(descriptor.make_fetcher(settings));
}

ProbeResult PluginRegistry::probe(std::string_view format, std::string_view head) const {
    const PluginDescriptor& descriptor = state_->open_serving(format);
    return descriptor.probe == nullptr ? ProbeResult::no : descriptor.probe(head.data(), head.size());
}

std::vector<PluginInfo> PluginRegistry::check_all() const {
    std::vector<PluginInfo> infos;
    for (Candidate& candidate : state_->candidates) {
        PluginInfo info;
        info.path = candidate.path;
        info.format.format = candidate.format;
        if (candidate.manifest) info.format = *candidate.manifest;
        try {
            info.format = describe(state_->open(candidate));
            state_->open_serving(candidate.format);
            const Candidate& serving = state_->serving(candidate.format);
            if (&serving != &candidate) {
                info.state = PluginInfo::State::shadowed;
                info.reason = "by " + serving.path.string();
            }
        } catch (const Error& error) {
            info.state = PluginInfo::State::refused;
            info.reason = error.what();
        }
        infos.push_back(std::move(info));
    }
    return infos;
}

const std::vector<fs::path>& PluginRegistry::directories() const {
    return state_->directories;
}
std::vector<std::string> PluginRegistry::problems() const {
    const std::lock_guard lock(state_->mutex);
    return state_->problems;
}

std::string make_manifest(const fs::path& path) {
    return to_manifest(describe(open_library(std::filesystem::absolute(path))));
}

}  // namespace offprint
