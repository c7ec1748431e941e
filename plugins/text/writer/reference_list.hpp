// The numbers in brackets of a text, and what they lead to: notes and, if they are wanted, addresses of links.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offprint::text {

/// Numbers are given in the order of asking and run through the whole text.
class ReferenceList {
public:
    /// The index of a note, or an address.
    using Target = std::variant<std::size_t, std::string>;

    std::size_t number_of_note(std::size_t note) { return number_of(Target(note)); }
    std::size_t number_of_address(std::string_view address) { return number_of(Target(std::string(address))); }

    /// True if the text has a number for the note.
    bool has_note(std::size_t note) const { return numbers_.contains(Target(note)); }

    /// What was asked for, by number from 1 on.
    std::size_t size() const { return targets_.size(); }
    const Target& target(std::size_t number) const { return targets_[number - 1]; }

private:
    std::size_t number_of(Target target) {
        const auto [entry, is_new] = numbers_.try_emplace(std::move(target), targets_.size() + 1);
        if (is_new) targets_.push_back(entry->first);
        return entry->second;
    }

    std::map<Target, std::size_t> numbers_;
    std::vector<Target> targets_;
};

}  // namespace offprint::text
