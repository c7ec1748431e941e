// The words around the names in a byline: "Written by Ada Quill, Staff Writer".
// Thread safety: pure.
#pragma once

#include <string_view>

namespace offprint::credits {

/// "by", "von", "par": a byline begins with it. In lower case, here and below.
bool is_by_word(std::string_view word);

/// True for a by-word that is no part of names, as "von" and "de" are.
bool is_only_by_word(std::string_view word);

/// "von", "de", "bin": small words inside of names.
bool is_name_particle(std::string_view word);

/// "and", "und", "et".
bool is_and_word(std::string_view word);

/// "editor", "Chefredakteur": what somebody is, not what somebody is called.
bool is_job_word(std::string_view word);

/// "admin", "undefined": what systems print where nobody is named.
bool is_placeholder(std::string_view name);

/// True for a label ("Medically reviewed by", "Fact checked by") of those who checked what others wrote.
bool is_check(std::string_view label);

/// What a label ("Photos by", "Autor:", "Illustration") says that the person named did: "author", "photographer",
/// "editor", "translator", "illustrator"; empty when it says nothing of the kind.
std::string_view role_of_label(std::string_view label);

}  // namespace offprint::credits
