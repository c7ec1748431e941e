#include "c_api/option_table.hpp"

#include "settings/values.hpp"

namespace offprint::c_api {

namespace {

struct OwnOption {
    std::string_view name;
    void (*set)(Settings& settings, const std::string& value);
};

using Value = const std::string&;

void add_metadata(Settings& to, Value value) {
    auto [name, content] = split_assignment("--metadata", value);
    Metadata unused;
    set_user_metadata(unused, name, content);  // says what is wrong with it, before anything is read
    to.reading.metadata.emplace_back(std::move(name), std::move(content));
}

constexpr int longest_fetch = 3600;

constexpr OwnOption own_options[] = {
    {"from", [](Settings& to, Value value) { to.reading.format = value; }},
    {"to", [](Settings& to, Value value) { to.writing.format = value; }},
    {"media-type", [](Settings& to, Value value) { to.reading.media_type = value; }},
    {"metadata", add_metadata},
    {"limit", [](Settings& to, Value value) { set_limit(to.limits, value); }},
    {"images", [](Settings& to, Value value) { to.reading.images = parse_flag("--images", value); }},
    {"gray", [](Settings& to, Value value) { to.writing.images.gray = parse_flag("--gray", value); }},
    {"max-image", [](Settings& to, Value value) { set_max_image(to.writing.images, value); }},
    {"jpeg-quality", [](Settings& to, Value value) { set_jpeg_quality(to.writing.images, value); }},
    {"max-size", [](Settings& to, Value value) { to.writing.max_bytes = parse_amount("--max-size", value); }},
    {"resource-path", [](Settings& to, Value value) { to.reading.resource_folders.emplace_back(value); }},
    {"fetch", [](Settings& to, Value value) { to.fetch = parse_flag("--fetch", value); }},
    {"fetch-cache", [](Settings& to, Value value) { to.fetching.cache = value; }},
    {"fetch-timeout",
     [](Settings& to, Value value) {
         to.fetching.seconds = static_cast<std::uint32_t>(parse_number("--fetch-timeout", value, 1, longest_fetch));
     }},
    {"fetch-allow", [](Settings& to, Value value) { to.fetching.allowed_server = value; }},
    {"source-date-epoch",
     [](Settings& to, Value value) { to.source_date_epoch = parse_epoch("source-date-epoch", value); }},
};

}  // namespace

bool set_own_option(Settings& settings, std::string_view name, const std::string& value) {
    for (const OwnOption& option : own_options) {
        if (option.name != name) continue;
        option.set(settings, value);
        return true;
    }
    return false;
}

}  // namespace offprint::c_api
