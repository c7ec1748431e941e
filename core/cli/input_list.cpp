#include "cli/input_list.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/inputs.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t longest_list = std::uint64_t{1} << 30;

/// The names of --files-from, one a line or, with --null, each before a NUL.
std::vector<std::string> names_in_list(const CommandLine& line) {
    const bool is_input = line.files_from == "-";
    Limits limits;
    limits.input_bytes = longest_list;
    const std::string list = (is_input ? open_descriptor(STDIN_FILENO) : open_file(line.files_from))->read_all(limits);
    const char mark = line.null_separated ? '\0' : '\n';
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(mark, begin), list.size());
        if (end > begin) names.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

/// Of the readers that may be meant, in lower case with their dots.
std::set<std::string> readable_extensions(const CommandLine& line, const PluginRegistry& registry) {
    std::set<std::string> extensions;
    for (const FormatInfo& info : registry.formats())
        if (info.can_read && (line.from.empty() || line.from == info.format))
            for (const std::string& extension : info.extensions) extensions.insert("." + extension);
    return extensions;
}

bool is_folder(const std::string& name) {
    std::error_code error;
    return !is_stream(name) && fs::is_directory(name, error);
}

/// The folder of the pictures and scripts of a page beside it, as browsers save it: no articles are in there.
bool belongs_to_page(const fs::path& folder) {
    const std::string name = folder.filename().string();
    for (const std::string_view ending : {"_files", "-Dateien", "_fichiers", "_archivos", "_bestanden"}) {
        if (!name.ends_with(ending)) continue;
        const std::string page = name.substr(0, name.size() - ending.size());
        std::error_code error;
        for (const char* extension : {".html", ".htm", ".xhtml"})
            if (fs::exists(folder.parent_path() / (page + extension), error)) return true;
    }
    return false;
}

class FolderListing {
public:
    FolderListing(const CommandLine& line, const PluginRegistry& registry, const Messages& messages)
        : line_(line), messages_(messages), extensions_(readable_extensions(line, registry)) {}

    /// Appends what is in `folder`, whose outputs belong to `output_folder`.
    void append(const fs::path& folder, const fs::path& output_folder, std::vector<InputName>& inputs) const {
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
            if (!entry->path().filename().string().starts_with('.')) entries.push_back(*entry);
        if (error) messages_.error(Error(ErrorCode::input, "cannot be listed: " + error.message(), folder.string()));
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            // A link to a folder may lead anywhere, round in a circle too.
            if (entry.is_directory(error) && !entry.is_symlink(error)) {
                if (!is_output_folder(entry.path()) && !belongs_to_page(entry.path()))
                    append(entry.path(), output_folder / entry.path().filename(), inputs);
            } else if (entry.is_regular_file(error) && is_readable(entry.path())) {
                inputs.push_back({entry.path().string(), output_folder.string()});
            }
        }
    }

    /// The outputs of one run would be inputs of the next.
    void check_outputs_apart(const std::string& folder) const {
        if (is_output_folder(folder) && (line_.from.empty() || line_.from == line_.to))
            throw Error(ErrorCode::usage,
                        "the outputs would be inputs of the next run; name another folder with -d, "
                        "or the format of the inputs with -f",
                        folder);
    }

private:
    bool is_readable(const fs::path& file) const {
        return extensions_.contains(to_lower_ascii(file.extension().string()));
    }

    bool is_output_folder(const fs::path& folder) const {
        std::error_code error;
        return fs::equivalent(folder, line_.output_directory, error);
    }

    const CommandLine& line_;
    const Messages& messages_;
    std::set<std::string> extensions_;
};

}  // namespace

std::vector<InputName> list_inputs(const CommandLine& line, const PluginRegistry& registry, const Messages& messages) {
    std::vector<std::string> names = line.inputs;
    if (!line.files_from.empty())
        for (std::string& name : names_in_list(line)) names.push_back(std::move(name));
    std::vector<InputName> inputs;
    const FolderListing listing(line, registry, messages);
    for (std::string& name : names) {
        if (line.recursive && is_folder(name)) {
            listing.check_outputs_apart(name);
            listing.append(name, {}, inputs);
        } else {
            inputs.push_back({std::move(name), {}});
        }
    }
    return inputs;
}

}  // namespace offprint::cli
