#include "metadata/credits.hpp"

#include <algorithm>
#include <string>

#include "credits/byline_label.hpp"
#include "credits/byline_words.hpp"
#include "credits/date_line.hpp"
#include "credits/people.hpp"
#include "credits/words.hpp"
#include "html/dom/name_tokens.hpp"
#include "metadata/bare_names.hpp"
#include "metadata/byline_element.hpp"
#include "metadata/line.hpp"
#include "metadata/marks.hpp"
#include "metadata/place.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

// Distances and sizes in bytes of printed text.
constexpr std::uint32_t far_before = 300;
constexpr std::uint32_t far_after = 700;
constexpr std::uint32_t longest_byline = 160;
constexpr std::uint32_t longest_dek = 600;

constexpr std::string_view dek_names[] = {"dek",        "deck",        "standfirst", "subtitle", "subhead",
                                          "subheading", "subheadline", "subline",    "lede",     "teaser"};

constexpr std::string_view date_names[] = {"date",     "dates",   "datum",  "fecha",     "published",
                                           "publish",  "pubdate", "posted", "timestamp", "time",
                                           "datetime", "data",    "dato",   "dateline",  "submitted"};

constexpr std::string_view update_names[] = {"updated", "modified", "update"};

/// Stems of the words before a date that is not the first publication's.
constexpr std::string_view modified_stems[] = {"updat",      "modif",      "revis",      "review",    "aktualis",
                                               "geändert",   "bearbeitet", "stand:",     "actuali",   "aggiorn",
                                               "bijgewerkt", "oppdatert",  "uppdaterad", "opdateret", "обновл",
                                               "zaktualiz",  "päivitetty", "güncel",     "atualiz",   "edited"};

template <class List>
bool has_any(const std::vector<std::string>& tokens, const List& wanted) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
        return std::find(std::begin(wanted), std::end(wanted), token) != std::end(wanted);
    });
}

bool says_modified(std::string_view text) {
    const std::string lower = to_lower_ascii(text);
    return std::any_of(std::begin(modified_stems), std::end(modified_stems),
                       [&](std::string_view stem) { return lower.find(stem) != std::string::npos; });
}

/// True if `date` stands in a sentence of `line`, which tells something else than when.
bool is_in_sentence(std::string_view line, const credits::WrittenDate& date) {
    constexpr std::size_t most_words_about = 14;
    std::size_t begin = 0;
    std::size_t end = line.size();
    for (std::string_view mark : {"\u00B7", "\u2022", "\u22C5", "|"}) {
        const std::size_t before = line.substr(0, date.begin).rfind(mark);
        if (before != std::string_view::npos) begin = std::max(begin, before + mark.size());
        end = std::min(end, line.find(mark, date.end));
    }
    const std::string_view part = trim(line.substr(begin, end - begin));
    const std::size_t words = credits::split_words(part).size();
    const bool is_ended = std::string_view(".!?").find(part.back()) != std::string_view::npos;
    return words > (is_ended ? most_words_about / 2 : most_words_about) && !credits::has_author_label(part);
}

class CreditReader {
public:
    CreditReader(const Dom& dom, const TextOffsets& offsets, const PageFacts& facts, Context& context)
        : dom_(dom), offsets_(offsets), facts_(facts), context_(context), bare_names_(dom, facts.day_order) {}

    Credits run() {
        const NodeIndex end = dom_.end(dom_.body());
        for (NodeIndex node = dom_.body(); node < end; ++node) {
            context_.checkpoint();
            if (dom_.tag(node) == Tag::text) {
                if (is_near(node)) read_line_of(node);
                continue;
            }
            if (is_elsewhere(node)) {
                node = dom_.end(node) - 1;
                continue;
            }
            read_author_mark(node);
            note_author_box(node);
            read_date_mark(node);
            if (is_near(node)) read_dek(node);
            if (dom_.tag(node) == Tag::img && is_near(node)) bare_names_.note_picture(node);
        }
        return result();
    }

private:
    struct Names {
        Trust trust = Trust::nothing;
        NodeIndex node = no_node;
        std::vector<Contributor> people;
    };

    struct PrintedDate {
        Trust trust = Trust::nothing;
        Date date;
    };

    /// Next to the headline: where pages print who wrote when.
    bool is_near(NodeIndex node) const {
        if (facts_.headline == no_node) return false;
        if (node > facts_.headline)
            return !dom_.contains(facts_.headline, node) &&
                   offsets_.begin(node) <= offsets_.end(facts_.headline) + far_after;
        return offsets_.end(node) <= offsets_.begin(facts_.headline) &&
               offsets_.end(node) + far_before >= offsets_.begin(facts_.headline);
    }

    /// A short line right below the headline, where articles print who wrote when.
    bool is_below_headline(NodeIndex node) const {
        constexpr std::uint32_t right_below = 150;
        return is_near(node) && node > facts_.headline && offsets_.is_line(node, longest_byline) &&
               offsets_.begin(node) <= offsets_.end(facts_.headline) + right_below;
    }

    bool is_elsewhere(NodeIndex node) const {
        if (node == dom_.body() || (facts_.headline != no_node && dom_.contains(node, facts_.headline))) return false;
        const Place place = place_of(dom_, node);
        return place == Place::elsewhere || (place == Place::side_box && !is_below_headline(node));
    }

    void read_author_mark(NodeIndex node) {
        const AuthorMark mark = author_mark(dom_, node);
        if (mark == AuthorMark::none || !offsets_.is_line(node, longest_byline * 2)) return;
        const bool near = is_near(node);
        const bool declared = mark == AuthorMark::declared;
        add_names(near ? (declared ? Trust::declared_near : Trust::class_near)
                       : (declared ? Trust::declared_elsewhere : Trust::class_elsewhere),
                  node);
    }

    /// Outermost ones, after the headline.
    void note_author_box(NodeIndex node) {
        if (facts_.headline == no_node || node < facts_.headline || !is_author_box(dom_, node)) return;
        if (author_boxes_.empty() || !dom_.contains(author_boxes_.back(), node)) author_boxes_.push_back(node);
    }

    void add_names(Trust trust, NodeIndex node) {
        const std::string_view role = role_by(label_before(node));
        if (role.empty()) return;
        std::vector<Contributor> people = people_in(dom_, node);
        if (role != "author")
            for (Contributor& person : people) person.role = role;
        // Without a mark by the author only the shape tells a name from the words of a sentence.
        if (trust == Trust::byline_text)
            std::erase_if(people, [](const Contributor& person) {
                return person.name.front() >= 'a' && person.name.front() <= 'z';
            });
        if (people.empty()) return;
        if (trust >= Trust::byline_text) credits_.nodes.push_back(node);
        // The innermost element that is marked holds nothing but the name.
        if (!names_.empty() && dom_.contains(names_.back().node, node) && trust >= names_.back().trust)
            names_.pop_back();
        names_.push_back({trust, node, std::move(people)});
    }

    /// What those did whose names follow `label`: "author" unless it says something else, empty for something that is not
    /// told in metadata ("Reviewed by", "Last updated by").
    static std::string_view role_by(std::string_view label) {
        const credits::BylineLabel found = credits::byline_label(label);
        const bool is_whole =
            found.size != 0 && trim(label.substr(found.size)).find_first_not_of(":：") == std::string::npos;
        if (credits::is_check(to_lower_ascii(label)) || says_modified(label)) return {};
        return is_whole && found.is_known ? found.role : "author";
    }

    void read_date_mark(NodeIndex node) {
        const bool is_time = dom_.tag(node) == Tag::time;
        if (dom_[node].attribute_count == 0 && !is_time) return;
        const bool published = marks(dom_, node, "datepublished") || dom_.has_attribute(node, "pubdate") ||
                               dom_.has_word(node, "class", "dt-published");
        const bool modified = marks(dom_, node, "datemodified") || dom_.has_word(node, "class", "dt-updated");
        const bool near = is_near(node);
        const bool declared = published || modified || is_time;
        // Next to the headline dates are found as text, whatever their class.
        if (!declared && (near || !is_dated_by_class(node))) return;
        const std::optional<Date> date = date_of(node);
        if (!date) return;
        if (near) credits_.nodes.push_back(node);
        const Trust elsewhere = declared ? Trust::declared_elsewhere : Trust::class_elsewhere;
        const Trust trust = published ? Trust::declared_near : near ? Trust::class_near : elsewhere;
        add_date(trust, *date, modified || (!published && is_update(node)));
    }

    /// A class says that the element below the headline shows a date.
    bool is_dated_by_class(NodeIndex node) const {
        const bool above = facts_.headline != no_node && node < facts_.headline;
        return !above && offsets_.is_line(node, longest_byline) && has_any(name_tokens(dom_, node), date_names);
    }

    bool is_update(NodeIndex node) const {
        return has_any(name_tokens(dom_, node), update_names) || says_modified(label_before(node)) ||
               says_modified(label_in(node));
    }

    /// What `node` prints before the date.
    std::string label_in(NodeIndex node) const {
        if (!offsets_.is_line(node, longest_byline)) return {};
        std::string text = text_with_gaps(dom_, node, ' ');
        if (const std::optional<credits::WrittenDate> date = credits::find_written_date(text, facts_.day_order))
            text.resize(date->begin);
        return text;
    }

    /// The date that the element's attributes hold, or else its text.
    std::optional<Date> date_of(NodeIndex node) const {
        std::optional<Date> date;
        for (const char* attribute : {"datetime", "content", "title"})
            if (!date)
                date = credits::parse_date(dom_.attribute(node, attribute).substr(0, longest_byline), facts_.day_order);
        if (!date && offsets_.is_line(node, longest_byline))
            date = credits::parse_date(text_with_gaps(dom_, node, ' '), facts_.day_order);
        return date;
    }

    /// What is printed right before `node`.
    std::string_view label_before(NodeIndex node) const {
        constexpr std::size_t longest_label = 40;
        constexpr NodeIndex furthest = 6;
        for (NodeIndex before = node; before > dom_.body() && node - before < furthest;) {
            --before;
            if (dom_.tag(before) != Tag::text || trim(dom_[before].text).empty()) continue;
            const std::string_view text = trim(dom_[before].text);
            return text.size() > longest_label ? std::string_view() : text;
        }
        return {};
    }

    void add_date(Trust trust, const Date& date, bool modified) {
        PrintedDate& kept = modified ? modified_ : published_;
        if (trust > kept.trust) kept = {trust, date};
    }

    /// The line of text around a text node next to the headline: all that stands with it in short inline elements.
    void read_line_of(NodeIndex text) {
        NodeIndex block = text;
        while (is_phrasing(dom_.tag(block)) || block == text) {
            const NodeIndex parent = dom_.parent(block);
            if (!offsets_.is_line(parent, longest_byline)) break;
            block = parent;
        }
        if (block == last_block_) return;
        last_block_ = block;
        if (!offsets_.is_line(block, longest_byline) || dom_.contains(block, facts_.headline)) return;
        if (!begins_line(dom_, block)) return;
        const std::string line = text_with_gaps(dom_, block, ' ');
        read_dates(block, line);
        if (credits::is_author_label(line)) {
            after_label_ = true;
            return;
        }
        const bool names_author = after_label_ || credits::has_author_label(line);
        after_label_ = false;
        if (names_author && !tells_who_changed(line))
            add_names(Trust::byline_text, block);
        else if (block > facts_.headline)
            bare_names_.note_line(block, line);
    }

    /// "Last updated on 2 June 2024 by Ada Quill"
    bool tells_who_changed(std::string_view line) const {
        const std::optional<credits::DateLine> dates = credits::labelled_date(line, facts_.day_order);
        return dates && !dates->published;
    }

    /// Names without a label count where nothing next to the headline is marked.
    void choose_bare_names() {
        const auto is_marked = [](const Names& names) { return names.trust >= Trust::byline_text; };
        if (std::any_of(names_.begin(), names_.end(), is_marked)) return;
        BareNames::Authors found = bare_names_.authors();
        if (found.people.empty()) return;
        credits_.nodes.push_back(found.line);
        names_.push_back({Trust::byline_text, found.line, std::move(found.people)});
    }

    void read_dates(NodeIndex block, std::string_view line) {
        for (int dates = 0; dates < 2; ++dates) {
            const std::optional<credits::WrittenDate> found = credits::find_written_date(line, facts_.day_order);
            if (!found) return;
            if (!is_in_sentence(line, *found)) {
                add_date(Trust::byline_text, found->date, says_modified(line.substr(0, found->begin)));
                credits_.nodes.push_back(block);
            }
            line.remove_prefix(found->end);
        }
    }

    void read_dek(NodeIndex node) {
        if (node < facts_.headline || !credits_.claims.subtitle.empty() || dom_.tag(node) == Tag::h1) return;
        if (!offsets_.is_line(node, longest_dek)) return;
        const bool named = has_any(name_tokens(dom_, node), dek_names);
        // A plain paragraph that the description repeats is the article's first.
        if (!named && (facts_.description.empty() || !is_heading(dom_.tag(node)))) return;
        std::string text = dom_.text(node);
        if (!named && !credits::same_words(text, facts_.description)) return;
        constexpr std::size_t shortest_dek = 20;
        if (text.size() < shortest_dek) return;
        credits_.claims.subtitle = std::move(text);
        credits_.nodes.push_back(node);
    }

    bool are_alike(NodeIndex left, NodeIndex right) const {
        return dom_.tag(left) == dom_.tag(right) && dom_.attribute(left, "class") == dom_.attribute(right, "class");
    }

    /// The names that are to be trusted most, and those that stand beside them in elements of the same kind.
    void choose_names() {
        const auto best = std::max_element(names_.begin(), names_.end(),
                                           [](const Names& a, const Names& b) { return a.trust < b.trust; });
        if (best == names_.end()) return choose_author_box();
        constexpr std::uint32_t beside = 60;
        constexpr std::size_t most_people = 100;
        std::uint32_t end = offsets_.end(best->node);
        std::vector<Contributor>& people = credits_.claims.contributors;
        for (auto names = best; names != names_.end() && people.size() < most_people; ++names) {
            if (names->trust != best->trust || !are_alike(names->node, best->node)) continue;
            if (offsets_.begin(names->node) > end + beside) break;
            end = offsets_.end(names->node);
            for (Contributor& person : names->people)
                if (std::none_of(people.begin(), people.end(), [&](const Contributor& other) {
                        return credits::same_words(other.name, person.name);
                    }))
                    people.push_back(std::move(person));
        }
        credits_.trust = best->trust;
    }

    /// Where nobody is named elsewhere: who the box after the text is about.
    void choose_author_box() {
        constexpr std::size_t most_boxes = 4;  // more are of other articles
        if (author_boxes_.empty() || author_boxes_.size() > most_boxes) return;
        credits_.claims.contributors = person_of_author_box(dom_, author_boxes_.front());
        credits_.trust = Trust::class_elsewhere;
    }

    Credits result() {
        choose_bare_names();
        choose_names();
        if (published_.trust != Trust::nothing) credits_.claims.published = published_.date;
        if (modified_.trust != Trust::nothing) credits_.claims.modified = modified_.date;
        credits_.date_trust = published_.trust;
        credits_.change_trust = modified_.trust;
        std::sort(credits_.nodes.begin(), credits_.nodes.end());
        credits_.nodes.erase(std::unique(credits_.nodes.begin(), credits_.nodes.end()), credits_.nodes.end());
        return std::move(credits_);
    }

    const Dom& dom_;
    const TextOffsets& offsets_;
    const PageFacts& facts_;
    Context& context_;
    Credits credits_;
    std::vector<Names> names_;
    std::vector<NodeIndex> author_boxes_;
    BareNames bare_names_;
    PrintedDate published_;
    PrintedDate modified_;
    NodeIndex last_block_ = no_node;
    bool after_label_ = false;  ///< the block before was "By", alone
};

}  // namespace

Credits read_credits(const Dom& dom, const TextOffsets& offsets, const PageFacts& facts, Context& context) {
    return CreditReader(dom, offsets, facts, context).run();
}

}  // namespace offprint::html
