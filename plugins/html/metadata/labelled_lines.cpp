#include "metadata/labelled_lines.hpp"

#include <algorithm>
#include <string>

#include "credits/ascii.hpp"
#include "credits/byline.hpp"
#include "credits/byline_label.hpp"
#include "credits/byline_words.hpp"
#include "credits/date_line.hpp"
#include "credits/people.hpp"
#include "metadata/line.hpp"
#include "metadata/place.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

class LineReader {
public:
    LineReader(const Dom& dom, const PageFacts& facts, Context& context)
        : dom_(dom), facts_(facts), context_(context) {}

    Claims run() {
        for (NodeIndex node = dom_.body(); node < dom_.end(dom_.body()); ++node) {
            context_.checkpoint();
            if (dom_.tag(node) == Tag::text) {
                add_text(node);
                continue;
            }
            if (!is_phrasing(dom_.tag(node)) || dom_.tag(node) == Tag::br) end_line();
            const bool holds_headline = facts_.headline != no_node && dom_.contains(node, facts_.headline);
            if (!holds_headline && place_of(dom_, node) == Place::elsewhere) node = dom_.end(node) - 1;
        }
        end_line();
        if (!do_authors_agree_) claims_.contributors.clear();
        return std::move(claims_);
    }

private:
    static constexpr std::size_t longest_line = 160;

    void add_text(NodeIndex text) {
        if (const NodeIndex block = block_of(dom_, text); block != block_) {
            end_line();
            block_ = block;
        }
        if (line_.size() > longest_line) return;
        const std::string part = collapse_space(dom_[text].text.substr(0, longest_line + 1));
        if (part.empty()) return;
        if (!line_.empty()) line_ += ' ';
        line_ += part;
    }

    void end_line() {
        if (line_.empty()) return;
        if (line_.size() <= longest_line) {
            read_dates();
            read_authors();
        }
        line_before_ = std::move(line_);
        line_.clear();
    }

    void read_dates() {
        std::optional<credits::DateLine> dates = credits::labelled_date(line_, facts_.day_order);
        if (!dates) dates = date_below_label();
        if (!dates) return;
        if (!claims_.published) claims_.published = dates->published;
        if (!claims_.modified) claims_.modified = dates->modified;
    }

    /// The label may stand in a box of its own.
    std::optional<credits::DateLine> date_below_label() const {
        std::optional<credits::DateLine> dates = credits::parse_date_line(line_, facts_.day_order);
        if (!dates || !dates->published || dates->modified || dates->published->day == 0) return std::nullopt;
        switch (credits::date_label(line_before_)) {
            case credits::DateLabel::published:
                return dates;
            case credits::DateLabel::modified:
                return credits::DateLine{std::nullopt, dates->published};
            default:
                return std::nullopt;
        }
    }

    void read_authors() {
        std::optional<credits::Byline> byline;
        if (is_label_of_author(line_before_) && credits::is_author_label(line_before_))
            byline = credits::parse_names(line_);
        else if (is_label_of_author(line_))
            byline = credits::parse_byline(line_);
        if (!byline || byline->people.empty()) return;
        if (!std::all_of(byline->people.begin(), byline->people.end(), is_full_name)) return;
        if (claims_.contributors.empty()) claims_.contributors = byline->people;
        do_authors_agree_ = do_authors_agree_ && claims_.contributors == byline->people;
    }

    /// "Author:", "Written by"; not "By", nor "Letter from".
    static bool is_label_of_author(std::string_view line) {
        const credits::BylineLabel label = credits::byline_label(line);
        if (label.size == 0 || !label.is_known || label.role != "author") return false;
        const std::string text = to_lower_ascii(line.substr(0, label.size));
        const std::string_view last = std::string_view(text).substr(text.rfind(' ') + 1);
        return !credits::is_by_word(text) && (credits::is_only_by_word(last) || !credits::is_by_word(last));
    }

    /// "Ada Quill", "陆知远"
    static bool is_full_name(const Contributor& person) {
        constexpr std::size_t longest_undivided = 6;
        const std::string& name = person.name;
        if (name.find(' ') != std::string::npos) return !name.ends_with("..") && !credits::is_lower(name.front());
        return code_points(name) <= longest_undivided && static_cast<unsigned char>(name.front()) >= first_undivided;
    }

    /// In UTF-8, of the scripts of East Asia.
    static constexpr unsigned char first_undivided = 0xE3;

    const Dom& dom_;
    const PageFacts& facts_;
    Context& context_;
    Claims claims_;
    NodeIndex block_ = no_node;
    std::string line_;
    std::string line_before_;
    bool do_authors_agree_ = true;
};

}  // namespace

Claims read_labelled_lines(const Dom& dom, const PageFacts& facts, Context& context) {
    return LineReader(dom, facts, context).run();
}

}  // namespace offprint::html
