#include "unknown_node.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

namespace offprint::json {

namespace {

std::string_view value_of(const Attributes& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes.extra, name, &std::pair<std::string, std::string>::first);
    return found == attributes.extra.end() ? std::string_view() : std::string_view(found->second);
}

bool is_object(std::string_view json) {
    if (!json.starts_with('{')) return false;
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::BaseReaderHandler<> nobody;
    return !rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, nobody).IsError();
}

/// Passes the tokens of an object on, but for its own braces and what stands for the content.
class MemberCopy : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, MemberCopy> {
public:
    MemberCopy(Output& out, const std::function<void()>& write_content) : out_(out), write_content_(write_content) {}

    bool Null() {
        return pass([&] { out_.null(); });
    }
    bool Bool(bool flag) {
        return pass([&] { out_.value(flag); });
    }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        return pass([&] { out_.number({digits, size}); });
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return pass([&] { out_.value(std::string_view(text, size)); });
    }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        if (level_ == 1) is_content_next_ = std::string_view(name, size) == "children";
        return pass([&] { out_.key({name, size}); });
    }
    bool StartObject() {
        if (level_++ == 0) return true;
        return pass([&] { out_.begin_object(); });
    }
    bool EndObject(rapidjson::SizeType) {
        if (--level_ == 0) return true;
        return pass([&] { out_.end_object(); });
    }
    bool StartArray() {
        if (level_++ != 1 || !is_content_next_) return pass([&] { out_.begin_array(); });
        write_content_();
        in_content_ = true;
        return true;
    }
    bool EndArray(rapidjson::SizeType) {
        if (--level_ == 1 && std::exchange(in_content_, false)) return true;
        return pass([&] { out_.end_array(); });
    }

private:
    template <class Write>
    bool pass(Write&& write) {
        if (!in_content_) write();
        return true;
    }

    Output& out_;
    const std::function<void()>& write_content_;
    int level_ = 0;
    bool is_content_next_ = false;
    bool in_content_ = false;
};

constexpr unsigned copy_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

}  // namespace

std::optional<UnknownNode> unknown_node(const Node& node) {
    if (!node.attributes || node.attributes->extra.size() < 2) return std::nullopt;
    const UnknownNode unknown = {value_of(*node.attributes, unknown_type), value_of(*node.attributes, unknown_members)};
    if (unknown.type.empty() || !is_object(unknown.members)) return std::nullopt;
    return unknown;
}

void write_unknown_members(Output& out, const UnknownNode& node, const std::function<void()>& write_content) {
    rapidjson::MemoryStream stream(node.members.data(), node.members.size());
    MemberCopy copy(out, write_content);
    rapidjson::Reader().Parse<copy_flags>(stream, copy);
}

}  // namespace offprint::json
