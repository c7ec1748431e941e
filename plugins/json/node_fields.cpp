#include "node_fields.hpp"

#include <fmt/format.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <iterator>
#include <variant>

#include "offprint/text.hpp"

namespace offprint::json {

namespace {

/// Writes a value again as it is, without white space.
class CompactWriter : public rapidjson::Writer<rapidjson::StringBuffer> {
public:
    using Writer::Writer;
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        return RawValue(digits, size, rapidjson::kNumberType);
    }
};

constexpr unsigned copy_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

}  // namespace

NodeFields::NodeFields(const Input& input, Scratch& scratch, std::size_t begin)
    : offset(begin), input_(input), scratch_(scratch), first_(scratch.members.size()) {
    if (scratch.spare.empty()) return;
    children.inlines = std::move(scratch.spare.back());
    scratch.spare.pop_back();
}

NodeFields::~NodeFields() {
    scratch_.members.erase(scratch_.members.begin() + static_cast<std::ptrdiff_t>(first_), scratch_.members.end());
    children.inlines.clear();
    if (children.inlines.capacity() != 0) scratch_.spare.push_back(std::move(children.inlines));
}

Member* NodeFields::find(std::string_view name) const {
    Member* found = std::find_if(begin(), end(), [&](const Member& member) { return member.name == name; });
    return found == end() ? nullptr : found;
}

/// Null is what mdast writes where there is nothing to say.
bool NodeFields::is_absent(std::string_view name) const {
    const Member* member = find(name);
    return member == nullptr || std::holds_alternative<std::monostate>(member->value);
}

std::string NodeFields::text(std::string_view name) const {
    return is_absent(name) ? std::string() : required_text(name);
}

std::string NodeFields::required_text(std::string_view name) const {
    Member* member = find(name);
    if (member == nullptr) fail(fmt::format("{} has no '{}'", utf8_prefix(type, 80), name));
    return input_.text_of(std::move(member->value), member->begin);
}

bool NodeFields::flag(std::string_view name, bool otherwise) const {
    return is_absent(name) ? otherwise : input_.flag_of(find(name)->value, find(name)->begin);
}

int NodeFields::integer(std::string_view name, int least, int most, int otherwise) const {
    if (is_absent(name)) return otherwise;
    return static_cast<int>(input_.integer_of(find(name)->value, find(name)->begin, least, most));
}

void NodeFields::fail_choice(std::string_view name, std::string_view chosen) const {
    input_.fail(fmt::format("'{}' is no {}", utf8_prefix(chosen, 80), name), find(name)->begin);
}

std::string NodeFields::members_json() const {
    rapidjson::StringBuffer json;
    CompactWriter writer(json);
    writer.StartObject();
    for (const Member& member : *this) {
        writer.Key(member.name.data(), static_cast<rapidjson::SizeType>(member.name.size()));
        const std::string_view value = member.name == "children" ? "[]" : input_.raw(member.begin, member.end);
        rapidjson::MemoryStream stream(value.data(), value.size());
        rapidjson::Reader().Parse<copy_flags>(stream, writer);
    }
    writer.EndObject();
    return input_.clean(std::string(json.GetString(), json.GetSize()), offset);
}

Blocks NodeFields::take_blocks(std::initializer_list<Part> parts) {
    require_only(parts);
    children.end_paragraph();
    return std::move(children.blocks);
}

Inlines NodeFields::take_inlines(std::initializer_list<Part> parts) {
    require_only(parts);
    return {std::make_move_iterator(children.inlines.begin()), std::make_move_iterator(children.inlines.end())};
}

void NodeFields::require_only(std::initializer_list<Part> parts) const {
    if (const auto misfit = children.misfit(parts))
        input_.fail(fmt::format("{} has no place in {}", name_of(misfit->part), utf8_prefix(type, 80)), misfit->offset);
}

}  // namespace offprint::json
