// What stands before the text, in styles of its own: title, subtitle, names and date.
// Thread safety: an object belongs to one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "offprint/date.hpp"
#include "offprint/metadata.hpp"
#include "reader/block_builder.hpp"

namespace offprint::docx::reader {

class TitleBlock {
public:
    /// `creator` and `date_line` are the author and the date that the file's properties name. Our own writer (`is_own`)
    /// prints that author and nobody else as a name; another line in the style is text of the article's.
    explicit TitleBlock(bool is_own, std::string creator = {}, std::string date_line = {})
        : is_own_(is_own), creator_(std::move(creator)), date_line_(std::move(date_line)) {}

    /// Takes what the paragraph says; false if it is no part of a title block, or holds more than metadata can.
    bool take(const FlowParagraph& paragraph);

    /// The id of the title; empty if it has none.
    const std::string& id() const { return id_; }

    /// Sets what was taken, in place of what the properties of the file say.
    void apply(Metadata& metadata) const;

private:
    bool take_names(const std::string& line);
    bool take_date(const std::string& line);

    bool is_own_;
    std::string creator_;
    std::string date_line_;
    std::string title_;
    std::string subtitle_;
    std::string id_;
    std::vector<Contributor> people_;
    std::optional<Date> date_;
    bool has_date_ = false;  ///< in the text; `date_` is null where it is that of the properties
};

}  // namespace offprint::docx::reader
