#include "reader/fields.hpp"

#include <algorithm>
#include <utility>

#include "offprint/text.hpp"

namespace offprint::docx::reader {

namespace {

constexpr int most_words = 64;  // no real instruction has as many

/// The next word, which may be quoted, from `rest`.
std::string take_word(std::string_view& rest, bool& is_switch) {
    rest = trim(rest);
    is_switch = false;
    std::string word;
    if (rest.empty()) return word;
    if (rest.front() == '"') {
        std::size_t at = 1;
        for (; at < rest.size() && rest[at] != '"'; ++at) {
            // A backslash is written twice, in paths for example.
            if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '\\' || rest[at + 1] == '"')) ++at;
            word += rest[at];
        }
        rest.remove_prefix(std::min(at + 1, rest.size()));
        return word;
    }
    is_switch = rest.front() == '\\' && rest.size() > 1;
    const std::size_t end = is_switch ? 2 : std::min(rest.find_first_of(" \t\"\n"), rest.size());
    word = rest.substr(is_switch ? 1 : 0, is_switch ? 1 : end);
    rest.remove_prefix(end);
    return word;
}

}  // namespace

std::string FieldInstruction::value(char letter) const {
    const std::size_t at = switches.find(letter);
    return at == std::string::npos ? std::string() : values[at];
}

FieldInstruction parse_field(std::string_view instruction) {
    FieldInstruction field;
    bool is_switch = false;
    field.name = take_word(instruction, is_switch);
    std::ranges::transform(field.name, field.name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    bool after_switch = false;
    for (int words = 0; words < most_words && !trim(instruction).empty(); ++words) {
        std::string word = take_word(instruction, is_switch);
        if (is_switch) {
            field.switches += to_lower_ascii(word);
            field.values.emplace_back();
        } else {
            if (after_switch) field.values.back() = word;
            field.arguments.push_back(std::move(word));
        }
        after_switch = is_switch;
    }
    return field;
}

std::string hyperlink_target(const FieldInstruction& field) {
    const std::string anchor = field.value('l');
    std::string address;
    // What stands behind a switch is no address.
    for (const std::string& argument : field.arguments) {
        if (std::ranges::find(field.values, argument) != field.values.end()) continue;
        address = argument;
        break;
    }
    if (anchor.empty()) return address;
    return address + "#" + anchor;
}

void OpenFields::begin(OpenField field) {
    fields_.push_back(std::move(field));
    ++in_instruction_;
}

void OpenFields::add_instruction(std::string_view text) {
    if (!fields_.empty() && !fields_.back().is_in_result) fields_.back().instruction += text;
}

void OpenFields::begin_result() {
    fields_.back().is_in_result = true;
    --in_instruction_;
}

void OpenFields::silence() {
    fields_.back().kind = OpenField::Kind::silent;
    ++silent_;
}

void OpenFields::end() {
    if (fields_.back().kind == OpenField::Kind::silent) --silent_;
    fields_.pop_back();
}

const OpenField* OpenFields::link() const {
    constexpr std::size_t most = 32;  // no text lies in more fields than that
    for (std::size_t i = 1; i <= std::min(most, fields_.size()); ++i)
        if (const OpenField& field = fields_[fields_.size() - i]; field.kind == OpenField::Kind::link) return &field;
    return nullptr;
}

PhoneticGuide phonetic_guide(std::string_view instruction) {
    const std::size_t up = instruction.find("\\up");
    if (instruction.find("\\o") == std::string_view::npos || up == std::string_view::npos) return {};
    const std::size_t open = instruction.find('(', up);
    const std::size_t close = instruction.find(')', std::min(open, instruction.size()));
    const std::size_t separator = instruction.find_first_of(",;", std::min(close, instruction.size()));
    const std::size_t end = instruction.rfind(')');
    if (separator == std::string_view::npos || end == std::string_view::npos || end < separator) return {};
    return {collapse_space(instruction.substr(separator + 1, end - separator - 1)),
            collapse_space(instruction.substr(open + 1, close - open - 1))};
}

}  // namespace offprint::docx::reader
