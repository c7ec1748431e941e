#include "plugin/manifest.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <array>

namespace offprint {

namespace {

constexpr std::array<std::string_view, 5> option_types = {"flag", "integer", "text", "choice", "file"};
constexpr std::array<std::string_view, 2> plugin_kinds = {"format", "service"};

class ManifestWriter {
public:
    std::string write(const FormatInfo& info) {
        json_.SetIndent(' ', 2);
        json_.StartObject();
        json_.Key("abi");
        json_.Uint(plugin_abi);
        member("format", info.format);
        member("title", info.title);
        member("version", info.version);
        member("kind", plugin_kinds[static_cast<std::size_t>(info.kind)]);
        member("extensions", info.extensions);
        member("mediaTypes", info.media_types);
        member("imageTypes", info.image_types);
        member("readerOptions", info.reader_options);
        member("writerOptions", info.writer_options);
        member("checkerOptions", info.checker_options);
        member("binaryOutput", info.binary_output);
        member("reads", info.can_read);
        member("writes", info.can_write);
        member("checks", info.can_check);
        member("probes", info.can_probe);
        json_.EndObject();
        return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
    }

private:
    void value(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(bool flag) { json_.Bool(flag); }
    void value(const OptionInfo& option) {
        json_.StartObject();
        member("name", option.name);
        member("type", option_types[static_cast<std::size_t>(option.type)]);
        member("default", option.default_value);
        member("choices", option.choices);
        member("help", option.help);
        json_.EndObject();
    }
    template <class T>
    void value(const std::vector<T>& list) {
        json_.StartArray();
        for (const T& entry : list) value(entry);
        json_.EndArray();
    }
    template <class T>
    void member(const char* name, const T& content) {
        json_.Key(name);
        value(content);
    }

    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

/// Reads members of an object; a member of the wrong type makes `sound()` false.
class ManifestReader {
public:
    explicit ManifestReader(const rapidjson::Value& object) : object_(object) {}

    bool sound() const { return sound_; }

    void read(const char* name, std::string& to) {
        if (const auto* value = find(name); value != nullptr && value->IsString())
            to.assign(value->GetString(), value->GetStringLength());
        else
            sound_ = false;
    }

    void read(const char* name, bool& to) {
        if (const auto* value = find(name); value != nullptr && value->IsBool())
            to = value->GetBool();
        else
            sound_ = false;
    }

    template <class Enum, std::size_t n>
    void read(const char* name, Enum& to, const std::array<std::string_view, n>& names) {
        std::string text;
        read(name, text);
        for (std::size_t i = 0; i < n; ++i) {
            if (names[i] != text) continue;
            to = static_cast<Enum>(i);
            return;
        }
        sound_ = false;
    }

    void read(const char* name, std::vector<std::string>& to) {
        each(name, [&](const rapidjson::Value& entry) {
            if (entry.IsString())
                to.emplace_back(entry.GetString(), entry.GetStringLength());
            else
                sound_ = false;
        });
    }

    void read(const char* name, std::vector<OptionInfo>& to) {
        each(name, [&](const rapidjson::Value& entry) {
            if (!entry.IsObject()) {
                sound_ = false;
                return;
            }
            ManifestReader reader(entry);
            OptionInfo option;
            reader.read("name", option.name);
            reader.read("type", option.type, option_types);
            reader.read("default", option.default_value);
            reader.read("choices", option.choices);
            reader.read("help", option.help);
            sound_ = sound_ && reader.sound();
            to.push_back(std::move(option));
        });
    }

private:
    const rapidjson::Value* find(const char* name) const { return object_.HasMember(name) ? &object_[name] : nullptr; }

    template <class F>
    void each(const char* name, F&& f) {
        const auto* value = find(name);
        if (value == nullptr || !value->IsArray()) {
            sound_ = false;
            return;
        }
        for (const auto& entry : value->GetArray()) f(entry);
    }

    const rapidjson::Value& object_;
    bool sound_ = true;
};

}  // namespace

std::string to_manifest(const FormatInfo& info) {
    return ManifestWriter().write(info);
}

std::optional<FormatInfo> parse_manifest(std::string_view text) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (json.HasParseError() || !json.IsObject()) return std::nullopt;
    if (!json.HasMember("abi") || !json["abi"].IsUint() || json["abi"].GetUint() != plugin_abi) return std::nullopt;
    ManifestReader reader(json);
    FormatInfo info;
    reader.read("format", info.format);
    reader.read("title", info.title);
    reader.read("version", info.version);
    reader.read("kind", info.kind, plugin_kinds);
    reader.read("extensions", info.extensions);
    reader.read("mediaTypes", info.media_types);
    reader.read("imageTypes", info.image_types);
    reader.read("readerOptions", info.reader_options);
    reader.read("writerOptions", info.writer_options);
    reader.read("checkerOptions", info.checker_options);
    reader.read("binaryOutput", info.binary_output);
    reader.read("reads", info.can_read);
    reader.read("writes", info.can_write);
    reader.read("checks", info.can_check);
    reader.read("probes", info.can_probe);
    if (!reader.sound()) return std::nullopt;
    return info;
}

}  // namespace offprint
