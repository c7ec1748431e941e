// What Word wants to know about a language: a full tag, which of its three scripts it is set in, its paper.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace offprint::docx {

/// Word keeps one language for each of these (ECMA-376 Part 1, 17.3.2.20).
enum class Script { latin, east_asian, complex };

/// `tag` (BCP 47) with the region that Word's proofing tools go by: "en" -> "en-US", "zh-Hant" -> "zh-TW".
/// Empty for what is no language tag.
std::string word_language(std::string_view tag);

Script script_of(std::string_view tag);

/// The name of the attribute of `w:lang` that holds a language of this script.
const char* language_attribute(Script script);

/// A font for East Asian text in a document of this language.
std::string_view east_asian_font(std::string_view tag);

bool is_right_to_left(std::string_view tag);

/// True where Letter is the usual paper.
bool uses_letter_paper(std::string_view tag);

/// What contents are headed by; English for a language that the table lacks.
std::string_view contents_title(std::string_view tag);

struct QuotationMarks {
    std::string_view open;
    std::string_view close;
};

/// The marks of an inline quotation; `nested` for one inside another.
QuotationMarks quotation_marks(std::string_view tag, bool nested);

}  // namespace offprint::docx
