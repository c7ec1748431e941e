#include "credits/people.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "credits/ascii.hpp"
#include "credits/byline_label.hpp"
#include "credits/byline_words.hpp"
#include "credits/name.hpp"
#include "credits/words.hpp"
#include "credits/written_date.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_line = 1024;  // longer ones name no people
constexpr std::size_t most_people = 100;

using Words = std::vector<std::string_view>;

/// Without the years of a life that library catalogues set behind a name: "Quill, Ada, 1850-1910".
std::string_view without_life(std::string_view text) {
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos) return text;
    const std::string_view years = trim(text.substr(comma + 1));
    const bool is_life = years.size() >= 4 && years.find_first_not_of("0123456789-?. ") == std::string_view::npos;
    return is_life ? trim(text.substr(0, comma)) : text;
}

/// "Quill, Ada" -> "Ada Quill": one word, a comma and one or two more are one person in a library's order.
/// Empty for anything else, and for the capitals of agencies.
std::string turned_around(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return {};
    const std::string_view last = trim(text.substr(0, comma));
    const std::string_view first = trim(text.substr(comma + 1));
    const bool is_one_person = is_name(last) && is_name(first) && last.find(' ') == std::string_view::npos &&
                               std::count(first.begin(), first.end(), ' ') <= 1 &&
                               first.find_first_of(",;&") == std::string_view::npos && !is_degree(first) &&
                               first.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos &&
                               !is_job_word(to_lower_ascii(split_words(first).back()));
    return is_one_person ? std::string(first).append(" ").append(last) : std::string();
}

/// True for the rest of a sentence that begins as a byline does: "By [Christmas Eve nobody was left.]"
bool is_sentence(const Words& words) {
    constexpr std::string_view links[] = {"for", "in", "at", "on", "of", "from", "the", "a", "an", "is"};
    if (words.empty() || std::string_view(".!?").find(words.back().back()) == std::string_view::npos) return false;
    int others = 0;
    bool after_comma = false;
    for (std::string_view word : words) {
        const bool is_plain = is_lower(word.front()) && !is_name_particle(word) && !is_and_word(word);
        // Behind a comma comes what somebody is.
        if (is_plain && after_comma && others == 0) return false;
        if (is_plain && std::find(std::begin(links), std::end(links), word) == std::end(links)) ++others;
        after_comma = after_comma || word.ends_with(',');
    }
    return others >= 2;
}

/// "who writes about the sea"
bool is_said_of(std::string_view text) {
    return is_lower(text.front()) && !is_name_particle(text.substr(0, text.find(' ')));
}

/// "Tide Post Columnist"
bool ends_with_job(std::string_view text) {
    const Words words = split_words(text);
    return !words.empty() && is_job_word(to_lower_ascii(words.back()));
}

/// Reads one byline.
class BylineReader {
public:
    BylineReader(std::string_view url, std::vector<Contributor>& people) : url_(url), people_(people) {}

    /// `part` stands apart from those before it: it goes on with the names only after "and", a comma or a label.
    void read(std::string_view part) {
        const std::string_view names = without_label(trim(part));
        const Words words = split_words(names);
        const bool has_label = names.size() < part.size();
        if (words.empty() || (has_label && is_sentence(words))) return;
        if (is_and_word(to_lower_ascii(words.front()))) expects_name_ = true;
        if (names.starts_with(",")) expects_name_ = true;
        if (!expects_name_) return;
        read_names(words);
        const std::string last = to_lower_ascii(words.back());
        expects_name_ = !found_ || is_and_word(last) || last.ends_with(',');
    }

private:
    /// What parts a name from the one before.
    enum class Link { none, comma, conjunction };

    /// Takes the label off the front and notes the role that it gives.
    std::string_view without_label(std::string_view part) {
        const BylineLabel label = byline_label(part);
        if (label.size == 0) return part;
        role_ = label.role;
        expects_name_ = !role_.empty();
        return trim(part.substr(label.size));
    }

    void read_names(const Words& words) {
        std::string name;
        follows_ = Link::none;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string lower = to_lower_ascii(words[i]);
            // "Ada Quill on Monday", "Ada Quill is a writer": a word in lower case ends the names.
            const bool ends_names = words[i] == lower && is_lower(lower.front()) && !name.empty() &&
                                    is_upper(name.front()) && !is_name_particle(lower) && !is_and_word(lower);
            if (ends_names) {
                if (split_words(name).size() == 1) name.clear();  // "Read more", "Published on"
                break;
            }
            const bool is_single_letter = code_points(words[i]) == 1 && words[i] != "&";
            // "Ortega y Gasset" is one name: a single letter parts names of two words or more only.
            const bool parts_names =
                is_and_word(lower) && (!is_single_letter || (split_words(name).size() > 1 && words.size() - i > 2));
            if (parts_names) {
                finish(name);
                follows_ = Link::conjunction;
                had_conjunction_ = true;
                continue;
            }
            name += name.empty() ? "" : " ";
            const std::size_t mark = words[i].find_first_of(",;");
            name += words[i].substr(0, mark);
            if (mark != std::string_view::npos) {
                finish(name);
                follows_ = Link::comma;
            }
        }
        // Behind "A and B" a comma leads to where they work.
        if (had_conjunction_ && follows_ == Link::comma && is_after_name_ && !is_degree(name)) return;
        finish(name);
    }

    void finish(std::string& text) {
        const std::string_view trimmed = trim(text);
        if (is_degree(trimmed) && is_after_name_) {
            people_.back().name.append(", ").append(trimmed);
        } else {
            std::string name = without_additions(trimmed);
            // Behind a full name and a comma a single word, words in lower case or a job are what somebody is or where.
            const bool is_afterthought = is_after_name_ && people_.back().name.find(' ') != std::string::npos &&
                                         (name.find(' ') == std::string::npos || ends_with_job(trimmed) ||
                                          (is_upper(people_.back().name.front()) && is_said_of(name)));
            is_after_name_ = !is_afterthought && is_name(name) && add(std::move(name));
        }
        text.clear();
    }

    bool add(std::string name) {
        found_ = true;
        if (people_.size() >= most_people) return false;
        const bool known =
            std::any_of(people_.begin(), people_.end(), [&](const Contributor& other) { return other.name == name; });
        if (!known) people_.push_back({std::move(name), std::string(role_), {}, std::string(url_)});
        return !known;
    }

    std::string_view url_;
    std::vector<Contributor>& people_;
    std::string_view role_ = "author";
    bool expects_name_ = true;
    bool found_ = false;
    bool is_after_name_ = false;
    Link follows_ = Link::none;
    bool had_conjunction_ = false;
};

/// `text` with a line feed for each mark that parts a name from something else, and for each date.
std::string parted(std::string_view text) {
    std::string result;
    std::string line(text);
    for (int dates = 0; dates < 3; ++dates) {
        const std::optional<WrittenDate> date = find_written_date(line, DayOrder::day_first);
        if (!date) break;
        line.replace(date->begin, date->end - date->begin, "\n");
    }
    static constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {" - ", "\n"}, {" – ", "\n"}, {" — ", "\n"}, {"|", "\n"},   {"•", "\n"}, {"·", "\n"},
        {"(", "\n"},   {"<", "\n"},   {")", "\n"},   {" / ", "\n"}, {"»", "\n"}, {"｜", "\n"},
        {"/", " & "},  {"、", " & "}, {"，", ", "},  {"：", ": "}};
    std::string_view rest = line;
    while (!rest.empty()) {
        const auto mark =
            std::find_if(std::begin(marks), std::end(marks), [&](const auto& m) { return rest.starts_with(m.first); });
        const bool is_mark = mark != std::end(marks);
        result += is_mark ? mark->second : rest.substr(0, 1);
        rest.remove_prefix(is_mark ? mark->first.size() : 1);
    }
    return result;
}

/// `parts` from the first that says that it names the author ("Harbour\nby Ada Quill"); all of them if none does.
std::string_view from_author_label(std::string_view parts) {
    for (std::string_view rest = parts; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('\n'));
        const BylineLabel label = byline_label(trim(part));
        if (label.is_known && label.role == "author" && label.size > 0) return rest;
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    return parts;
}

}  // namespace

bool has_author_label(std::string_view text) {
    // Behind its front only a line that tells the day tells the author too.
    const bool has_date = find_written_date(text, DayOrder::day_first).has_value();
    const std::string parts = parted(with_plain_spaces(text.substr(0, longest_line)));
    for (std::string_view rest = parts; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const BylineLabel label = byline_label(trim(part));
        if (label.is_known && label.role == "author") return true;
        if (!has_date) return false;
    }
    return false;
}

bool is_author_label(std::string_view text) {
    const BylineLabel label = byline_label(text);
    return label.is_known && label.role == "author" && trim(text.substr(label.size)).empty();
}

void add_people(std::string_view text, std::string_view url, std::vector<Contributor>& people) {
    if (text.size() > longest_line || text.find("://") != std::string_view::npos) return;
    const std::string line = with_plain_spaces(text);
    const std::string_view in_order = without_life(line);
    if (std::string name = turned_around(in_order); !name.empty()) {
        const bool known =
            std::any_of(people.begin(), people.end(), [&](const Contributor& other) { return other.name == name; });
        if (!known && people.size() < most_people)
            people.push_back({std::move(name), "author", collapse_space(in_order), std::string(url)});
        return;
    }
    const std::string parts = parted(line);
    BylineReader byline(url, people);
    for (std::string_view rest = from_author_label(parts); !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        byline.read(collapse_space(part));
    }
}

}  // namespace offprint::credits
