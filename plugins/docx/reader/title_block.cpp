#include "reader/title_block.hpp"

#include <string_view>
#include <utility>

#include "credits/date_line.hpp"
#include "credits/people.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::docx::reader {

namespace {

/// True if the words are all there is.
bool is_mere_text(const Inlines& inlines) {
    bool has_more = false;
    walk(inlines, overloaded{[&](const Image&) { has_more = true; }, [&](const NoteRef&) { has_more = true; },
                             [&](const Math&) { has_more = true; }, [](const auto&) {}});
    return !has_more;
}

/// "Cy Dent (translator)" as our writer prints who is no author.
Contributor contributor(std::string_view text) {
    Contributor person;
    const std::size_t open = text.rfind(" (");
    if (open != std::string_view::npos && text.ends_with(')')) {
        person.role = text.substr(open + 2, text.size() - open - 3);
        text = text.substr(0, open);
    }
    person.name = trim(text);
    return person;
}

template <class Take>
void for_each_part(std::string_view text, std::string_view separator, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
}

}  // namespace

bool TitleBlock::take(const FlowParagraph& paragraph) {
    const std::string line = collapse_space(plain_text(paragraph.content));
    if (line.empty() || !is_mere_text(paragraph.content)) return false;
    switch (paragraph.role) {
        case ParagraphRole::title:
            if (!subtitle_.empty() || (is_own_ && !title_.empty())) return false;
            title_ += (title_.empty() ? "" : " ") + line;
            if (id_.empty()) id_ = paragraph.attributes.id;
            return true;
        case ParagraphRole::subtitle:
            if (is_own_ && !subtitle_.empty()) return false;
            subtitle_ += (subtitle_.empty() ? "" : " ") + line;
            return true;
        case ParagraphRole::author:
            return !(is_own_ && (has_date_ || !people_.empty())) && take_names(line);
        case ParagraphRole::date:
            return !has_date_ && take_date(line);
        default:
            return false;
    }
}

bool TitleBlock::take_names(const std::string& line) {
    if (!is_own_) {
        const std::size_t before = people_.size();
        credits::add_people(line, {}, people_);
        if (people_.size() == before) people_.push_back(contributor(line));
        return true;
    }
    const bool is_generated = creator_.empty() || line == creator_ || line.starts_with(creator_ + "; ");
    if (!is_generated) return false;
    std::string_view others = line;
    if (!creator_.empty()) {
        for_each_part(creator_, ", ", [&](std::string_view name) {
            people_.emplace_back();
            people_.back().name = name;
        });
        others.remove_prefix(std::min(creator_.size() + 2, others.size()));
    }
    for_each_part(others, "; ", [&](std::string_view part) {
        // Several authors stand first, without their roles.
        for_each_part(part, part.ends_with(')') ? "; " : ", ",
                      [&](std::string_view name) { people_.push_back(contributor(name)); });
    });
    return true;
}

bool TitleBlock::take_date(const std::string& line) {
    has_date_ = is_own_ && line == date_line_;
    if (has_date_) return true;
    date_ = parse_iso_date(line);
    if (!date_)
        if (const std::optional<credits::DateLine> read = credits::parse_date_line(line, std::nullopt))
            date_ = read->published ? read->published : read->modified;
    has_date_ = date_.has_value();
    return has_date_;
}

void TitleBlock::apply(Metadata& metadata) const {
    const auto set = [&](MetadataField field, auto& target, const auto& value) {
        target = value;
        metadata.provenance[field] = Origin::dom;
    };
    if (!title_.empty()) set(MetadataField::title, metadata.title, title_);
    if (!subtitle_.empty()) set(MetadataField::subtitle, metadata.subtitle, subtitle_);
    if (!people_.empty()) set(MetadataField::contributors, metadata.contributors, people_);
    if (!date_) return;
    // What the properties say of the same day may be more exact.
    const std::optional<Date>& known = metadata.published;
    const bool is_known =
        known && known->year == date_->year && known->month == date_->month && known->day == date_->day && known->time;
    if (!is_known) set(MetadataField::published, metadata.published, date_);
}

}  // namespace offprint::docx::reader
