#include "boilerplate/tail.hpp"

#include <algorithm>
#include <optional>

namespace offprint::text {

namespace {

/// A paragraph of the article, by its size.
constexpr std::size_t words_of_full_paragraph = 40;
constexpr std::size_t words_of_title = 20;

/// What is boilerplate whatever stands beside it, at the end of a text.
bool is_certain(const TextPassage& passage) {
    switch (passage.phrase) {
        case Phrase::none:
        case Phrase::teaser:
        case Phrase::appeal:
        case Phrase::leaning:
        case Phrase::photo_credit:
            return false;
        default:
            return passage.words <= words_of_full_paragraph || passage.phrase == Phrase::unsubscribe ||
                   passage.phrase == Phrase::cookies;
    }
}

bool is_evidence(const TextPassage& passage) {
    return is_certain(passage) || passage.phrase == Phrase::appeal || passage.phrase == Phrase::teaser;
}

/// Looks for the run from the end of the text backwards.
class TailRun {
public:
    explicit TailRun(const std::vector<TextPassage>& tail) : tail_(tail) {}

    /// Where the run begins; the number of passages if there is none.
    std::size_t begin() {
        begin_ = tail_.size();
        for (std::size_t i = tail_.size(); i-- > 0 && is_open_;) look_at(i);
        // Appeals are known by their words, which an article may have as well; one alone proves nothing.
        return certain_ > 0 || appeals_ > 1 ? begin_ : tail_.size();
    }

private:
    void look_at(std::size_t i) {
        const TextPassage& passage = tail_[i];
        if (!is_evidence(passage)) return pass_over(passage);
        const bool joins = gap_ == 0 || (passage.phrase == Phrase::teaser && gap_ <= most_in_appeal) ||
                           (passage.phrase == Phrase::related && titles_ == gap_);
        if (!joins) {
            is_open_ = false;
            return;
        }
        certain_ += is_certain(passage) || passage.phrase == Phrase::teaser ? 1 : 0;
        appeals_ += passage.phrase == Phrase::appeal ? 1 : 0;
        begin_ = i;
        gap_ = titles_ = 0;
    }

    /// What is no evidence may stand between a teaser and the rest of its appeal, or below "Related".
    void pass_over(const TextPassage& passage) {
        ++gap_;
        if (passage.words <= words_of_title && !passage.is_sentence) ++titles_;
        if (gap_ > most_in_list || (gap_ > most_in_appeal && titles_ < gap_)) is_open_ = false;
        // The article ends before an appeal does.
        if (begin_ == tail_.size() && titles_ < gap_) is_open_ = false;
    }

    static constexpr std::size_t most_in_appeal = 3;
    static constexpr std::size_t most_in_list = 10;

    const std::vector<TextPassage>& tail_;
    std::size_t begin_ = 0;
    std::size_t gap_ = 0;     ///< passages without evidence since the last with it
    std::size_t titles_ = 0;  ///< of these, those that look like titles
    std::size_t certain_ = 0;
    std::size_t appeals_ = 0;
    bool is_open_ = true;
};

}  // namespace

void find_tail_boilerplate(const std::vector<TextPassage>& tail, Cuts& cuts) {
    const std::size_t run = TailRun(tail).begin();
    if (run < tail.size()) {
        const auto says_most = std::find_if(tail.begin() + static_cast<std::ptrdiff_t>(run), tail.end(), is_evidence);
        const bool has_appeal = std::any_of(tail.begin() + static_cast<std::ptrdiff_t>(run), tail.end(),
                                            [](const TextPassage& each) { return !is_certain(each); });
        cuts.push_back({tail[run].begin, tail.back().end, has_appeal ? Certainty::run : Certainty::phrase,
                        reason_of(says_most->phrase)});
    }
    constexpr std::size_t longest_tail = 15;
    for (std::size_t i = run - std::min(run, longest_tail); i < run; ++i)
        if (is_certain(tail[i]) && tail[i].words <= words_of_title)
            cuts.push_back({tail[i].begin, tail[i].end, Certainty::phrase, reason_of(tail[i].phrase)});
}

}  // namespace offprint::text
