// The words of what pages print around an article: buttons, notices, appeals for money, in eight languages.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace offprint::text {

/// What a paragraph is, judged by its words alone.
enum class Phrase : std::uint8_t {
    none,
    advertisement,  ///< "Advertisement", "Story continues below"
    read_time,      ///< "5 min read"
    press_release,  ///< "For immediate release", above the title of one
    end_mark,       ///< "###" below a press release
    tags,           ///< "Tags: ...": what the article is about
    button,         ///< "Share this article", "Become a member"
    counter,        ///< "12 Comments"
    photo_credit,   ///< "Photo: Harbour Agency"
    related,        ///< "Read more: ...", and headings such as "Related stories", which a list follows
    follow,         ///< "Follow us on ...", "Sign up for ..."
    copyright,      ///< "© 2020 ...", "All rights reserved"
    cookies,        ///< "We use cookies ..."
    unsubscribe,    ///< "You receive this mail because ..."
    teaser,         ///< "Before you go ...": an appeal follows
    appeal,         ///< asks the reader for money or help
    call,           ///< "Support the Gazette from £1": tells the reader to do something
};

/// What `text` is. Long texts are read up to their first 1500 bytes.
Phrase phrase_of(std::string_view text);

/// As `phrase_of`, for what is told by the beginning of a line: anything but notices further on in a text and appeals.
Phrase phrase_at_front(std::string_view text);

/// Why a phrase is left out, in words. Never null.
const char* reason_of(Phrase phrase) noexcept;

}  // namespace offprint::text
