#include "reader/book_names.hpp"

#include <utility>

namespace offprint::epub {

BookNames::BookNames(const std::vector<std::string>& paths) : files_(paths.size()) {
    for (std::size_t i = 0; i < paths.size(); ++i) indices_.try_emplace(paths[i], i);
}

std::size_t BookNames::file(std::string_view path) const {
    const auto found = indices_.find(std::string(path));
    return found == indices_.end() ? no_file : found->second;
}

std::string BookNames::add(std::size_t file, std::string_view id) {
    const auto [entry, is_new] = files_[file].names.try_emplace(std::string(id));
    if (!is_new) return {};
    return entry->second = unique(id);
}

void BookNames::add_start(std::size_t file) {
    files_[file].start = unique("file-" + std::to_string(file + 1));
    files_[file].has_made_start = true;
}

std::string BookNames::unique(std::string_view id) {
    std::string name(id);
    if (taken_.insert(name).second) return name;
    int& copy = copies_.try_emplace(name, 1).first->second;
    do name = std::string(id) + "-" + std::to_string(++copy);
    while (!taken_.insert(name).second);
    return name;
}

const std::string& BookNames::find(std::size_t file, std::string_view id) const {
    const File& names = files_[file];
    const auto found = names.names.find(std::string(id));
    return found == names.names.end() ? names.start : found->second;
}

}  // namespace offprint::epub
