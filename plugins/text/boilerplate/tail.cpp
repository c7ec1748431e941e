#include "boilerplate/tail.hpp"

#include <algorithm>
#include <optional>

namespace offprint::text {

namespace {

/// A paragraph of the article, by its size.
constexpr std::size_t words_of_full_paragraph = 40;
constexpr std::size_t words_of_title = 20;
constexpr std::size_t words_of_label = 6;

/// What is boilerplate whatever stands beside it, at the end of a text.
bool is_certain(const TextPassage& passage) {
    switch (passage.phrase) {
        case Phrase::none:
        case Phrase::press_release:
        case Phrase::teaser:
        case Phrase::appeal:
        case Phrase::call:
        case Phrase::photo_credit:
            return false;
        default:
            return passage.words <= words_of_full_paragraph || passage.phrase == Phrase::unsubscribe ||
                   passage.phrase == Phrase::cookies;
    }
}

bool is_evidence(const TextPassage& passage) {
    return is_certain(passage) || passage.phrase == Phrase::appeal || passage.phrase == Phrase::teaser ||
           passage.phrase == Phrase::call;
}

/// Looks for the run from the end of the text backwards.
class TailRun {
public:
    explicit TailRun(const std::vector<TextPassage>& tail) : tail_(tail) {}

    /// Where the run begins; the number of passages if there is none.
    std::size_t begin() {
        begin_ = tail_.size();
        for (std::size_t i = tail_.size(); i-- > 0 && is_open_;) look_at(i);
        // Appeals are known by their words, which an article may have as well; by themselves they prove nothing.
        return certain_ > 0 || (asking_ > 1 && opens_appeal_) ? begin_ : tail_.size();
    }

private:
    void look_at(std::size_t i) {
        const TextPassage& passage = tail_[i];
        if (passage.is_rule) return;
        if (!is_evidence(passage) || !is_button_in_place(tail_, i)) return pass_over(passage);
        const bool is_menu = labels_ == gap_ && gap_ <= (begin_ == tail_.size() ? most_labels_at_end : most_labels);
        const bool joins = is_menu || (passage.phrase == Phrase::teaser && gap_ <= most_in_appeal) ||
                           (passage.phrase == Phrase::related && titles_ == gap_);
        if (!joins) {
            is_open_ = false;
            return;
        }
        ++(is_certain(passage) ? certain_ : asking_);
        opens_appeal_ = opens_appeal_ || passage.phrase == Phrase::teaser || passage.phrase == Phrase::call;
        begin_ = i;
        gap_ = titles_ = labels_ = 0;
    }

    /// What is no evidence may stand between a teaser and the rest of its appeal, below "Related", or be a menu's.
    void pass_over(const TextPassage& passage) {
        ++gap_;
        if (passage.words <= words_of_title && !passage.is_sentence) ++titles_;
        if (passage.words <= words_of_label && !passage.is_sentence) ++labels_;
        if (gap_ > most_in_list || (gap_ > most_in_appeal && titles_ < gap_)) is_open_ = false;
        // The article ends before an appeal does.
        if (begin_ == tail_.size() && titles_ < gap_) is_open_ = false;
    }

    static constexpr std::size_t most_in_appeal = 3;
    static constexpr std::size_t most_in_list = 10;
    static constexpr std::size_t most_labels = 5;
    static constexpr std::size_t most_labels_at_end = 1;

    const std::vector<TextPassage>& tail_;
    std::size_t begin_ = 0;
    std::size_t gap_ = 0;     ///< passages without evidence since the last with it
    std::size_t titles_ = 0;  ///< of these, those that look like titles
    std::size_t labels_ = 0;  ///< of these, those that look like menus
    std::size_t certain_ = 0;
    std::size_t asking_ = 0;
    bool opens_appeal_ = false;
    bool is_open_ = true;
};

}  // namespace

bool is_button_in_place(const std::vector<TextPassage>& passages, std::size_t at) {
    const bool has_button_before = at > 0 && is_certain(passages[at - 1]);
    const bool has_button_after = at + 1 < passages.size() && is_certain(passages[at + 1]);
    return passages[at].words > 1 || passages[at].is_apart || has_button_before || has_button_after;
}

void find_tail_boilerplate(const std::vector<TextPassage>& tail, Cuts& cuts) {
    std::size_t run = TailRun(tail).begin();
    // The rule above the run goes with it.
    if (run > 0 && run < tail.size() && tail[run - 1].is_rule) --run;
    const auto says_most =
        std::find_if(tail.begin() + static_cast<std::ptrdiff_t>(run), tail.end(),
                     [](const TextPassage& each) { return is_evidence(each) && each.phrase != Phrase::tags; });
    if (says_most != tail.end()) {
        const bool has_appeal = std::any_of(tail.begin() + static_cast<std::ptrdiff_t>(run), tail.end(),
                                            [](const TextPassage& each) { return !is_certain(each); });
        cuts.push_back({tail[run].begin, tail.back().end, has_appeal ? Certainty::run : Certainty::phrase,
                        reason_of(says_most->phrase)});
    }
    constexpr std::size_t longest_tail = 15;
    for (std::size_t i = run - std::min(run, longest_tail); i < run; ++i)
        if (is_certain(tail[i]) && tail[i].phrase != Phrase::tags && tail[i].words <= words_of_title &&
            is_button_in_place(tail, i))
            cuts.push_back({tail[i].begin, tail[i].end, Certainty::phrase, reason_of(tail[i].phrase)});
}

}  // namespace offprint::text
