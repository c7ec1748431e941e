// Ids that are unique in all of a book, for those of its files are so in the file only.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace offprint::epub {

class BookNames {
public:
    /// `paths` are the files of the spine, in its order; they are named by their index.
    explicit BookNames(const std::vector<std::string>& paths);

    /// The file with this path; nullopt_file if it is not in the spine.
    std::size_t file(std::string_view path) const;
    static constexpr std::size_t no_file = static_cast<std::size_t>(-1);

    /// The name in the book for an id of a file: the id itself, unless an earlier file has it, too. Empty for an id
    /// that the file has already.
    std::string add(std::size_t file, std::string_view id);

    /// What is at the very beginning of a file, so that links to the file may lead to it.
    void set_start(std::size_t file, std::string name) { files_[file].start = std::move(name); }
    bool has_start(std::size_t file) const { return !files_[file].start.empty(); }

    /// Makes a name for the beginning of a file where nothing with an id is.
    void add_start(std::size_t file);
    bool needs_anchor(std::size_t file) const { return files_[file].has_made_start; }

    /// The name for an id of a file; that of its beginning if it has no such id; empty if that has none.
    const std::string& find(std::size_t file, std::string_view id) const;

private:
    struct File {
        std::unordered_map<std::string, std::string> names;  ///< by id
        std::string start;
        bool has_made_start = false;
    };

    std::string unique(std::string_view id);

    std::vector<File> files_;
    std::unordered_map<std::string, std::size_t> indices_;  ///< by path
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, int> copies_;  ///< of names that were taken
};

}  // namespace offprint::epub
