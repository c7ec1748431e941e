// Boilerplate at the end of an article: appeals, subscriptions, buttons, notices.
// Thread safety: pure.
#pragma once

#include "boilerplate/cut.hpp"
#include "boilerplate/passages.hpp"

namespace offprint::text {

/// Adds the run of passages to the end of the text that is no part of the article, and lone buttons and notices before.
/// Judged by words and by structure: what an appeal opens belongs to it as far as other parts of it surround it.
void find_tail_boilerplate(const std::vector<TextPassage>& tail, Cuts& cuts);

}  // namespace offprint::text
