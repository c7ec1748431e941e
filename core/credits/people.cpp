#include "credits/people.hpp"

#include <algorithm>
#include <string>

#include "credits/byline_words.hpp"
#include "credits/words.hpp"
#include "credits/written_date.hpp"
#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

constexpr std::size_t longest_line = 1024;  // longer ones name no people
constexpr std::size_t most_people = 100;
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_words = 6;

using Words = std::vector<std::string_view>;

Words words_in(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (!word.empty()) words.push_back(word);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "MD", "Ph.D.", "DACVB": capitals behind a comma that belong to the name before it.
bool is_degree(std::string_view text) {
    constexpr std::size_t longest_degree = 8;
    return text.size() >= 2 && text.size() <= longest_degree && text.find(' ') == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), is_upper) >= 2 && is_upper(text.front());
}

/// Names begin and end with a capital, and have only short words such as "van" between; or they are written without
/// capitals altogether, or in a script that has none.
bool has_shape_of_name(const Words& words) {
    constexpr std::size_t longest_particle = 3;
    if (!is_upper(words.front().front())) return true;
    if (words.size() > 1 && is_lower(words.back().front())) return false;
    return std::none_of(words.begin(), words.end(),
                        [](std::string_view word) { return is_lower(word.front()) && word.size() > longest_particle; });
}

bool is_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name * 2 || code_points(name) > longest_name || code_points(name) < 2)
        return false;
    if (name.find_first_of("@/<>{}[]=|:_?!\"\\#") != std::string_view::npos || is_digit(name.front())) return false;
    const Words words = words_in(name);
    if (words.size() > most_words || !has_shape_of_name(words)) return false;
    // A digit is at home in the names that people give themselves, which are one word.
    if (words.size() > 1 && std::any_of(name.begin(), name.end(), is_digit)) return false;
    const std::string lower = to_lower_ascii(name);
    return !is_placeholder(lower) && !is_by_word(lower) && !is_and_word(lower);
}

/// Addresses, handles and jobs off the end of a name, marks off both.
std::string without_additions(std::string_view text) {
    std::string name;
    int words = 0;
    for (std::string_view word : words_in(text)) {
        if (word.find('@') != std::string_view::npos) continue;
        // "Jane Reporter" is a name, "Jane Quill Reporter" a name and a job, "Staff Writer" only a job.
        if (words != 1 && is_job_word(to_lower_ascii(word))) break;
        name += name.empty() ? "" : " ";
        name += word;
        ++words;
    }
    constexpr std::string_view marks = " -,;*.";
    const std::size_t begin = name.find_first_not_of(marks);
    if (begin == std::string::npos) return {};
    const std::size_t end = name.find_last_not_of(" -,;*");
    return name.substr(begin, end - begin + 1);
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
                               !is_job_word(to_lower_ascii(words_in(first).back()));
    return is_one_person ? std::string(first).append(" ").append(last) : std::string();
}

/// The words that lead a byline, and what they say that the people named did.
struct Label {
    std::size_t size = 0;
    std::string_view role;  ///< empty: something that is not told in metadata
    bool is_known = true;   ///< false for "Presented by", and for "Browse by"
};

/// The label at the front of `text`: "By", "Written by", "Foto:".
Label label_of(std::string_view text) {
    constexpr std::size_t longest_label = 4;
    const Words words = words_in(text.substr(0, text.find('\n')));
    std::size_t first = 0;
    while (first < words.size() && (is_digit(words[first].front()) || words[first] == "Uhr"))
        ++first;  // the time of day
    for (std::size_t i = first; i < std::min(words.size(), first + longest_label); ++i) {
        const std::string word = to_lower_ascii(words[i]);
        const std::size_t size = static_cast<std::size_t>(words[i].data() + words[i].size() - text.data());
        const std::string label = to_lower_ascii(text.substr(0, size));
        const std::string_view role = role_of_label(label);
        if (word.ends_with(':'))
            return {size, i == first && is_by_word(word.substr(0, word.size() - 1)) ? "author" : role};
        if (i == first && is_by_word(word)) return {size, "author"};
        if (is_only_by_word(word) || (is_by_word(word) && !role.empty()))
            return {size, is_check(label) ? "" : role.empty() ? "author" : role, !role.empty()};
    }
    return {};
}

/// Reads one byline.
class Byline {
public:
    Byline(std::string_view url, std::vector<Contributor>& people) : url_(url), people_(people) {}

    /// `part` stands apart from those before it: it goes on with the names only after "and", a comma or a label.
    void read(std::string_view part) {
        part = without_label(trim(part));
        const Words words = words_in(part);
        if (words.empty()) return;
        if (is_and_word(to_lower_ascii(words.front()))) expects_name_ = true;
        if (part.starts_with(",")) expects_name_ = true;
        if (!expects_name_) return;
        read_names(words);
        const std::string last = to_lower_ascii(words.back());
        expects_name_ = !found_ || is_and_word(last) || last.ends_with(',');
    }

private:
    /// Takes the label off the front and notes the role that it gives.
    std::string_view without_label(std::string_view part) {
        const Label label = label_of(part);
        if (label.size == 0) return part;
        role_ = label.role;
        expects_name_ = !role_.empty();
        return trim(part.substr(label.size));
    }

    void read_names(const Words& words) {
        std::string name;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string lower = to_lower_ascii(words[i]);
            // "Ada Quill on Monday", "Ada Quill is a writer": a word in lower case ends the names.
            const bool ends_names = words[i] == lower && is_lower(lower.front()) && !name.empty() &&
                                    is_upper(name.front()) && !is_name_particle(lower) && !is_and_word(lower);
            if (ends_names) {
                if (words_in(name).size() == 1) name.clear();  // "Read more", "Published on"
                break;
            }
            const bool is_single_letter = code_points(words[i]) == 1 && words[i] != "&";
            // "Ortega y Gasset" is one name: a single letter parts names of two words or more only.
            const bool parts_names =
                is_and_word(lower) && (!is_single_letter || (words_in(name).size() > 1 && words.size() - i > 2));
            if (parts_names) {
                finish(name);
                continue;
            }
            name += name.empty() ? "" : " ";
            const std::size_t mark = words[i].find_first_of(",;");
            name += words[i].substr(0, mark);
            if (mark != std::string_view::npos) finish(name);
        }
        finish(name);
    }

    void finish(std::string& text) {
        const std::string_view trimmed = trim(text);
        if (is_degree(trimmed) && is_after_name_) {
            people_.back().name.append(", ").append(trimmed);
        } else {
            std::string name = without_additions(trimmed);
            // Behind a full name and a comma a single word is what somebody is or where.
            const bool is_afterthought = is_after_name_ && name.find(' ') == std::string::npos &&
                                         people_.back().name.find(' ') != std::string::npos;
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
    static constexpr std::string_view marks[] = {" - ", " – ", " — ", "|", "•",  "·",  "(",
                                                 ")",   " / ", "»",   "/", "、", "：", "｜"};
    std::string_view rest = line;
    while (!rest.empty()) {
        const auto mark =
            std::find_if(std::begin(marks), std::end(marks), [&](std::string_view m) { return rest.starts_with(m); });
        const bool joins = mark != std::end(marks) && (*mark == "/" || *mark == "、");
        if (mark != std::end(marks)) result += joins ? " & " : *mark == "：" ? ": " : "\n";
        if (mark == std::end(marks)) result += rest.front();
        rest.remove_prefix(mark == std::end(marks) ? 1 : mark->size());
    }
    return result;
}

std::string with_plain_spaces(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t space = leading_space(text);
        result += space > 0 ? ' ' : text.front();
        text.remove_prefix(std::max<std::size_t>(space, 1));
    }
    return result;
}

/// `parts` from the first that says that it names the author ("Harbour\nby Ada Quill"); all of them if none does.
std::string_view from_author_label(std::string_view parts) {
    for (std::string_view rest = parts; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('\n'));
        const Label label = label_of(trim(part));
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
        const Label label = label_of(trim(part));
        if (label.is_known && label.role == "author") return true;
        if (!has_date) return false;
    }
    return false;
}

bool is_author_label(std::string_view text) {
    const Label label = label_of(text);
    return label.is_known && label.role == "author" && trim(text.substr(label.size)).empty();
}

void add_people(std::string_view text, std::string_view url, std::vector<Contributor>& people) {
    if (text.size() > longest_line || text.find("://") != std::string_view::npos) return;
    const std::string line = with_plain_spaces(text);
    if (std::string name = turned_around(line); !name.empty()) {
        const bool known =
            std::any_of(people.begin(), people.end(), [&](const Contributor& other) { return other.name == name; });
        if (!known && people.size() < most_people)
            people.push_back({std::move(name), "author", collapse_space(line), std::string(url)});
        return;
    }
    const std::string parts = parted(line);
    Byline byline(url, people);
    for (std::string_view rest = from_author_label(parts); !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        byline.read(collapse_space(part));
    }
}

}  // namespace offprint::credits
