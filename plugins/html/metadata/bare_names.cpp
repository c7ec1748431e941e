#include "metadata/bare_names.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "credits/byline.hpp"
#include "credits/people.hpp"
#include "credits/words.hpp"
#include "html/dom/name_tokens.hpp"
#include "html/mapping/values.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

/// "5 min read", "Lesezeit 4 Minuten".
bool tells_reading_time(std::string_view text) {
    const std::vector<std::string_view> words = credits::split_words(text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool is_number = words[i - 1].find_first_not_of("0123456789") == std::string_view::npos;
        if (is_number && to_lower_ascii(words[i]).starts_with("min")) return true;
    }
    return false;
}

/// The parts of a line between the marks that pages set between names, days and times.
std::vector<std::string> parts_of(std::string_view text) {
    std::string line(text);
    for (std::string_view mark : {"\u00B7", "\u2022", "|", "\u2014", "\u2013"})
        for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at))
            line.replace(at, mark.size(), "\n");
    std::vector<std::string> parts;
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        if (const std::string_view part = trim(rest.substr(0, size)); !part.empty()) parts.emplace_back(part);
        rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    return parts;
}

bool tells_of_portrait(const std::vector<std::string>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return token == "avatar" || token == "gravatar" || token == "author" || token == "headshot" ||
               token == "portrait";
    });
}

}  // namespace

void BareNames::note_line(NodeIndex block, std::string_view line) {
    constexpr NodeIndex most_nodes = 60;
    constexpr std::size_t most_lines = 20;
    if (dom_.end(block) - block > most_nodes || lines_.size() >= most_lines) return;
    Line found;
    found.block = block;
    found.tells_time = tells_reading_time(line) && credits::find_written_date(line, order_).has_value();
    for (NodeIndex node = block; node < dom_.end(block); ++node) {
        if (is_portrait(node)) found.has_portrait = true;
        if (dom_.tag(node) != Tag::text || trim(dom_[node].text).empty()) continue;
        add_names(node, found);
        if (found.has_portrait) break;  // whom it shows is said right behind it
    }
    if (!found.names.empty()) lines_.push_back(std::move(found));
}

void BareNames::add_names(NodeIndex text, Line& line) const {
    const bool is_linked = dom_.closest(text, Tag::a) != no_node;
    for (const std::string& part : parts_of(dom_[text].text)) {
        std::vector<Contributor> people;
        if (std::optional<credits::Byline> names = credits::parse_names(part); names && names->about.empty())
            people = std::move(names->people);
        else if (line.has_portrait)
            credits::add_people(part, "", people);  // "Ada Quill in Harbours"
        const bool is_full_name = people.size() == 1 && people.front().name.find(' ') != std::string::npos;
        if (is_full_name) line.names.push_back({std::move(people.front()), text, is_linked});
    }
}

bool BareNames::is_portrait(NodeIndex image) const {
    if (dom_.tag(image) != Tag::img) return false;
    return tells_of_portrait(name_tokens(dom_, image)) || tells_of_portrait(name_tokens(dom_.attribute(image, "src")));
}

void BareNames::note_picture(NodeIndex image) {
    constexpr std::size_t longest = 120;
    constexpr std::size_t most = 20;
    constexpr int largest = 200;
    if (portraits_.size() >= most) return;
    if (dom_.closest(image, Tag::table) != no_node || dom_.closest(image, Tag::li) != no_node) return;
    const std::optional<int> width = parse_integer(dom_.attribute(image, "width"));
    const bool is_large = width && *width > largest;
    const std::string_view alt = trim(dom_.attribute(image, "alt"));
    portraits_.push_back({image, alt.substr(0, longest), (width && !is_large) || is_portrait(image), is_large});
}

BareNames::Authors BareNames::authors() const {
    for (const Line& line : lines_) {
        Authors found;
        found.line = line.block;
        for (const Name& name : line.names)
            if (is_author(line, name)) found.people.push_back(name.person);
        if (!found.people.empty()) return found;
    }
    return {};
}

bool BareNames::is_author(const Line& line, const Name& name) const {
    if (line.has_portrait || (line.tells_time && !name.is_linked)) return true;
    return std::any_of(portraits_.begin(), portraits_.end(),
                       [&](const Picture& picture) { return shows(picture, name); });
}

/// A small picture that is named so, or one of a size that nobody says whose other text is the name right behind it.
bool BareNames::shows(const Picture& picture, const Name& name) const {
    if (!picture.is_large && picture.alt == name.person.name && follows(name.text, picture.image)) return true;
    if (!picture.is_small) return false;
    const std::string_view source = dom_.attribute(picture.image, "src");
    const std::string file = credits::comparable(source.substr(source.rfind('/') + 1));
    return picture.alt.starts_with(name.person.name) ||
           file.find(credits::comparable(name.person.name)) != std::string::npos;
}

bool BareNames::follows(NodeIndex text, NodeIndex image) const {
    constexpr NodeIndex furthest = 8;
    if (text < image || text - image > furthest) return false;
    for (NodeIndex node = image; node < text; ++node)
        if (dom_.tag(node) == Tag::text && !trim(dom_[node].text).empty()) return false;
    return true;
}

}  // namespace offprint::html
