// Lines of Markdown within quotations and list items, whose marks stand before them.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offprint::markdown {

class Output {
public:
    /// From now on `rest` stands before each line, but `first` before the next one.
    void enter(std::string first, std::string rest) { containers_.push_back({std::move(first), std::move(rest)}); }

    /// Ends the last container that was entered; one without a line gets an empty one.
    void leave() {
        if (!containers_.back().begun) line("");
        containers_.pop_back();
    }

    void line(std::string_view text) {
        const std::size_t begin = text_.size();
        for (Container& container : containers_)
            text_ += std::exchange(container.begun, true) ? container.rest : container.first;
        text_ += text;
        while (text.empty() && text_.size() > begin && text_.back() == ' ') text_.pop_back();
        text_ += '\n';
    }

    /// What was written since the last call.
    std::string take() { return std::exchange(text_, {}); }

private:
    struct Container {
        std::string first;
        std::string rest;
        bool begun = false;
    };

    std::vector<Container> containers_;
    std::string text_;
};

}  // namespace offprint::markdown
