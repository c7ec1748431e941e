// The date in the title block of a Word file, as our writer prints it and our reader knows it again.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

#include "offprint/metadata.hpp"
#include "wording/wording.hpp"

namespace offprint::docx {

/// The day of publication, else that of the last change, as `language` (BCP 47) writes it; empty where neither is
/// known.
inline std::string date_line(const Metadata& metadata, std::string_view language) {
    const std::optional<Date>& date = metadata.published ? metadata.published : metadata.modified;
    return date ? date_text(*date, language) : std::string();
}

}  // namespace offprint::docx
