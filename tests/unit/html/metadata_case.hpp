// Short cuts for the tests of metadata.
// Thread safety: for tests, one thread.
#pragma once

#include <string>

#include "html_case.hpp"

namespace offprint::testing {

/// The metadata that the reader finds in a page.
inline Metadata metadata_of(const std::string& markup, const OptionValues& options = {}) {
    return read_only("html", markup, options).document.metadata;
}

/// "Ada Quill; Ben Reed (editor)": authors need no role.
inline std::string people_of(const Metadata& metadata) {
    std::string names;
    for (const Contributor& person : metadata.contributors) {
        names += (names.empty() ? "" : "; ") + person.name;
        if (person.role != "author") names += " (" + person.role + ")";
    }
    return names;
}

/// The publication's date as JSON shows it; empty when there is none.
inline std::string published_in(const Metadata& metadata) {
    return metadata.published ? metadata.published->to_string() : std::string();
}

/// The same for the last change.
inline std::string modified_in(const Metadata& metadata) {
    return metadata.modified ? metadata.modified->to_string() : std::string();
}

}  // namespace offprint::testing
