#include "front_matter.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "byline.hpp"
#include "marks.hpp"
#include "offprint/text.hpp"
#include "written_date.hpp"

namespace offprint::text {

namespace {

/// `part` without white space and emphasis around it: credits are often set in italics.
std::string_view without_marks(std::string_view part) {
    part = trim(part);
    while (part.size() > 2 && (part.front() == '*' || part.front() == '_') && part.front() == part.back())
        part = part.substr(1, part.size() - 2);
    return part;
}

/// The parts of a line of credits: "By Ada Quill | 3 May 2020".
std::vector<std::string_view> split_credits(std::string_view line) {
    constexpr std::array<std::string_view, 4> separators = {" | ", " · ", " • ", " — "};
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t end = line.size();
        std::size_t size = 0;
        for (std::string_view separator : separators) {
            const std::size_t at = line.find(separator);
            if (at < end) {
                end = at;
                size = separator.size();
            }
        }
        parts.push_back(without_marks(line.substr(0, end)));
        if (size == 0) return parts;
        line.remove_prefix(end + size);
    }
}

bool is_credit(std::string_view part) {
    return parse_byline(part) || parse_date_line(part);
}

/// True for a line of bylines and dates only.
bool is_credit_line(const Line& line) {
    constexpr std::size_t longest = 300;
    if (line.text.size() > longest) return false;
    const std::vector<std::string_view> parts = split_credits(line.text);
    return std::all_of(parts.begin(), parts.end(), is_credit);
}

bool has_block_mark(std::string_view text) {
    return text.front() == '>' || list_marker(text) || opening_fence(text) || is_scene_break(text);
}

class FrontMatterReader {
public:
    FrontMatterReader(Lines lines, const Shape& shape, const BlockReader& blocks, Context& context)
        : lines_(lines), shape_(shape), blocks_(blocks), context_(context) {}

    FrontMatter read() {
        if (!begins_with_title(lines_)) return {};
        read_title();
        read_dek();
        // No article has more; the bound keeps the search for repeated names linear in the text.
        constexpr std::size_t most_lines = 200;
        while (at_ < most_lines && (read_credits() || read_repeated_name() || read_biography())) {
        }
        if (!about_.content.empty()) front_.byline.emplace_back(std::move(about_));
        front_.lines = at_;
        return std::move(front_);
    }

private:
    Lines rest() const { return lines_.subspan(at_); }

    void found(MetadataField field) { front_.metadata.provenance[field] = Origin::text; }

    void read_title() {
        front_.metadata.title = plain_text(blocks_.heading(lines_.front(), 1).content);
        found(MetadataField::title);
        at_ = lines_.size() > 1 && lines_[1].blank_lines == 0 && setext_level(lines_[1].text) != 0 ? 2 : 1;
    }

    /// How many lines at the start of what is left are one paragraph.
    std::size_t paragraph_size() const {
        const std::size_t to_blank = shape_.layout == Layout::lines ? 1 : lines_to_blank(rest());
        std::size_t size = 1;
        while (size < to_blank && !is_credit_line(rest()[size])) ++size;
        return size;
    }

    /// The paragraph between title and credits.
    void read_dek() {
        constexpr std::size_t longest = 600;
        if (rest().empty() || is_credit_line(rest().front()) || has_block_mark(rest().front().text)) return;
        const std::size_t size = paragraph_size();
        if (size >= rest().size() || size > 8 || !is_credit_line(rest()[size])) return;
        const Lines dek = rest().first(size);
        const std::string text = plain_text(blocks_.inlines(dek, LineEnds::join));
        if (text.size() > longest) return;
        front_.metadata.subtitle = text;
        found(MetadataField::subtitle);
        at_ += size;
    }

    bool read_credits() {
        if (rest().empty() || !is_credit_line(rest().front())) return false;
        const Line& line = rest().front();
        for (std::string_view part : split_credits(line.text)) {
            if (const std::optional<Byline> byline = parse_byline(part))
                add(*byline, line);
            else if (const std::optional<DateLine> date = parse_date_line(part))
                add(*date);
        }
        ++at_;
        return true;
    }

    void add(const Byline& byline, const Line& line) {
        if (byline.contributors.empty()) {
            context_.report(Severity::info, "text.empty-byline", "left out a byline that names nobody",
                            blocks_.range(Lines(&line, 1)));
            return;
        }
        std::vector<Contributor>& known = front_.metadata.contributors;
        for (const Contributor& person : byline.contributors)
            if (std::find(known.begin(), known.end(), person) == known.end()) known.push_back(person);
        found(MetadataField::contributors);
        last_named_ = byline.contributors.size() == 1 ? byline.contributors.front().name : std::string();
        if (byline.about.empty()) return;
        Line about = line;
        about.text = byline.about;
        add_about(Lines(&about, 1));
    }

    void add(const DateLine& line) {
        std::optional<Date>& date = line.modified ? front_.metadata.modified : front_.metadata.published;
        if (date) return;
        date = line.date;
        found(line.modified ? MetadataField::modified : MetadataField::published);
    }

    /// The name that a portrait or a link to the author leaves behind, before or after the byline.
    bool read_repeated_name() {
        if (rest().empty()) return false;
        const auto named = [&](const std::vector<Contributor>& people) {
            return std::any_of(people.begin(), people.end(),
                               [&](const Contributor& person) { return person.name == rest().front().text; });
        };
        const std::optional<Byline> next = rest().size() > 1 ? parse_byline(rest()[1].text) : std::nullopt;
        if (!named(front_.metadata.contributors) && !(next && named(next->contributors))) return false;
        ++at_;
        return true;
    }

    bool read_biography() {
        if (rest().empty() || front_.metadata.contributors.empty() || has_block_mark(rest().front().text)) return false;
        const std::size_t size = paragraph_size();
        const Lines biography = rest().first(size);
        if (size > 8 ||
            !is_biography(plain_text(blocks_.inlines(biography, LineEnds::join)), front_.metadata.contributors))
            return false;
        add_about(biography);
        at_ += size;
        return true;
    }

    /// Adds a paragraph to the byline group, with the name it is about unless it says so itself.
    void add_about(Lines lines) {
        Paragraph paragraph;
        if (!last_named_.empty() && !lines.front().text.starts_with(last_named_)) {
            Styled name;
            name.style = Style::strong;
            name.content.emplace_back(Text(last_named_));
            paragraph.content.emplace_back(std::move(name));
            paragraph.content.emplace_back(LineBreak{});
        }
        last_named_.clear();
        Inlines text = blocks_.inlines(lines, LineEnds::join);
        std::move(text.begin(), text.end(), std::back_inserter(paragraph.content));
        paragraph.range = blocks_.range(lines);
        about_.kind = GroupKind::byline;
        about_.range = about_.content.empty() ? paragraph.range : SourceRange{about_.range.begin, paragraph.range.end};
        about_.content.emplace_back(std::move(paragraph));
    }

    Lines lines_;
    const Shape& shape_;
    const BlockReader& blocks_;
    Context& context_;
    std::size_t at_ = 0;
    FrontMatter front_;
    Group about_;
    std::string last_named_;  ///< whom the next biography is about, where that is one person
};

}  // namespace

bool begins_with_title(Lines lines) {
    constexpr std::size_t longest = 150;
    if (lines.size() < 2) return false;
    const std::string_view text = lines.front().text;
    if (const std::optional<AtxHeading> atx = atx_heading(text)) return atx->level == 1;
    if (text.size() > 4 * longest || code_points(text) > longest || has_block_mark(text)) return false;
    const bool abbreviation = text.size() >= 4 && text[text.size() - 3] == '.';  // "U.S."
    if ((text.ends_with('.') && !abbreviation && !text.ends_with("...")) || text.ends_with(',') ||
        text.ends_with(';') || text.ends_with(':'))
        return false;
    if (is_credit_line(lines.front())) return false;
    return lines[1].blank_lines != 0 || setext_level(lines[1].text) == 1 || is_credit_line(lines[1]);
}

FrontMatter read_front_matter(Lines lines, const Shape& shape, const BlockReader& blocks, Context& context) {
    return FrontMatterReader(lines, shape, blocks, context).read();
}

}  // namespace offprint::text
