// The tags of HTML that stand for what md4c shows, and those that stand in the text.
// Thread safety: pure.
#pragma once

#include <md4c.h>

#include <string>
#include <string_view>

namespace offprint::markdown {

/// The name of the element that a block becomes; empty for those whose tags depend on more than their type.
const char* tag_of(MD_BLOCKTYPE type);

/// The name of the element that a span becomes.
const char* tag_of(MD_SPANTYPE type);

/// A string of md4c's, in which character references stand as they are, as an attribute after a space; empty for none.
std::string attribute(const char* name, const MD_ATTRIBUTE& value);

/// True for "mailto:name@1.2.3": what md4c takes for an address of mail names a version, for no domain ends in a digit.
bool is_version(const MD_ATTRIBUTE& href);

/// The language that an info string begins with: "python", "{.python .numberLines}", "js{1,3}".
std::string code_language(const MD_ATTRIBUTE& info);

/// The name of the element that the tag at the beginning of `html` begins or, with `slash`, ends; in lower case,
/// and of 12 characters at most.
std::string tag_name(std::string_view html, bool slash);

/// True for an element whose content is no markup: one that is not ended would swallow the rest of the page.
bool is_raw(std::string_view name);

/// True for "<press@site.example>" and the like, which md4c 0.4.8 takes for the beginning of "<pre>", and all that
/// follows for its content (CommonMark, section 4.6, start condition 1).
bool begins_like_raw(std::string_view html);

}  // namespace offprint::markdown
