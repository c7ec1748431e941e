#include "front_matter/yaml.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <string>
#include <string_view>
#include <vector>

#include "front_matter/fields.hpp"
#include "offprint/text.hpp"

namespace offprint::front_matter {

namespace {

/// Reads events of libyaml, which keeps no tree: each key of the outermost mapping with all scalars beneath it, but for
/// the keys of inner mappings.
class YamlReader {
public:
    explicit YamlReader(std::string_view text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }
    YamlReader(const YamlReader&) = delete;
    YamlReader& operator=(const YamlReader&) = delete;
    ~YamlReader() { yaml_parser_delete(&parser_); }

    /// False if the text is not a mapping of YAML.
    bool read(std::vector<Field>& fields) {
        bool is_done = false;
        while (!is_done) {
            yaml_event_t event;
            if (yaml_parser_parse(&parser_, &event) == 0) return false;
            is_done = event.type == YAML_STREAM_END_EVENT;
            const bool fits = take(event, fields);
            yaml_event_delete(&event);
            if (!fits) return false;
        }
        return !fields.empty();
    }

private:
    /// A collection that is open; in a mapping each second scalar is a key.
    struct Level {
        bool is_mapping;
        bool expects_key;
    };

    bool take(const yaml_event_t& event, std::vector<Field>& fields) {
        constexpr std::size_t deepest = 16;
        switch (event.type) {
            case YAML_MAPPING_START_EVENT:
            case YAML_SEQUENCE_START_EVENT: {
                if (levels_.empty() && event.type != YAML_MAPPING_START_EVENT) return false;
                // A collection is no key: whose value it is has been read.
                if (!levels_.empty() && levels_.back().is_mapping && levels_.back().expects_key) return false;
                const bool is_mapping = event.type == YAML_MAPPING_START_EVENT;
                levels_.push_back({is_mapping, true});
                return levels_.size() <= deepest;
            }
            case YAML_MAPPING_END_EVENT:
            case YAML_SEQUENCE_END_EVENT:
                levels_.pop_back();
                if (!levels_.empty()) levels_.back().expects_key = true;
                return true;
            case YAML_SCALAR_EVENT:
                return take_scalar({reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length},
                                   fields);
            case YAML_ALIAS_EVENT:
                return false;
            default:
                return true;
        }
    }

    bool take_scalar(std::string_view scalar, std::vector<Field>& fields) {
        if (levels_.empty()) return false;
        Level& level = levels_.back();
        const bool is_key = level.is_mapping && level.expects_key;
        if (level.is_mapping) level.expects_key = !level.expects_key;
        if (is_key && levels_.size() == 1) fields.push_back({clean_xml_text(scalar), {}});
        // Of "- name: Ada Quill" and what may stand beside it only the name is wanted.
        if (is_key && levels_.size() > 1) is_name_ = scalar == "name";
        if (is_key) return true;
        if (levels_.size() == 1 || !level.is_mapping || is_name_)
            fields.back().values.push_back(clean_xml_text(scalar));
        return true;
    }

    yaml_parser_t parser_;
    std::vector<Level> levels_;
    bool is_name_ = false;
};

}  // namespace

bool read_yaml(std::string_view yaml, SourceRange range, Context& context, Metadata& metadata) {
    constexpr std::size_t largest = 256 * 1024;
    std::vector<Field> fields;
    if (yaml.size() > largest || !YamlReader(yaml).read(fields)) {
        context.report(Severity::info, "front-matter.invalid",
                       "what stands between the first lines of dashes is no mapping of YAML and stays in the text",
                       range);
        return false;
    }
    set_fields(metadata, fields, range, context);
    return true;
}

}  // namespace offprint::front_matter
