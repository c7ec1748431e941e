#include "numbering.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "markup.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

constexpr std::size_t most_definitions = 1900;  // Word gets slow at about 2000
constexpr int largest_start = 32767;
constexpr int largest_existing_id = 1'000'000'000;

// A zero width space: readers of the file take a list without any label for further paragraphs of an item.
constexpr const char* invisible_bullet = "\u200B";

const char* word_format(Numbering numbering) {
    switch (numbering) {
        case Numbering::decimal:
            return "decimal";
        case Numbering::lower_alpha:
            return "lowerLetter";
        case Numbering::upper_alpha:
            return "upperLetter";
        case Numbering::lower_roman:
            return "lowerRoman";
        case Numbering::upper_roman:
            return "upperRoman";
    }
    return "decimal";
}

/// "a".."z", "aa".., as HTML counts with letters.
std::string letters(std::int64_t value, char first) {
    std::string text;
    for (; value > 0; value = (value - 1) / 26) text += static_cast<char>(first + (value - 1) % 26);
    std::reverse(text.begin(), text.end());
    return text;
}

std::string roman(std::int64_t value) {
    struct Numeral {
        int value;
        const char* text;
    };
    static constexpr Numeral numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                           {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                           {5, "v"},    {4, "iv"},   {1, "i"}};
    std::string text;
    for (const Numeral& numeral : numerals)
        for (; value >= numeral.value; value -= numeral.value) text += numeral.text;
    return text;
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// Word's letters go on after "aa" with "bb", HTML's with "ab".
bool word_can_start_at(std::int64_t start, Numbering numbering) {
    if (numbering == Numbering::decimal) return start >= 0 && start <= largest_start;
    const bool alpha = numbering == Numbering::lower_alpha || numbering == Numbering::upper_alpha;
    return start >= 1 && start <= (alpha ? 26 : 3999);
}

}  // namespace

std::string format_number(std::int64_t value, Numbering numbering) {
    const bool has_roman = value >= 1 && value <= 3999;
    switch (numbering) {
        case Numbering::decimal:
            break;
        case Numbering::lower_alpha:
            if (value >= 1) return letters(value, 'a');
            break;
        case Numbering::upper_alpha:
            if (value >= 1) return letters(value, 'A');
            break;
        case Numbering::lower_roman:
            if (has_roman) return roman(value);
            break;
        case Numbering::upper_roman:
            if (has_roman) return upper(roman(value));
            break;
    }
    return std::to_string(value);
}

ListNumbering::ListNumbering(std::string_view existing) {
    if (existing.empty()) return;
    existing_.load_buffer(existing.data(), existing.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    const auto after = [&](const char* element, const char* id, int least) {
        for (const pugi::xml_node child : existing_.document_element().children(element))
            least = std::max(least, std::clamp(child.attribute(id).as_int(), 0, largest_existing_id) + 1);
        return least;
    };
    first_abstract_ = after("w:abstractNum", "w:abstractNumId", first_abstract_);
    first_instance_ = after("w:num", "w:numId", first_instance_);
}

int ListNumbering::bullets() {
    if (bullets_ == 0) bullets_ = add({Label::bullet, 0, 1, Numbering::decimal});
    return bullets_;
}

int ListNumbering::tasks() {
    if (tasks_ == 0) tasks_ = add({Label::none, 0, 1, Numbering::decimal});
    return tasks_;
}

std::optional<int> ListNumbering::ordered(int level, std::int64_t start, Numbering numbering) {
    if (definitions_.size() >= most_definitions || !word_can_start_at(start, numbering)) return std::nullopt;
    return add({Label::number, level, static_cast<int>(start), numbering});
}

int ListNumbering::add(const Definition& definition) {
    definitions_.push_back(definition);
    return first_instance_ + static_cast<int>(definitions_.size()) - 1;
}

void ListNumbering::append_abstract(pugi::xml_node root, std::size_t index) const {
    static constexpr const char* bullet_glyphs[] = {"•", "◦", "–"};
    const Definition& definition = definitions_[index];
    const pugi::xml_node abstract = append(root, "w:abstractNum");
    const std::size_t id = static_cast<std::size_t>(first_abstract_) + index;
    set_number(abstract, "w:abstractNumId", static_cast<long long>(id));
    append_value(abstract, "w:nsid", fmt::format("{:08X}", (0x4F460000 + id) & 0x7FFFFFFF));
    append_value(abstract, "w:multiLevelType", "hybridMultilevel");
    append_value(abstract, "w:tmpl", fmt::format("{:08X}", (0x50460000 + id) & 0x7FFFFFFF));
    for (int level = 0; level < levels; ++level) {
        const pugi::xml_node element = append(abstract, "w:lvl");
        set_number(element, "w:ilvl", level);
        append_value(element, "w:start", level == definition.level ? definition.start : 1);
        const bool number = definition.label == Label::number;
        append_value(element, "w:numFmt", number ? word_format(definition.numbering) : "bullet");
        if (definition.label == Label::none) append_value(element, "w:suff", "nothing");
        append_value(element, "w:lvlText",
                     number                              ? fmt::format("%{}.", level + 1)
                     : definition.label == Label::bullet ? bullet_glyphs[level % 3]
                                                         : invisible_bullet);
        append_value(element, "w:lvlJc", "left");
        const pugi::xml_node indent = append(append(element, "w:pPr"), "w:ind");
        set_number(indent, "w:left", (level + 1) * list_indent);
        set_number(indent, "w:hanging", list_indent);
    }
}

std::string ListNumbering::xml() const {
    pugi::xml_document part;
    pugi::xml_node root = append(part, "w:numbering");
    const pugi::xml_node existing = existing_.document_element();
    set(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    for (const pugi::xml_attribute attribute : existing.attributes()) set(root, attribute.name(), attribute.value());
    // All of a kind stand together (17.9.16).
    for (const char* name : {"w:numPicBullet", "w:abstractNum"})
        for (const pugi::xml_node child : existing.children(name)) root.append_copy(child);
    for (std::size_t i = 0; i < definitions_.size(); ++i) append_abstract(root, i);
    for (const pugi::xml_node child : existing.children("w:num")) root.append_copy(child);
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        const pugi::xml_node instance = append(root, "w:num");
        set_number(instance, "w:numId", first_instance_ + static_cast<long long>(i));
        append_value(instance, "w:abstractNumId", first_abstract_ + static_cast<int>(i));
    }
    return package::serialize(part);
}

}  // namespace offprint::docx
