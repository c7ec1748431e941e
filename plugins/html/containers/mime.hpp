// Messages in MIME (RFC 2045 and 2046): header fields, multipart bodies, transfer encodings.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offprint::html {

/// One message or part of one. Views into its bytes.
struct MimeEntity {
    std::string_view header;  ///< the lines before the first empty one
    std::string_view body;

    /// Parts at the header's end. Without an empty line there is no body.
    explicit MimeEntity(std::string_view bytes);

    /// The field's value, unfolded; empty if there is none. `name` is in lower case.
    std::string field(std::string_view name) const;

    /// The type without its parameters, in lower case.
    std::string type() const;

    /// A parameter of the type, without quotes: "boundary", "charset".
    std::string type_parameter(std::string_view name) const;

    /// The body without its transfer encoding; nullopt if it is no base64.
    std::optional<std::string> decoded() const;
};

/// Walks over the parts of a multipart body (RFC 2046, section 5.1.1).
class MultipartCursor {
public:
    /// `boundary` as declared, not empty.
    MultipartCursor(std::string_view body, std::string_view boundary);

    /// The next part's bytes; nullopt after the last one.
    std::optional<std::string_view> next();

    /// True if the last part had no delimiter behind it: the file was cut off.
    bool cut_off() const { return cut_off_; }

private:
    /// Where the next delimiter begins; its line, line ends included, is left in `line_`.
    std::size_t find_delimiter();

    std::string_view rest_;
    std::string delimiter_;
    std::string_view line_;
    bool closed_ = false;
    bool cut_off_ = false;
};

}  // namespace offprint::html
