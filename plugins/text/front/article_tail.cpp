#include "front/article_tail.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "front/biography.hpp"
#include "front/byline_group.hpp"
#include "front/credit_line.hpp"
#include "front/keyword_line.hpp"
#include "front_matter/fields.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

class ArticleTail {
public:
    ArticleTail(Lines lines, const Shape& shape, const BlockReader& blocks, FrontMatter& front)
        : lines_(lines), shape_(shape), blocks_(blocks), front_(front), end_(lines.size()) {}

    void read() {
        read_source();
        // No article has more; the bound keeps the search short.
        constexpr int most_parts = 8;
        std::vector<Paragraph> biographies;
        for (int part = 0; part < most_parts && (read_keywords() || read_biography(biographies)); ++part) {
        }
        // From the end backwards they were found.
        for (auto biography = biographies.rbegin(); biography != biographies.rend(); ++biography)
            add_to_byline_group(front_.byline, std::move(*biography));
        front_.end = end_;
    }

private:
    /// "Originally published at https://..." as the last line. It stays in the body.
    void read_source() {
        if (end_ == front_.lines || !front_.metadata.source_url.empty()) return;
        front_.metadata.source_url = address_of_source(lines_[end_ - 1].text);
        if (!front_.metadata.source_url.empty()) front_.metadata.provenance[MetadataField::source_url] = Origin::text;
    }

    bool read_keywords() {
        if (end_ <= front_.lines + 1) return false;
        const std::optional<std::string_view> keywords = keywords_in(lines_[end_ - 1].text);
        if (!keywords) return false;
        front_matter::set_field(front_.metadata, "keywords", {std::string(*keywords)});
        --end_;
        return true;
    }

    /// Where the last paragraph begins; `end_` where it is too long for a biography, or the whole text.
    std::size_t last_paragraph() const {
        constexpr std::size_t most_lines = 8;
        std::size_t begin = end_;
        while (begin > front_.lines + 1 && end_ - begin < most_lines) {
            --begin;
            if (shape_.layout == Layout::lines || lines_[begin].blank_lines > 0) return begin;
        }
        return end_;
    }

    bool read_biography(std::vector<Paragraph>& biographies) {
        constexpr std::size_t longest_line = 800;
        const std::size_t begin = last_paragraph();
        const Lines paragraph = lines_.subspan(begin, end_ - begin);
        if (paragraph.empty() || std::any_of(paragraph.begin(), paragraph.end(),
                                             [](const Line& line) { return line.text.size() > longest_line; }))
            return false;
        Paragraph biography = paragraph_about("", paragraph, blocks_);
        if (!is_biography_at_end(plain_text(biography.content), front_.metadata.contributors)) return false;
        biographies.push_back(std::move(biography));
        end_ = begin;
        return true;
    }

    Lines lines_;
    const Shape& shape_;
    const BlockReader& blocks_;
    FrontMatter& front_;
    std::size_t end_;
};

}  // namespace

void read_article_tail(Lines lines, const Shape& shape, const BlockReader& blocks, FrontMatter& front) {
    ArticleTail(lines, shape, blocks, front).read();
}

}  // namespace offprint::text
