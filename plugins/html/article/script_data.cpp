#include "article/script_data.hpp"

#include <rapidjson/document.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "article/script_literal.hpp"
#include "html/dom/space.hpp"
#include "metadata/json_parsing.hpp"
#include "metadata/json_text.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// rapidjson's events for a listener.
class JsonEvents : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonEvents> {
public:
    explicit JsonEvents(DataListener& listener) : listener_(listener) {}

    bool StartObject() {
        listener_.begin_object();
        return true;
    }
    bool StartArray() {
        listener_.begin_array();
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        listener_.end();
        return true;
    }
    bool EndArray(rapidjson::SizeType) {
        listener_.end();
        return true;
    }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        listener_.key({name, size});
        return true;
    }
    bool String(const char* value, rapidjson::SizeType size, bool) {
        listener_.text({value, size});
        return true;
    }

private:
    DataListener& listener_;
};

/// JSON in which a list holds all values and numbers stand for the values of their index, as `devalue` writes it.
class IndexedData {
public:
    IndexedData(const rapidjson::Value& values, DataListener& listener)
        : values_(values), listener_(listener), heard_(values.Size()) {}

    void read() { visit(0, 0); }

private:
    void visit(rapidjson::SizeType index, int depth) {
        constexpr int deepest = 128;
        constexpr std::size_t short_text = 256;  // may be heard again and again
        if (index >= values_.Size() || depth > deepest) return;
        const rapidjson::Value& value = values_[index];
        const bool is_short = value.IsString() && value.GetStringLength() <= short_text;
        if (heard_[index] && !is_short) return;
        heard_[index] = true;
        if (value.IsString()) return listener_.text({value.GetString(), value.GetStringLength()});
        if (value.IsObject()) visit_object(value, depth);
        if (value.IsArray()) visit_array(value, depth);
    }

    void visit_object(const rapidjson::Value& value, int depth) {
        listener_.begin_object();
        for (const auto& member : value.GetObject()) {
            listener_.key({member.name.GetString(), member.name.GetStringLength()});
            if (member.value.IsUint()) visit(member.value.GetUint(), depth + 1);
        }
        listener_.end();
    }

    /// A name at its front says what kind of object the list is made into ("Reactive").
    void visit_array(const rapidjson::Value& value, int depth) {
        const bool is_named = !value.Empty() && value[0].IsString();
        if (!is_named) listener_.begin_array();
        for (const rapidjson::Value& element : value.GetArray())
            if (element.IsUint()) visit(element.GetUint(), depth + 1);
        if (!is_named) listener_.end();
    }

    const rapidjson::Value& values_;
    DataListener& listener_;
    std::vector<bool> heard_;
};

void read_indexed(std::string_view json, DataListener& listener) {
    rapidjson::Document document;
    document.Parse<lenient_json>(json.data(), json.size());
    if (!document.HasParseError() && document.IsArray() && !document.Empty()) IndexedData(document, listener).read();
}

}  // namespace

void read_json(std::string_view json, DataListener& listener) {
    JsonEvents events(listener);
    std::string text(json);
    rapidjson::InsituStringStream stream(text.data());
    rapidjson::Reader().Parse<lenient_json | rapidjson::kParseInsituFlag>(stream, events);
}

void read_script_data(const Dom& dom, NodeIndex script, std::size_t fewest, DataListener& listener) {
    const NodeIndex content = dom.first_child(script);
    if (content == no_node || dom[content].text.size() < fewest) return;
    const bool is_json =
        has_media_type(dom, script, "application/json") || has_media_type(dom, script, "application/ld+json");
    if (!is_json) return read_assigned_literals(dom[content].text, listener);
    const std::string text = without_wrapping(dom.raw_text(script));
    if (dom.attribute(script, "id") == "__NUXT_DATA__") return read_indexed(text, listener);
    read_json(text, listener);
}

}  // namespace offprint::html
