#include "front/header_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "front_matter/fields.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t most_lines = 200;

struct Field {
    std::string_view name;
    std::string_view value;
};

/// The field that `line` begins; its name is empty if it begins none.
Field field_in(const Line& line) {
    constexpr std::string_view wide_colon = "：";
    std::string_view text = line.text;
    // "**Author:** Ada Quill"
    while (text.starts_with('*')) text.remove_prefix(1);
    const std::string_view head = text.substr(0, longest_name);
    const std::size_t wide = head.find(wide_colon);
    const std::size_t colon = std::min(head.find(':'), wide);
    if (colon == std::string_view::npos) return {};
    std::string_view value = text.substr(colon + (colon == wide ? wide_colon.size() : 1));
    while (value.starts_with('*')) value.remove_prefix(1);
    const bool is_parted = value.empty() || value.front() == ' ' || value.front() == '\t' || colon == wide;
    return is_parted ? Field{trim(text.substr(0, colon)), trim(value)} : Field{};
}

/// True for fields of mail that say nothing of the text itself.
bool is_only_of_mail(std::string_view name) {
    return front_matter::is_mail_field(name) && !front_matter::is_field_name(name);
}

/// "From ada@post.example  Mon Oct 19 21:14:07 2009": the line between the messages of a mailbox (RFC 4155).
bool is_mailbox_line(std::string_view text) {
    constexpr std::size_t longest = 300;
    return text.size() < longest && text.starts_with("From ") && text.find('@') != std::string_view::npos &&
           credits::split_words(text).size() > 4;
}

/// The shape of a field that nobody here knows: one to three words, and a short value.
bool could_be_name(const Field& field) {
    constexpr std::size_t longest_value = 200;
    const std::vector<std::string_view> words = credits::split_words(field.name);
    return !words.empty() && words.size() <= 3 && field.value.size() <= longest_value &&
           !credits::is_lower(field.name.front());
}

class HeaderBlock {
public:
    HeaderBlock(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata)
        : lines_(lines.first(std::min(lines.size(), most_lines))),
          blocks_(blocks),
          context_(context),
          metadata_(metadata) {}

    std::size_t read() {
        const std::size_t end = find_end();
        if (end == 0) return 0;
        for (std::size_t at = 0; at < end;) at += read_field(at, end);
        return end;
    }

private:
    /// True if the line continues the value of the field before it.
    bool continues(std::size_t at) const {
        return lines_[at].blank_lines == 0 && lines_[at].indent > 0 && !is_header_field(lines_[at]);
    }

    /// How many lines the header takes. Headers are known by fields that are known: a title, or two others.
    std::size_t find_end() const {
        std::size_t known = 0;
        std::size_t end = 0;
        std::size_t end_of_known = 0;
        bool has_title = false;
        bool is_mail = false;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (at > 0 && end == at && continues(at)) {
                if (end_of_known == end) end_of_known = at + 1;
                end = at + 1;
                continue;
            }
            const Field field = field_in(lines_[at]);
            const bool is_known = front_matter::is_field_name(field.name);
            if (at == 0 && is_mailbox_line(lines_[at].text)) {
                end = end_of_known = 1;
                continue;
            }
            // Behind a blank line a field that nobody knows is the text already: "HAMLET: To be ..."
            const bool is_same_block = at == 0 || lines_[at].blank_lines == 0;
            const bool is_unknown = is_same_block && (front_matter::is_mail_field(field.name) || could_be_name(field));
            // The header of a mail ends at the first blank line, that of a book may have some.
            if ((!is_known && !is_unknown) || (is_mail && !is_same_block)) break;
            is_mail = is_mail || is_only_of_mail(field.name) || front_matter::is_mail_subject(field.name);
            known += is_known ? 1 : 0;
            has_title = has_title || (is_known && at == 0 && to_lower_ascii(field.name) == "title");
            end = at + 1;
            if (is_known || front_matter::is_mail_field(field.name)) end_of_known = end;
        }
        if (known < 2 && !has_title) return 0;
        // Where no blank line ends the header, what nobody knows may be the text.
        const bool is_parted = end == lines_.size() || lines_[end].blank_lines > 0;
        return is_parted ? end : end_of_known;
    }

    /// Reads one field; how many lines it took.
    std::size_t read_field(std::size_t at, std::size_t end) {
        const bool is_field = at > 0 || !is_mailbox_line(lines_[at].text);
        const Field field = is_field ? field_in(lines_[at]) : Field{"From", lines_[at].text};
        std::size_t size = 1;
        std::string value(field.value);
        for (; at + size < end && continues(at + size); ++size) value.append(" ").append(lines_[at + size].text);
        const front_matter::FieldOutcome outcome = trim(value).empty()
                                                       ? front_matter::FieldOutcome::set
                                                       : front_matter::set_field(metadata_, field.name, {value});
        if (outcome != front_matter::FieldOutcome::set)
            context_.report(Severity::info, "text.field-ignored",
                            fmt::format("no metadata stands for \"{}: {}\"", field.name, utf8_prefix(value, 200)),
                            blocks_.range(lines_.subspan(at, size)));
        return size;
    }

    Lines lines_;
    const BlockReader& blocks_;
    Context& context_;
    Metadata& metadata_;
};

}  // namespace

bool is_header_field(const Line& line) {
    return front_matter::is_field_name(field_in(line).name);
}

std::size_t read_header_block(Lines lines, const BlockReader& blocks, Context& context, Metadata& metadata) {
    return HeaderBlock(lines, blocks, context, metadata).read();
}

}  // namespace offprint::text
