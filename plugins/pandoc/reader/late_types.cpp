#include "reader/late_types.hpp"

#include <rapidjson/reader.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace offprint::pandoc {

/// Sees all objects of a text. Told of an object, the iterative parser stands before its brace; told of a name, behind
/// it.
class LateTypes::Finder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Finder> {
public:
    Finder(const rapidjson::StringStream& stream, std::vector<Entry>& entries) : stream_(stream), entries_(entries) {}

    bool StartObject() {
        open_.push_back(entries_.size());
        entries_.push_back({stream_.Tell(), 0});
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        open_.pop_back();
        return true;
    }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        if (std::string_view(name, size) == "t") entries_[open_.back()].type = stream_.Tell();
        return true;
    }

private:
    const rapidjson::StringStream& stream_;
    std::vector<Entry>& entries_;
    std::vector<std::size_t> open_;  ///< indices of entries, the outermost first
};

std::optional<std::size_t> LateTypes::find(std::size_t object) {
    if (entries_.empty()) {
        rapidjson::StringStream stream(json_.c_str());
        Finder finder(stream, entries_);
        // Where this ends with a fault, so will the reading.
        rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, finder);
    }
    const auto entry = std::ranges::lower_bound(entries_, object, {}, &Entry::object);
    if (entry == entries_.end() || entry->object != object || entry->type == 0) return std::nullopt;
    return json_.find(':', entry->type) + 1;
}

}  // namespace offprint::pandoc
