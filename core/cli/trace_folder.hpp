// Where --trace-dir keeps what readers tell of their stages: one numbered text file for each.
// Thread safety: `write` may be called from many threads at once.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace offprint::cli {

class TraceFolder {
public:
    /// Files go to `folder`; with `by_input`, to a folder for each input in it. Both are made when they are needed.
    TraceFolder(std::filesystem::path folder, bool by_input) : folder_(std::move(folder)), by_input_(by_input) {}

    /// To be called before the work: throws `Error{output}` when the folder holds anything.
    void require_empty() const;

    /// Writes "<number>-<stage>.txt". Never replaces a file: throws `Error{output}` where there is one.
    void write(const std::string& input, std::string_view stage, std::string_view text);

private:
    /// Where the files of one input go, and how many there are.
    struct InputFolder {
        std::filesystem::path path;
        int files = 0;
    };
    InputFolder& folder_of(const std::string& input);

    std::filesystem::path folder_;
    bool by_input_;
    std::mutex mutex_;
    std::map<std::string, InputFolder> inputs_;
};

}  // namespace offprint::cli
