// Puts images into a document's resources, each content once.
// Thread safety: a table belongs to one thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "offprint/resource.hpp"

namespace offprint {

/// Keys are "image-1", "image-2", ... in the order of adding.
class ResourceTable {
public:
    /// Adds to `resources`, which must outlive the table and be changed by nobody else meanwhile.
    explicit ResourceTable(std::map<std::string, Resource>& resources) : resources_(resources) {
        for (const auto& [key, resource] : resources_) by_hash_.emplace(hash(resource), key);
    }

    /// The key of the resource with the same bytes, or that of `resource` after adding it.
    std::string add(Resource resource) {
        const std::size_t hash_value = hash(resource);
        const auto [begin, end] = by_hash_.equal_range(hash_value);
        for (auto entry = begin; entry != end; ++entry)
            if (*resources_.at(entry->second).bytes == *resource.bytes) return entry->second;
        std::string key;
        do key = "image-" + std::to_string(++last_);
        while (resources_.contains(key));
        resources_.emplace(key, std::move(resource));
        by_hash_.emplace(hash_value, key);
        return key;
    }

private:
    static std::size_t hash(const Resource& resource) { return std::hash<std::string>()(*resource.bytes); }

    std::map<std::string, Resource>& resources_;
    std::unordered_multimap<std::size_t, std::string> by_hash_;
    std::size_t last_ = 0;
};

}  // namespace offprint
