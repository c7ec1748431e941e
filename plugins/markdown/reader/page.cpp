#include "reader/page.hpp"

#include <algorithm>

#include "character_reference.hpp"

namespace offprint::markdown {

void Page::open(std::string_view tag) {
    place(unknown);
    html_ += tag;
}

void Page::close(std::string_view tag) {
    settle(last_end_);
    place(last_end_);
    html_ += tag;
    place(last_end_);
}

void Page::end_line() {
    html_ += '\n';
}

void Page::text(std::string_view text, std::uint64_t origin) {
    settle(origin);
    place(origin);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view reference = character_reference(text[i]);
        if (reference.empty()) {
            html_ += text[i];
            continue;
        }
        place(origin + i);
        html_ += reference;
        place(origin + i + 1);
    }
    last_end_ = origin + text.size();
}

void Page::markup(std::string_view html, std::uint64_t origin) {
    settle(origin);
    place(origin);
    html_ += html;
    last_end_ = origin + html.size();
}

void Page::text(std::string_view text) {
    for (const char c : text) {
        const std::string_view reference = character_reference(c);
        if (reference.empty())
            html_ += c;
        else
            html_ += reference;
    }
}

void Page::cut(std::size_t size) {
    html_.resize(size);
    while (!places_.empty() && places_.back().at > size) places_.pop_back();
    settled_ = std::min(settled_, places_.size());
}

void Page::replace(std::size_t at, std::size_t size, std::string_view html) {
    html_.replace(at, size, html);
    for (auto place = places_.rbegin(); place != places_.rend() && place->at >= at; ++place)
        place->at = std::max(place->at, at + size) - size + html.size();
}

encoding::OffsetMap Page::offsets(const encoding::OffsetMap& original) const {
    encoding::OffsetMap map;
    map.anchor(0, 0);
    std::uint64_t last = 0;
    for (const Place& place : places_) {
        last = place.origin == unknown ? last : original.original(place.origin);
        map.anchor(place.at, last);
    }
    return map;
}

void Page::settle(std::uint64_t origin) {
    for (; settled_ < places_.size(); ++settled_)
        if (places_[settled_].origin == unknown) places_[settled_].origin = origin;
}

}  // namespace offprint::markdown
