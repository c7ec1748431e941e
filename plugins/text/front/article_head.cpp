#include "front/article_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "boilerplate/phrases.hpp"
#include "credits/byline_label.hpp"
#include "credits/words.hpp"
#include "front/biography.hpp"
#include "front/byline_group.hpp"
#include "front/credit_line.hpp"
#include "front/keyword_line.hpp"
#include "front/literary_title.hpp"
#include "front_matter/fields.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

class ArticleHead {
public:
    ArticleHead(Lines lines, const Shape& shape, const BlockReader& blocks, Context& context, FrontMatter& front)
        : lines_(lines), shape_(shape), blocks_(blocks), context_(context), front_(front), at_(front.lines) {
        if (!front_.metadata.language.empty()) order_ = credits::day_order(front_.metadata.language);
    }

    void read(TakenAs taken_as) {
        const bool had_title = !front_.metadata.title.empty();
        if (!had_title) read_credits_before_title();
        const bool has_title = had_title ? read_title_again() : read_title();
        if (!has_title && taken_as == TakenAs::guess) return;
        // What follows a title that a header told, but that does not stand here, is the body.
        if (has_title && !read_genre()) read_dek();
        if (has_title) read_name_alone();
        // No article has more; the bound keeps the search for repeated names linear in the text.
        constexpr std::size_t most_lines = 200;
        while (at_ < front_.lines + most_lines &&
               (read_credits_in_two_lines() || read_credits() || read_unusual_byline() || read_separator() ||
                read_keywords() || read_dated_line() || read_repeated_name() || read_names_above_place() ||
                read_biography() || read_line_between_credits())) {
        }
        front_.lines = at_;
    }

private:
    Lines rest() const { return lines_.subspan(std::min(at_, lines_.size())); }

    void found(MetadataField field) { front_.metadata.provenance.emplace(field, Origin::text); }

    std::optional<CreditLine> credits_in(const Line& line) const { return parse_credit_line(line.text, order_); }

    std::size_t title_size() const {
        if (!begins_with_title(rest())) return wrapped_title_size(rest(), shape_);
        return rest()[1].blank_lines == 0 && setext_level(rest()[1].text) != 0 ? 2 : 1;
    }

    /// A day, an address or a paper that stands above the title. Without a title after it, it is not read.
    void read_credits_before_title() {
        constexpr std::size_t most_lines = 4;
        const std::size_t begin = at_;
        while (at_ < begin + most_lines && !rest().empty() && credits_in(rest().front())) ++at_;
        const bool has_title = title_size() != 0;
        const std::size_t end = std::exchange(at_, begin);
        while (has_title && at_ < end) read_credits();
        if (is_author_above_title(rest())) read_name();
    }

    bool read_title() {
        const std::size_t size = title_size();
        if (size == 0) return false;
        const bool is_one_line = size == 1 || setext_level(rest()[1].text) != 0;
        front_.metadata.title = plain_text(is_one_line ? blocks_.heading(rest().front(), 1).content
                                                       : blocks_.inlines(rest().first(size), LineEnds::join));
        found(MetadataField::title);
        at_ += size;
        read_title_again();
        return true;
    }

    bool read_title_again() {
        const std::size_t size = rest().empty() ? 0 : std::max<std::size_t>(title_size(), 1);
        if (size == 0 || rest().front().text.size() > 1000) return false;
        const std::string text = plain_text(blocks_.inlines(rest().first(size), LineEnds::join));
        if (!credits::same_words(text, front_.metadata.title)) return false;
        at_ += size;
        return true;
    }

    /// How many lines at the start of what is left are one paragraph.
    std::size_t paragraph_size() const {
        constexpr std::size_t most_lines = 20;
        const Lines head = rest().first(std::min(rest().size(), most_lines));
        const std::size_t to_blank = shape_.layout == Layout::lines ? 1 : lines_to_blank(head);
        std::size_t size = 1;
        while (size < to_blank && !credits_in(head[size])) ++size;
        return size;
    }

    /// True if `lines` have at most `size` bytes together: longer ones need not be read to be known as the body.
    static bool is_within(Lines lines, std::size_t size) {
        return std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
            const bool fits = line.text.size() <= size;
            size -= fits ? line.text.size() : 0;
            return fits;
        });
    }

    /// The paragraph between title and credits.
    void read_dek() {
        constexpr std::size_t longest = 600;
        constexpr std::size_t most_lines = 8;
        if (!front_.metadata.subtitle.empty() || rest().empty() || credits_in(rest().front())) return;
        std::string joined;
        if (has_block_mark(rest().front().text) || is_unusual_byline() ||
            parse_dated_line(rest().front().text, order_) || credits_in_two_lines(joined))
            return;
        const std::size_t size = paragraph_size();
        if (size >= rest().size() || size > most_lines) return;
        const Lines dek = rest().first(size);
        if (!is_within(dek, 2 * longest)) return;
        at_ += size;
        const bool credits_follow =
            credits_in(rest().front()) || credits_in_two_lines(joined) || parse_dated_line(rest().front().text, order_);
        at_ -= size;
        if (!credits_follow) return;
        const std::string text = plain_text(blocks_.inlines(dek, LineEnds::join));
        if (text.size() > longest) return;
        front_.metadata.subtitle = text;
        found(MetadataField::subtitle);
        at_ += size;
    }

    /// The mark between two credits that stand on lines of their own.
    bool read_separator() {
        constexpr std::string_view separators = "· • | — – /";
        if (rest().size() < 2 || !credits::holds_word(separators, rest().front().text)) return false;
        context_.report(Severity::info, "text.boilerplate", "left out: a mark between credits",
                        blocks_.range(rest().first(1)));
        ++at_;
        return true;
    }

    bool read_credits() {
        if (rest().empty() || is_entry_heading()) return false;
        const std::optional<CreditLine> credits = credits_in(rest().front());
        if (!credits) return false;
        add(*credits, rest().front());
        for (std::string_view part : credits->small_print) {
            Line small_print = rest().front();
            small_print.text = part;
            context_.report(Severity::info, "text.boilerplate",
                            fmt::format("left out: {}", reason_of(phrase_at_front(part))),
                            blocks_.range(Lines(&small_print, 1)));
        }
        ++at_;
        return true;
    }

    /// "Report to the council, 1 December 2010", "Villaseca, 2 de abril de 2016".
    bool read_dated_line() {
        if (rest().size() < 2 || front_.metadata.published) return false;
        const std::optional<DatedLine> dated = parse_dated_line(rest().front().text, order_);
        if (!dated) return false;
        add(dated->date, front_.metadata.published, MetadataField::published);
        constexpr std::size_t most_words_of_place = 3;
        const bool is_place = credits::split_words(dated->words).size() <= most_words_of_place;
        if (!is_place && front_.metadata.subtitle.empty() && front_.metadata.contributors.empty()) {
            add(rest().front().text, front_.metadata.subtitle, MetadataField::subtitle);
        } else {
            Line words = rest().front();
            words.text = dated->words;
            add_about(Lines(&words, 1));
        }
        ++at_;
        return true;
    }

    /// A day alone on a line is the heading of an entry where another such line follows, as in diaries.
    bool is_entry_heading() const {
        constexpr std::size_t most_lines = 60;
        const Lines near = rest().first(std::min(rest().size(), most_lines));
        const auto is_day = [&](const Line& line) {
            return line.blank_lines > 0 && line.text.size() <= 60 && credits::parse_date_line(line.text, order_);
        };
        if (near.size() < 3 || !is_day(near[0]) || near[1].blank_lines == 0 || !ends_sentence(near[1].text))
            return false;
        return std::any_of(near.begin() + 2, near.end(), is_day);
    }

    bool read_keywords() {
        const std::optional<std::string_view> keywords =
            rest().size() < 2 ? std::nullopt : keywords_in(rest().front().text);
        if (!keywords) return false;
        front_matter::set_field(front_.metadata, "keywords", {std::string(*keywords)});
        ++at_;
        return true;
    }

    /// "A Tale" below the title.
    bool read_genre() {
        if (rest().size() < 2 || !front_.metadata.subtitle.empty() || !is_literary_genre(rest().front().text))
            return false;
        add(rest().front().text, front_.metadata.subtitle, MetadataField::subtitle);
        ++at_;
        return true;
    }

    /// The author's name alone between a title in capitals and the first chapter, all set in the middle.
    void read_name_alone() {
        if (at_ == 0 || rest().size() < 2 || !front_.metadata.contributors.empty()) return;
        const Line& title = lines_[at_ - 1];
        const bool is_set_in = rest().front().indent > 0 && title.indent > 0;
        const bool is_apart = rest()[0].blank_lines > 0 && rest()[1].blank_lines > 1;
        if (is_set_in && is_apart && is_name_by_title(rest().front().text, front_.metadata.title)) read_name();
    }

    /// The line is a name, and nothing else says so than where it stands.
    void read_name() {
        if (const std::optional<credits::Byline> names = credits::parse_names(rest().front().text))
            add(*names, rest().front());
        ++at_;
    }

    /// Beside a day, and below those who are named as authors, another name is the paper's.
    bool is_paper(const credits::Byline& byline) const {
        return !front_.metadata.contributors.empty() && byline.people.size() == 1 &&
               !names(front_.metadata.contributors, byline.people.front().name);
    }

    void add(const CreditLine& credits, const Line& line) {
        for (const credits::Byline& byline : credits.bylines)
            if (!credits.is_bare || !is_paper(byline))
                add(byline, line);
            else
                add(byline.people.front().name, front_.metadata.publisher, MetadataField::publisher);
        add(credits.genre, front_.metadata.subtitle, MetadataField::subtitle);
        add(credits.dates.published, front_.metadata.published, MetadataField::published);
        add(credits.dates.modified, front_.metadata.modified, MetadataField::modified);
        add(credits.publisher, front_.metadata.publisher, MetadataField::publisher);
        add(credits.source_url, front_.metadata.source_url, MetadataField::source_url);
    }

    void add(const credits::Byline& byline, const Line& line) {
        if (byline.people.empty() && byline.about.empty()) {
            context_.report(Severity::info, "text.empty-byline", "left out a byline that names nobody",
                            blocks_.range(Lines(&line, 1)));
            return;
        }
        for (const Contributor& person : byline.people)
            if (!names(front_.metadata.contributors, person.name)) front_.metadata.contributors.push_back(person);
        if (!byline.people.empty()) found(MetadataField::contributors);
        last_named_ = byline.people.size() == 1 ? byline.people.front().name : std::string();
        if (byline.about.empty()) return;
        Line about = line;
        about.text = byline.about;
        add_about(Lines(&about, 1));
    }

    void add(const std::optional<Date>& date, std::optional<Date>& field, MetadataField name) {
        if (!date || field) return;
        field = date;
        found(name);
    }

    void add(std::string_view text, std::string& field, MetadataField name) {
        if (text.empty() || !field.empty()) return;
        field = collapse_space(text);
        found(name);
    }

    static bool names(const std::vector<Contributor>& people, std::string_view name) {
        return std::any_of(people.begin(), people.end(),
                           [&](const Contributor& person) { return credits::same_words(person.name, name); });
    }

    /// The name that a portrait or a link to the author leaves behind, before or after the byline.
    bool read_repeated_name() {
        constexpr std::size_t longest = 120;
        if (rest().empty() || rest().front().text.size() > longest) return false;
        const std::string_view name = rest().front().text;
        const std::optional<credits::Byline> next =
            rest().size() > 1 ? credits::parse_byline(rest()[1].text) : std::nullopt;
        if (!names(front_.metadata.contributors, name) && !(next && names(next->people, name))) return false;
        ++at_;
        return true;
    }

    /// Credits that go over two lines: "by" and the name, "Published" and the date, a name and the date.
    std::optional<CreditLine> credits_in_two_lines(std::string& joined) const {
        constexpr std::size_t longest = 120;
        constexpr std::size_t most_words = 6;
        if (rest().size() < 2 || rest()[1].blank_lines > 1) return std::nullopt;
        const std::string_view first = rest()[0].text;
        const std::string_view second = rest()[1].text;
        if (first.size() > longest || second.size() > longest || credits::split_words(first).size() > most_words)
            return std::nullopt;
        joined = std::string(first).append(" ").append(second);
        std::optional<CreditLine> credits = parse_credit_line(joined, order_);
        const bool is_plain =
            credits && std::all_of(credits->bylines.begin(), credits->bylines.end(),
                                   [](const auto& byline) { return !byline.people.empty() && byline.about.empty(); });
        return is_plain ? credits : std::nullopt;
    }

    bool read_credits_in_two_lines() {
        std::string joined;
        const std::optional<CreditLine> alone = rest().empty() ? std::nullopt : credits_in(rest().front());
        const bool is_label = alone && alone->bylines.size() == 1 && alone->bylines.front().people.empty();
        if (alone && !(is_label && rest().size() > 1 && !credits_in(rest()[1]))) return false;
        const std::optional<CreditLine> credits = credits_in_two_lines(joined);
        if (!credits) return false;
        add(*credits, rest().front());
        at_ += 2;
        return true;
    }

    /// "By seafarer" above the date: where it stands says that it names somebody, however that is written.
    bool is_unusual_byline() const {
        constexpr std::size_t longest = 100;
        constexpr std::size_t most_words = 8;
        if (rest().size() < 2 || rest().front().text.size() > longest || ends_sentence(rest().front().text))
            return false;
        const std::string_view text = rest().front().text;
        const credits::BylineLabel label = credits::byline_label(text);
        const std::optional<CreditLine> next = credits_in(rest()[1]);
        return label.role == "author" && label.is_known && credits::split_words(text).size() <= most_words && next &&
               next->dates.published;
    }

    bool read_unusual_byline() {
        if (!front_.metadata.contributors.empty() || !is_unusual_byline()) return false;
        const Line& line = rest().front();
        const std::string_view names = trim(line.text.substr(credits::byline_label(line.text).size));
        const std::size_t comma = std::min(names.find(','), names.size());
        credits::Byline byline;
        byline.people.push_back({collapse_space(names.substr(0, comma)), "author", {}, {}});
        byline.about = trim(names.substr(std::min(comma + 1, names.size())));
        add(byline, line);
        ++at_;
        return true;
    }

    /// "Ada Quill, Bo Lind" above the place where they work, as in papers.
    bool read_names_above_place() {
        constexpr std::string_view places =
            "university department institute college school laboratory faculty centre center academy universität "
            "institut "
            "universidad universidade université università universiteit uniwersytet hochschule";
        if (rest().size() < 2 || !front_.metadata.contributors.empty() || rest()[1].text.size() > 200) return false;
        const std::vector<std::string_view> words = credits::split_words(rest()[1].text);
        const bool is_place = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return credits::holds_word(places, to_lower_ascii(word.substr(0, word.find(','))));
        });
        const std::optional<credits::Byline> byline = credits::parse_names(rest().front().text);
        const bool is_names = byline && byline->about.empty() && !byline->people.empty() &&
                              std::all_of(byline->people.begin(), byline->people.end(), [](const Contributor& person) {
                                  return person.name.find(' ') != std::string::npos;
                              });
        if (!is_place || !is_names || ends_sentence(rest()[1].text)) return false;
        add(*byline, rest().front());
        add_about(rest().subspan(1, 1));
        at_ += 2;
        return true;
    }

    /// A line between byline and date: the paper, the place, the desk.
    bool read_line_between_credits() {
        constexpr std::size_t most_words = 6;
        if (rest().size() < 2 || front_.metadata.contributors.empty() || rest()[0].blank_lines > 0) return false;
        const std::string_view text = rest().front().text;
        if (text.size() > 120 || credits::split_words(text).size() > most_words || ends_sentence(text)) return false;
        std::string joined;
        ++at_;
        const bool credits_follow = credits_in(rest().front()) || credits_in_two_lines(joined);
        --at_;
        if (!credits_follow) return false;
        add_about(rest().first(1));
        ++at_;
        return true;
    }

    bool read_biography() {
        constexpr std::size_t most_lines = 8;
        if (rest().empty() || front_.metadata.contributors.empty() || has_block_mark(rest().front().text)) return false;
        const std::size_t size = paragraph_size();
        const Lines biography = rest().first(size);
        constexpr std::size_t longest = 800;
        if (size > most_lines || !is_within(biography, longest) ||
            !is_biography(plain_text(blocks_.inlines(biography, LineEnds::join)), front_.metadata.contributors))
            return false;
        add_about(biography);
        at_ += size;
        return true;
    }

    /// Adds a paragraph to the byline group, with the name it is about unless it says so itself.
    void add_about(Lines lines) {
        const bool says_it = lines.front().text.starts_with(last_named_);
        add_to_byline_group(front_.byline, paragraph_about(says_it ? "" : last_named_, lines, blocks_));
        last_named_.clear();
    }

    Lines lines_;
    const Shape& shape_;
    const BlockReader& blocks_;
    Context& context_;
    FrontMatter& front_;
    std::size_t at_;
    std::optional<credits::DayOrder> order_;
    std::string last_named_;  ///< whom the next biography is about, where that is one person
};

}  // namespace

void read_article_head(Lines lines, const Shape& shape, const BlockReader& blocks, TakenAs taken_as, Context& context,
                       FrontMatter& front) {
    ArticleHead(lines, shape, blocks, context, front).read(taken_as);
}

}  // namespace offprint::text
