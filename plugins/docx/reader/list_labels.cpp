#include "reader/list_labels.hpp"

#include <algorithm>
#include <string_view>

#include "offprint/text.hpp"
#include "package/element.hpp"
#include "reader/format.hpp"

namespace offprint::docx::reader {

namespace {

constexpr int largest_number = 1'000'000'000;

Numbering numbering_of(std::string_view format) {
    if (format == "lowerLetter") return Numbering::lower_alpha;
    if (format == "upperLetter") return Numbering::upper_alpha;
    if (format == "lowerRoman") return Numbering::lower_roman;
    if (format == "upperRoman") return Numbering::upper_roman;
    return Numbering::decimal;
}

int number_or(std::string_view text, int otherwise) {
    return std::clamp(whole_number(text).value_or(otherwise), 0, largest_number);
}

std::optional<int> level_number(pugi::xml_node element) {
    const std::optional<int> number = whole_number(element.attribute("w:ilvl").value());
    return number && *number >= 0 && *number < ListLabels::level_count ? number : std::nullopt;
}

}  // namespace

ListLabels::Level ListLabels::read_level(pugi::xml_node element) {
    Level level;
    const std::string_view format = child_value(element, "w:numFmt");
    const std::string_view text = child_value(element, "w:lvlText");
    const bool is_blank = trim(text).empty() && !element.child("w:lvlPicBulletId");
    if (format == "none" || format == "bullet") level.kind = is_blank ? Kind::none : Kind::bullet;
    level.numbering = numbering_of(format);
    level.start = number_or(child_value(element, "w:start"), 1);
    level.restart = whole_number(child_value(element, "w:lvlRestart"));
    level.indent = paragraph_format(element.child("w:pPr")).indent;
    level.style = child_value(element, "w:pStyle");
    return level;
}

void ListLabels::read_levels(pugi::xml_node parent, Levels& levels) {
    for (const pugi::xml_node element : parent.children("w:lvl"))
        if (const auto number = level_number(element)) levels[static_cast<std::size_t>(*number)] = read_level(element);
}

ListLabels::ListLabels(pugi::xml_node root) {
    for (const pugi::xml_node element : root.children("w:abstractNum")) {
        const auto id = whole_number(element.attribute("w:abstractNumId").value());
        if (!id) continue;
        Sequence& sequence = sequences_[*id];
        read_levels(element, sequence.levels);
        sequence.style_link = child_value(element, "w:numStyleLink");
        sequence.style = child_value(element, "w:styleLink");
    }
    for (const pugi::xml_node element : root.children("w:num")) {
        const auto id = whole_number(element.attribute("w:numId").value());
        const auto sequence = whole_number(child_value(element, "w:abstractNumId"));
        if (!id || *id == 0 || !sequence || !sequences_.contains(*sequence)) continue;
        Definition& definition = definitions_[*id];
        definition.sequence = *sequence;
        definition.own = sequences_[*sequence].levels;
        for (const pugi::xml_node change : element.children("w:lvlOverride")) {
            read_levels(change, definition.own);
            const auto number = level_number(change);
            if (number && change.child("w:startOverride"))
                definition.starts[static_cast<std::size_t>(*number)] =
                    number_or(child_value(change, "w:startOverride"), 1);
        }
    }
    follow_style_links();
}

void ListLabels::follow_style_links() {
    std::map<std::string_view, int> by_style;
    for (const auto& [id, sequence] : sequences_)
        if (!sequence.style.empty()) by_style.emplace(sequence.style, id);
    for (auto& [id, definition] : definitions_) {
        const std::string& link = sequences_[definition.sequence].style_link;
        const auto found = link.empty() ? by_style.end() : by_style.find(link);
        if (found == by_style.end()) continue;
        definition.sequence = found->second;
        definition.own = sequences_[found->second].levels;
    }
}

const ListLabels::Level& ListLabels::level(int definition, int level) const {
    return definitions_.at(definition).own[static_cast<std::size_t>(level)];
}

bool ListLabels::is_unlabelled(int definition, int number) const {
    return level(definition, number).kind == Kind::none;
}

std::optional<int> ListLabels::level_of_style(int definition, const std::string& style) const {
    const auto found = definitions_.find(definition);
    if (found == definitions_.end() || style.empty()) return std::nullopt;
    const auto at = std::ranges::find(found->second.own, style, &Level::style);
    if (at == found->second.own.end()) return std::nullopt;
    return static_cast<int>(at - found->second.own.begin());
}

std::optional<int> ListLabels::indent(int definition, int number) const {
    return level(definition, number).indent;
}

ListLabel ListLabels::next(int id, int number) {
    Definition& definition = definitions_.at(id);
    auto& counters = sequences_.at(definition.sequence).counters;
    if (!definition.is_used) {
        definition.is_used = true;
        // A definition that starts anew forgets how far the others of its sequence have come.
        for (std::size_t i = 0; i < definition.starts.size(); ++i)
            if (definition.starts[i]) counters[i].reset();
    }
    const auto at = static_cast<std::size_t>(number);
    const Level& own = definition.own[at];
    std::optional<int>& counter = counters[at];
    counter = counter ? std::min(*counter + 1, largest_number) : definition.starts[at].value_or(own.start);
    for (std::size_t deeper = at + 1; deeper < counters.size(); ++deeper) {
        const std::optional<int>& restart = definition.own[deeper].restart;
        if (!restart || *restart > number) counters[deeper].reset();
    }
    return {definition.sequence,
            id,
            number,
            own.kind == Kind::number,
            own.numbering,
            *counter,
            own.indent.value_or((number + 1) * 720)};
}

}  // namespace offprint::docx::reader
