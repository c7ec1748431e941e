// The fields that headers of texts have, whatever their form: YAML, mail, Project Gutenberg, "Title: ..." lines.
// Thread safety: pure but for the context.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/metadata.hpp"

namespace offprint::front_matter {

/// What became of a field.
enum class FieldOutcome {
    set,       ///< its value is metadata now, or was before
    unknown,   ///< nothing in metadata has such a name
    unusable,  ///< the value is nothing that the field can hold
};

/// True for a name that `set_field` understands, in any letter case (of ASCII).
bool is_field_name(std::string_view name);

/// True for the name of a field that messages have (RFC 5322, section 3.6), also as mail programs of other languages
/// print it: "To", "Gesendet", "Objet".
bool is_mail_field(std::string_view name);

/// True for the one of them that is the title: "Subject", "Betreff".
bool is_mail_subject(std::string_view name);

/// Sets the field `name` ("Author", "lang", "Veröffentlicht") from `values`, of which there is at least one. A field
/// that has a value keeps it, but for people and keywords, which add up.
FieldOutcome set_field(Metadata& metadata, std::string_view name, const std::vector<std::string>& values);

/// A field of a header with structure.
struct Field {
    std::string name;
    std::vector<std::string> values;
};

/// Sets all `fields`; one that nothing in metadata stands for is reported as "front-matter.field-ignored". `range` is
/// that of the header in the input.
void set_fields(Metadata& metadata, const std::vector<Field>& fields, SourceRange range, Context& context);

/// The tag of a language by its English or own name, or by a tag: "English" -> "en", "pt_BR" -> "pt-BR"; else empty.
std::string language_from_name(std::string_view name);

/// True for a text that is nothing but an address: "https://...".
bool is_web_address(std::string_view text);

/// `subject` of a mail without "Re:", "Fwd:", "AW:" and the like before it.
std::string_view without_reply_marks(std::string_view subject);

}  // namespace offprint::front_matter
