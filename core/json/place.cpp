#include "json/place.hpp"

#include <fmt/format.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "offprint/text.hpp"

namespace offprint::json {

namespace {

/// A name as RFC 6901, section 3, has it.
std::string escaped(std::string_view name) {
    std::string text;
    for (const char c : name) text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return text;
}

/// Keeps the path to the value that was begun last, and stops the parser once that is the one.
class PathFinder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PathFinder> {
public:
    PathFinder(const rapidjson::StringStream& stream, std::size_t offset) : stream_(stream), offset_(offset) {}

    bool Default() { return begin_value(); }
    bool String(const char*, rapidjson::SizeType, bool) { return begin_value(); }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        path_.back().name = std::string(name, size);
        return goes_on();
    }
    bool StartObject() { return begin_container(false); }
    bool StartArray() { return begin_container(true); }
    bool EndObject(rapidjson::SizeType) { return end_container(); }
    bool EndArray(rapidjson::SizeType) { return end_container(); }

    std::string pointer() const {
        std::string text;
        for (const Step& step : path_) {
            if (step.count != 0) text += '/' + std::to_string(step.count - 1);
            if (step.name) text += '/' + escaped(*step.name);
        }
        return text;
    }

private:
    /// One object or array that is open.
    struct Step {
        bool is_array = false;
        std::size_t count = 0;            ///< of an array's elements so far
        std::optional<std::string> name;  ///< of the member that is read, in an object
    };

    /// While it tells of a value or name, the parser stands where that begins.
    bool goes_on() const { return stream_.Tell() < offset_; }

    bool begin_value() {
        if (!path_.empty() && path_.back().is_array) ++path_.back().count;
        return goes_on();
    }

    bool begin_container(bool is_array) {
        const bool going_on = begin_value();
        if (going_on) path_.push_back({is_array, 0, std::nullopt});
        return going_on;
    }

    bool end_container() {
        if (!goes_on()) return false;
        path_.pop_back();
        return true;
    }

    const rapidjson::StringStream& stream_;
    std::size_t offset_;
    std::vector<Step> path_;
};

std::string pointer_to(const std::string& json, std::size_t offset) {
    rapidjson::StringStream stream(json.c_str());
    PathFinder finder(stream, offset);
    rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag>(stream, finder);
    return finder.pointer();
}

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::string place_of(const std::string& json, std::size_t offset) {
    const std::string_view before = std::string_view(json).substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    const auto columns = std::count_if(line.begin(), line.end(), starts_character);
    constexpr std::size_t most_shown = 200;
    std::string pointer = clean_xml_text(pointer_to(json, offset));
    if (pointer.size() > most_shown) pointer = std::string(utf8_prefix(pointer, most_shown)) + "...";
    if (!pointer.empty()) pointer += ' ';
    return fmt::format("{}(line {}, column {})", pointer, lines + 1, columns + 1);
}

}  // namespace offprint::json
