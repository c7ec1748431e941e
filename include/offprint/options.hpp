// Options of readers and writers: declared once by the plugin as data, parsed and checked by the host.
// Thread safety: values.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "offprint/export.hpp"

namespace offprint {

/// Type of an option's value. C layout: part of the plugin descriptor.
enum class OptionType : std::uint32_t {
    flag,     ///< "true" or "false"
    integer,  ///< a decimal number, not negative, within the bounds that `choices` may set
    text,     ///< any UTF-8
    choice,   ///< one of `choices`
    file,     ///< a path that the user names; the value that the plugin sees is the file's content. One of `choices`
              ///< is no path and stays as it is
};

/// One option. C layout; every pointer is to static storage of the plugin.
struct OptionDeclaration {
    const char* name;  ///< without dashes: "toc-depth"
    OptionType type;
    const char* default_value;  ///< as text; "" for none
    const char* choices;        ///< for `choice` and `file`: separated by '|'; for `integer`: "LEAST..MOST"; or null
    const char* help;           ///< one line, mandatory
};

/// For writers of formats with a cover: one that lists this among its options finds in `Metadata::cover` what the user
/// wants there, as `make_cover` puts it. Reads "auto", "generate", "none" or the bytes of an image.
inline constexpr OptionDeclaration cover_option = {
    "cover", OptionType::file, "auto", "auto|generate|none",
    "the cover: the lead image where it fits (auto), title and author (generate), none, or an image of yours"};

/// For writers that can refer to their images as files: one that lists this among its options asks
/// `ByteSink::add_file` for each. The host, which knows where the output goes, reads the folder's name.
inline constexpr OptionDeclaration extract_media_option = {
    "extract-media", OptionType::text, "", nullptr,
    "folder that gets the images as files, to which the output then refers; made if need be"};

/// Values for one reader or writer. Every declared option has a value here: the given one or its
/// default.
class OFFPRINT_API Options {
public:
    /// The value; empty when the option was neither given nor has a default. Asking for an option
    /// that was never declared is a programming error and throws `Error{plugin_failed}`.
    const std::string& text(std::string_view name) const;

    /// True for "true".
    bool flag(std::string_view name) const;

    /// The number, which the host has checked; 0 for an empty value.
    std::int64_t integer(std::string_view name) const;

    /// Gives `name` a value, and declares it thereby. For hosts and tests.
    void set(std::string name, std::string value);

private:
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace offprint
