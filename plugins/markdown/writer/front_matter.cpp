#include "writer/front_matter.hpp"

#include <yaml.h>

#include <map>
#include <new>
#include <string_view>
#include <vector>

namespace offprint::markdown {

namespace {

/// Writes one mapping of texts and lists of them through libyaml, which knows what wants quotes.
class YamlMapping {
public:
    YamlMapping() {
        if (yaml_emitter_initialize(&emitter_) == 0) throw std::bad_alloc();
        yaml_emitter_set_output(&emitter_, append, &text_);
        yaml_emitter_set_unicode(&emitter_, 1);
        yaml_emitter_set_width(&emitter_, -1);
        yaml_event_t event;
        emit(yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING), event);
        emit(yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1), event);
        emit(yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE), event);
    }
    YamlMapping(const YamlMapping&) = delete;
    YamlMapping& operator=(const YamlMapping&) = delete;
    ~YamlMapping() { yaml_emitter_delete(&emitter_); }

    void add(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        scalar(key);
        scalar(value);
    }

    /// One value stands alone.
    void add(std::string_view key, const std::vector<std::string>& values) {
        if (values.size() == 1) return add(key, values.front());
        if (values.empty()) return;
        scalar(key);
        yaml_event_t event;
        emit(yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE), event);
        for (const std::string& value : values) scalar(value);
        emit(yaml_sequence_end_event_initialize(&event), event);
    }

    /// To be called once, at the end.
    std::string finish() {
        yaml_event_t event;
        emit(yaml_mapping_end_event_initialize(&event), event);
        emit(yaml_document_end_event_initialize(&event, 1), event);
        emit(yaml_stream_end_event_initialize(&event), event);
        return std::move(text_);
    }

private:
    static int append(void* text, unsigned char* bytes, std::size_t size) {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), size);
        return 1;
    }

    void scalar(std::string_view value) {
        yaml_event_t event;
        const auto* bytes = reinterpret_cast<const yaml_char_t*>(value.data());
        emit(yaml_scalar_event_initialize(&event, nullptr, nullptr, bytes, static_cast<int>(value.size()), 1, 1,
                                          YAML_ANY_SCALAR_STYLE),
             event);
    }

    /// The emitter takes the event, whatever becomes of it.
    void emit(int is_made, yaml_event_t& event) {
        if (is_made == 0 || yaml_emitter_emit(&emitter_, &event) == 0) throw std::bad_alloc();
    }

    yaml_emitter_t emitter_;
    std::string text_;
};

/// The key of those who had this part; people of other parts have none that is read.
std::string_view key_of(std::string_view role) {
    for (const std::string_view key : {"editor", "translator", "illustrator", "photographer"})
        if (role == key) return key;
    return "author";
}

}  // namespace

std::string yaml_header(const Metadata& metadata) {
    YamlMapping yaml;
    yaml.add("title", metadata.title);
    yaml.add("subtitle", metadata.subtitle);
    std::map<std::string_view, std::vector<std::string>> people;
    for (const Contributor& contributor : metadata.contributors)
        if (!contributor.name.empty()) people[key_of(contributor.role)].push_back(contributor.name);
    for (const auto& [key, names] : people) yaml.add(key, names);
    if (metadata.published) yaml.add("date", metadata.published->to_string());
    if (metadata.modified) yaml.add("modified", metadata.modified->to_string());
    yaml.add("lang", metadata.language);
    yaml.add("publisher", metadata.publisher);
    yaml.add("url", metadata.source_url);
    yaml.add("description", metadata.description);
    yaml.add("keywords", metadata.keywords);
    yaml.add("identifier", metadata.identifier);
    yaml.add("rights", metadata.rights);
    const std::string text = yaml.finish();
    return text == "{}\n" ? std::string() : "---\n" + text + "---\n";
}

}  // namespace offprint::markdown
