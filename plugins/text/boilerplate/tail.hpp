// Boilerplate at the end of an article: appeals, subscriptions, buttons, notices.
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <vector>

#include "boilerplate/cut.hpp"
#include "boilerplate/passages.hpp"

namespace offprint::text {

/// True if a button or notice is known as one where it stands: a word such as "Listen" must stand apart, or beside
/// other buttons, for it may be a line of verse.
bool is_button_in_place(const std::vector<TextPassage>& passages, std::size_t at);

/// Adds the run of passages to the end of the text that is no part of the article, and lone buttons and notices before.
/// Judged by words and by structure: what an appeal opens belongs to it as far as other parts of it surround it.
void find_tail_boilerplate(const std::vector<TextPassage>& tail, Cuts& cuts);

}  // namespace offprint::text
